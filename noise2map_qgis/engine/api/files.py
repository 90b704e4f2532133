# SPDX-License-Identifier: GPL-2.0-or-later
"""Files in and files out: the two tasks as functions."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..feedback import Feedback
from ..model.bundle import Bundle
from ..model.folders import DEFAULT_MODEL
from ..predict import Job, Result, Source, run
from ..raster.area_files import Extent, areas_of
from .options import PathLike, RunOptions, bundle_of, checked, feedback_or_log

if TYPE_CHECKING:
    from typing_extensions import Unpack


def detect_change(
    before: PathLike,
    after: PathLike,
    *,
    probability: PathLike | None = None,
    mask: PathLike | None = None,
    polygons: PathLike | None = None,
    model: Bundle | PathLike = DEFAULT_MODEL,
    before_bands: Sequence[int] = (),
    after_bands: Sequence[int] = (),
    area: Extent | None = None,
    area_layer: PathLike | None = None,
    feedback: Feedback | None = None,
    **options: Unpack[RunOptions],
) -> Result:
    """Map what changed between two images of one place, and return the figures of the run.

    before, after: rasters that GDAL opens, with a CRS; the later one is resampled onto the grid of the earlier one.
    probability: GeoTIFF to write, uint8 with a scale of 1/254. mask: GeoTIFF to write, 1 where something changed.
    polygons: vector file to write, such as changes.gpkg. model: a name, a model's folder, or a `Bundle`. before_bands,
    after_bands: 1-based bands in the model's order, () for those declared as the model's colours, else the first ones.
    area: (xmin, ymin, xmax, ymax) in the CRS of `before`. area_layer: a file of polygons in any CRS; the run covers
    what is inside both. feedback: see `Feedback`; None logs to the logger "noise2map". options: see `RunOptions`.

    Raises EngineError with a sentence for whatever a user can correct; then no output is left behind.
    """
    images = [(before, before_bands), (after, after_bands)]
    outputs = {"probability": probability, "mask": mask, "polygons": polygons}
    named = checked("detect_change", dict(options))
    return _run("change", images, outputs, model, (area, area_layer), feedback, named)


def segment_buildings(
    image: PathLike,
    *,
    probability: PathLike | None = None,
    mask: PathLike | None = None,
    polygons: PathLike | None = None,
    model: Bundle | PathLike = DEFAULT_MODEL,
    bands: Sequence[int] = (),
    area: Extent | None = None,
    area_layer: PathLike | None = None,
    feedback: Feedback | None = None,
    **options: Unpack[RunOptions],
) -> Result:
    """Map the buildings in an image, and return the figures of the run.

    image: a raster that GDAL opens, with a CRS. The other arguments and the errors are those of `detect_change`.
    """
    outputs = {"probability": probability, "mask": mask, "polygons": polygons}
    named = checked("segment_buildings", dict(options))
    return _run("segment", [(image, bands)], outputs, model, (area, area_layer), feedback, named)


def _run(
    task: str,
    images: list[tuple[PathLike, Sequence[int]]],
    outputs: dict[str, PathLike | None],
    model: Bundle | PathLike,
    area: tuple[Extent | None, PathLike | None],
    feedback: Feedback | None,
    options: dict[str, Any],
) -> Result:
    # os.fspath and not Path: what GDAL opens need not be a file name ("/vsizip/...", a connection string).
    sources = tuple(Source(os.fspath(path), Path(path).name, tuple(bands)) for path, bands in images)
    files: dict[str, Any] = {name: None if path is None else Path(path) for name, path in outputs.items()}
    job = Job(bundle_of(model), task, sources, areas=areas_of(sources[0], *area), **files, **options)
    return run(job, feedback_or_log(feedback))
