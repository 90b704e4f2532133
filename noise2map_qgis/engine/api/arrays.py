# SPDX-License-Identifier: GPL-2.0-or-later
"""Arrays in and a probability map out, by the same pipeline as files: the arrays become rasters in GDAL's memory."""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from osgeo import gdal

from ..errors import RasterError
from ..feedback import Feedback
from ..model.bundle import Bundle, TaskCard
from ..model.folders import DEFAULT_MODEL
from ..predict import Job, Source, run
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Geotransform
from ..raster.grid import crs as reference_of
from .georeference import METRES, geotransform_of, wkt_of
from .options import PathLike, RunOptions, bundle_of, checked, feedback_or_log
from .probability_map import ProbabilityMap

if TYPE_CHECKING:
    from typing_extensions import Unpack

# What the engine reads a sample as is float32; wider integers and floats are narrowed to it as GDAL does for files.
_TYPES = {
    "uint8": gdal.GDT_Byte,
    "uint16": gdal.GDT_UInt16,
    "int16": gdal.GDT_Int16,
    "uint32": gdal.GDT_UInt32,
    "int32": gdal.GDT_Int32,
    "float32": gdal.GDT_Float32,
    "float64": gdal.GDT_Float64,
}
_TASKS = {1: "segment", 2: "change"}


@dataclass(frozen=True)
class _Image:
    """One date: `samples (bands, rows, cols)`, where they are data `(rows, cols) bool`, and the name used in errors."""

    name: str
    samples: np.ndarray
    valid: np.ndarray


def predict_array(
    *images: np.ndarray,
    model: Bundle | PathLike = DEFAULT_MODEL,
    crs: Any = None,
    transform: Any = None,
    pixel_size: float | None = None,
    nodata: float | None = None,
    valid: np.ndarray | None = None,
    feedback: Feedback | None = None,
    **options: Unpack[RunOptions],
) -> ProbabilityMap:
    """Return the probability map of one image (buildings) or of two (change from the first to the second).

    images: `(bands, rows, cols)` of one shape, with the bands in the model's order; uint8, uint16, int16, uint32,
    int32, float32 or float64; a masked array has no data where any band is masked. crs: text that GDAL understands, an
    EPSG number, or an object with `to_wkt`. transform: an Affine or GDAL's six numbers, north up; give it together with
    `crs`. pixel_size: metres on the ground, where there is neither; None takes a size that suits the model. nodata: a
    pixel whose bands all equal it has no data. valid: `(rows, cols) bool`, False where there is no data. model,
    feedback, options: as in `detect_change`.

    The map has the grid of the images, unless their ground sample distance lies outside of the model's range; then it
    is resampled as files are. Raises RasterError for arrays that cannot be used, and EngineError as `detect_change`
    does.
    """
    named = checked("predict_array", dict(options))
    bundle = bundle_of(model)
    task = _TASKS.get(len(images), "")
    if task not in bundle.tasks:
        able = " or ".join(f"{card.images} image(s) for '{name}'" for name, card in bundle.tasks.items())
        raise RasterError(f"The model '{bundle.name}' takes {able}, not {len(images)} array(s).")
    card = bundle.tasks[task]
    checked_images = _checked(images, card, nodata, valid)
    wkt, geotransform = _place(card, crs, transform, pixel_size)
    with (
        tempfile.TemporaryDirectory(prefix="noise2map-") as folder,
        _in_memory(checked_images, wkt, geotransform) as sources,
    ):
        probability = Path(folder) / "probability.tif"
        job = Job(bundle, task, sources, probability=probability, **named)
        resolved = job.resolve()
        run(job, feedback_or_log(feedback))
        found = ProbabilityMap.from_file(
            probability,
            meaning=resolved.positive_class,
            threshold=resolved.threshold,
            high_threshold=resolved.high_threshold,
        )
    return found.in_pixels() if crs is None and pixel_size is None else found


def _checked(
    images: tuple[np.ndarray, ...], card: TaskCard, nodata: float | None, valid: np.ndarray | None
) -> list[_Image]:
    names = ("image before", "image after") if len(images) == 2 else ("image",)
    found = [_image(name, image, card, nodata, valid) for name, image in zip(names, images)]
    shapes = [image.samples.shape for image in found]
    if len(set(shapes)) > 1:
        raise RasterError(
            f"The arrays have different shapes, {shapes[0]} and {shapes[1]}; bring both images onto one grid, "
            "or use detect_change with files, which does that."
        )
    return found


