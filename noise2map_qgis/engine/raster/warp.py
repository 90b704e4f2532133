# SPDX-License-Identifier: GPL-2.0-or-later
"""Which grid a run works on, and how a raster is brought onto it: by a warped VRT, window by window, never whole."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, osr

from ..errors import RasterError
from .displacement import Displacement, control_points
from .grid import Grid, Window, crs, same_crs
from .reader import Raster, read_window
from .validity import finite

# A ground sample distance this close to the card's range is inside it: 0.298 m data suit a model made for 0.3 m.
_GSD_TOLERANCE = 0.02
# Metres of a pixel beyond which no image of the earth has any: the earth fits into a few.
_LARGEST_GSD = 1e6
# Grids that differ by less than this part of a pixel, over the whole raster, are one grid.
_SAME_PIXEL = 0.01
# Pixels more than so many times coarser than the raster's are averages of its pixels.
_AVERAGE_FROM = 2.0
# Below this ratio GDAL's cubic kernel is kept at four pixels a side: widening it against aliasing would blur one date
# and not the other, and takes more than twice as long. On two real pairs (0.45 m onto 0.52 x 0.59 m) the sharp kernel
# brings the mask of the bundled model from an intersection over union of 0.88-0.89 with that of the aligned pair to
# 0.91-0.92.
_SHARP_BELOW = 1.5


@dataclass(frozen=True)
class Aligned:
    """A raster on the grid of the run: a dataset whose pixels are the grid's, or None if the raster itself lies on it.

    how: a few words for the log.
    """

    raster: Raster
    warped: Any
    how: str

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read a window of the grid as `Raster.read` reads one of the raster."""
        if self.warped is None:
            return self.raster.read(window)
        count = len(self.raster.bands)
        dtype = np.uint8 if self.raster.eight_bit else np.float32
        # Behind the bands lies the alpha band that the warper makes.
        data = read_window(self.warped, tuple(range(1, count + 2)), window, dtype)
        samples, valid = data[:count], data[count] > 127
        return samples, valid if self.raster.eight_bit else valid & finite(samples)


def choose_grid(reference: Raster, gsd_range: tuple[float, float]) -> tuple[Grid, str]:
    """Return the grid to work on, and why in words.

    It is the reference's own grid (or, if that is rotated or flipped, the north-up one around it), with each side of
    the pixel brought into the model's range of ground sample distance (metres): finer than its minimum becomes the
    minimum, coarser than its maximum becomes the maximum. CRS and upper left corner stay; the extent covers the raster.
    """
    grid, why = _north_up(reference)
    if not all(0 < size < _LARGEST_GSD for size in grid.gsd):  # NaN fails the comparison, too
        raise RasterError(
            f"The layer '{reference.name}' lies outside of the area its coordinate reference system "
            f"({_crs_name(reference)}) is made for, or has an impossible pixel size. Assign it the right one."
        )
    factors = []
    for size in grid.gsd:
        low, high = gsd_range[0] * (1 - _GSD_TOLERANCE), gsd_range[1] * (1 + _GSD_TOLERANCE)
        factors.append(gsd_range[0] / size if size < low else gsd_range[1] / size if size > high else 1.0)
    if factors == [1.0, 1.0]:
        return grid, why
    x, width, _, y, _, height = grid.geotransform
    kind = "finer" if max(factors) > 1 else "coarser"
    resized = Grid(
        grid.crs_wkt,
        (x, width * factors[0], 0.0, y, 0.0, height * factors[1]),
        _covering(grid.cols / factors[0]),
        _covering(grid.rows / factors[1]),
    )
    return resized, (
        f"{why}, resampled because its ground sample distance ({_metres(reference.gsd)}) is {kind} than the model's "
        f"range of {gsd_range[0]:g} to {gsd_range[1]:g} m"
    )


