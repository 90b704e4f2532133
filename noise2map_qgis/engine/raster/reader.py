# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster as the user delivers it: opened, checked, and refused with a sentence where it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, osr

from ..errors import RasterError
from .grid import Geotransform, Window, pixel_metres

# Types whose nodata value (0, 255, 65535) is also an honest sample of one band: there a pixel has no data only if all bands say so.
_UNSIGNED = {gdal.GDT_Byte, gdal.GDT_UInt16, gdal.GDT_UInt32}
# Beyond this lie infinities and the largest floats, which many programs write for "no data"; NaN fails the comparison, too.
_LARGEST_SAMPLE = 1e37
# What libjpeg (jerror.h) says of a picture that ends too early or is broken. To GDAL these are warnings: it fills the rest with grey, which
# a network would take for a change. What else libjpeg warns of costs no pixels.
_LOST_PIXELS = ("remature end of", "bad Huffman code")


@dataclass(frozen=True)
class Source:
    """An input raster: `path` is anything GDAL opens, `name` what the user calls it, `bands` 1-based (() = the first the card asks for)."""

    path: str
    name: str
    bands: tuple[int, ...] = ()


@dataclass(frozen=True)
class Raster:
    """An open raster and the bands to use: distinct 1-based `bands`, and `order`, which picks the network's bands from them.

    mask: where data are, if a band says so: that band (255 = data), and its name for gdal.Translate.
    """

    source: Source
    dataset: Any
    crs: osr.SpatialReference
    geotransform: Geotransform
    bands: tuple[int, ...]
    order: tuple[int, ...]
    nodata: tuple[float | None, ...]
    mask: tuple[Any, str] | None

    @property
    def cols(self) -> int:
        """Columns of the raster itself."""
        return self.dataset.RasterXSize

    @property
    def rows(self) -> int:
        """Rows of the raster itself."""
        return self.dataset.RasterYSize

    @property
    def name(self) -> str:
        """What the user calls the layer."""
        return self.source.name

    @property
    def eight_bit(self) -> bool:
        """Whether all bands used are bytes, which the network takes as they are."""
        return all(self.dataset.GetRasterBand(band).DataType == gdal.GDT_Byte for band in self.bands)

    @property
    def unified_nodata(self) -> bool:
        """Whether all bands must hold their nodata value for a pixel to have no data (else one is enough)."""
        return all(self.dataset.GetRasterBand(band).DataType in _UNSIGNED for band in self.bands)

    @property
    def gsd(self) -> tuple[float, float]:
        """Ground sample distance at the centre, in metres along a row and along a column."""
        x_m, y_m = pixel_metres(self.crs, self.geotransform, self.cols / 2, np.array([self.rows / 2]))
        return float(x_m[0]), float(y_m[0])

    @property
    def north_up(self) -> bool:
        """Whether rows run eastward and columns southward."""
        _, a, b, _, d, e = self.geotransform
        return b == 0 and d == 0 and a > 0 and e < 0

    def read(self, window: Window, size: tuple[int, int] | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Read `bands` in a window inside the raster, decimated to `size` (cols, rows) if given.

        Returns `(len(bands), rows, cols)` uint8 or float32 samples, and `(rows, cols) bool`, True where there are data.
        """
        dtype = np.uint8 if self.eight_bit else np.float32
        if size is None and self._absent(window):
            shape = (window.rows, window.cols)
            return np.zeros((len(self.bands), *shape), dtype), np.zeros(shape, bool)
        samples = read_window(self.dataset, self.bands, window, dtype, size)
        valid = self._has_data(samples)
        if self.mask is not None:
            valid &= read_window(self.mask[0], None, window, np.uint8, size)[0] > 127
        return samples, valid

    def _absent(self, window: Window) -> bool:
        """Return whether a window is known to be nodata unread: none of its blocks is in the file, no image of a mosaic lies there."""
        if self.mask is not None or None in self.nodata:
            return False
        bands = (self.dataset.GetRasterBand(band) for band in self.bands)
        return all(
            band.GetDataCoverageStatus(window.col, window.row, window.cols, window.rows)[0]
            == gdal.GDAL_DATA_COVERAGE_STATUS_EMPTY
            for band in bands
        )

    def _has_data(self, samples: np.ndarray) -> np.ndarray:
        unified = self.unified_nodata
        absent = np.zeros(samples.shape[1:], bool)
        if not unified or None not in self.nodata:
            for number, (band, value) in enumerate(zip(samples, self.nodata)):
                if number == 0 or not unified:
                    if value is not None:
                        absent |= band == samples.dtype.type(value)
                elif absent.any():
                    absent &= band == samples.dtype.type(value)
        valid = ~absent
        if samples.dtype != np.uint8:
            valid &= finite(samples)
        return valid


def finite(samples: np.ndarray) -> np.ndarray:
    """Return where every band of `(bands, rows, cols) float32` holds a number that can be a measurement."""
    return (np.abs(samples) < _LARGEST_SAMPLE).all(axis=0)


def read_window(
    place: Any, bands: tuple[int, ...] | None, window: Window, dtype: type, size: tuple[int, int] | None = None
) -> np.ndarray:
    """Read a window of a dataset (`bands`) or of one band (None) as `(bands, rows, cols)` of uint8 or float32, read-only.

    GDAL's own numpy module is not used: it breaks when another numpy than the one it was built with comes first.
    Raises RuntimeError where pixels cannot be read, as GDAL does.
    """
    cols, rows = size or (window.cols, window.rows)
    kind = gdal.GDT_Byte if dtype is np.uint8 else gdal.GDT_Float32
    chosen = {} if bands is None else {"band_list": list(bands)}
    told: list[str] = []
    gdal.PushErrorHandler(lambda kind, number, text: told.append(text))
    try:
        data = place.ReadRaster(
            window.col, window.row, window.cols, window.rows, buf_xsize=cols, buf_ysize=rows, buf_type=kind, **chosen
        )
    finally:
        gdal.PopErrorHandler()
    for text in told:
        if any(words in text for words in _LOST_PIXELS):
            raise RuntimeError(text)
    if data is None:  # an error in one of GDAL's own threads, or while somebody else has switched its exceptions off
        raise RuntimeError(told[-1] if told else "GDAL gives no reason")
    return np.frombuffer(data, dtype).reshape(-1, rows, cols)


def open_raster(source: Source, wanted: int) -> Raster:
    """Open a source for a network that takes `wanted` bands; raises RasterError naming the layer and what to do."""
    try:
        dataset = gdal.OpenEx(source.path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise RasterError(
            f"The layer '{source.name}' cannot be opened ({_reason(error)}). Check that the file is there and not damaged."
        ) from error
    if dataset.RasterCount == 0:
        raise RasterError(
            f"The layer '{source.name}' holds no bands; choose a raster, or one of the rasters inside this file."
        )
    dataset, bands = _choose_bands(source, dataset, wanted)
    used = tuple(dict.fromkeys(bands))
    crs, geotransform = _georeference(source, dataset)
    return Raster(
        source,
        dataset,
        crs,
        geotransform,
        bands=used,
        order=tuple(used.index(band) for band in bands),
        nodata=tuple(_nodata(dataset.GetRasterBand(band)) for band in used),
        mask=_mask(dataset, used[0]),
    )


def _choose_bands(source: Source, dataset: Any, wanted: int) -> tuple[Any, tuple[int, ...]]:
    if not source.bands and wanted >= 3 and dataset.GetRasterBand(1).GetColorTable() is not None:
        dataset = _colours(dataset)
    count = dataset.RasterCount
    samples = [
        n for n in range(1, count + 1) if dataset.GetRasterBand(n).GetColorInterpretation() != gdal.GCI_AlphaBand
    ]
    bands = source.bands or tuple(samples[:wanted])
    if len(bands) != wanted:
        have = f"{len(bands)} band(s) were chosen" if source.bands else f"it has {len(bands)}"
        example = ",".join("1" * wanted)
        raise RasterError(
            f"The model needs {wanted} band(s) of the layer '{source.name}', but {have}. Choose {wanted} bands; "
            f"a band may be repeated (for example {example})."
        )
    for band in bands:
        if not 1 <= band <= count:
            raise RasterError(f"The layer '{source.name}' has no band {band}; choose bands from 1 to {count}.")
        if gdal.DataTypeIsComplex(dataset.GetRasterBand(band).DataType):
            raise RasterError(
                f"Band {band} of the layer '{source.name}' holds complex numbers; compute a real band from it first."
            )
    return dataset, bands


def _colours(dataset: Any) -> Any:
    """Return the colours that a palette's indices stand for, which are a measurement as the indices are not, in red, green, blue and alpha.

    Alpha says where data are: the nodata value of a palette is an index, and no value of the colours.
    """
    indices = gdal.Translate("", dataset, format="VRT", bandList=[1])
    band = indices.GetRasterBand(1)
    table, nodata = band.GetColorTable().Clone(), band.GetNoDataValue()
    if nodata is not None:
        band.DeleteNoDataValue()
        if 0 <= nodata <= 0xFFFF and nodata == int(nodata):
            table.SetColorEntry(int(nodata), (0, 0, 0, 0))
            band.SetColorTable(table)
    return gdal.Translate("", indices, format="VRT", rgbExpand="rgba")


def _georeference(source: Source, dataset: Any) -> tuple[osr.SpatialReference, Geotransform]:
    geotransform = dataset.GetGeoTransform(can_return_null=True)
    if geotransform is None and (dataset.GetGCPCount() or dataset.GetMetadata("RPC")):
        raise RasterError(
            f"The layer '{source.name}' is placed by ground control points or RPCs only. "
            "Warp it to a map projection first (Raster ▸ Projections ▸ Warp), then use the result."
        )
    if geotransform is None or geotransform[1] * geotransform[5] == geotransform[2] * geotransform[4]:
        raise RasterError(
            f"The layer '{source.name}' is not georeferenced. Give it a position with Layer ▸ Georeferencer, then use the result."
        )
    crs = dataset.GetSpatialRef()
    if crs is None or not crs.ExportToWkt():
        raise RasterError(
            f"The layer '{source.name}' has no coordinate reference system in its file. "
            "Write one into it with Raster ▸ Projections ▸ Assign Projection."
        )
    crs = crs.Clone()
    crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    a, b, c, d, e, f = geotransform
    return crs, (a, b, c, d, e, f)


def _nodata(band: Any) -> float | None:
    value = band.GetNoDataValue()
    if value is None or not np.isfinite(value):
        return None
    if band.DataType == gdal.GDT_Byte and (value != int(value) or not 0 <= value <= 255):
        return None  # a byte can never hold it
    return value


def _mask(dataset: Any, band: int) -> tuple[Any, str] | None:
    """Return the band that says where data are (a mask of the whole dataset, or alpha) with its name, or None."""
    first = dataset.GetRasterBand(band)
    if first.GetMaskFlags() & gdal.GMF_PER_DATASET and not first.GetMaskFlags() & gdal.GMF_NODATA:
        return first.GetMaskBand(), f"mask,{band}"
    for number in range(1, dataset.RasterCount + 1):
        if dataset.GetRasterBand(number).GetColorInterpretation() == gdal.GCI_AlphaBand:
            return dataset.GetRasterBand(number), str(number)
    return None


def _reason(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return text or "GDAL gives no reason"
