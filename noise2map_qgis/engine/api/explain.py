# SPDX-License-Identifier: GPL-2.0-or-later
"""What a change map's answer depends on, as a function."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..explain.explanation import ExplainJob, Explanation, run
from ..feedback import Feedback
from ..job import Job
from ..model.bundle import Bundle
from ..model.folders import DEFAULT_MODEL
from ..raster.area_files import Extent, areas_of
from ..raster.source import Source
from .options import PathLike, RunOptions, bundle_of, checked, feedback_or_log

if TYPE_CHECKING:
    from typing_extensions import Unpack


def explain_change(
    before: PathLike,
    after: PathLike,
    *,
    timesteps: Sequence[int] = (),
    point: tuple[float, float] | None = None,
    timestep_bands: PathLike | None = None,
    summary: PathLike | None = None,
    occlusion: PathLike | None = None,
    model: Bundle | PathLike = DEFAULT_MODEL,
    before_bands: Sequence[int] = (),
    after_bands: Sequence[int] = (),
    area: Extent | None = None,
    area_layer: PathLike | None = None,
    feedback: Feedback | None = None,
    **options: Unpack[RunOptions],
) -> Explanation:
    """Map what a change map's answer depends on, and return the figures of the run.

    timesteps: those to compare, () for all that the model offers. point: (x, y) in the CRS of `before`, the place of
    the occlusion. timestep_bands: GeoTIFF to write, a band of probability a timestep. summary: GeoTIFF, bands of the
    mean and standard deviation over timesteps, the share of timesteps that say change, and the mean and standard
    deviation over views. occlusion: GeoTIFF around `point`, what each pixel of the earlier and of the later image adds
    to the probability there. The option views is the number of views compared (8). The other arguments, options and
    errors are those of `detect_change`.
    """
    named = checked("explain_change", dict(options))
    images = ((before, before_bands), (after, after_bands))
    sources = tuple(Source(os.fspath(path), Path(path).name, tuple(bands)) for path, bands in images)
    job = Job(bundle_of(model), "change", sources, None, areas=areas_of(sources[0], area, area_layer), **named)
    files = (None if path is None else Path(path) for path in (timestep_bands, summary, occlusion))
    return run(ExplainJob(job, tuple(timesteps), point, *files), feedback_or_log(feedback))
