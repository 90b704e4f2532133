# SPDX-License-Identifier: GPL-2.0-or-later
"""Does a pixel hold data? Every way in which a raster says so is collected and decided here, for reading and warping
alike.

A pixel holds data if all of these hold:

- nodata: of unsigned integers, whose nodata value (0, 255, 65535) is also a measurement in a single band, not all bands
  that declare a nodata value hold theirs; of other types no band holds its own.
- no mask (of the dataset, of one of the bands used, or made of the metadata item NODATA_VALUES) excludes it.
- alpha exceeds half of the largest value found in it, whatever the type and scale.
- it does not lie in a gap of a mosaic (a VRT), where no image is placed and no nodata value fills the gap.
- every sample is a number that can be a measurement: neither NaN nor infinite nor larger than 1e37.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal

from .bands import is_alpha
from .mosaic import Rectangle, find_gaps
from .source import BandNodata

# Types whose nodata value (0, 255, 65535) is also a measurement of one band.
_UNSIGNED = {gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_UInt32}
_INTEGER_RANGES = {
    gdal.GDT_Byte: (0, 255),
    gdal.GDT_UInt16: (0, 65535),
    gdal.GDT_Int16: (-32768, 32767),
    gdal.GDT_UInt32: (0, 2**32 - 1),
    gdal.GDT_Int32: (-(2**31), 2**31 - 1),
}
# Beyond this lie infinities and the largest floats, which many programs write for "no data"; NaN fails the comparison,
# too.
_LARGEST_SAMPLE = 1e37
# Alpha is sampled in so many windows a side, each of so many pixels a side, where no overview is small enough to read.
_SAMPLED_WINDOWS, _SAMPLED_PIXELS, _SMALL_OVERVIEW = 8, 16, 512
# A band that calls itself alpha and has more distinct values than this, most of them neither its least nor its
# largest, holds a measurement (near infrared, often), not transparency.
_MANY_VALUES = 32

Ranges = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class MaskBand:
    """A band that exceeds `limit` where there are data: its name for `gdal.Translate` ("4", "mask,1").

    path: what GDAL opens as its dataset, if that is another one than the bands'.
    """

    name: str
    limit: float
    path: str = ""

    def open(self, dataset: Any) -> Any:
        """Return the band of a dataset."""
        kind, _, number = self.name.rpartition(",")
        band = dataset.GetRasterBand(int(number))
        return band.GetMaskBand() if kind else band


@dataclass(frozen=True)
class Validity:
    """Where the bands used of a raster hold data, as far as the file declares it.

    nodata: closed ranges of nodata values for each band used, in their order. unified: whether all bands that declare
    nodata must hold it (else one suffices). masks: bands that exclude pixels. covered: for each band used, the
    rectangles that a mosaic's images cover, or None if they cover everything. notes: what the log should say.
    """

    nodata: tuple[Ranges, ...]
    unified: bool
    masks: tuple[MaskBand, ...] = ()
    covered: tuple[tuple[Rectangle, ...] | None, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether GDAL's warper takes the declaration as it is: a nodata value a band and one mask of 0 to 255.

        Everything else is rewritten as one alpha band, see `rewrite.py`.
        """
        single = all(len(ranges) == 0 or (len(ranges) == 1 and ranges[0][0] == ranges[0][1]) for ranges in self.nodata)
        alike = not self.unified or len({bool(ranges) for ranges in self.nodata}) == 1
        masks = len(self.masks) == 0 or (len(self.masks) == 1 and self.masks[0].limit == 127)
        return single and alike and masks and not any(self.covered)

    @property
    def values(self) -> tuple[float | None, ...]:
        """The nodata value of each band used; of a plain declaration only."""
        return tuple(ranges[0][0] if ranges else None for ranges in self.nodata)

    @property
    def mask(self) -> MaskBand | None:
        """The mask; of a plain declaration only."""
        return self.masks[0] if self.masks else None

    def holds_data(self, samples: np.ndarray, mask: np.ndarray | None) -> np.ndarray:
        """Return where `(bands, rows, cols)` samples of a plain declaration hold data, `(rows, cols) bool`.

        mask: `(rows, cols) uint8` of the mask band, None if there is none.
        """
        absent = np.zeros(samples.shape[1:], bool)
        with np.errstate(over="ignore"):  # nodata beyond float32 is infinite there, and so are the samples that hold it
            values = [None if value is None else samples.dtype.type(value) for value in self.values]
        if not self.unified or None not in values:
            for number, (band, value) in enumerate(zip(samples, values)):
                if number == 0 or not self.unified:
                    if value is not None:
                        absent |= band == value
                elif absent.any():
                    absent &= band == value
        valid = ~absent
        if samples.dtype != np.uint8:
            valid &= finite(samples)
        if mask is not None and self.mask is not None:
            valid &= mask > self.mask.limit
        return valid


def finite(samples: np.ndarray) -> np.ndarray:
    """Return where every band of `(bands, rows, cols) float32` holds a number that can be a measurement."""
    return (np.abs(samples) < _LARGEST_SAMPLE).all(axis=0)