def align(raster: Raster, grid: Grid, reference: Raster, displacement: Displacement | None = None) -> Aligned:
    """Bring a raster onto the grid; raises RasterError, naming both layers, if it does not overlap the reference.

    displacement: by how many pixels of the grid the raster lies off where it belongs; it is brought back by that.
    """
    if displacement is not None:
        return _brought_back(raster, grid, reference, displacement)
    if raster is not reference:
        _check_overlap(raster, grid, reference)
    one_crs = raster is reference or same_crs(raster.crs, reference.crs)
    offset = _whole_pixel_offset(raster, grid) if one_crs else None
    if offset == (0, 0) and (raster.cols, raster.rows) == (grid.cols, grid.rows) and raster.north_up:
        return Aligned(raster, None, "already on the grid")
    ratio = max(target / own for target, own in zip(grid.gsd, raster.gsd))
    if offset is not None:
        method, how = "near", "moved by whole pixels"
    elif ratio > _AVERAGE_FROM:
        method, how = "average", f"averaged from {_metres(raster.gsd)}"
    else:
        method, how = "cubic", f"warped with cubic resampling from {_metres(raster.gsd)}"
    return Aligned(raster, _warped_vrt(raster, grid, method, sharp=ratio < _SHARP_BELOW), how)


def covered(raster: Raster, grid: Grid) -> Window:
    """Return the window of the grid that a raster reaches into; it may be empty. Nodata inside the raster is not looked
    at.
    """
    points = _outline(raster, crs(grid.crs_wkt))
    if len(points) == 0:
        return Window(0, 0, 0, 0)
    x, width, _, y, _, height = grid.geotransform
    cols, rows = (points[:, 0] - x) / width, (points[:, 1] - y) / height
    first = math.floor(cols.min() + _SAME_PIXEL), math.floor(rows.min() + _SAME_PIXEL)
    last = math.ceil(cols.max() - _SAME_PIXEL), math.ceil(rows.max() - _SAME_PIXEL)
    return Window(*first, last[0] - first[0], last[1] - first[1]).intersection(grid.window)


def _brought_back(raster: Raster, grid: Grid, reference: Raster, displacement: Displacement) -> Aligned:
    if displacement.is_uniform:
        aligned = align(raster, displacement.moved_grid(grid), reference)
        return Aligned(raster, aligned.warped, f"{displacement}, {aligned.how}")
    ratio = max(target / own for target, own in zip(grid.gsd, raster.gsd))
    method = "average" if ratio > _AVERAGE_FROM else "cubic"
    warped = _warped_vrt(raster, grid, method, ratio < _SHARP_BELOW, control_points(raster, grid, displacement))
    return Aligned(raster, warped, f"{displacement}, warped with {method} resampling from {_metres(raster.gsd)}")


def _north_up(raster: Raster) -> tuple[Grid, str]:
    x0, a, b, y0, d, e = raster.geotransform
    wkt = raster.crs.ExportToWkt()
    if raster.north_up:
        return Grid(wkt, raster.geotransform, raster.cols, raster.rows), f"the grid of '{raster.name}'"
    width, height = math.hypot(a, d), math.hypot(b, e)
    corners = np.array([(0, 0), (raster.cols, 0), (0, raster.rows), (raster.cols, raster.rows)])
    x, y = x0 + corners @ (a, b), y0 + corners @ (d, e)
    grid = Grid(
        wkt,
        (float(x.min()), width, 0.0, float(y.max()), 0.0, -height),
        _covering((x.max() - x.min()) / width),
        _covering((y.max() - y.min()) / height),
    )
    return grid, f"a north-up grid around '{raster.name}', whose own is rotated or flipped"


def _covering(pixels: float) -> int:
    """Return the pixels that cover a length, forgiving the rounding of coordinates."""
    return max(1, math.ceil(pixels - _SAME_PIXEL))


def _whole_pixel_offset(raster: Raster, grid: Grid) -> tuple[int, int] | None:
    """Return the raster's offset on the grid, both in one CRS, if each pixel of one is a pixel of the other (flips
    allowed).
    """
    x0, a, b, y0, d, e = raster.geotransform
    x, width, _, y, _, height = grid.geotransform
    if b != 0 or d != 0:
        return None
    drift = max(abs(abs(a / width) - 1) * raster.cols, abs(abs(e / height) - 1) * raster.rows)
    col, row = (x0 - x) / width, (y0 - y) / height
    if drift > _SAME_PIXEL or max(abs(col - round(col)), abs(row - round(row))) > _SAME_PIXEL:
        return None
    return round(col), round(row)


