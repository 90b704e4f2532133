# SPDX-License-Identifier: GPL-2.0-or-later
"""The pipeline of a change timeline: pairs of dates, their consistent change, its components, the answers."""

from __future__ import annotations

import contextlib
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from osgeo import gdal

from ..encoding import NODATA
from ..errors import EngineError
from ..feedback import Feedback, ProgressCounter
from ..job import Job, ResolvedJob
from ..model.session import Session, open_session
from ..output.atomic import AtomicOutputs
from ..output.raster_writer import RasterWriter, probability_writer
from ..predict import (
    OUTPUT_CACHE,
    log_session,
    no_valid_pixel,
    strip_bytes,
    tile_grid_of,
    warn_of_scale,
)
from ..raster.area_of_interest import AreaOfInterest
from ..raster.gdal_settings import block_cache, gdal_exceptions
from ..raster.grid import Grid
from ..raster.scene import Scene
from . import answers
from .answers import Questions
from .components import Found, find_components
from .dates import label
from .pairs import infer_pairs
from .spans import Span, neighbours, over_one

FEWEST_DATES = 3
# Rasters hold the number of a date in a byte, beside "no change" and "no data".
_MOST_DATES = 250


@dataclass(frozen=True)
class TimelineJob:
    """A timeline to make.

    job: what a change map of two dates needs, with all images as its sources, in any order, and without outputs. dates:
    when each image was taken. questions: the files wanted.
    """

    job: Job
    dates: tuple[datetime, ...]
    questions: Questions


@dataclass(frozen=True)
class Timeline:
    """What a run found; areas in square metres of true ground, the share 0-1 of the valid area.

    dates: in the order of time. changed_m2: what changed between each date and the next one, where a change across a
    date without data counts to the date that shows it first. changed_area_m2: what changed at least once.
    suppressed_m2: the change of pairs that is not consistent over time, summed over the pairs.
    """

    dates: tuple[datetime, ...]
    changed_m2: tuple[float, ...]
    changed_area_m2: float
    changed_share: float
    valid_area_m2: float
    suppressed_m2: float
    polygon_count: int
    device: str
    grid: Grid


def run(timeline: TimelineJob, feedback: Feedback) -> Timeline:
    """Make a timeline. Outputs get their names when all are complete; after an error or a cancel there are none.

    Raises EngineError of any kind, each with a sentence for the user; Cancelled soon after the feedback says so.
    """
    dates, job = _in_order(timeline)
    counter = ProgressCounter(feedback)
    with AtomicOutputs(job.inputs, feedback.log) as atomic, contextlib.ExitStack() as stack:
        wanted = timeline.questions.started(atomic)
        scratch = Path(stack.enter_context(_scratch_folder(atomic)))
        opener = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="noise2map-model"))
        opening = opener.submit(open_session, job.bundle, job.task, job.timestep, job.device, job.threads, job.views)
        stack.enter_context(gdal_exceptions())
        with Scene(job.sources, replace(job.card, images=len(dates)), job.stretch, counter.check) as scene:
            grid = _prepare(scene, job, dates, feedback)
            answers.dry_run(wanted, timeline.questions.layer, scratch, grid)
            session = opening.result()
            paths = _map_pairs(scene, job, session, scratch, counter, feedback)
            device = session.device
            del session, opening  # frees the session's memory for the outputs
            maps = {span: stack.enter_context(_open(path)) for span, path in paths.items()}
            with block_cache(OUTPUT_CACHE):
                found = find_components(maps, grid, job, len(dates), scratch, counter)
                if found.valid_area_m2 == 0:
                    raise no_valid_pixel(scene, bool(job.areas))
                result = answers.write(wanted, timeline.questions.layer, found, grid, dates, counter)
        stack.close()  # files must be closed before they are moved
        with gdal_exceptions():
            atomic.commit()
    return _told(result, found, dates, device, grid, feedback)


