# SPDX-License-Identifier: GPL-2.0-or-later
"""The pipeline of one run, top to bottom: scene, session, map in pieces, then its components as mask and polygons."""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal

from .errors import EngineError, NoDataError
from .feedback import Feedback, ProgressCounter
from .inference.loop import infer, read_first_tiles
from .inference.tile_grid import STRIP_COLS, TileGrid
from .job import Job, ResolvedJob
from .model.session import Session, open_session
from .output.atomic import AtomicOutputs
from .output.outputs import Outputs
from .output.progress_file import Finished, ProgressFile, discard_progress
from .raster.area_of_interest import Area, AreaOfInterest
from .raster.gdal_settings import block_cache, gdal_exceptions
from .raster.grid import Grid, Window
from .raster.scene import Scene, Source
from .record import InputState, manifest_of, provenance_of
from .registration.alignment import align_later_date

# Bytes of GDAL's block cache for the rasters written, and for warping.
OUTPUT_CACHE = 16 << 20


@dataclass(frozen=True)
class Result:
    """What a run found and how it went; areas in square metres of true ground, shares 0-1 of the valid area."""

    positive_area_m2: float
    positive_share: float
    valid_area_m2: float
    polygon_count: int
    device: str
    seconds: float
    megapixels_per_second: float
    tiles: int
    tiles_skipped: int
    grid: Grid


def run(job: Job, feedback: Feedback) -> Result:
    """Run a job to its end. Outputs get their names when all are complete; after an error or a cancel there are none.

    Raises EngineError of any kind, each with a sentence for the user; Cancelled soon after the feedback says so.
    """
    resolved = job.resolve()
    try:
        return _run(resolved, feedback)
    except (MemoryError, RuntimeError) as error:
        # Python has no type of its own for a thread that gets no memory for its stack.
        if isinstance(error, RuntimeError) and "start new thread" not in str(error):
            raise
        raise EngineError(
            f"There is not enough memory for tiles of {resolved.tile_size} pixels; no output was written. Choose "
            "a smaller tile size, or close other programs."
        ) from error


def _run(job: ResolvedJob, feedback: Feedback) -> Result:
    started = time.monotonic()
    counter = ProgressCounter(feedback)
    with AtomicOutputs(job.inputs, feedback.log) as atomic, contextlib.ExitStack() as stack:
        opener = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="noise2map-model"))
        opening = opener.submit(open_session, job.bundle, job.task, job.timestep, job.device, job.threads, job.views)
        stack.enter_context(gdal_exceptions())
        inputs = InputState.of(job)
        with Scene(job.sources, job.card, job.stretch, counter.check) as scene:
            align_later_date(scene, job.align, feedback)
            for line in scene.describe():
                feedback.log(line)
            warn_of_scale(scene, feedback)
            aoi = AreaOfInterest(job.areas, scene.grid)
            for line in aoi.describe():
                feedback.log(line)
            grid = scene.grid.crop(aoi.window)
            tile_grid = tile_grid_of(scene, job.tile_size, job.overlap)
            counter.total = tile_grid.count(aoi.window)
            outputs = stack.enter_context(Outputs(atomic, grid, job.positive_class, job.lowest_level, job.destinations))
            with block_cache(strip_bytes(scene, tile_grid) + OUTPUT_CACHE):
                read_first_tiles(scene, aoi, tile_grid, opening.done)
                session = opening.result()
                log_session(session, tile_grid, job, feedback)
                provenance = provenance_of(job, session, inputs)
                outputs.describe(provenance)
                progress = _progress(job, manifest_of(provenance, inputs), feedback, stack)
                for window, levels in _pieces(scene, aoi, tile_grid, session, counter, progress):
                    outputs.take(window.moved(-aoi.window.col, -aoi.window.row), levels)
            for file in inputs.check():
                feedback.warn(f"The file {file} was removed while the map was made; what was read of it is complete.")
            feedback.log(
                f"Tiles: {counter.done}, of which {counter.skipped} were skipped (no data, or outside the area)."
            )
            device = session.device
            del session, opening  # frees the session's memory for the outputs
            if outputs.valid_area_m2 == 0:
                raise no_valid_pixel(scene, bool(job.areas))
        with block_cache(OUTPUT_CACHE):
            table = outputs.finish(job.min_area, job.lowest_high_level, job.shape, counter, feedback.log)
        stack.close()  # files must be closed before they are moved
        with gdal_exceptions():
            atomic.commit()
        for output in job.destinations.files[:1]:
            discard_progress(output)
    seconds = time.monotonic() - started
    megapixels = grid.cols * grid.rows / 1e6
    positive = float(table.area_m2.sum())
    feedback.log(f"Done in {seconds:.1f} s ({megapixels / seconds:.2f} megapixels a second).")
    return Result(
        positive_area_m2=positive,
        positive_share=positive / outputs.valid_area_m2,
        valid_area_m2=outputs.valid_area_m2,
        polygon_count=table.count,
        device=device,
        seconds=seconds,
        megapixels_per_second=megapixels / seconds,
        tiles=counter.done,
        tiles_skipped=counter.skipped,
        grid=grid,
    )