def _image(name: str, image: np.ndarray, card: TaskCard, nodata: float | None, valid: np.ndarray | None) -> _Image:
    samples = np.ma.getdata(image)
    if samples.ndim != 3 or samples.shape[0] != len(card.bands) or 0 in samples.shape:
        raise RasterError(
            f"The {name} must be an array (bands, rows, cols) with the bands {', '.join(card.bands)}, "
            f"not of shape {samples.shape}."
        )
    if samples.dtype.name not in _TYPES:
        raise RasterError(f"The {name} holds {samples.dtype.name}; convert it to one of {', '.join(_TYPES)}.")
    has_data = ~np.ma.getmaskarray(image).any(axis=0)
    if nodata is not None:
        has_data &= ~(samples == nodata).all(axis=0)
    if valid is not None:
        if np.shape(valid) != samples.shape[1:]:
            raise RasterError(f"valid must have the shape {samples.shape[1:]} of the image, not {np.shape(valid)}.")
        has_data &= np.asarray(valid, bool)
    return _Image(name, samples, has_data)


def _place(card: TaskCard, reference: Any, transform: Any, pixel_size: float | None) -> tuple[str, Geotransform]:
    """Return CRS (WKT) and geotransform to run with."""
    if (reference is None) != (transform is None):
        raise RasterError("crs and transform belong together; give both, or neither.")
    if reference is not None:
        if pixel_size is not None:
            raise RasterError(
                "pixel_size is for arrays without crs and transform, which already tell it; leave it out."
            )
        return wkt_of(reference), geotransform_of(transform)
    if pixel_size is None:
        pixel_size = min(max(1.0, card.gsd[0]), card.gsd[1])  # inside the model's range, so that nothing is resampled
    if not (np.isfinite(pixel_size) and pixel_size > 0):
        raise RasterError(f"pixel_size must be more than 0 metres, not {pixel_size:g}.")
    return METRES, (0.0, float(pixel_size), 0.0, 0.0, 0.0, -float(pixel_size))


@contextmanager
def _in_memory(images: list[_Image], wkt: str, geotransform: Geotransform) -> Iterator[tuple[Source, ...]]:
    """Keep the images as GeoTIFFs in GDAL's memory for the time of a run."""
    folder = f"/vsimem/noise2map-{uuid.uuid4().hex}"
    sources = tuple(Source(f"{folder}/{number}.tif", image.name) for number, image in enumerate(images))
    try:
        with gdal_exceptions():
            for source, image in zip(sources, images):
                _write(source.path, image, wkt, geotransform)
        yield sources
    finally:
        with gdal_exceptions():
            if gdal.VSIStatL(folder) is not None:
                gdal.RmdirRecursive(folder)  # newer GDAL keeps a folder whose files are gone


def _write(path: str, image: _Image, wkt: str, geotransform: Geotransform) -> None:
    count, rows, cols = image.samples.shape
    masked = not image.valid.all()
    kind = _TYPES[image.samples.dtype.name]
    dataset = gdal.GetDriverByName("GTiff").Create(
        path, cols, rows, count + masked, kind, ["TILED=YES", "BIGTIFF=IF_SAFER", "PHOTOMETRIC=MINISBLACK"]
    )
    dataset.SetGeoTransform(geotransform)
    dataset.SetSpatialRef(reference_of(wkt))
    for number in range(count):
        band = np.ascontiguousarray(image.samples[number])
        dataset.GetRasterBand(number + 1).WriteRaster(0, 0, cols, rows, band.tobytes(), buf_type=kind)
    if masked:  # an alpha band says where data are, whatever the values of the others
        alpha = dataset.GetRasterBand(count + 1)
        alpha.SetColorInterpretation(gdal.GCI_AlphaBand)
        values = np.where(image.valid, np.uint8(255), np.uint8(0))
        alpha.WriteRaster(0, 0, cols, rows, values.tobytes(), buf_type=gdal.GDT_Byte)
    dataset.FlushCache()
