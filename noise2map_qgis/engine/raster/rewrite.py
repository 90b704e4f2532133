# SPDX-License-Identifier: GPL-2.0-or-later
"""Declarations of validity that GDAL's warper does not know, rewritten as one alpha band of 0 and 255 in a VRT.

Everything is computed when it is read: lookup tables turn nodata ranges, masks and alpha of any scale into 0 and 255,
and pixel functions combine them ("sum": one of several suffices; "mul": all are needed).
"""

from __future__ import annotations

import math
from html import escape
from typing import Any

from osgeo import gdal

from .grid import Geotransform
from .mosaic import Rectangle
from .validity import MaskBand, Ranges, Validity

# A raster of one pixel that reads 255 wherever it is placed: a band without sources holds its nodata value.
_FULL = (
    '<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1">'
    "<NoDataValue>255</NoDataValue></VRTRasterBand></VRTDataset>"
)
# Half of the distance between a float32 and the next is at most this part of it.
_FLOAT_STEP = 1e-7
_FLOATS = (gdal.GDT_Float32, gdal.GDT_Float64)


def rewritten(
    path: str, dataset: Any, bands: tuple[int, ...], validity: Validity, crs_wkt: str, geotransform: Geotransform
) -> Any:
    """Return a VRT of some 1-based bands of a dataset and, behind them, an alpha band that says where data are.

    path: what GDAL opens as the dataset, a file or the XML of a VRT. The VRT carries no nodata value and no mask.
    """
    return _Rewriter(path, dataset).write(bands, validity, crs_wkt, geotransform)


class _Rewriter:
    """Writes the XML of a VRT over one dataset."""

    def __init__(self, path: str, dataset: Any) -> None:
        self._path = path
        self._dataset = dataset
        self._size = f'rasterXSize="{dataset.RasterXSize}" rasterYSize="{dataset.RasterYSize}"'

    def write(self, bands: tuple[int, ...], validity: Validity, crs_wkt: str, geotransform: Geotransform) -> Any:
        """Return the VRT, open."""
        written = []
        for number, band in enumerate(bands, 1):
            kind = self._dataset.GetRasterBand(band).DataType
            source = self._source("SimpleSource", self._path, str(band), "")
            written.append(_band(number, gdal.GetDataTypeName(kind), source))
        terms = [term for term in self._terms(bands, validity) if term]
        nested = f"<VRTDataset {self._size}>{''.join(_renumbered(terms))}</VRTDataset>"
        # Pixel functions hand on sums beyond 255 to whoever reads floats: the first table cuts them to 255, the others
        # to 1.
        parts = [
            self._lookup(str(number), f"0:0,1:{255 if number == 1 else 1}", nested)
            for number in range(1, len(terms) + 1)
        ]
        alpha = _band(len(bands) + 1, "Byte", *parts, function="mul", colour="Alpha")
        srs = f"<SRS>{escape(crs_wkt)}</SRS>" if crs_wkt else ""
        place = f"{srs}<GeoTransform>{', '.join(map(repr, geotransform))}</GeoTransform>"
        return gdal.Open(f"<VRTDataset {self._size}>{place}{''.join(written)}{alpha}</VRTDataset>")

    def _terms(self, bands: tuple[int, ...], validity: Validity) -> list[str]:
        """Return the bands of which each must be 255 where there are data."""
        declared = [
            self._lookup(str(band), _nodata_table(ranges, self._dataset.GetRasterBand(band).DataType))
            for band, ranges in zip(bands, validity.nodata)
            if ranges
        ]
        terms = [_band(0, "Byte", *declared, function="sum" if validity.unified else "mul")] if declared else []
        terms += [_band(0, "Byte", self._lookup(mask.name, _mask_table(mask), mask.path)) for mask in validity.masks]
        for covered in set(validity.covered) - {None}:
            terms.append(_band(0, "Byte", *(self._full(part) for part in covered or ())))
        return terms

    def _lookup(self, band: str, table: str, path: str = "") -> str:
        return self._source("ComplexSource", path or self._path, band, f"<LUT>{table}</LUT>")

    def _full(self, part: Rectangle) -> str:
        left, top, right, bottom = part
        return (
            f'<SimpleSource><SourceFilename relativeToVRT="0">{escape(_FULL)}</SourceFilename>'
            "<SourceBand>1</SourceBand>"
            f'<SrcRect xOff="0" yOff="0" xSize="1" ySize="1"/>'
            f'<DstRect xOff="{left}" yOff="{top}" xSize="{right - left}" ySize="{bottom - top}"/></SimpleSource>'
        )

    def _source(self, kind: str, path: str, band: str, rest: str) -> str:
        cols, rows = self._dataset.RasterXSize, self._dataset.RasterYSize
        whole = f'xOff="0" yOff="0" xSize="{cols}" ySize="{rows}"'
        return (
            f'<{kind}><SourceFilename relativeToVRT="0">{escape(path)}</SourceFilename><SourceBand>{band}</SourceBand>'
            f"<SrcRect {whole}/><DstRect {whole}/>{rest}</{kind}>"
        )


def _band(number: int, kind: str, *sources: str, function: str = "", colour: str = "") -> str:
    """Return a band; `function` combines its sources if there are several."""
    derived = ' subClass="VRTDerivedRasterBand"' if function and len(sources) > 1 else ""
    how = (
        f"<PixelFunctionType>{function}</PixelFunctionType><SourceTransferType>Float32</SourceTransferType>"
        if derived
        else ""
    )
    interpretation = f"<ColorInterp>{colour}</ColorInterp>" if colour else ""
    inside = f"{interpretation}{how}{''.join(sources)}"
    return f'<VRTRasterBand dataType="{kind}" band="{number}"{derived}>{inside}</VRTRasterBand>'


def _renumbered(bands: list[str]) -> list[str]:
    return [band.replace('band="0"', f'band="{number}"', 1) for number, band in enumerate(bands, 1)]


def _mask_table(mask: MaskBand) -> str:
    """Return a lookup table: 0 up to the limit, 255 beyond it."""
    beyond = mask.limit * (1 + _FLOAT_STEP) + 1e-30
    return f"{mask.limit!r}:0,{beyond!r}:255"


def _nodata_table(ranges: Ranges, kind: int) -> str:
    """Return a lookup table: 0 in closed ranges of values, 255 outside of them."""
    points: list[tuple[float, int]] = []
    for low, high in _merged(ranges):
        inner, outer = (0.25, 0.5) if kind not in _FLOATS else (0.0, 0.0)
        for value, sign in ((low, -1), (high, 1)):
            step = abs(value) * _FLOAT_STEP + 1e-37
            ends = [(value + sign * (inner or step), 0), (value + sign * (outer or 2 * step), 255)]
            points += ends[::-1] if sign < 0 else ends
    finite_points = [(place, found) for place, found in points if math.isfinite(place)]
    return ",".join(f"{place!r}:{found}" for place, found in finite_points)


def _merged(ranges: Ranges) -> list[tuple[float, float]]:
    """Return ranges in order, none of which overlaps another."""
    merged: list[tuple[float, float]] = []
    for low, high in sorted(ranges):
        if merged and low <= merged[-1][1] + 1e-30:
            merged[-1] = (merged[-1][0], max(merged[-1][1], high))
        else:
            merged.append((low, high))
    return merged
