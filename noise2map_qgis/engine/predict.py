# SPDX-License-Identifier: GPL-2.0-or-later
"""One run from sources to outputs: the scene, the session, the map in pieces, and then its objects as mask and polygons."""

from __future__ import annotations

import contextlib
import math
import time
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal

from . import pace
from .areas import Area, Look
from .bundle import TaskCard
from .errors import OutputError, RasterError
from .gdal_settings import block_cache, gdal_exceptions
from .grid import Grid
from .inference import infer, read_ahead
from .job import Job, Settings, replaced_by, settings
from .listener import Listener, Watch
from .outputs import Outputs
from .scene import Scene, Source
from .session import Session, open_session
from .staging import Staging
from .tiling import PANEL, Lattice

# Bytes of GDAL's block cache for the rasters written, and for warping.
_OUTPUT_CACHE = 16 << 20


@dataclass(frozen=True)
class Result:
    """What a run found and how it went; areas in square metres of true ground, shares 0-1 of the valid area."""

    changed_area_m2: float
    changed_share: float
    valid_area_m2: float
    polygon_count: int
    device: str
    seconds: float
    megapixels_per_second: float
    tiles: int
    tiles_skipped: int
    grid: Grid


def run(job: Job, listener: Listener) -> Result:
    """Run a job to its end. Its outputs appear under their names when all is done; after an error or a cancel there are none.

    Raises EngineError of any kind, each with a sentence for the user; Cancelled soon after the listener says so.
    """
    begun = time.monotonic()
    chosen = settings(job)
    watch = Watch(listener)
    with Staging() as staging, contextlib.ExitStack() as stack:
        aside = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="noise2map-model"))
        opening = aside.submit(
            open_session, job.bundle, job.task, chosen.timestep, job.device, job.threads, chosen.views
        )
        stack.enter_context(gdal_exceptions())
        with Scene(job.sources, chosen.card, job.stretch) as scene:
            _spare_sources(scene, replaced_by(job))
            for line in scene.describe():
                listener.log(line)
            _warn_of_scale(scene, chosen.card, listener)
            look = Look(job.areas, scene.grid)
            grid = scene.grid.crop(look.window)
            size = _tile_size(job, chosen, scene, opening, listener)
            lattice = _lattice(scene, size, chosen.overlap)
            watch.total = lattice.count(look.window)
            meaning = chosen.card.classes[-1][1]
            outputs = stack.enter_context(
                Outputs(staging, grid, meaning, chosen.lowest_level, job.probability, job.mask, job.polygons)
            )
            with block_cache(_bytes_of_a_panel(scene, lattice) + _OUTPUT_CACHE):
                read_ahead(scene, look, lattice, opening.done)
                session = opening.result()
                _log_session(session, lattice, chosen, job, listener)
                for window, levels in infer(scene, look, lattice, session, watch.on_tile):
                    outputs.take(window.moved(-look.window.col, -look.window.row), levels)
            listener.log(f"Tiles: {watch.done}, of which {watch.skipped} were skipped (no data, or outside the area).")
            device = session.device
            del session, opening  # the memory it has worked in is free for the outputs
            if outputs.valid_area_m2 == 0:
                raise _nothing_there(scene, bool(job.areas))
        with block_cache(_OUTPUT_CACHE):
            table = outputs.finish(job.min_area, chosen.lowest_peak, job.simplify, watch, listener.log)
        stack.close()  # files must be closed before they are moved
        staging.commit()
    seconds = time.monotonic() - begun
    megapixels = grid.cols * grid.rows / 1e6
    changed = float(table.area_m2.sum())
    listener.log(f"Done in {seconds:.1f} s ({megapixels / seconds:.2f} megapixels a second).")
    return Result(
        changed_area_m2=changed,
        changed_share=changed / outputs.valid_area_m2,
        valid_area_m2=outputs.valid_area_m2,
        polygon_count=table.count,
        device=device,
        seconds=seconds,
        megapixels_per_second=megapixels / seconds,
        tiles=watch.done,
        tiles_skipped=watch.skipped,
        grid=grid,
    )


def _spare_sources(scene: Scene, replaced: set[Path]) -> None:
    """Raise OutputError if a file to be replaced is one that a layer is read from: an image of a mosaic, the GeoPackage it lies in."""
    for layer in scene.layers if replaced else ():
        for file in layer.aligned.raster.dataset.GetFileList() or ():
            if Path(file).resolve() in replaced:
                raise OutputError(
                    f"The output {file} is a file that the layer '{layer.name}' is read from; choose another name."
                )