def declared_validity(dataset: Any, bands: tuple[int, ...], overrides: tuple[BandNodata, ...] = ()) -> Validity:
    """Return what a dataset declares about the data of some of its 1-based bands, completed by a user's overrides."""
    nodata = tuple(nodata_ranges(dataset.GetRasterBand(band), band, overrides) for band in bands)
    masks, notes = declared_masks(dataset, bands)
    covered: tuple[tuple[Rectangle, ...] | None, ...] = ()
    if not masks:
        found = [None if ranges else find_gaps(dataset, band) for band, ranges in zip(bands, nodata)]
        covered = tuple(found) if any(part is not None for part in found) else ()
    unified = all(dataset.GetRasterBand(band).DataType in _UNSIGNED for band in bands)
    return Validity(nodata, unified, masks, covered, notes)


def nodata_ranges(band: Any, number: int = 0, overrides: tuple[BandNodata, ...] = ()) -> Ranges:
    """Return the closed ranges of a band's nodata values that its data type can hold; NaN needs no declaration."""
    user = [override for override in overrides if override.band == number]
    ranges: list[tuple[float, float]] = []
    value = band.GetNoDataValue()
    if value is not None and all(override.use_file for override in user):
        ranges.append((float(value), float(value)))
    ranges += [part for override in user for part in override.ranges if part not in ranges]
    return tuple(part for part in ranges if _storable(part, band.DataType))


def declared_masks(dataset: Any, bands: tuple[int, ...]) -> tuple[tuple[MaskBand, ...], tuple[str, ...]]:
    """Return the masks and alpha bands that exclude pixels of some bands, and what the log should say of them."""
    masks: list[MaskBand] = []
    notes = []
    for band in bands:
        flags = dataset.GetRasterBand(band).GetMaskFlags()
        if flags & (gdal.GMF_ALL_VALID | gdal.GMF_ALPHA) or flags == gdal.GMF_NODATA:
            continue
        if flags & gdal.GMF_PER_DATASET:
            masks.append(MaskBand(f"mask,{band}", 127))
            break
        masks.append(MaskBand(f"mask,{band}", 127))
    for number in range(1, dataset.RasterCount + 1):
        band = dataset.GetRasterBand(number)
        if number in bands or not is_alpha(band):
            continue
        limit = _alpha_limit(band)
        if limit is None:
            notes.append(f"band {number} calls itself alpha, but holds a measurement, and is not used")
        else:
            masks.append(MaskBand(str(number), limit))
    return tuple(masks), tuple(notes)


def _storable(part: tuple[float, float], kind: int) -> bool:
    low, high = part
    if not (np.isfinite(low) or np.isfinite(high)):
        return False
    if kind in _INTEGER_RANGES:
        least, largest = _INTEGER_RANGES[kind]
        return bool(high >= least and low <= largest and (low != high or low == int(low)))
    return bool(kind != gdal.GDT_Float32 or low != high or abs(low) <= np.finfo(np.float32).max)


def _alpha_limit(band: Any) -> float | None:
    """Return the limit that alpha must exceed where there are data: half of its largest value; None if it
    is no alpha."""
    found = _sampled(band)
    largest = float(found.max()) if found.size else 0.0
    values, counts = np.unique(found, return_counts=True)
    extremes = counts[[0, -1]].sum() if len(values) else 0
    if len(values) > _MANY_VALUES and extremes < found.size / 2:
        return None
    if band.DataType == gdal.GDT_Byte and largest in (0, 255):
        return 127
    return largest / 2


def _sampled(band: Any) -> np.ndarray:
    """Return samples of a band, `(n,) float64`, without reading all of it."""
    small = [
        overview
        for overview in (band.GetOverview(number) for number in range(band.GetOverviewCount()))
        if overview is not None and max(overview.XSize, overview.YSize) <= _SMALL_OVERVIEW
    ]
    place = small[0] if small else band
    if max(place.XSize, place.YSize) <= _SMALL_OVERVIEW:
        return _values(place, 0, 0, place.XSize, place.YSize)
    parts = []
    for row in range(_SAMPLED_WINDOWS):
        for col in range(_SAMPLED_WINDOWS):
            x = col * (place.XSize - 1) // (_SAMPLED_WINDOWS - 1)
            y = row * (place.YSize - 1) // (_SAMPLED_WINDOWS - 1)
            x, y = max(0, x - _SAMPLED_PIXELS // 2), max(0, y - _SAMPLED_PIXELS // 2)
            cols, rows = min(_SAMPLED_PIXELS, place.XSize - x), min(_SAMPLED_PIXELS, place.YSize - y)
            parts.append(_values(place, x, y, cols, rows))
    return np.concatenate(parts)


def _values(place: Any, x: int, y: int, cols: int, rows: int) -> np.ndarray:
    data = place.ReadRaster(x, y, cols, rows, buf_type=gdal.GDT_Float64)
    found = np.frombuffer(data, np.float64)
    return found[np.isfinite(found)]
