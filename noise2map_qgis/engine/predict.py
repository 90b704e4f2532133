# SPDX-License-Identifier: GPL-2.0-or-later
"""One run from sources to outputs: the scene, the session, the map in strips, and then its objects as mask and polygons."""

from __future__ import annotations

import contextlib
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator, Protocol

import numpy as np
from osgeo import gdal

from .areas import Area, Look
from .bundle import Bundle, TaskCard
from .errors import Cancelled, EngineError, RasterError
from .grid import Grid, Window
from .inference import infer
from .objects import Objects, ObjectTable
from .polygons import vector_driver, write_polygons
from .raster import gdal_exceptions, read_window
from .scene import Scene, Source
from .session import Session, open_session
from .staging import Staging
from .stretch import AUTO, STRETCHES
from .tiling import LEVELS, NODATA, TILE_STEP, Lattice
from .writers import RasterWriter, probability_writer

_CACHE_FLOOR = 64 << 20


@dataclass(frozen=True)
class Job:
    """Everything one run needs; None means "as the card says" (values) or "not wanted" (outputs).

    areas: what is common to them is run. threshold: 0-1. min_area: square metres; smaller objects leave mask and polygons.
    simplify: metres, 0 keeps exact pixel outlines. stretch: see `stretch.measure`. device: "auto" or one of `session.PROVIDERS`.
    tile_size (a multiple of 32), overlap: pixels. threads: 0 lets ONNX Runtime decide.
    """

    bundle: Bundle
    task: str
    sources: tuple[Source, ...]
    probability: Path | None
    mask: Path | None = None
    polygons: Path | None = None
    areas: tuple[Area, ...] = ()
    threshold: float | None = None
    min_area: float = 0.0
    simplify: float = 0.0
    stretch: str = AUTO
    timestep: int | None = None
    device: str = "auto"
    tile_size: int | None = None
    overlap: int | None = None
    threads: int = 0


class Listener(Protocol):
    """Whoever watches a run. Progress counts tiles; logs and warnings are sentences; `cancelled` is asked several times a second."""

    def progress(self, done: int, total: int) -> None: ...

    def log(self, text: str) -> None: ...

    def warn(self, text: str) -> None: ...

    def cancelled(self) -> bool: ...


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


@dataclass(frozen=True)
class Settings:
    """A job's values with the card's filled in; the one place where the two meet."""

    card: TaskCard
    threshold: float
    timestep: int
    tile_size: int
    overlap: int

    @property
    def lowest_level(self) -> int:
        """The lowest of the levels 0-254 that counts as positive."""
        return math.ceil(self.threshold * LEVELS - 1e-9)


def settings(job: Job) -> Settings:
    """Check a job's values before any work; raises EngineError naming the value and what is allowed."""
    card = job.bundle.tasks.get(job.task)
    if card is None:
        raise EngineError(
            f"The model '{job.bundle.name}' does not do the task '{job.task}', only {', '.join(job.bundle.tasks)}. Choose another model."
        )

    def chosen(value: Any, default: Any) -> Any:
        return default if value is None else value

    found = Settings(
        card,
        chosen(job.threshold, card.threshold),
        chosen(job.timestep, card.default_timestep),
        chosen(job.tile_size, card.tile_size),
        chosen(job.overlap, card.overlap),
    )
    if not 0 <= found.threshold <= 1:
        raise EngineError(f"The threshold must lie between 0 and 1, not at {found.threshold:g}.")
    if found.timestep not in card.timesteps:
        offered = ", ".join(map(str, card.timesteps))
        raise EngineError(f"The model '{job.bundle.name}' has no timestep {found.timestep}; choose one of {offered}.")
    if found.tile_size < 2 * TILE_STEP or found.tile_size % TILE_STEP:
        raise EngineError(f"The tile size must be a multiple of {TILE_STEP} from {2 * TILE_STEP} pixels on, not {found.tile_size}.")
    if not 0 <= 2 * found.overlap <= found.tile_size:
        raise EngineError(f"The overlap must lie between 0 and half of the tile size ({found.tile_size // 2}), not at {found.overlap}.")
    if not (math.isfinite(job.min_area) and job.min_area >= 0):
        raise EngineError(f"The smallest area must be 0 square metres or more, not {job.min_area:g}.")
    if not (math.isfinite(job.simplify) and job.simplify >= 0):
        raise EngineError(f"The simplification must be 0 metres or more, not {job.simplify:g}.")
    if job.stretch not in STRETCHES:
        raise EngineError(f"The stretch must be one of {', '.join(STRETCHES)}, not '{job.stretch}'.")
    return found


