# SPDX-License-Identifier: GPL-2.0-or-later
"""Raster output: tiled, compressed GeoTIFF with overviews, written window by window."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Callable

import numpy as np
from osgeo import gdal

from ..encoding import LEVELS, NODATA
from ..errors import OutputError
from ..raster.grid import Grid, Window, crs

# GDAL's progress callback: (share done 0-1, message, data) -> 0 to stop.
Progress = Callable[[float, str, Any], int]

_SMALLEST_OVERVIEW = 256
_ZLEVEL = "1"
# No threads of GDAL's own, whatever GDAL_NUM_THREADS says: where its cache is full, one that reads for an overview
# writes a block out, and waits for ever for a thread that compresses it (seen with GDAL 3.6).
_ALONE = "NUM_THREADS=1"
_TYPES = {np.dtype(np.uint8): gdal.GDT_Byte, np.dtype(np.int32): gdal.GDT_Int32}


class RasterWriter:
    """A one-band GeoTIFF that grows window by window. Pixels never written are nodata (255 of a byte, 0 of int32).

    scale: band scale, None for none. Raises OutputError where the file cannot be written.
    """

    def __init__(
        self, path: Path, grid: Grid, description: str, dtype: type = np.uint8, scale: float | None = None
    ) -> None:
        if path.suffix.lower() not in (".tif", ".tiff"):
            raise OutputError(f"The output {path.name} must be a GeoTIFF; choose a name that ends with .tif.")
        self.path = path
        self._dtype: np.dtype = np.dtype(dtype)
        options = [
            "TILED=YES",
            "BLOCKXSIZE=256",
            "BLOCKYSIZE=256",
            "COMPRESS=DEFLATE",
            f"ZLEVEL={_ZLEVEL}",
            "SPARSE_OK=TRUE",
        ]
        self._dataset = self._try(
            lambda: gdal.GetDriverByName("GTiff").Create(
                str(path), grid.cols, grid.rows, 1, _TYPES[self._dtype], [*options, "BIGTIFF=IF_SAFER", _ALONE]
            )
        )
        self._dataset.SetGeoTransform(grid.geotransform)
        self._dataset.SetSpatialRef(crs(grid.crs_wkt))
        band = self._dataset.GetRasterBand(1)
        band.SetNoDataValue(NODATA if self._dtype == np.uint8 else 0)
        band.SetDescription(description)
        if scale is not None:
            band.SetScale(scale)

    def describe(self, metadata: Mapping[str, str]) -> None:
        """Add metadata items to the file; call it before the first `write`, so that the directory is written once."""
        for name, text in metadata.items():
            self._dataset.SetMetadataItem(name, text)

    def write(self, window: Window, data: np.ndarray) -> None:
        """Write `(rows, cols)` of the raster's type into a window."""
        data = np.ascontiguousarray(data, self._dtype)
        self._try(
            lambda: self._dataset.WriteRaster(
                window.col, window.row, window.cols, window.rows, data.tobytes(), buf_type=_TYPES[self._dtype]
            )
        )

    def close(self, overviews: str | None = None, progress: Progress | None = None) -> None:
        """Finish the file; `overviews`: GDAL's resampling for them ("AVERAGE", "NEAREST"), None for none."""
        if overviews is not None:
            self._build(overviews, progress)
        self._try(lambda: self._dataset.FlushCache())
        # What the destructor still writes raises nothing by itself.
        failures: list[str] = []
        gdal.PushErrorHandler(lambda kind, _, text: failures.append(text) if kind >= gdal.CE_Failure else None)
        self._dataset = None
        gdal.PopErrorHandler()
        if failures or not _is_whole(self.path):
            raise output_error(self.path, failures[0] if failures else "the file is cut off")

    def add_overviews(self, overviews: str, progress: Progress | None = None) -> None:
        """Add overviews to the closed file, which others may read meanwhile: its pixels stay where they are."""
        self._dataset = self._try(
            lambda: gdal.OpenEx(str(self.path), gdal.OF_RASTER | gdal.OF_UPDATE, open_options=[_ALONE])
        )
        self.close(overviews, progress)

    def _build(self, overviews: str, progress: Progress | None) -> None:
        side = max(self._dataset.RasterXSize, self._dataset.RasterYSize)
        factors: list[int] = []
        while side / 2 ** len(factors) > _SMALLEST_OVERVIEW:
            factors.append(2 ** (len(factors) + 1))
        if factors:
            with _overviews_like_the_rest():
                self._try(lambda: self._dataset.BuildOverviews(overviews, factors, callback=progress))

    def abandon(self) -> None:
        """Close the file, finished or not, so that it can be deleted."""
        with contextlib.suppress(RuntimeError):  # it is thrown away, whatever the disk says
            self._dataset = None

    def _try(self, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except RuntimeError as error:
            raise output_error(self.path, str(error)) from error


def probability_writer(path: Path, grid: Grid, meaning: str) -> RasterWriter:
    """Return the writer of a probability: bytes 0-254 that a band scale of 1/254 lets every program read as 0-1."""
    return RasterWriter(path, grid, f"probability of {meaning}", scale=1 / LEVELS)


@contextlib.contextmanager
def _overviews_like_the_rest() -> Iterator[None]:
    """Let this thread's overviews be compressed as the raster is and be as sparse, in its own file, whatever is set for
    all of GDAL.
    """
    options = {
        "COMPRESS_OVERVIEW": "DEFLATE",
        "ZLEVEL_OVERVIEW": _ZLEVEL,
        "SPARSE_OK_OVERVIEW": "YES",
        "TIFF_USE_OVR": "NO",
        "USE_RRD": "NO",
    }
    set_option = getattr(gdal, "SetThreadLocalConfigOption", None)
    if set_option is None:  # older GDAL compresses them harder, and what is empty, too
        yield
        return
    for name, value in options.items():
        set_option(name, value)
    try:
        yield
    finally:
        for name in options:
            set_option(name, None)


def _is_whole(path: Path) -> bool:
    """Return whether every block lies inside the file: the C library may lose the last few kilobytes of a full disk
    silently.
    """
    size = path.stat().st_size
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    for level in [band, *(band.GetOverview(number) for number in range(band.GetOverviewCount()))]:
        cols, rows = level.GetBlockSize()
        for row in range(-(-level.YSize // rows)):
            for col in range(-(-level.XSize // cols)):
                begin = level.GetMetadataItem(f"BLOCK_OFFSET_{col}_{row}", "TIFF")
                length = level.GetMetadataItem(f"BLOCK_SIZE_{col}_{row}", "TIFF")
                if begin is not None and int(begin) + int(length) > size:
                    return False
    return True


def output_error(path: Path, reason: str) -> OutputError:
    """Return the error for a file that the disk does not take."""
    return OutputError(
        f"The output {path.name} cannot be written ({reason.strip().rstrip('.')}). Check that the disk has room "
        "and that the folder may be written to, or choose another folder."
    )
