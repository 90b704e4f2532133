# SPDX-License-Identifier: GPL-2.0-or-later
"""Three or more images of one place in, when each place changed out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from ..feedback import Feedback
from ..job import Job
from ..model.bundle import Bundle
from ..model.folders import DEFAULT_MODEL
from ..raster.area_files import Extent, areas_of
from ..raster.source import Source
from ..timeseries.answers import Questions
from ..timeseries.dates import dates_of, parse_date, read_table
from ..timeseries.timeline import Timeline, TimelineJob, run
from .options import PathLike, RunOptions, bundle_of, checked, feedback_or_log

if TYPE_CHECKING:
    from typing_extensions import Unpack

DateLike = Union[str, date, None]


def change_timeline(
    images: Sequence[PathLike],
    *,
    dates: Sequence[DateLike] = (),
    dates_table: PathLike | None = None,
    first: PathLike | None = None,
    last: PathLike | None = None,
    count: PathLike | None = None,
    confidence: PathLike | None = None,
    polygons: PathLike | None = None,
    model: Bundle | PathLike = DEFAULT_MODEL,
    bands: Sequence[int] = (),
    area: Extent | None = None,
    area_layer: PathLike | None = None,
    feedback: Feedback | None = None,
    **options: Unpack[RunOptions],
) -> Timeline:
    """Map when each place changed over three or more images, and return the figures of the run.

    images: rasters that GDAL opens, in any order; all are resampled onto the grid of the earliest. dates: one an image,
    as a `date`, a `datetime` or text such as 2019, 2019-08 or 20190818; () or None reads them from the names.
    dates_table: a CSV file with the columns name and date, which counts before `dates`. first, last: GeoTIFFs to write,
    uint8, the number of the date (1 is the second one) that first, or last, shows a change, 0 = none. count: GeoTIFF,
    how many changes there were. confidence: GeoTIFF, uint8 with a scale of 1/254, the probability of the least sure
    answer. polygons: vector file with the fields begin and end, the dates between which each change happened. The other
    arguments, options and errors are those of `detect_change`.
    """
    named = checked("change_timeline", dict(options))
    sources = tuple(Source(os.fspath(path), Path(path).name, tuple(bands)) for path in images)
    table = None if dates_table is None else read_table(Path(dates_table))
    taken = dates_of(sources, tuple(_moment(one) for one in dates), table)
    files: dict[str, Any] = {
        "first": first,
        "last": last,
        "count": count,
        "confidence": confidence,
        "polygons": polygons,
    }
    questions = Questions(**{name: None if path is None else Path(path) for name, path in files.items()})
    job = Job(bundle_of(model), "change", sources, None, areas=areas_of(sources[0], area, area_layer), **named)
    return run(TimelineJob(job, taken, questions), feedback_or_log(feedback))


def _moment(given: DateLike) -> datetime | None:
    if given is None or isinstance(given, datetime):
        return given
    return parse_date(given) if isinstance(given, str) else datetime(given.year, given.month, given.day)