def _in_order(timeline: TimelineJob) -> tuple[tuple[datetime, ...], ResolvedJob]:
    """Return the dates and the job in the order of time; raises EngineError where there is no such order."""
    sources, dates = timeline.job.sources, timeline.dates
    if not FEWEST_DATES <= len(sources) <= _MOST_DATES:
        raise EngineError(
            f"A timeline needs {FEWEST_DATES} to {_MOST_DATES} images, not {len(sources)}; for two images use Detect "
            "change."
        )
    if len(dates) != len(sources):
        raise EngineError(
            f"A timeline needs a date for each image: there are {len(sources)} images and {len(dates)} dates."
        )
    order = sorted(range(len(dates)), key=lambda number: dates[number])
    for one, other in zip(order, order[1:]):
        if dates[one] == dates[other]:
            raise EngineError(
                f"The images '{sources[one].name}' and '{sources[other].name}' have the same date, "
                f"{label(dates[one])}. Give each image its own date, or leave one of the two out."
            )
    job = replace(timeline.job, sources=tuple(sources[number] for number in order))
    return tuple(dates[number] for number in order), job.resolve()


def _prepare(scene: Scene, job: ResolvedJob, dates: tuple[datetime, ...], feedback: Feedback) -> Grid:
    """Log what is run; returns the grid of the outputs."""
    for line in scene.describe():
        feedback.log(line)
    warn_of_scale(scene, feedback)
    for layer, date in zip(scene.layers, dates):
        feedback.log(f"Date of '{layer.name}': {label(date, precise=True)}.")
    return scene.grid.crop(AreaOfInterest(job.areas, scene.grid).window)


def _map_pairs(
    scene: Scene, job: ResolvedJob, session: Session, scratch: Path, counter: ProgressCounter, feedback: Feedback
) -> dict[Span, Path]:
    """Write the change map of every span to a temporary raster."""
    aoi = AreaOfInterest(job.areas, scene.grid)
    grid = scene.grid.crop(aoi.window)
    tile_grid = tile_grid_of(scene, job.tile_size, job.overlap)
    counter.total = tile_grid.count(aoi.window)
    log_session(session, tile_grid, job, feedback)
    dates = len(scene.layers)
    paths = {span: scratch / f"pair-{span.first}-{span.last}.tif" for span in [*neighbours(dates), *over_one(dates)]}
    writers: dict[Span, RasterWriter] = {}
    try:
        for span, path in paths.items():
            writers[span] = probability_writer(path, grid, job.positive_class)
        with block_cache(strip_bytes(scene, tile_grid) + OUTPUT_CACHE):
            pieces = infer_pairs(scene, aoi, tile_grid, session, job.lowest_level, counter.on_tile, counter.check)
            for window, maps in pieces:
                here = window.moved(-aoi.window.col, -aoi.window.row)
                for span, levels in maps.items():
                    if levels.min() != NODATA:  # what is never written reads as nodata and costs nothing
                        writers[span].write(here, levels)
        for writer in writers.values():
            writer.close()
    finally:
        for writer in writers.values():
            writer.abandon()
    feedback.log(f"Tiles: {counter.done}, of which {counter.skipped} were skipped (no data, or outside the area).")
    return paths


@contextlib.contextmanager
def _open(path: Path) -> Any:
    dataset = gdal.Open(str(path))
    yield dataset
    del dataset


def _scratch_folder(atomic: AtomicOutputs) -> Any:
    """A folder for temporary rasters, on the disk of the outputs, where there ought to be room."""
    return tempfile.TemporaryDirectory(dir=atomic.scratch("timeline").parent, ignore_cleanup_errors=True)


def _told(
    result: answers.Answers,
    found: Found,
    dates: tuple[datetime, ...],
    device: str,
    grid: Grid,
    feedback: Feedback,
) -> Timeline:
    for number, area in enumerate(result.changed_m2):
        feedback.log(f"{label(dates[number])} to {label(dates[number + 1])}: {area:,.0f} m² changed.")
    if found.suppressed_m2:
        feedback.log(
            f"Left out as noise: {found.suppressed_m2:,.0f} m² of change that one date shows and neither of its "
            "neighbours."
        )
    return Timeline(
        dates=dates,
        changed_m2=result.changed_m2,
        changed_area_m2=result.changed_area_m2,
        changed_share=result.changed_area_m2 / found.valid_area_m2,
        valid_area_m2=found.valid_area_m2,
        suppressed_m2=found.suppressed_m2,
        polygon_count=result.polygon_count,
        device=device,
        grid=grid,
    )


__all__ = ["Questions", "Timeline", "TimelineJob", "run"]