def run(job: Job, listener: Listener) -> Result:
    """Run a job to its end. Its outputs appear under their names when all is done; after an error or a cancel there are none.

    Raises EngineError of any kind, each with a sentence for the user; Cancelled soon after the listener says so.
    """
    begun = time.monotonic()
    chosen = settings(job)
    watch = _Watch(listener)
    with gdal_exceptions(), Staging() as staging:
        if job.polygons is not None:
            vector_driver(Path(job.polygons))
        with Scene(job.sources, chosen.card, job.stretch) as scene:
            for line in scene.describe():
                listener.log(line)
            _warn_of_scale(scene, chosen.card, listener)
            look = Look(job.areas, scene.grid)
            lattice = Lattice.of(scene.grid.cols, scene.grid.rows, chosen.tile_size, chosen.overlap)
            session = open_session(job.bundle, job.task, chosen.timestep, job.device, job.threads)
            _log_session(session, lattice, chosen, job, listener)
            watch.total = lattice.count(look.window)
            grid = scene.grid.crop(look.window)
            work = _Work(job, chosen, grid, staging)
            with _block_cache(scene, lattice):
                for window, levels in infer(scene, look, lattice, session, watch.on_tile):
                    work.take(window.row - look.window.row, levels)
            _log_tiles(watch, listener)
            work.require_data(scene, bool(job.areas))
        table = work.write(watch, listener)
        staging.commit()
    seconds = time.monotonic() - begun
    megapixels = grid.cols * grid.rows / 1e6
    changed = float(table.area_m2.sum())
    listener.log(f"Done in {seconds:.1f} s ({megapixels / seconds:.2f} megapixels a second).")
    return Result(
        changed_area_m2=changed,
        changed_share=changed / work.valid_area if work.valid_area else 0.0,
        valid_area_m2=work.valid_area,
        polygon_count=table.count,
        device=session.device,
        seconds=seconds,
        megapixels_per_second=megapixels / seconds,
        tiles=watch.done,
        tiles_skipped=watch.skipped,
        grid=grid,
    )


