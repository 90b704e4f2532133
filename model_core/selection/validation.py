# SPDX-License-Identifier: GPL-2.0-or-later
"""The validation tiles of a recipe, and their maps, counted against the labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from model_core.data.augment import View
from model_core.diffusion.forward_process import NoiseSchedule, scaled
from model_core.evaluation.scores import count, pooled
from model_core.networks.interface import MapNetwork, levels_of
from model_core.recipes.recipe import Recipe
from model_core.tiles.tiles import read_tile
from noise2map_qgis.engine.encoding import encode
from noise2map_qgis.engine.evaluation.confusion import Histogram
from noise2map_qgis.engine.model.augmentation import average

# Histograms by task and source.
Scores = dict[str, dict[str, Histogram]]

# Side of the squares that large tiles are cut into, pixels.
_SIDE = 512
# Side of the blocks in which the only place of a source is counted, pixels.
_BLOCK = 128


@dataclass(frozen=True)
class HeldOut:
    """A validation tile, or a square of a large one, at the ground sample distance of the network.

    images: (3, rows, cols) uint8 each; label: (rows, cols) uint8. `tile` is the name of its tile, `place` its site in a
    table or a layout, else the tile.
    """

    source: str
    task: str
    images: tuple[torch.Tensor, ...]
    label: np.ndarray
    tile: str = ""
    place: str = ""


class HeldOutTiles:
    """The validation tiles of a recipe for its tasks."""

    def __init__(self, recipe: Recipe, data: Path) -> None:
        self.tiles: list[HeldOut] = []
        for task, kind in (("change", "pairs"), ("segment", "images")):
            for source in recipe.of(kind) if task in recipe.tasks else ():
                sites = source.sites(data)
                for tile in source.tiles(data, "validation"):
                    place = sites.get(tile.name) or tile.site or tile.name
                    pixels = read_tile(tile, source.bands)
                    step = _step(source.gsd, recipe.gsd)
                    for square in _squares(pixels.label.shape, step):
                        images = tuple(
                            torch.from_numpy(square.image(i).transpose(2, 0, 1).copy()) for i in pixels.images
                        )
                        label = square.label(pixels.label)
                        self.tiles.append(HeldOut(source.name, task, images, label, tile.name, place))

    def __len__(self) -> int:
        return len(self.tiles)

    def counts(self) -> dict[str, int]:
        """Return the number of validation tiles of each source; a large tile counts once."""
        named = {(tile.source, tile.tile) for tile in self.tiles}
        return Counter(source for source, _ in named)


def _step(gsd: float | None, wanted: tuple[float, float]) -> float:
    return 1.0 if gsd is None else float(np.clip(gsd, *wanted)) / gsd


def _squares(shape: tuple[int, ...], step: float) -> list[View]:
    """Return squares that cover a tile; beyond it the label is unknown."""
    sides = [side / step for side in shape]
    size = int(min(_SIDE, -(-max(sides) // 32) * 32))
    corners = [(r, c) for r in np.arange(0, sides[0], size) for c in np.arange(0, sides[1], size)]
    return [View(np.array([[step, 0, c * step], [0, step, r * step]]), size) for r, c in corners]


Mapper = Callable[[HeldOut], np.ndarray]


def network_mapper(net: MapNetwork, schedules: Mapping[str, NoiseSchedule], timesteps: dict[str, int]) -> Mapper:
    """Return the mapper of the network as trained, at one timestep for each task: (rows, cols) uint8 levels."""
    device = next(net.parameters()).device

    @torch.no_grad()
    def mapped(tile: HeldOut) -> np.ndarray:
        images = [scaled(image[None].to(device)) for image in tile.images]
        t = torch.tensor([timesteps[tile.task]], device=device)
        if tile.task == "change":
            before, after = images
            logits = net(schedules["change"].halves(before, after, t), None, t)["change"]
        else:
            logits = net(None, schedules["segment"].self_noised(images[0], t), None, t)["segment"]
        gain, offset = getattr(net, f"{tile.task}_calibration")
        return levels_of(logits[0, 0].float() * gain + offset).cpu().numpy()

    return mapped


def over_views(mapped: Mapper, views: int) -> Mapper:
    """Return a mapper that averages over views as the engine does for users' rasters.

    The mapper receives transformed images and the original label.
    """
    if views == 1:
        return mapped

    def averaged(tile: HeldOut) -> np.ndarray:
        bands = [len(image) for image in tile.images]

        def run(batch: np.ndarray) -> np.ndarray:
            images = torch.from_numpy(batch[0]).split(bands)
            return mapped(replace(tile, images=images))[None]

        (probability,) = average(run, torch.cat(tile.images).numpy()[None], views)
        return encode(probability)

    return averaged


def validate(mapped: Mapper, tiles: HeldOutTiles) -> Scores:
    """Return the histograms of all validation maps against their labels."""
    found = validate_places(mapped, tiles)
    return {task: {name: pooled(places.parts) for name, places in sets.items()} for task, sets in found.items()}


@dataclass
class Places:
    """The histograms of one source by part: its places (`kind` "scenes"), or the blocks of its only one ("blocks")."""

    kind: str
    parts: dict[str, Histogram]


def validate_places(mapped: Mapper, tiles: HeldOutTiles) -> dict[str, dict[str, Places]]:
    """Return histograms by task, source and place, for intervals; a place is a site of a table or layout, or a tile."""
    named: dict[str, set[str]] = {}
    for tile in tiles.tiles:
        named.setdefault(tile.source, set()).add(tile.place)
    found: dict[str, dict[str, Places]] = {}
    for number, tile in enumerate(tiles.tiles):
        kind = "scenes" if len(named[tile.source]) > 1 else "blocks"
        parts = found.setdefault(tile.task, {}).setdefault(tile.source, Places(kind, {})).parts
        levels = mapped(tile)
        if kind == "scenes":
            parts[tile.place] = parts.get(tile.place, pooled({})) + count(levels, tile.label)
            continue
        for row, col in _blocks(levels.shape):
            block = slice(row, row + _BLOCK), slice(col, col + _BLOCK)
            parts[f"{number}/{row}-{col}"] = count(levels[block], tile.label[block])
    return found


def _blocks(shape: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    return ((row, col) for row in range(0, shape[0], _BLOCK) for col in range(0, shape[1], _BLOCK))
