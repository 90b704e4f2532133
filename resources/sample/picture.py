# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview that `make demo` leaves: before, after, and the map over the later image, on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from PIL import Image, ImageDraw, ImageFont

from noise2map_qgis.engine.raster.grid import Grid

WIDE = 1480  # pixels of the large panel
GAP, HEAD, FOOT = 28, 142, 92  # pixels: margin, room for the title above and for the legend below
LABEL = 32  # room for a panel's name
PAPER, INK, GREY = (255, 255, 255), (28, 32, 38), (105, 112, 122)
FOUND, FALSE, MISSED = (0, 168, 120), (214, 40, 130), (255, 193, 7)
MAP_ORANGE = (240, 90, 30)


@dataclass(frozen=True)
class Sheet:
    """What the sheet shows: two images, the mask of the run, and if it is known, the truth."""

    before: Path
    after: Path
    mask: Path
    truth: Path | None
    title: str
    facts: str


def draw_sheet(sheet: Sheet, target: Path) -> None:
    """Draws a sheet as a PNG."""
    view = _View.of(sheet.mask)
    before, after = view.image(sheet.before), view.image(sheet.after)
    mask = view.classes(sheet.mask)
    truth = view.classes(sheet.truth) if sheet.truth else None
    high = (view.rows - GAP - LABEL) // 2  # two small panels, one above the other, are as high as the large one
    half = (high * view.cols // view.rows, high)
    page = Image.new("RGB", (3 * GAP + half[0] + view.cols, HEAD + LABEL + view.rows + FOOT), PAPER)
    pen = ImageDraw.Draw(page)
    pen.text((GAP, 22), sheet.title, INK, _font(34))
    pen.multiline_text((GAP, 72), sheet.facts, GREY, _font(20), spacing=8)
    left, right = GAP, 2 * GAP + half[0]
    lower = HEAD + LABEL + high + GAP
    for (x, y), name, picture in (
        ((left, HEAD), "Before", before.resize(half, Image.Resampling.LANCZOS)),
        ((left, lower), "After", after.resize(half, Image.Resampling.LANCZOS)),
        ((right, HEAD), "Map of change, over the later image", _map(after, mask, truth)),
    ):
        pen.text((x, y), name, INK, _font(20))
        page.paste(picture, (x, y + LABEL))
    bottom = HEAD + LABEL + view.rows + 22
    _legend(pen, right, bottom, truth is not None)
    _scale_bar(pen, right + view.cols, bottom, view.metres_per_pixel)
    page.save(target, optimize=True)


@dataclass(frozen=True)
class _View:
    """The part of the world on the sheet: the mask's extent, resampled to the large panel's pixels."""

    wkt: str
    bounds: tuple[float, float, float, float]
    cols: int
    rows: int
    metres_per_pixel: float

    @staticmethod
    def of(path: Path) -> _View:
        raster = gdal.Open(str(path))
        grid = Grid(raster.GetProjection(), raster.GetGeoTransform(), raster.RasterXSize, raster.RasterYSize)
        across, down = grid.gsd
        wide, high = grid.cols * across, grid.rows * down  # metres
        metres = max(wide / WIDE, high / (1.4 * WIDE))
        return _View(grid.crs_wkt, grid.extent, round(wide / metres), round(high / metres), metres)

    def read(self, path: Path, how: str, bands: int) -> tuple[np.ndarray, np.ndarray]:
        """The first bands on the panel's pixels, (bands, rows, cols) float32, and where there is data."""
        first = list(range(1, min(gdal.Open(str(path)).RasterCount, bands) + 1))
        chosen = gdal.Translate("", str(path), format="VRT", bandList=first)
        warped = gdal.Warp(
            "", chosen, format="MEM", dstSRS=self.wkt, outputBounds=self.bounds, width=self.cols, height=self.rows,
            resampleAlg=how, dstAlpha=True,
        )  # fmt: skip
        values = warped.ReadAsArray()
        return values[:-1].astype(np.float32), values[-1] > 0

    def image(self, path: Path) -> Image.Image:
        """An image for the eye: 8-bit as it is, anything else stretched between its 2nd and 98th percentile."""
        values, valid = self.read(path, "bilinear", 3)
        raster = gdal.Open(str(path))
        if raster.GetRasterBand(1).DataType != gdal.GDT_Byte and valid.any():
            low, high = np.percentile(values[:, valid], (2, 98), axis=1)[..., None, None]
            values = (values - low) / np.maximum(high - low, 1e-9) * 255
        values = np.where(valid, np.clip(values, 0, 255), 235)
        picture = values.astype(np.uint8)
        if len(picture) < 3:
            picture = np.repeat(picture[:1], 3, 0)
        return Image.fromarray(picture.transpose(1, 2, 0))

    def classes(self, path: Path) -> np.ndarray:
        """0, 1 or 255 (no data) a pixel, (rows, cols) uint8."""
        values, valid = self.read(path, "near", 1)
        return np.where(valid, values[0], 255).astype(np.uint8)


def _map(after: Image.Image, mask: np.ndarray, truth: np.ndarray | None) -> Image.Image:
    """The later image, faded, with what was found; against the truth: found, false and missed."""
    picture = np.asarray(after).astype(np.float32)
    picture = 0.72 * picture + 0.28 * picture.mean(2, keepdims=True)
    picture[mask == 255] = 235
    found = mask == 1
    layers = [(found, MAP_ORANGE)]
    if truth is not None:
        known = mask != 255
        layers = [
            (found & (truth == 1), FOUND),
            (found & (truth != 1), FALSE),
            (~found & (truth == 1) & known, MISSED),
        ]
    for where, colour in layers:
        picture[where] = 0.45 * picture[where] + 0.55 * np.array(colour)
        picture[_edge(where)] = colour
    if truth is not None:
        picture[_edge(truth == 1)] = 255
    return Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8))