class _Watch:
    """Counts tiles, and asks the listener whether to go on."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self.total = self.done = self.skipped = 0

    def on_tile(self, skipped: bool) -> None:
        self.done += 1
        self.skipped += skipped
        self._listener.progress(self.done, self.total)
        self.check()

    def check(self) -> None:
        if self._listener.cancelled():
            raise Cancelled("The run was cancelled; nothing was written.")

    def gdal_progress(self, share: float, message: str, data: Any) -> int:
        return 0 if self._listener.cancelled() else 1


class _Work:
    """The map of a run as it grows, and the outputs made from it once it is complete."""

    def __init__(self, job: Job, chosen: Settings, grid: Grid, staging: Staging) -> None:
        self._job = job
        self._grid = grid
        self._staging = staging
        self._outputs = {
            name: staging.path(path)
            for name, path in (("probability", job.probability), ("mask", job.mask), ("polygons", job.polygons))
            if path is not None
        }
        self._meaning = chosen.card.classes[-1][1]
        self._map = probability_writer(
            self._outputs.get("probability") or staging.scratch("probability.tif"), grid, self._meaning
        )
        self._ground = grid.ground()
        self._objects = Objects(self._ground, chosen.lowest_level)
        self.valid_area = 0.0

    def take(self, first_row: int, levels: np.ndarray) -> None:
        """Add the next strip of the map, `(rows, cols) uint8`, beginning at a row of the output grid."""
        if not len(levels):
            return
        valid = np.count_nonzero(levels != NODATA, axis=1)
        if valid.any():  # strips without data stay unwritten, which reads as nodata and costs nothing
            self._map.write(Window(0, first_row, levels.shape[1], len(levels)), levels)
        self.valid_area += float(valid @ self._ground.area_m2[first_row : first_row + len(levels)])
        self._objects.add(first_row, levels)

    def require_data(self, scene: Scene, limited: bool) -> None:
        """Raise RasterError, naming the layer at fault, if no pixel of the map has data."""
        if self.valid_area > 0:
            return
        where = " in the chosen area" if limited else " where the layers overlap"
        for layer in scene.layers:
            if not layer.met_data:
                raise RasterError(
                    f"The layer '{layer.name}' holds no data{where}: every pixel there is nodata, masked or not a number. "
                    "Choose another image or area."
                )
        names = " and ".join(f"'{layer.name}'" for layer in scene.layers)
        raise RasterError(f"No pixel{where} has data in {names}. Choose other images or another area.")

    def write(self, watch: _Watch, listener: Listener) -> ObjectTable:
        """Finish the rasters and write the polygons; return the objects found."""
        watch.check()
        wanted = "probability" in self._outputs
        self._map.close("AVERAGE" if wanted else None, watch.gdal_progress)
        table = self._objects.finish(self._job.min_area)
        if "mask" in self._outputs or "polygons" in self._outputs:
            ids = self._write_objects(watch)
            if "polygons" in self._outputs:
                listener.log(f"Writing {table.count} polygon(s).")
                write_polygons(
                    self._outputs["polygons"],
                    ids,
                    self._staging.scratch("outlines.gpkg"),
                    self._grid,
                    table,
                    self._job.simplify,
                    watch.gdal_progress,
                )
        watch.check()
        return table

    def _write_objects(self, watch: _Watch) -> Path:
        """Write the mask, and return the path of a scratch raster of ids for the polygons."""
        ids = RasterWriter(self._staging.scratch("ids.tif"), self._grid, "ids", np.int32)
        mask = RasterWriter(self._outputs["mask"], self._grid, self._meaning) if "mask" in self._outputs else None
        dataset = gdal.Open(str(self._map.path))
        starts = [*self._objects.strips, self._grid.rows]
        for first, stop in zip(starts, starts[1:]):
            watch.check()
            window = Window(0, first, self._grid.cols, stop - first)
            levels = read_window(dataset, (1,), window, np.uint8)[0]
            painted = self._objects.paint(first, levels)
            if painted.any():
                ids.write(window, painted)
            if mask is not None and (levels != NODATA).any():
                mask.write(window, np.where(levels == NODATA, NODATA, painted > 0))
        ids.close()
        if mask is not None:
            mask.close("NEAREST", watch.gdal_progress)
        return ids.path


@contextlib.contextmanager
def _block_cache(scene: Scene, lattice: Lattice) -> Iterator[None]:
    """Let GDAL's cache hold one row of tiles of every source, so that overlaps are decoded once, and no more."""
    needed = _CACHE_FLOOR
    for layer in scene.layers:
        raster = layer.aligned.raster
        band = raster.dataset.GetRasterBand(raster.bands[0])
        rows = (lattice.rows.tile + 2 * band.GetBlockSize()[1]) * max(1.0, raster.rows / scene.grid.rows)
        sample = gdal.GetDataTypeSize(band.DataType) // 8
        needed += int(min(rows, raster.rows) * raster.cols * sample * raster.dataset.RasterCount)
    before = gdal.GetCacheMax()
    gdal.SetCacheMax(needed)
    try:
        yield
    finally:
        gdal.SetCacheMax(before)


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
    listener.log(f"Model: {job.bundle.title} ({job.bundle.name}), timestep {chosen.timestep}, threshold {chosen.threshold:g}.")
    listener.log(
        f"Device: {session.device}, {session.precision}; tiles of {lattice.cols.tile} x {lattice.rows.tile} pixels, "
        f"overlapping by {chosen.overlap}."
    )


def _log_tiles(watch: _Watch, listener: Listener) -> None:
    listener.log(f"Tiles: {watch.done}, of which {watch.skipped} were skipped (no data, or outside the area).")


__all__ = ["Area", "Job", "Listener", "Result", "Settings", "Source", "run", "settings"]
