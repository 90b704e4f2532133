# SPDX-License-Identifier: GPL-2.0-or-later
"""Check pair as a function."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from ..feedback import Feedback
from ..model.bundle import Bundle
from ..model.folders import DEFAULT_MODEL
from ..raster.source import Source
from ..raster.stretch import AUTO
from ..registration.check import CheckJob, PairCheck, run_check
from ..registration.correction import MOVED
from .options import PathLike, bundle_of, feedback_or_log


def check_pair(
    before: PathLike,
    after: PathLike,
    *,
    report: PathLike | None = None,
    corrected: PathLike | None = None,
    correction: str = MOVED,
    model: Bundle | PathLike = DEFAULT_MODEL,
    before_bands: Sequence[int] = (),
    after_bands: Sequence[int] = (),
    stretch: str = AUTO,
    feedback: Feedback | None = None,
) -> PairCheck:
    """Check whether two images of one place are fit for `detect_change`, and measure by how much the later one lies
    off.

    before, after: rasters that GDAL opens, with a CRS. report: HTML file to write. corrected: GeoTIFF to write of the
    later image, brought back as `correction` says: "shift" writes another position and leaves all values, "resampled"
    puts its pixels on those of the earlier image, "field" also follows a smooth field of shifts. model: what the pair
    is checked for; it is not run. before_bands, after_bands, stretch, feedback: as for `detect_change`.

    The answer's `verdict.level` is "good", "caution" or "problem", and `verdict.align` the option `align` to run
    `detect_change` with; `misregistration.known` says whether its `east_m` and `north_m` can be relied on. Where no
    shift can be told, nothing is moved. Raises EngineError with a sentence for whatever a user can correct; then no
    output is left behind.
    """
    first, second = (
        Source(os.fspath(path), Path(path).name, tuple(bands))
        for path, bands in ((before, before_bands), (after, after_bands))
    )
    files = [None if path is None else Path(path) for path in (report, corrected)]
    job = CheckJob(bundle_of(model), (first, second), files[0], files[1], correction, stretch)
    return run_check(job, feedback_or_log(feedback))
