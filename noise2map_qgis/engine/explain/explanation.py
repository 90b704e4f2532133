# SPDX-License-Identifier: GPL-2.0-or-later
"""The pipeline of an explanation: a map at each timestep and in each view, what they agree on, and occlusion at a
place.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from ..encoding import LEVELS, NODATA, encode
from ..errors import EngineError, RasterError
from ..feedback import Feedback, ProgressCounter
from ..inference.loop import infer
from ..inference.tile_grid import TILE_STEP, TileGrid
from ..job import Job, ResolvedJob
from ..model.augmentation import ORDER, View
from ..model.session import Session, open_session
from ..output.atomic import AtomicOutputs
from ..output.raster_writer import RasterWriter, probability_writer
from ..predict import OUTPUT_CACHE, log_session, no_valid_pixel, strip_bytes, tile_grid_of, warn_of_scale
from ..raster.area_of_interest import AreaOfInterest
from ..raster.gdal_settings import block_cache, gdal_exceptions
from ..raster.grid import Grid, Window
from ..raster.reader import read_window
from ..raster.scene import Scene
from .bands import stack_bands, write_floats
from .occlusion import Occlusion, occlude

# Side of the window around a place in which parts are covered, in pixels.
OCCLUSION_WINDOW = 256
_PIECE_ROWS = 512
SUMMARY = {
    "mean": "mean over timesteps",
    "spread": "standard deviation over timesteps",
    "agreement": "share of timesteps that say change",
    "views-mean": "mean over views",
    "views-spread": "standard deviation over views",
}
DATES = ("earlier image", "later image")


@dataclass(frozen=True)
class ExplainJob:
    """An explanation to make.

    job: what a change map needs, without outputs; its `views` are those whose spread is the uncertainty (None: 8), its
    `timestep` is the one of the views and of the occlusion. timesteps: those compared, () for all that the model
    offers. point: x and y in the CRS of the first image, None for no occlusion. timestep_bands, summary, occlusion:
    GeoTIFFs to write, None where one is not wanted.
    """

    job: Job
    timesteps: tuple[int, ...] = ()
    point: tuple[float, float] | None = None
    timestep_bands: Path | None = None
    summary: Path | None = None
    occlusion: Path | None = None


@dataclass(frozen=True)
class Explanation:
    """What a run found; shares 0-1 of the area with data. point_probability: at the point, None without one.

    depends_share: where some timesteps say change and others do not. mean_spread, mean_view_spread: the mean standard
    deviation of the probability over timesteps, and over views. earlier_effect, later_effect: the most that a part of
    that image adds at the point.
    """

    timesteps: tuple[int, ...]
    depends_share: float
    mean_spread: float
    mean_view_spread: float
    point_probability: float | None
    earlier_effect: float | None
    later_effect: float | None
    device: str
    grid: Grid


def run(explain: ExplainJob, feedback: Feedback) -> Explanation:
    """Make an explanation. Outputs get their names when all are complete; after an error or a cancel there are none.

    Raises EngineError of any kind, each with a sentence for the user; Cancelled soon after the feedback says so.
    """
    job = replace(explain.job, views=explain.job.views or len(ORDER)).resolve()
    timesteps = _timesteps(explain, job)
    counter = ProgressCounter(feedback)
    finals = {"timesteps": explain.timestep_bands, "summary": explain.summary, "occlusion": explain.occlusion}
    with AtomicOutputs(job.inputs, feedback.log) as atomic, contextlib.ExitStack() as stack:
        wanted = atomic.paths(finals)
        beside = atomic.scratch("explain").parent
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=beside, ignore_cleanup_errors=True)))
        stack.enter_context(gdal_exceptions())
        with Scene(job.sources, job.card, job.stretch, counter.check) as scene:
            for line in scene.describe():
                feedback.log(line)
            warn_of_scale(scene, feedback)
            runner = _Runner(scene, job, scratch, counter, feedback, len(timesteps) + job.views)
            maps = {step: runner.at_timestep(step) for step in timesteps}
            session = runner.opened(job.timestep)
            views = [runner.in_view(session, number) for number in range(job.views)]
            found = runner.occlusion(session, explain.point)
            device = session.device
            del session
            with block_cache(OUTPUT_CACHE):
                shares, parts = _summarise(list(maps.values()), views, runner.grid, job.lowest_level, scratch, counter)
            if shares is None:
                raise no_valid_pixel(scene, bool(job.areas))
        if "timesteps" in wanted:
            stack_bands(wanted["timesteps"], {f"timestep {step}": path for step, path in maps.items()})
        if "summary" in wanted:
            stack_bands(wanted["summary"], {SUMMARY[name]: path for name, path in parts.items()})
        if "occlusion" in wanted and found is not None:
            grid, effect = found
            write_floats(wanted["occlusion"], grid, dict(zip(DATES, effect.effect)))
        stack.close()
        with gdal_exceptions():
            atomic.commit()
    at_point = found[1] if found else None
    return Explanation(
        timesteps,
        *shares,
        at_point.probability if at_point else None,
        float(at_point.effect[0].max()) if at_point else None,
        float(at_point.effect[1].max()) if at_point else None,
        device,
        runner.grid,
    )


def _timesteps(explain: ExplainJob, job: ResolvedJob) -> tuple[int, ...]:
    if job.task != "change":
        raise EngineError("Only a change map can be explained; choose a model for change.")
    if explain.occlusion is not None and explain.point is None:
        raise EngineError("The occlusion needs a place: give a point on the images, or leave its raster out.")
    steps = explain.timesteps or job.card.timesteps
    for step in steps:
        if step not in job.card.timesteps:
            offered = ", ".join(map(str, job.card.timesteps))
            raise EngineError(f"The model '{job.bundle.name}' has no timestep {step}; choose among {offered}.")
    return tuple(sorted(set(steps)))


class _OneView:
    """A session that looks at every tile in one view; takes the place of a `Session` in `infer`."""

    def __init__(self, session: Session, view: View) -> None:
        self._session, self._view = session, view
        self.workers = session.workers

    def batch(self, pixels: int) -> int:
        return self._session.batch(pixels)

    def run(self, batch: np.ndarray) -> np.ndarray:
        return np.ascontiguousarray(self._view.turn_back(self._session.answer(self._view.turn(batch))))


class _Runner:
    """Maps a scene at several timesteps and in several views, each into a temporary raster."""

    def __init__(
        self, scene: Scene, job: ResolvedJob, scratch: Path, counter: ProgressCounter, feedback: Feedback, maps: int
    ) -> None:
        self._scene, self._job, self._scratch, self._counter = scene, job, scratch, counter
        self._feedback = feedback
        self._aoi = AreaOfInterest(job.areas, scene.grid)
        self.grid = scene.grid.crop(self._aoi.window)
        self._tile_grid: TileGrid = tile_grid_of(scene, job.tile_size, job.overlap)
        counter.total = maps * self._tile_grid.count(self._aoi.window)
        feedback.log(f"{maps} maps are made: an explanation takes about as long as {maps} change maps in one view.")

    def opened(self, timestep: int) -> Session:
        job = self._job
        session = open_session(job.bundle, job.task, timestep, job.device, job.threads, 1)
        log_session(session, self._tile_grid, replace(job, timestep=timestep), self._feedback)
        return session

    def at_timestep(self, timestep: int) -> Path:
        return self._mapped(self.opened(timestep), f"timestep-{timestep}")

    def in_view(self, session: Session, number: int) -> Path:
        return self._mapped(_OneView(session, ORDER[number]), f"view-{number}")

    def _mapped(self, session: Any, name: str) -> Path:
        path = self._scratch / f"{name}.tif"
        writer = probability_writer(path, self.grid, self._job.positive_class)
        window = self._aoi.window
        try:
            with block_cache(strip_bytes(self._scene, self._tile_grid) + OUTPUT_CACHE):
                for piece in infer(self._scene, self._aoi, self._tile_grid, session, self._counter.on_tile):
                    writer.write(piece.window.moved(-window.col, -window.row), piece.levels)
            writer.close()
        finally:
            writer.abandon()
        return path

    def occlusion(self, session: Session, point: tuple[float, float] | None) -> tuple[Grid, Occlusion] | None:
        """Return the effect of covering parts of the window around a point, and its grid."""
        if point is None:
            return None
        grid = self._scene.grid
        x, width, _, y, _, height = grid.geotransform
        col, row = int((point[0] - x) // width), int((point[1] - y) // height)
        if not (0 <= col < grid.cols and 0 <= row < grid.rows):
            raise RasterError("The point lies outside of the first image; choose a place on it.")
        side = [min(OCCLUSION_WINDOW, length // TILE_STEP * TILE_STEP) for length in (grid.cols, grid.rows)]
        if min(side) == 0:
            raise RasterError(f"The images are too small to cover parts of them; {TILE_STEP} pixels a side are needed.")
        left = min(max(col - side[0] // 2, 0), grid.cols - side[0])
        top = min(max(row - side[1] // 2, 0), grid.rows - side[1])
        window = Window(left, top, *side)
        image, valid = self._scene.read(window)
        if not valid[row - top, col - left]:
            raise RasterError("An image has no data at the point; choose another place.")
        found = occlude(session.run, image, len(DATES), (row - top, col - left), self._counter.check)
        return grid.crop(window), found


def _summarise(
    timesteps: Sequence[Path], views: Sequence[Path], grid: Grid, lowest: int, scratch: Path, counter: ProgressCounter
) -> tuple[tuple[float, float, float] | None, dict[str, Path]]:
    """Write the summary's bands; returns the shares of `Explanation`, None where no pixel has data."""
    paths = {name: scratch / f"{name}.tif" for name in SUMMARY}
    writers: dict[str, RasterWriter] = {}
    sums = np.zeros(4)
    try:
        for name, path in paths.items():
            writers[name] = probability_writer(path, grid, SUMMARY[name])
        opened = [gdal.Open(str(path)) for path in (*timesteps, *views)]
        for window in _windows(grid):
            counter.check()
            levels = np.stack([read_window(dataset, (1,), window, np.uint8)[0] for dataset in opened])
            valid = (levels != NODATA).all(axis=0)
            values = levels.astype(np.float32) / LEVELS
            steps, turned = values[: len(timesteps)], values[len(timesteps) :]
            agreement = (levels[: len(timesteps)] >= lowest).mean(axis=0)
            layers = (steps.mean(axis=0), steps.std(axis=0), agreement, turned.mean(axis=0), turned.std(axis=0))
            for name, layer in zip(SUMMARY, layers):
                writers[name].write(window, np.where(valid, encode(np.minimum(layer, 1)), np.uint8(NODATA)))
            depends = valid & (agreement > 0) & (agreement < 1)
            sums += [valid.sum(), depends.sum(), layers[1][valid].sum(), layers[4][valid].sum()]
        opened.clear()
        for writer in writers.values():
            writer.close()
    finally:
        for writer in writers.values():
            writer.abandon()
    pixels, *totals = sums.tolist()
    shares = None if pixels == 0 else (totals[0] / pixels, totals[1] / pixels, totals[2] / pixels)
    return shares, paths


def _windows(grid: Grid) -> Iterator[Window]:
    for row in range(0, grid.rows, _PIECE_ROWS):
        for col in range(0, grid.cols, 2048):
            yield Window(col, row, 2048, _PIECE_ROWS).intersection(grid.window)