def _progress(
    job: ResolvedJob, manifest: dict[str, Any], feedback: Feedback, stack: contextlib.ExitStack
) -> ProgressFile | None:
    """Open the progress file of a run that can be continued, and say in the log what becomes of an earlier one."""
    if not job.resume or not job.destinations.files:
        return None
    progress = ProgressFile(job.destinations.files[0], manifest)
    stack.callback(progress.close)
    if progress.difference:
        feedback.warn(
            f"The unfinished map in {progress.path} was made from something else ({progress.difference}); "
            "the map is made from its beginning."
        )
    feedback.log(f"The finished part of the map is kept in {progress.path} until the outputs are complete.")
    return progress


def _pieces(
    scene: Scene,
    aoi: AreaOfInterest,
    tile_grid: TileGrid,
    session: Session,
    counter: ProgressCounter,
    progress: ProgressFile | None,
) -> Iterator[tuple[Window, np.ndarray]]:
    """Yield the map in pieces, those of an interrupted run first, and keep each new one."""
    finished = None
    if progress is not None:
        for kept in progress.pieces():
            counter.skip_to(kept.done, kept.skipped)
            finished = kept.place
            yield kept.window, kept.levels
    for piece in infer(scene, aoi, tile_grid, session, counter.on_tile, finished):
        yield piece.window, piece.levels
        if progress is not None:
            progress.add(Finished(piece.place, piece.window, piece.levels, counter.done, counter.skipped))


def no_valid_pixel(scene: Scene, limited: bool) -> NoDataError:
    """Return the error for a map without a single valid pixel, naming the layer that has no data."""
    where = " in the chosen area" if limited else " where the layers overlap" if len(scene.layers) > 1 else ""
    for layer in scene.layers:
        if not layer.meets_data():
            return NoDataError(
                f"The layer '{layer.name}' holds no data{where}: every pixel there is nodata, masked or not a number. "
                "Choose another image or area."
            )
    names = " and ".join(f"'{layer.name}'" for layer in scene.layers)
    return NoDataError(f"No pixel{where} has data in {names}. Choose other images or another area.")


def tile_grid_of(scene: Scene, tile_size: int, overlap: int) -> TileGrid:
    """Return the tile grid of a run, in one column strip where a file is stored in whole rows: each strip would decode
    them all.

    Where such a file is enlarged few rows are decoded, and a strip as wide as the grid may exceed memory.
    """
    sources = [layer.aligned.raster for layer in scene.layers]
    in_rows = any(
        raster.dataset.GetRasterBand(raster.bands[0]).GetBlockSize()[0] > STRIP_COLS
        and scene.grid.cols < 2 * raster.cols
        for raster in sources
    )
    strip = scene.grid.cols if in_rows else STRIP_COLS
    return TileGrid.of(scene.grid.cols, scene.grid.rows, tile_size, overlap, strip)


def strip_bytes(scene: Scene, tile_grid: TileGrid) -> int:
    """Return the bytes GDAL must cache so that few blocks are decoded twice: one row of tiles of a strip, in whole
    blocks.
    """
    needed = 0
    strip_cols = min(tile_grid.strip_cols * tile_grid.cols.tile, scene.grid.cols)
    for layer in scene.layers:
        raster = layer.aligned.raster
        band = raster.dataset.GetRasterBand(raster.bands[0])
        finer = max(1.0, raster.rows / scene.grid.rows), max(1.0, raster.cols / scene.grid.cols)
        sides = zip((tile_grid.rows.tile, strip_cols), finer, band.GetBlockSize()[::-1], (raster.rows, raster.cols))
        rows, cols = (
            min(side, (math.ceil(pixels * scale / block) + 1) * block) for pixels, scale, block, side in sides
        )
        needed += rows * cols * raster.dataset.RasterCount * gdal.GetDataTypeSize(band.DataType) // 8
    return needed


def warn_of_scale(scene: Scene, feedback: Feedback) -> None:
    own = max(scene.layers[0].aligned.raster.gsd)
    if own > 1.5 * scene.card.gsd[1]:
        feedback.warn(
            f"'{scene.layers[0].name}' has pixels of {own:.2g} m, coarser than the {scene.card.gsd[1]:g} m this "
            "model is for. It is enlarged, but details that are not in it cannot be found."
        )


def log_session(session: Session, tile_grid: TileGrid, job: ResolvedJob, feedback: Feedback) -> None:
    for note in (*job.bundle.deprecations, *session.notes):
        feedback.warn(note)
    averaged = f", averaged over {session.views} views" if session.views > 1 else ""
    high = f", high threshold {job.high_threshold:g}" if job.high_threshold > job.threshold else ""
    feedback.log(
        f"Model: {job.bundle.title} ({job.bundle.name}), timestep {job.timestep}, threshold "
        f"{job.threshold:g}{high}{averaged}."
    )
    terms = "open" if job.bundle.licence.open else "not open"
    feedback.log(f"Licence of the model: {job.bundle.licence.name} ({terms}).")
    feedback.log(
        f"Device: {session.device}, {session.precision}; tiles of {tile_grid.cols.tile} x {tile_grid.rows.tile} "
        "pixels, overlapping by "
        f"{job.overlap}."
    )


__all__ = ["Area", "Job", "Result", "Source", "run"]
