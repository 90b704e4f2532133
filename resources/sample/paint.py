# SPDX-License-Identifier: GPL-2.0-or-later
"""Turns the plan of the town at one date into what a camera sees of it: colours and heights, 0.25 m a cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw

from resources.sample.town import AFTER, WORLD, Box, Car, House, Street, Town, Tree, Wing

CELL = 0.25  # metres; half the delivered pixel, so that edges come out soft
SHAPE = (int(WORLD[1] / CELL), int(WORLD[0] / CELL))

CONCRETE = np.array([0.56, 0.54, 0.50])
ASPHALT = np.array([0.27, 0.27, 0.275])
SOIL = np.array([0.56, 0.47, 0.36])
POOL = np.array([0.30, 0.62, 0.68])


@dataclass(frozen=True)
class Season:
    """What the time of year does to plants: reflectances of lawn, open grass and tree crowns, and dryness."""

    lawn: tuple[float, float, float]
    grass: tuple[float, float, float]
    crown: tuple[float, float, float]
    dryness: float  # 0-1, the share of bare soil showing through the grass


DRY_SUMMER = Season(lawn=(0.34, 0.34, 0.21), grass=(0.44, 0.38, 0.26), crown=(0.105, 0.14, 0.085), dryness=0.6)
GREEN_SPRING = Season(lawn=(0.22, 0.30, 0.15), grass=(0.29, 0.31, 0.18), crown=(0.13, 0.19, 0.09), dryness=0.25)


@dataclass
class Canvas:
    """`colour` (rows, cols, 3) float32 reflectance 0-1 and `height` (rows, cols) float32 metres."""

    colour: np.ndarray
    height: np.ndarray


def fractal(
    rng: np.random.Generator, shape: tuple[int, int], coarsest: float, octaves: int, gain: float = 0.55
) -> np.ndarray:
    """Smooth noise of mean 0 and deviation 1: octaves from `coarsest` cells downwards, (rows, cols) float32."""
    total = np.zeros(shape, np.float32)
    for k in range(octaves):
        size = max(coarsest / 2**k, 1.0)
        grid = rng.normal(size=(int(shape[0] / size) + 3, int(shape[1] / size) + 3)).astype(np.float32)
        box = (0.5, 0.5, 0.5 + shape[1] / size, 0.5 + shape[0] / size)
        layer = Image.fromarray(grid).resize(shape[::-1], Image.Resampling.BICUBIC, box=box)
        total += gain**k * np.asarray(layer)
    return (total - total.mean()) / total.std()


def _mask(draw_on) -> np.ndarray:
    """A (rows, cols) boolean mask of whatever `draw_on(ImageDraw)` draws, in cells."""
    image = Image.new("L", SHAPE[::-1])
    draw_on(ImageDraw.Draw(image))
    return np.asarray(image) > 0


def _cells(points: np.ndarray) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in np.asarray(points) / CELL]


def polygon_mask(outlines: list[np.ndarray]) -> np.ndarray:
    """Everything inside any of the outlines (metres)."""

    def draw_on(draw: ImageDraw.ImageDraw) -> None:
        for outline in outlines:
            draw.polygon(_cells(outline), fill=255)

    return _mask(draw_on)


def street_mask(streets: list[Street], wider: float = 0.0) -> np.ndarray:
    """Everything within the kerbs, `wider` metres more on each side."""

    def draw_on(draw: ImageDraw.ImageDraw) -> None:
        for street in streets:
            width = (street.width + 2 * wider) / CELL
            draw.line(_cells(street.line), fill=255, width=int(width), joint="curve")
            if street.end:
                (x, y), r = street.line[-1] / CELL, (11.0 + wider) / CELL
                draw.ellipse((x - r, y - r, x + r, y + r), fill=255)

    return _mask(draw_on)


class Painter:
    """Paints one date of a town."""

    def __init__(self, town: Town, date: int, season: Season) -> None:
        self.town, self.date, self.season = town, date, season
        self.rng = np.random.default_rng([town.seed, 7, date])
        lasting = np.random.default_rng([town.seed, 8])  # what does not change between the dates: soil, crowns
        self.coarse = fractal(lasting, SHAPE, 260, 6)
        self.medium = fractal(lasting, SHAPE, 40, 5, gain=0.7)
        self.lumps = fractal(lasting, SHAPE, 11, 3)
        self.grain = self.rng.normal(size=SHAPE).astype(np.float32)

    def paint(self) -> Canvas:
        """The whole town at this date."""
        canvas = Canvas(np.zeros((*SHAPE, 3), np.float32), np.zeros(SHAPE, np.float32))
        self._open_ground(canvas)
        self._patches(canvas)
        houses = [h for h in self.town.houses if self.date in h.dates]
        self._lots(canvas, houses)
        self._streets(canvas, [s for s in self.town.streets if self.date in s.dates])
        self._paving(canvas, houses)
        for house in houses:
            for wing in house.wings:
                self._roof(canvas, wing, house)
        for car in self.town.cars:
            if car.date == self.date:
                self._car(canvas, car)
        for tree in self.town.trees:
            if self.date in tree.dates:
                self._tree(canvas, tree)
        return canvas

    def _fill(self, canvas: Canvas, mask: np.ndarray, colour: np.ndarray, texture: np.ndarray, depth: float) -> None:
        canvas.colour[mask] = np.asarray(colour, np.float32) * (1 + depth * texture[mask])[:, None]

    def _open_ground(self, canvas: Canvas) -> None:
        season = self.season
        bare = 1 / (1 + np.exp(-(1.6 * self.coarse + 0.9 * self.medium + 4 * (season.dryness - 0.75))))
        grass, soil = np.array(season.grass, np.float32), (SOIL * (0.78, 0.78, 0.80)).astype(np.float32)
        canvas.colour[:] = grass + bare[..., None] * (soil - grass)
        canvas.colour *= (1 + 0.05 * self.medium + 0.05 * self.lumps + 0.05 * self.grain)[..., None]

    def _patches(self, canvas: Canvas) -> None:
        rows, cols = np.indices(SHAPE, dtype=np.float32)
        for patch in self.town.patches:
            if self.date not in patch.dates:
                continue
            mask = polygon_mask([patch.outline])
            if patch.kind == "soil":
                self._fill(canvas, mask & (self.medium + self.coarse > -1.6), SOIL * 1.12, self.medium, 0.07)
            elif patch.kind in ("field", "stubble"):
                furrow = np.sin((rows * 0.97 + cols * 0.22) * CELL * 2 * np.pi / 2.3)
                base = (0.27, 0.20, 0.15) if patch.kind == "field" else (0.50, 0.44, 0.28)
                self._fill(canvas, mask, np.array(base), 0.6 * furrow + self.medium, 0.09)
            elif patch.kind == "pond":
                self._fill(canvas, mask, np.array([0.10, 0.145, 0.125]), self.coarse, 0.10)
            elif patch.kind == "wood":
                self._fill(canvas, mask, np.array([0.16, 0.15, 0.10]), self.medium, 0.15)

    def _lots(self, canvas: Canvas, houses: list[House]) -> None:
        for house in houses:
            self._yard(canvas, house)
        for house in houses:
            rng = self.rng
            lot = polygon_mask_near(house.lot)
            fresh = rng.random() < 0.35 if house.dates == {AFTER} else False
            lawn = np.array(self.season.lawn) * rng.uniform(0.82, 1.15) * (1 + rng.normal(0, 0.03, 3))
            colour = SOIL * 0.95 if fresh else lawn
            if house.wings[0].roof == "flat":
                colour = ASPHALT * 1.15
            rows, cols, inside = lot
            shade = 1 + 0.08 * self.medium[rows, cols] + 0.05 * self.grain[rows, cols]
            patch = canvas.colour[rows, cols]
            patch[inside] = (colour * shade[..., None])[inside]
            if house.wings[0].roof == "flat":
                continue
            fence = house.lot.part(0, house.lot.depth / 2 - 0.2, house.lot.length, 0.3)
            for box in (fence, house.lot.part(house.lot.length / 2, 5.0, 0.3, house.lot.depth - 10)):
                self._block(canvas, box, np.array([0.30, 0.24, 0.18]), 1.8)

    def _yard(self, canvas: Canvas, house: House) -> None:
        """Mown and trodden ground about the lot, with a frayed edge."""
        rows, cols, along, across = _local(Box(house.lot.x, house.lot.y, 62, 62, house.lot.angle))
        beyond = np.maximum(np.abs(along) - house.lot.length / 2, np.abs(across) - house.lot.depth / 2)
        inside = beyond + 2.5 * self.medium[rows, cols] < 7
        tone = 0.5 * (np.array(self.season.lawn) + np.array(self.season.grass))
        shade = 1 + 0.07 * self.medium[rows, cols] + 0.05 * self.grain[rows, cols]
        patch = canvas.colour[rows, cols]
        patch[inside] = (tone * shade[..., None])[inside]

    def _streets(self, canvas: Canvas, streets: list[Street]) -> None:
        tracks = [s for s in streets if not s.paved]
        streets = [s for s in streets if s.paved]
        self._fill(canvas, street_mask(tracks), SOIL * 1.1, self.medium, 0.08)
        verge = street_mask(streets, 3.6) & ~street_mask(streets, 2.3)
        walk = street_mask(streets, 2.3) & ~street_mask(streets, 1.0)
        self._fill(canvas, street_mask(streets, 3.6), np.array(self.season.lawn), self.medium, 0.10)
        self._fill(canvas, walk & ~verge, CONCRETE, self.medium, 0.06)
        self._fill(canvas, street_mask(streets, 0.35), CONCRETE * 0.95, self.grain, 0.04)
        for street in streets:
            wear = 1.1 + 0.22 * np.sin(len(street.line))  # older asphalt is paler
            mask = street_mask([street])
            self._fill(canvas, mask, ASPHALT * wear, 0.8 * self.medium + 0.6 * self.grain + 0.5 * self.coarse, 0.05)
        self._lanes(canvas, [s for s in streets if s.lanes])

    def _lanes(self, canvas: Canvas, streets: list[Street]) -> None:
        def draw_on(draw: ImageDraw.ImageDraw) -> None:
            for street in streets:
                heading = np.gradient(street.line, axis=0)
                normal = np.stack([-heading[:, 1], heading[:, 0]], 1) / np.hypot(*heading.T)[:, None]
                for offset in (-street.width / 2 + 0.5, street.width / 2 - 0.5):
                    draw.line(_cells(street.line + offset * normal), fill=255, width=1)
                for k in range(0, len(street.line) - 3, 6):
                    draw.line(_cells(street.line[k : k + 3]), fill=255, width=1)

        mask = _mask(draw_on)
        canvas.colour[mask] = 0.4 * canvas.colour[mask] + 0.6 * np.float32([0.75, 0.73, 0.62])

    def _paving(self, canvas: Canvas, houses: list[House]) -> None:
        for house in houses:
            tone = self.rng.uniform(0.9, 1.12)
            if house.drive is not None:
                self._block(canvas, house.drive, CONCRETE * tone, 0.0)
                body = house.wings[0].box
                patio = body.part(self.rng.uniform(-3, 3), body.depth / 2 + 2.0, 5.5, 4.0)
                self._block(canvas, patio, CONCRETE * 0.9 * tone, 0.0)
            if house.pool is not None:
                around = Box(
                    house.pool.x, house.pool.y, house.pool.length + 2.4, house.pool.depth + 2.4, house.pool.angle
                )
                self._block(canvas, around, CONCRETE * 1.05, 0.0)
                self._block(canvas, house.pool, POOL, 0.0)

    def _block(self, canvas: Canvas, box: Box, colour: np.ndarray, height: float) -> None:
        rows, cols, inside = polygon_mask_near(box)
        shade = 1 + 0.05 * self.medium[rows, cols] + 0.03 * self.grain[rows, cols]
        patch = canvas.colour[rows, cols]
        patch[inside] = (np.asarray(colour) * shade[..., None])[inside]
        if height:
            tall = canvas.height[rows, cols]
            tall[inside] = np.maximum(tall[inside], height)

    def _roof(self, canvas: Canvas, wing: Wing, house: House) -> None:
        """The higher roof wins where wings meet, which draws the valleys and ridges of a real roof."""
        rows, cols, along, across = _local(wing.box)
        half_length, half_depth = wing.box.length / 2, wing.box.depth / 2
        u, v = half_length - np.abs(along), half_depth - np.abs(across)
        inside = (u > 0) & (v > 0)
        if wing.roof == "hip":
            rise = np.minimum(u, v)
        elif wing.roof == "gable":
            rise = v if wing.box.length >= wing.box.depth else u
        else:
            rise = np.zeros_like(u)
        top = wing.eave + wing.slope * rise
        if wing.roof == "flat":  # a parapet round the edge
            top = top + 0.6 * (np.minimum(u, v) < 0.5)
        tall, patch = canvas.height[rows, cols], canvas.colour[rows, cols]
        shows = inside & (top > tall)
        tall[shows] = top[shows]
        shingle = 1 + 0.05 * self.medium[rows, cols] + 0.07 * self.grain[rows, cols] + 0.04 * self.lumps[rows, cols]
        patch[shows] = (np.float32(house.colour) * shingle[..., None])[shows]
        if wing.roof == "flat":
            self._roof_units(canvas, wing.box)

    def _roof_units(self, canvas: Canvas, box: Box) -> None:
        """Air handlers and skylights on a hall."""
        rng = np.random.default_rng([self.town.seed, int(box.x), int(box.y)])
        for _ in range(int(box.length * box.depth / 110)):
            unit = box.part(rng.uniform(-0.4, 0.4) * box.length, rng.uniform(-0.38, 0.38) * box.depth, 2.2, 1.8)
            self._block(canvas, unit, np.array([0.48, 0.48, 0.49]), 8.4)

    def _car(self, canvas: Canvas, car: Car) -> None:
        self._block(canvas, car.box, np.array(car.colour), 1.0)
        cabin = Box(car.box.x, car.box.y, 0.55 * car.box.length, 0.8 * car.box.depth, car.box.angle)
        if car.box.depth > car.box.length:
            cabin = Box(car.box.x, car.box.y, 0.8 * car.box.length, 0.55 * car.box.depth, car.box.angle)
        self._block(canvas, cabin, np.array(car.colour) * 0.75 + 0.03, 1.5)

    def _tree(self, canvas: Canvas, tree: Tree) -> None:
        """A lumpy dome whose edge frays; it hides whatever is lower."""
        radius = tree.radius * (1.12 if self.date >= AFTER else 1.0)
        rows, cols, along, across = _local(Box(tree.x, tree.y, 2.6 * radius, 2.6 * radius, 0.0))
        lumps, fine = self.lumps[rows, cols], self.medium[rows, cols]
        reach = np.hypot(along, across) / radius + 0.13 * lumps + 0.06 * fine
        inside = reach < 1
        dome = np.sqrt(np.clip(1 - reach**2, 0, 1))
        top = 0.8 * radius + radius * 0.9 * dome + 0.45 * min(radius / 3, 1.2) * (lumps + 0.6 * fine) * dome
        tall, patch = canvas.height[rows, cols], canvas.colour[rows, cols]
        shows = inside & (top > tall)
        tall[shows] = top[shows]
        tint = np.array(self.season.crown) * (1 + 0.16 * tree.shade) * (1 + 0.07 * tree.shade * np.array([1, 0, -1]))
        leaf = 1 + 0.22 * lumps + 0.14 * self.grain[rows, cols]
        patch[shows] = np.clip(tint * leaf[..., None], 0.02, 1)[shows]


def _local(box: Box) -> tuple[slice, slice, np.ndarray, np.ndarray]:
    """The cells about a box, and their positions in metres along and across it."""
    corners = box.corners(0.5) / CELL
    (left, top), (right, bottom) = np.floor(corners.min(0)).astype(int), np.ceil(corners.max(0)).astype(int)
    rows = slice(int(np.clip(top, 0, SHAPE[0])), int(np.clip(bottom, 0, SHAPE[0])))
    cols = slice(int(np.clip(left, 0, SHAPE[1])), int(np.clip(right, 0, SHAPE[1])))
    y, x = np.mgrid[rows, cols].astype(np.float32)
    dx, dy = (x + 0.5) * CELL - box.x, (y + 0.5) * CELL - box.y
    c, s = np.cos(box.angle), np.sin(box.angle)
    return rows, cols, dx * c + dy * s, dy * c - dx * s


def polygon_mask_near(box: Box) -> tuple[slice, slice, np.ndarray]:
    """The cells about a box, and which of them lie in it."""
    rows, cols, along, across = _local(box)
    return rows, cols, (np.abs(along) <= box.length / 2) & (np.abs(across) <= box.depth / 2)