def _edge(where: np.ndarray) -> np.ndarray:
    inner = where.copy()
    inner[1:] &= where[:-1]
    inner[:-1] &= where[1:]
    inner[:, 1:] &= where[:, :-1]
    inner[:, :-1] &= where[:, 1:]
    return where & ~inner


def _legend(pen: ImageDraw.ImageDraw, x: int, y: int, with_truth: bool) -> None:
    entries = [(MAP_ORANGE, "change")]
    if with_truth:
        entries = [(FOUND, "change, found"), (MISSED, "change, missed"), (FALSE, "no change, but mapped as change")]
    for colour, text in entries:
        pen.rectangle((x, y + 2, x + 26, y + 22), fill=colour)
        pen.text((x + 36, y), text, INK, _font(20))
        x += 36 + int(pen.textlength(text, _font(20))) + 34
    if with_truth:
        pen.rectangle((x, y + 2, x + 26, y + 22), outline=(120, 120, 120), width=1)
        pen.rectangle((x + 1, y + 3, x + 25, y + 21), outline=PAPER, width=2)
        pen.text((x + 36, y), "outline of a new or demolished building", INK, _font(20))


def _scale_bar(pen: ImageDraw.ImageDraw, right: int, y: int, metres_per_pixel: float) -> None:
    """A round length near an eighth of the panel."""
    wish = WIDE / 8 * metres_per_pixel
    power = 10 ** np.floor(np.log10(wish))
    length = max(step * power for step in (1, 2, 5) if step * power <= wish)
    width = int(length / metres_per_pixel)
    text = f"{length:g} m" if length < 1000 else f"{length / 1000:g} km"
    pen.rectangle((right - width, y + 2, right, y + 8), fill=INK)
    pen.text((right - width, y + 14), text, INK, _font(18))


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """DejaVu, which `make setup` installs; Pillow's own font lacks ²."""
    try:
        return ImageFont.truetype("DejaVuSans.ttf", round(0.9 * size))
    except OSError:
        return ImageFont.load_default(size)