def _outline(raster: Raster, target: osr.SpatialReference) -> np.ndarray:
    """Return points around a raster's edge in another CRS, `(n, 2 or 3) float64`; those that have no place there are
    left out.
    """
    edge = np.linspace(0, 1, 21)
    around = np.concatenate(
        [np.stack(pair, 1) for side in (0 * edge, 0 * edge + 1) for pair in ((edge, side), (side, edge))]
    )
    x0, a, b, y0, d, e = raster.geotransform
    col, row = around[:, 0] * raster.cols, around[:, 1] * raster.rows
    points = np.stack([x0 + a * col + b * row, y0 + d * col + e * row], axis=1)
    if same_crs(raster.crs, target):
        return points
    points = np.array(osr.CoordinateTransformation(raster.crs, target).TransformPoints(points.tolist()))
    return points[np.isfinite(points).all(axis=1)]


def _check_overlap(raster: Raster, grid: Grid, reference: Raster) -> None:
    try:
        points = _outline(raster, reference.crs)
    except RuntimeError as error:
        raise RasterError(
            f"The layer '{raster.name}' ({_crs_name(raster)}) cannot be brought to the coordinate reference system of "
            f"'{reference.name}' ({_crs_name(reference)}): {error}. Reproject one of them first."
        ) from error
    left, bottom, right, top = grid.extent
    if len(points) == 0 or not (
        points[:, 0].min() < right
        and points[:, 0].max() > left
        and points[:, 1].min() < top
        and points[:, 1].max() > bottom
    ):
        raise RasterError(
            f"The layers '{reference.name}' and '{raster.name}' do not overlap anywhere. "
            "Choose two images of one place, and check the coordinate reference system of each."
        )


def _warped_vrt(raster: Raster, grid: Grid, method: str, sharp: bool, control_points: list[Any] | None = None) -> Any:
    """Return a VRT of the raster's bands on the grid, with an alpha band behind them that says where data are.

    Bytes stay bytes; other types become float32, NaN where there are none. control_points: in the grid's CRS, in place
    of the raster's own position; between them lie thin-plate splines.
    """
    names = [str(band) for band in raster.bands]
    colours = ["undefined"] * len(names)
    mask = raster.validity.mask
    if mask is not None:
        # GDAL's warper weighs samples by an alpha band, so that masked samples never bleed into their neighbours.
        names, colours = [*names, mask.name], [*colours, "alpha"]
    chosen = gdal.Translate(
        "", raster.dataset, format="VRT", bandList=names, options=["-colorinterp", ",".join(colours)]
    )
    if control_points is None:
        chosen.SetGeoTransform(raster.geotransform)
    else:
        chosen.SetGCPs(control_points, grid.crs_wkt)
    options = {"UNIFIED_SRC_NODATA": "YES" if raster.validity.unified else "NO"}
    if not raster.eight_bit:
        options["INIT_DEST"] = "nan"
    if sharp:
        options["XSCALE"] = options["YSCALE"] = "1"
    # Floats without a nodata value still may hold NaN, which must not bleed into its neighbours either.
    absent = "None" if raster.eight_bit else "nan"
    nodata = [absent if value is None else repr(value) for value in raster.validity.values]
    left, bottom, right, top = grid.extent
    return gdal.Warp(
        "",
        chosen,
        format="VRT",
        srcSRS=raster.crs.ExportToWkt() if control_points is None else grid.crs_wkt,
        tps=control_points is not None,
        dstSRS=grid.crs_wkt,
        outputBounds=(left, bottom, right, top),
        width=grid.cols,
        height=grid.rows,
        resampleAlg=method,
        outputType=gdal.GDT_Byte if raster.eight_bit else gdal.GDT_Float32,
        srcAlpha=mask is not None,
        dstAlpha=True,
        srcNodata=" ".join(nodata) if set(nodata) != {"None"} else None,
        warpOptions=[f"{key}={value}" for key, value in options.items()],
    )


def _crs_name(raster: Raster) -> str:
    return raster.crs.GetName() or "unnamed"


def _metres(gsd: tuple[float, float]) -> str:
    return f"{gsd[0]:.3g} x {gsd[1]:.3g} m"