def _nothing_there(scene: Scene, limited: bool) -> RasterError:
    """Return the error for a map without a single pixel, naming the layer at fault."""
    where = " in the chosen area" if limited else " where the layers overlap" if len(scene.layers) > 1 else ""
    for layer in scene.layers:
        if not layer.meets_data():
            return RasterError(
                f"The layer '{layer.name}' holds no data{where}: every pixel there is nodata, masked or not a number. "
                "Choose another image or area."
            )
    names = " and ".join(f"'{layer.name}'" for layer in scene.layers)
    return RasterError(f"No pixel{where} has data in {names}. Choose other images or another area.")


def _tile_size(job: Job, chosen: Settings, scene: Scene, opening: Future[Session], listener: Listener) -> int:
    """Return the size asked for, else the card's; for a raster so large that it matters, the one this computer is quickest with."""
    grid = scene.grid
    if job.tile_size is not None or grid.cols * grid.rows < pace.WORTH:
        return chosen.tile_size
    channels = chosen.card.images * len(chosen.card.bands)
    measured = pace.of(opening.result(), channels, chosen.tile_size, listener.log)
    return measured.best(grid.cols, grid.rows, chosen.overlap, chosen.tile_size)


def _lattice(scene: Scene, tile_size: int, overlap: int) -> Lattice:
    """Return the tiles of a run, in one panel where a file is stored in whole rows: every panel would decode all of them.

    Where it is enlarged there are few of them, and a panel of the whole grid's width may be larger than memory.
    """
    sources = [layer.aligned.raster for layer in scene.layers]
    in_rows = any(
        raster.dataset.GetRasterBand(raster.bands[0]).GetBlockSize()[0] > PANEL and scene.grid.cols < 2 * raster.cols
        for raster in sources
    )
    panel = scene.grid.cols if in_rows else PANEL
    return Lattice.of(scene.grid.cols, scene.grid.rows, tile_size, overlap, panel)


def _bytes_of_a_panel(scene: Scene, lattice: Lattice) -> int:
    """Return what GDAL must hold of the sources so that few blocks are decoded twice: a row of a panel's tiles, in whole blocks."""
    needed = 0
    panel_cols = min(lattice.panel_cols * lattice.cols.tile, scene.grid.cols)
    for layer in scene.layers:
        raster = layer.aligned.raster
        band = raster.dataset.GetRasterBand(raster.bands[0])
        finer = max(1.0, raster.rows / scene.grid.rows), max(1.0, raster.cols / scene.grid.cols)
        sides = zip((lattice.rows.tile, panel_cols), finer, band.GetBlockSize()[::-1], (raster.rows, raster.cols))
        rows, cols = (
            min(side, (math.ceil(pixels * scale / block) + 1) * block) for pixels, scale, block, side in sides
        )
        needed += rows * cols * raster.dataset.RasterCount * gdal.GetDataTypeSize(band.DataType) // 8
    return needed


def _warn_of_scale(scene: Scene, card: TaskCard, listener: Listener) -> None:
    own = max(scene.layers[0].aligned.raster.gsd)
    if own > 1.5 * card.gsd[1]:
        listener.warn(
            f"'{scene.layers[0].name}' has pixels of {own:.2g} m, coarser than the {card.gsd[1]:g} m this model knows. "
            "It is enlarged, but details that are not in it cannot be found."
        )


def _log_session(session: Session, lattice: Lattice, chosen: Settings, job: Job, listener: Listener) -> None:
    for note in session.notes:
        listener.warn(note)
    averaged = f", averaged over {session.views} views" if session.views > 1 else ""
    sure = f", surest pixel of an object {chosen.peak:g} at least" if chosen.peak > chosen.threshold else ""
    listener.log(
        f"Model: {job.bundle.title} ({job.bundle.name}), timestep {chosen.timestep}, threshold {chosen.threshold:g}{sure}{averaged}."
    )
    terms = "open" if job.bundle.licence.open else "not open"
    listener.log(f"Licence of the model: {job.bundle.licence.name} ({terms}).")
    listener.log(
        f"Device: {session.device}, {session.precision}; tiles of {lattice.cols.tile} x {lattice.rows.tile} pixels, "
        f"overlapping by {chosen.overlap}."
    )


__all__ = ["Area", "Job", "Listener", "Result", "Settings", "Source", "run", "settings"]
