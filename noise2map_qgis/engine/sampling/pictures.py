# SPDX-License-Identifier: GPL-2.0-or-later
"""A picture of each point in each image, for the form in which a person answers."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr

from ..errors import OutputError, RasterError
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import crs, pixel_metres
from .drawing import DrawnPoints

SIDE = 360  # pixels of a picture
_MARK = 4  # pixels around the point that stay free of the mark
_ARM = 14  # length of the mark's arms
_COLOUR = (255, 0, 200)  # stands out from vegetation, soil and roofs
# The share of dark and of bright samples that a stretch cuts off, in percent.
_PERCENTILES = (2, 98)


def draw_pictures(
    folder: Path,
    images: Sequence[Path | None],
    crs_wkt: str,
    points: DrawnPoints,
    metres: float,
    on_picture: Callable[[], None],
) -> list[tuple[str, str]]:
    """Write a JPEG of every point in every image into `folder`, and return for each point the paths ("" for no image).

    metres: side of the ground shown. The folder is replaced as a whole when all pictures are made. on_picture is called
    after each; what it raises ends the run, and nothing is left behind. Raises RasterError naming an image, OutputError
    for the folder.
    """
    folder = folder.absolute()
    try:
        scratch = Path(tempfile.mkdtemp(prefix=".noise2map-", dir=folder.parent))
    except OSError as error:
        raise OutputError(
            f"The folder {folder.parent} cannot be written to ({error.strerror}); choose another."
        ) from error
    try:
        found = [["", ""] for _ in points.x]
        for number, (image, when) in enumerate(zip(images, ("before", "after"))):
            if image is None:
                continue
            with gdal_exceptions():
                view = _View(image, crs_wkt, metres)
                for index, (x, y) in enumerate(zip(points.x.tolist(), points.y.tolist())):
                    name = f"{index + 1:04d}_{when}.jpg"
                    view.write(scratch / name, x, y)
                    found[index][number] = str(folder / name)
                    on_picture()
                view.close()
        shutil.rmtree(folder, ignore_errors=True)
        scratch.rename(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    return [(before, after) for before, after in found]


class _View:
    """An image to cut pictures from, stretched alike for all of them."""

    def __init__(self, path: Path, crs_wkt: str, metres: float) -> None:
        try:
            self._dataset: Any = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
        except RuntimeError as error:
            raise RasterError(f"The image {path} cannot be opened ({error}); check the path.") from error
        reference = self._dataset.GetSpatialRef()
        if reference is None:
            raise RasterError(f"The image {path} has no coordinate reference system; georeference it first.")
        target = crs(reference.ExportToWkt())
        self._to_image = osr.CoordinateTransformation(crs(crs_wkt), target)
        self._bands = (1, 2, 3) if self._dataset.RasterCount >= 3 else (1, 1, 1)
        geotransform = self._dataset.GetGeoTransform()
        middle = np.array([self._dataset.RasterYSize / 2])
        x_m, y_m = pixel_metres(target, geotransform, self._dataset.RasterXSize / 2, middle)
        self._half = (
            metres / 2 * abs(geotransform[1]) / float(x_m[0]),
            metres / 2 * abs(geotransform[5]) / float(y_m[0]),
        )
        self._limits = [self._stretch(band) for band in self._bands]

    def _stretch(self, number: int) -> tuple[float, float]:
        band = self._dataset.GetRasterBand(number)
        if band.DataType == gdal.GDT_Byte:
            return 0.0, 255.0
        size = min(band.XSize, 512), min(band.YSize, 512)
        data = band.ReadRaster(0, 0, band.XSize, band.YSize, *size, buf_type=gdal.GDT_Float32)
        samples = np.frombuffer(data, np.float32)
        samples = samples[np.isfinite(samples) & (samples != (band.GetNoDataValue() or 0))]
        low, high = np.percentile(samples, _PERCENTILES) if samples.size else (0.0, 1.0)
        return float(low), max(float(high), float(low) + 1e-6)

    def write(self, path: Path, x: float, y: float) -> None:
        """Write the picture around a point of the map's CRS."""
        left, top, _ = self._to_image.TransformPoint(x, y)
        bounds = [left - self._half[0], top - self._half[1], left + self._half[0], top + self._half[1]]
        cut = gdal.Warp(
            "", self._dataset, format="MEM", outputBounds=bounds, width=SIDE, height=SIDE, resampleAlg="bilinear"
        )
        picture = np.zeros((3, SIDE, SIDE), np.uint8)
        for index, (number, (low, high)) in enumerate(zip(self._bands, self._limits)):
            data = cut.GetRasterBand(number).ReadRaster(buf_type=gdal.GDT_Float32)
            samples = np.nan_to_num(np.frombuffer(data, np.float32).reshape(SIDE, SIDE), nan=low)
            picture[index] = np.clip((samples - low) * (255 / (high - low)), 0, 255)
        _mark(picture)
        memory = gdal.GetDriverByName("MEM").Create("", SIDE, SIDE, 3, gdal.GDT_Byte)
        memory.WriteRaster(0, 0, SIDE, SIDE, picture.tobytes())
        gdal.GetDriverByName("JPEG").CreateCopy(str(path), memory, options=["QUALITY=85"])
        path.with_name(path.name + ".aux.xml").unlink(missing_ok=True)

    def close(self) -> None:
        """Close the image."""
        self._dataset = None


def _mark(picture: np.ndarray) -> None:
    """Draw four arms that point at the middle and leave it free."""
    middle = SIDE // 2
    for start, stop in ((middle - _MARK - _ARM, middle - _MARK), (middle + _MARK, middle + _MARK + _ARM)):
        for band, value in enumerate(_COLOUR):
            picture[band, middle - 1 : middle + 1, start:stop] = value
            picture[band, start:stop, middle - 1 : middle + 1] = value
