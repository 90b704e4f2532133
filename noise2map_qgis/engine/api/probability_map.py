# SPDX-License-Identifier: GPL-2.0-or-later
"""A probability map in memory: array, mask, CRS and transform together, to be written, filtered and handed on."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr

from ..encoding import LEVELS, NODATA, decode, lowest_level
from ..errors import EngineError, OutputError, RasterError
from ..feedback import LoggingFeedback, ProgressCounter
from ..output.atomic import AtomicOutputs, Destinations
from ..output.outputs import Outputs
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Geotransform, Grid
from ..raster.reader import read_window
from ..vectorize.shape import Shape
from .georeference import PIXELS, PIXELS_NAME
from .options import PathLike

_DESCRIPTION = "probability of "
# Areas of a map without a CRS are counted in pixels.
_IN_PIXELS = {"area_m2": "area_px", "perimeter_m": "perimeter_px"}


@dataclass(frozen=True, eq=False)
class ProbabilityMap:
    """The probability of the positive class on a grid.

    levels: `(rows, cols) uint8`, 0-254 for 0-1, 255 where there is no data. crs: WKT, or None where coordinates are
    columns and rows. transform: GDAL's six numbers (``Affine.from_gdal(*map.transform)`` makes rasterio's). meaning:
    name of the positive class. threshold, high_threshold: 0-1, what applies where a method is given none.
    """

    levels: np.ndarray
    crs: str | None
    transform: Geotransform
    meaning: str = "positive"
    threshold: float = 0.5
    high_threshold: float = 0.0

    @classmethod
    def from_file(
        cls, path: PathLike, *, meaning: str | None = None, threshold: float = 0.5, high_threshold: float = 0.0
    ) -> ProbabilityMap:
        """Read a probability raster that a run or `write` wrote; raises RasterError if the file is no such raster."""
        try:
            with gdal_exceptions():
                dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
                band = dataset.GetRasterBand(1)
                coded = (dataset.RasterCount, band.DataType, band.GetNoDataValue()) == (1, gdal.GDT_Byte, NODATA)
                scale, described = band.GetScale(), band.GetDescription()
                reference, transform = dataset.GetSpatialRef(), tuple(dataset.GetGeoTransform())
                grid = Grid("", transform, dataset.RasterXSize, dataset.RasterYSize)
                levels = read_window(dataset, (1,), grid.window, np.uint8)[0]
                band = dataset = None
        except RuntimeError as error:
            raise RasterError(f"{path} cannot be read ({error}); check the path.") from error
        if not coded or scale is None or abs(scale * LEVELS - 1) > 1e-6:
            raise RasterError(
                f"{path} is not a probability raster of this program (one byte band, scale 1/{LEVELS}, nodata "
                f"{NODATA}); choose the probability output of a run."
            )
        found = described[len(_DESCRIPTION) :] if described.startswith(_DESCRIPTION) else "positive"
        in_pixels = reference is None or reference.GetName() == PIXELS_NAME
        wkt = None if in_pixels else str(reference.ExportToWkt())
        return cls(levels, wkt, transform, meaning or found, threshold, high_threshold)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        rows, cols = self.levels.shape
        return rows, cols

    @property
    def array(self) -> np.ndarray:
        """The probability, `(rows, cols) float32` 0-1, NaN where there is no data."""
        return decode(self.levels)

    @property
    def mask(self) -> np.ndarray:
        """Where there is data, `(rows, cols) bool`. (A numpy masked array's mask is the opposite.)"""
        return self.levels != NODATA

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """(xmin, ymin, xmax, ymax) in the CRS."""
        x0, y0, x1, y1 = self._grid.extent
        return x0, min(y0, y1), x1, max(y0, y1)

    def write(self, path: PathLike) -> Path:
        """Write a GeoTIFF as a run writes it: uint8 with a scale of 1/254, tiled, with overviews. Raises
        OutputError.
        """
        self._write(Destinations(Path(path), None, None), None, None, 0.0, Shape())
        return Path(path)

    def write_mask(
        self,
        path: PathLike,
        *,
        threshold: float | None = None,
        high_threshold: float | None = None,
        min_area: float = 0.0,
    ) -> Path:
        """Write the positive connected components as a GeoTIFF of 1, 0 and 255 (no data); arguments as in
        `polygons`.
        """
        self._write(Destinations(None, Path(path), None), threshold, high_threshold, min_area, Shape())
        return Path(path)

    def polygons(
        self,
        *,
        threshold: float | None = None,
        high_threshold: float | None = None,
        min_area: float = 0.0,
        shape: str | None = None,
        simplify: float = 0.0,
    ) -> list[dict[str, Any]]:
        """Return the positive connected components as GeoJSON-like dicts in the map's CRS.

        Each is ``{"type": "Feature", "id", "geometry": {"type": "Polygon", ...}, "properties": {...}}`` with the
        properties area_m2, perimeter_m, mean_prob and max_prob. threshold, high_threshold: 0-1; without a threshold the
        map's own two apply, with another threshold the high threshold is 0 unless given. min_area: square metres;
        smaller components are dropped. shape: "exact", "simplified" or "regular". simplify: metres an outline may move
        by. In a map without a CRS the unit is the pixel, and the names are area_px and perimeter_px.
        """
        with tempfile.TemporaryDirectory(prefix="noise2map-") as folder:
            path = self._polygon_file(
                Path(folder) / "polygons.gpkg", threshold, high_threshold, min_area, Shape.of(shape, simplify)
            )
            with gdal_exceptions():
                dataset = ogr.Open(str(path))
                features = [json.loads(feature.ExportToJson()) for feature in dataset.GetLayer(0)]
                dataset = None
        return features

    def write_polygons(
        self,
        path: PathLike,
        *,
        threshold: float | None = None,
        high_threshold: float | None = None,
        min_area: float = 0.0,
        shape: str | None = None,
        simplify: float = 0.0,
    ) -> Path:
        """Write what `polygons` returns to a vector file, such as changes.gpkg. Raises OutputError."""
        if self.crs is not None:
            self._write(
                Destinations(None, None, Path(path)), threshold, high_threshold, min_area, Shape.of(shape, simplify)
            )
            return Path(path)
        with tempfile.TemporaryDirectory(prefix="noise2map-") as folder:
            made = Path(folder) / Path(path).name
            self._polygon_file(made, threshold, high_threshold, min_area, Shape.of(shape, simplify))
            with AtomicOutputs() as atomic:
                (target,) = atomic.paths({"polygons": Path(path)}).values()
                for part in Path(folder).iterdir():
                    shutil.copyfile(part, target.parent / part.name)
                atomic.commit()
        return Path(path)

    def to_xarray(self) -> Any:
        """Return an `xarray.DataArray` (y, x) of float32 probabilities with rioxarray's CRS and transform.

        Raises ImportError where xarray or rioxarray is not installed.
        """
        try:
            import rioxarray  # noqa: F401  # adds the accessor .rio
            import xarray
        except ImportError as error:
            raise ImportError(f"to_xarray needs xarray and rioxarray ({error}): 'pip install rioxarray'.") from error
        x0, width, _, y0, _, height = self.transform
        rows, cols = self.shape
        array = xarray.DataArray(
            self.array,
            dims=("y", "x"),
            coords={"y": y0 + (np.arange(rows) + 0.5) * height, "x": x0 + (np.arange(cols) + 0.5) * width},
            name="probability",
            attrs={"long_name": f"{_DESCRIPTION}{self.meaning}"},
        )
        if self.crs is not None:
            array = array.rio.write_crs(self.crs)
        return array.rio.write_nodata(np.nan).rio.write_transform()

    def in_pixels(self) -> ProbabilityMap:
        """Return the map without its CRS: coordinates are columns and rows, as those of an array without a position."""
        return replace(self, crs=None, transform=(0.0, 1.0, 0.0, 0.0, 0.0, 1.0))

    @property
    def _grid(self) -> Grid:
        rows, cols = self.shape
        return Grid(PIXELS if self.crs is None else self.crs, self.transform, cols, rows)

    def _polygon_file(
        self, path: Path, threshold: float | None, high: float | None, min_area: float, shape: Shape
    ) -> Path:
        """Write polygons, in a map without a CRS with the names of fields that are true of it."""
        self._write(Destinations(None, None, path), threshold, high, min_area, shape)
        if self.crs is None:
            with gdal_exceptions():
                _rename_fields(path)
        return path

    def _write(
        self, files: Destinations, threshold: float | None, high: float | None, min_area: float, shape: Shape
    ) -> None:
        if high is None:
            high = self.high_threshold if threshold in (None, self.threshold) else 0.0
        threshold = self.threshold if threshold is None else threshold
        for name, value in (("threshold", threshold), ("high_threshold", high)):
            if not 0 <= value <= 1:
                raise EngineError(f"{name} must lie between 0 and 1, not at {value:g}.")
        feedback = LoggingFeedback()
        with AtomicOutputs() as atomic:
            with contextlib.ExitStack() as stack:  # files must be closed before they are moved
                stack.enter_context(gdal_exceptions())
                lowest = lowest_level(threshold)
                outputs = stack.enter_context(Outputs(atomic, self._grid, self.meaning, lowest, files))
                outputs.take(self._grid.window, np.ascontiguousarray(self.levels))
                outputs.finish(min_area, lowest_level(high), shape, ProgressCounter(feedback), feedback.log)
            atomic.commit()


def _rename_fields(path: Path) -> None:
    dataset = None
    with contextlib.suppress(RuntimeError):  # a format that GDAL cannot edit
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = None if dataset is None else dataset.GetLayer(0)
    if layer is None or not layer.TestCapability(ogr.OLCAlterFieldDefn):
        raise OutputError(
            f"The output {path.name} cannot hold areas in pixels; choose a name that ends with .gpkg, or give the "
            f"map a CRS."
        )
    for old, new in _IN_PIXELS.items():
        layer.AlterFieldDefn(layer.FindFieldIndex(old, 1), ogr.FieldDefn(new, ogr.OFTReal), ogr.ALTER_NAME_FLAG)
    layer = dataset = None
