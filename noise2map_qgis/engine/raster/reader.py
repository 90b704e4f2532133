# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster as the user delivers it: opened, checked, and refused with a sentence where it cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, osr

from ..errors import RasterError
from .bands import RGB, BandSelection, has_palette, palette_colours, sample_bands, select_bands
from .grid import Geotransform, Window, crs, pixel_metres
from .rewrite import rewritten
from .source import Source
from .trust import check_description
from .validity import MaskBand, Ranges, Validity, declared_validity

_TYPES: dict[Any, int] = {np.uint8: gdal.GDT_Byte, np.float32: gdal.GDT_Float32, np.float64: gdal.GDT_Float64}

# What libjpeg (jerror.h) says of an image that ends too early or is broken. GDAL reports these as warnings and fills
# the rest with grey, which a network would take for a change. Its other warnings cost no pixels.
_LOST_PIXELS = ("remature end of", "bad Huffman code")


# Rows of a decimated read between two checks whether to go on.
_STRIP_ROWS = 8


@dataclass(frozen=True)
class Raster:
    """An open raster and the bands to use: distinct 1-based `bands`, and `order`, which picks the network's bands from
    them.

    validity: where the raster holds data, always a plain declaration. files: those that the raster is read from.
    selection: the bands of the user's file, and why these.
    """

    source: Source
    dataset: Any
    crs: osr.SpatialReference
    geotransform: Geotransform
    bands: tuple[int, ...]
    order: tuple[int, ...]
    validity: Validity
    files: tuple[str, ...]
    selection: BandSelection

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
    def gsd(self) -> tuple[float, float]:
        """Ground sample distance at the centre, in metres along a row and along a column."""
        x_m, y_m = pixel_metres(self.crs, self.geotransform, self.cols / 2, np.array([self.rows / 2]))
        return float(x_m[0]), float(y_m[0])

    @property
    def north_up(self) -> bool:
        """Whether rows run eastward and columns southward."""
        _, a, b, _, d, e = self.geotransform
        return b == 0 and d == 0 and a > 0 and e < 0

    def read(
        self, window: Window, size: tuple[int, int] | None = None, check: Callable[[], None] | None = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read `bands` in a window inside the raster, decimated to `size` (cols, rows) if given.

        check: called several times while a long read goes on; what it raises ends the read.
        Returns `(len(bands), rows, cols)` uint8 or float32 samples, and `(rows, cols) bool`, True where there are data.
        """
        dtype = np.uint8 if self.eight_bit else np.float32
        if size is None and self._absent(window):
            shape = (window.rows, window.cols)
            return np.zeros((len(self.bands), *shape), dtype), np.zeros(shape, bool)
        # A VRT that computes its bands reports no progress while it is read.
        read = _read_in_strips if size is not None and self.dataset.GetDriver().ShortName == "VRT" else read_window
        samples = read(self.dataset, self.bands, window, dtype, size, check)
        mask = None
        if self.validity.mask is not None:
            mask = read(self.validity.mask.open(self.dataset), None, window, np.uint8, size, check)[0]
        return samples, self.validity.holds_data(samples, mask)

    def _absent(self, window: Window) -> bool:
        """Return whether a window is known to be nodata unread: none of its blocks is in the file, or no image of a
        mosaic lies there.
        """
        if self.validity.mask is not None or None in self.validity.values:
            return False
        bands = (self.dataset.GetRasterBand(band) for band in self.bands)
        return all(
            band.GetDataCoverageStatus(window.col, window.row, window.cols, window.rows)[0]
            == gdal.GDAL_DATA_COVERAGE_STATUS_EMPTY
            for band in bands
        )


def read_window(
    place: Any,
    bands: tuple[int, ...] | None,
    window: Window,
    dtype: type,
    size: tuple[int, int] | None = None,
    check: Callable[[], None] | None = None,
) -> np.ndarray:
    """Read a window of a dataset (`bands`) or of one band (None) as `(bands, rows, cols)` of a dtype, read-only.

    dtype: uint8, float32 or float64. check: see `Raster.read`.
    GDAL's own numpy module is not used: it breaks when another numpy than the one it was built with comes first.
    Raises RuntimeError where pixels cannot be read, as GDAL does.
    """
    cols, rows = size or (window.cols, window.rows)
    chosen: dict[str, Any] = {} if bands is None else {"band_list": list(bands)}
    raised: list[BaseException] = []
    if check is not None:
        chosen["callback"] = _progress(check, raised)
    told: list[str] = []
    gdal.PushErrorHandler(lambda kind, number, text: told.append(text))
    data = None
    try:
        data = place.ReadRaster(
            window.col,
            window.row,
            window.cols,
            window.rows,
            buf_xsize=cols,
            buf_ysize=rows,
            buf_type=_TYPES[dtype],
            **chosen,
        )
    except RuntimeError:
        if not raised:
            raise
    finally:
        gdal.PopErrorHandler()
    if raised:
        raise raised[0]
    for text in told:
        if any(words in text for words in _LOST_PIXELS):
            raise RuntimeError(text)
    if data is None:  # an error in one of GDAL's own threads, or while somebody else has switched its exceptions off
        raise RuntimeError(told[-1] if told else "GDAL gives no reason")
    return np.frombuffer(data, dtype).reshape(-1, rows, cols)


def _read_in_strips(
    place: Any,
    bands: tuple[int, ...] | None,
    window: Window,
    dtype: type,
    size: tuple[int, int] | None,
    check: Callable[[], None] | None,
) -> np.ndarray:
    """Read as `read_window` does, decimated, strip by strip, and call `check` before each."""
    cols, rows = size or (window.cols, window.rows)
    height = window.rows / rows
    strips = []
    for first in range(0, rows, _STRIP_ROWS):
        if check is not None:
            check()
        count = min(_STRIP_ROWS, rows - first)
        strip = Window(window.col, window.row + first * height, window.cols, count * height)  # type: ignore[arg-type]
        strips.append(read_window(place, bands, strip, dtype, (cols, count), check))
    return np.concatenate(strips, axis=1)


def _progress(check: Callable[[], None], raised: list[BaseException]) -> Callable[[float, str, Any], int]:
    """Return GDAL's progress callback for a check; what that raises is kept, because it does not pass through GDAL."""

    def progress(share: float, message: str, data: Any) -> int:
        try:
            check()
        except BaseException as error:
            # Its traceback would keep the frame of GDAL's own function alive, and with that the dataset.
            raised.append(error.with_traceback(None))
            return 0
        return 1

    return progress


def open_raster(source: Source, names: tuple[str, ...]) -> Raster:
    """Open a source for a network that takes the bands `names`; raises RasterError naming the layer and what to do."""
    check_description(source)
    try:
        dataset = gdal.OpenEx(source.path, gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        files = tuple(dataset.GetFileList() or ())  # reads the georeferencing, which may be damaged
    except RuntimeError as error:
        raise RasterError(
            f"The layer '{source.name}' cannot be opened ({_reason(error)}). Check that the file is there and not "
            "damaged."
        ) from error
    if dataset.RasterCount == 0:
        raise RasterError(
            f"The layer '{source.name}' holds no bands; choose a raster, or one of the rasters inside this file."
        )
    reference, geotransform = _georeference(source, dataset)
    path, shown, validity, selection = _what_is_read(source, dataset, names)
    used = tuple(dict.fromkeys(selection.bands))
    order = tuple(used.index(band) for band in selection.bands)
    if not validity.plain:
        wkt = reference.ExportToWkt()
        shown = rewritten(path, shown, used, validity, wkt, geotransform)
        used = tuple(range(1, len(used) + 1))
        validity = Validity(((),) * len(used), True, (MaskBand(str(len(used) + 1), 127),), notes=validity.notes)
    return Raster(source, shown, reference, geotransform, used, order, validity, files, selection)


def _what_is_read(source: Source, dataset: Any, names: tuple[str, ...]) -> tuple[str, Any, Validity, BandSelection]:
    """Return what is read in the file's place (the colours of a palette, or the file itself), by path and as a dataset,
    where it holds data, and the bands to read."""
    if source.bands or len(names) < len(RGB) or not has_palette(dataset):
        selection = _select(source, dataset, names)
        validity = declared_validity(dataset, tuple(dict.fromkeys(selection.bands)), source.nodata)
        return source.path, dataset, validity, selection
    return _what_is_read_of_a_palette(source, dataset, names)


def _what_is_read_of_a_palette(
    source: Source, dataset: Any, names: tuple[str, ...]
) -> tuple[str, Any, Validity, BandSelection]:
    indices = declared_validity(dataset, (1,), source.nodata)
    xml = palette_colours(dataset, indices.nodata[0])
    shown = gdal.Open(xml)
    # Red, green, blue and alpha; the last is 0 where the index is nodata or its colour is transparent.
    bands = _checked(source, BandSelection(tuple(range(1, len(RGB) + 1)), "colours of the palette"), 3, names)
    own = tuple(MaskBand(mask.name, mask.limit, source.path) for mask in indices.masks)
    nodata: tuple[Ranges, ...] = ((),) * len(RGB)
    masks = (MaskBand(str(len(RGB) + 1), 127), *own)
    return xml, shown, Validity(nodata, True, masks, indices.covered, indices.notes), bands


def _select(source: Source, dataset: Any, names: tuple[str, ...]) -> BandSelection:
    count = dataset.RasterCount
    if source.bands:
        single = len(sample_bands(dataset)) == 1 and len(set(source.bands)) == 1
        selection = BandSelection(source.bands, "as chosen", single)
    else:
        selection = select_bands(dataset, names)
    _checked(source, selection, count, names)
    for band in selection.bands:
        if gdal.DataTypeIsComplex(dataset.GetRasterBand(band).DataType):
            raise RasterError(
                f"Band {band} of the layer '{source.name}' holds complex numbers; compute a real band from it first."
            )
    return selection


def _checked(source: Source, selection: BandSelection, count: int, names: tuple[str, ...]) -> BandSelection:
    """Return the selection; raises RasterError if it has not a band for each name, or one that is not there."""
    wanted, bands = len(names), selection.bands
    if len(bands) != wanted:
        have = f"{len(bands)} band(s) were chosen" if source.bands else f"it has {len(bands)}"
        if selection.single and not source.bands:
            have = "it has 1: a single (panchromatic) band"
        example = ",".join("1" * wanted)
        raise RasterError(
            f"The model needs {wanted} band(s) of the layer '{source.name}', but {have}. Choose {wanted} bands for "
            f"{', '.join(names)}; a band may be repeated (for example {example})."
        )
    for band in bands:
        if not 1 <= band <= count:
            raise RasterError(f"The layer '{source.name}' has no band {band}; choose bands from 1 to {count}.")
    return selection


def _georeference(source: Source, dataset: Any) -> tuple[osr.SpatialReference, Geotransform]:
    geotransform = source.geotransform or dataset.GetGeoTransform(can_return_null=True)
    if geotransform is None and (dataset.GetGCPCount() or dataset.GetMetadata("RPC")):
        raise RasterError(
            f"The layer '{source.name}' is placed by ground control points or RPCs only. "
            "Warp it to a map projection first (Raster ▸ Projections ▸ Warp), then use the result."
        )
    if geotransform is None or geotransform[1] * geotransform[5] == geotransform[2] * geotransform[4]:
        raise RasterError(
            f"The layer '{source.name}' is not georeferenced. Give it a position with Layer ▸ Georeferencer, then use "
            "the result."
        )
    own = dataset.GetSpatialRef()
    wkt = source.crs_wkt or (own.ExportToWkt() if own is not None else "")
    if not wkt:
        raise RasterError(
            f"The layer '{source.name}' has no coordinate reference system. Set one for the layer in QGIS "
            "(right-click, Layer CRS), or write one into the file with Raster ▸ Projections ▸ Assign Projection."
        )
    reference = crs(source.crs_wkt) if source.crs_wkt else own.Clone()
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    a, b, c, d, e, f = geotransform
    return reference, (a, b, c, d, e, f)


def _reason(error: Exception) -> str:
    text = str(error).strip().rstrip(".")
    return text or "GDAL gives no reason"
