# SPDX-License-Identifier: GPL-2.0-or-later
"""What is asked for: a job, and its values beside the card's, checked before any work."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .areas import Area
from .bundle import Bundle, TaskCard
from .confusion import lowest_level
from .errors import EngineError, OutputError
from .scene import Source
from .stretch import AUTO, STRETCHES
from .tiling import TILE_STEP
from .views import check_views


@dataclass(frozen=True)
class Job:
    """Everything one run needs; None means "as the card says" (values) or "not wanted" (outputs).

    areas: what is common to them is run. threshold: 0-1. peak: 0-1; objects without a pixel that reaches it leave mask and polygons;
    the card's belongs to the card's threshold, with another one None means 0. min_area: square metres; smaller objects leave them, too.
    simplify: metres, 0 keeps exact pixel outlines. stretch: see `stretch.measure`. device: "auto" or one of `session.PROVIDERS`.
    tile_size: pixels, a multiple of 32; None is the card's, or for a raster of `pace.WORTH` pixels and more a smaller one if this
    computer is clearly quicker with it. overlap: pixels. views: how many views of a tile are averaged, one of `views.VIEWS`. threads: 0
    lets ONNX Runtime decide.
    """

    bundle: Bundle
    task: str
    sources: tuple[Source, ...]
    probability: Path | None
    mask: Path | None = None
    polygons: Path | None = None
    areas: tuple[Area, ...] = ()
    threshold: float | None = None
    peak: float | None = None
    min_area: float = 0.0
    simplify: float = 0.0
    stretch: str = AUTO
    timestep: int | None = None
    device: str = "auto"
    tile_size: int | None = None
    overlap: int | None = None
    views: int | None = None
    threads: int = 0


@dataclass(frozen=True)
class Settings:
    """A job's values with the card's filled in; the one place where the two meet."""

    card: TaskCard
    threshold: float
    peak: float
    timestep: int
    tile_size: int
    overlap: int
    views: int

    @property
    def lowest_level(self) -> int:
        """The lowest of the levels 0-254 that counts as positive."""
        return lowest_level(self.threshold)

    @property
    def lowest_peak(self) -> int:
        """The lowest of the levels 0-254 that one pixel of an object must reach."""
        return lowest_level(self.peak)


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
        chosen(job.peak, card.peak_with(job.threshold)),
        chosen(job.timestep, card.default_timestep),
        chosen(job.tile_size, card.tile_size),
        chosen(job.overlap, card.overlap),
        chosen(job.views, card.views),
    )
    if not 0 <= found.threshold <= 1:
        raise EngineError(f"The threshold must lie between 0 and 1, not at {found.threshold:g}.")
    if not 0 <= found.peak <= 1:
        raise EngineError(f"The peak of an object must lie between 0 and 1, not at {found.peak:g}.")
    if found.timestep not in card.timesteps:
        offered = ", ".join(map(str, card.timesteps))
        raise EngineError(f"The model '{job.bundle.name}' has no timestep {found.timestep}; choose one of {offered}.")
    if found.tile_size < 2 * TILE_STEP or found.tile_size % TILE_STEP:
        raise EngineError(
            f"The tile size must be a multiple of {TILE_STEP} from {2 * TILE_STEP} pixels on, not {found.tile_size}."
        )
    if not 0 <= 2 * found.overlap <= found.tile_size:
        raise EngineError(
            f"The overlap must lie between 0 and half of the tile size ({found.tile_size // 2}), not at {found.overlap}."
        )
    check_views(found.views)
    if not (math.isfinite(job.min_area) and job.min_area >= 0):
        raise EngineError(f"The smallest area must be 0 square metres or more, not {job.min_area:g}.")
    if not (math.isfinite(job.simplify) and job.simplify >= 0):
        raise EngineError(f"The simplification must be 0 metres or more, not {job.simplify:g}.")
    for output in replaced_by(job):
        for source in job.sources:
            if Path(source.path).resolve() == output:
                raise OutputError(f"The output {output} is the layer '{source.name}' itself; choose another name.")
    if job.stretch not in STRETCHES:
        raise EngineError(f"The stretch must be one of {', '.join(STRETCHES)}, not '{job.stretch}'.")
    return found


def replaced_by(job: Job) -> set[Path]:
    """Return the files that a job's outputs would replace."""
    outputs = (job.probability, job.mask, job.polygons)
    return {Path(output).resolve() for output in outputs if output is not None and Path(output).exists()}
