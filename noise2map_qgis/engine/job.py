# SPDX-License-Identifier: GPL-2.0-or-later
"""The request (`Job`), resolved once against the model's card into values without None (`ResolvedJob`)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from .encoding import lowest_level
from .errors import EngineError
from .inference.tile_grid import SMALLEST_TILE, TILE_STEP
from .model.augmentation import check_views
from .model.bundle import Bundle, TaskCard
from .output.atomic import Destination, Destinations
from .output.inputs import InputFiles
from .raster.area_of_interest import Area
from .raster.source import Source
from .raster.stretch import AUTO, STRETCHES
from .registration.alignment import ALIGNMENTS, OFF
from .vectorize.shape import SHAPES, Shape

Value = TypeVar("Value")


@dataclass(frozen=True)
class Job:
    """Everything one run needs; None means "as the card says" (values) or "not wanted" (outputs).

    areas: the run covers what is common to them. threshold: 0-1, from which a pixel is positive. high_threshold: 0-1,
    which at least one pixel of a connected component must reach (hysteresis thresholding, Canny 1986); None is the
    card's with the card's own threshold, else 0. min_area: square metres; smaller components are dropped. shape: of the
    polygons, one of `shape.SHAPES`; None is exact, or simplified if `simplify` is more than 0. simplify: metres by
    which outlines may move; 0 is one pixel where the shape is not exact. stretch: see `stretch.measure`. device: "auto"
    or one of `session.PROVIDERS`. tile_size: pixels, a multiple of 32. overlap: pixels. views: number of views averaged
    (test-time augmentation), one of `augmentation.VIEWS`. threads: 0 lets ONNX Runtime decide. align: what is done if
    the later date lies off the earlier one, see `alignment.align_later_date`. resume: keep the finished part of the map
    when the run is interrupted, and continue an interrupted run of the same inputs, model and settings, see
    `progress_file.py`.
    """

    bundle: Bundle
    task: str
    sources: tuple[Source, ...]
    probability: Path | None
    mask: Path | None = None
    polygons: Destination | None = None
    areas: tuple[Area, ...] = ()
    threshold: float | None = None
    high_threshold: float | None = None
    min_area: float = 0.0
    shape: str | None = None
    simplify: float = 0.0
    stretch: str = AUTO
    timestep: int | None = None
    device: str = "auto"
    tile_size: int | None = None
    overlap: int | None = None
    views: int | None = None
    threads: int = 0
    align: str = OFF
    resume: bool = False

    def resolve(self) -> ResolvedJob:
        """Return the job with the card's values filled in; raises EngineError naming the value and what is allowed."""
        return _resolve(self)


@dataclass(frozen=True)
class ResolvedJob:
    """A job whose values are all known and allowed. Fields as in `Job`."""

    bundle: Bundle
    card: TaskCard
    task: str
    sources: tuple[Source, ...]
    destinations: Destinations
    areas: tuple[Area, ...]
    threshold: float
    high_threshold: float
    min_area: float
    shape: Shape
    stretch: str
    timestep: int
    device: str
    tile_size: int
    overlap: int
    views: int
    threads: int
    align: str
    resume: bool

    @property
    def lowest_level(self) -> int:
        """The lowest of the levels 0-254 that is positive."""
        return lowest_level(self.threshold)

    @property
    def lowest_high_level(self) -> int:
        """The lowest of the levels 0-254 that one pixel of a component must reach."""
        return lowest_level(self.high_threshold)

    @property
    def inputs(self) -> InputFiles:
        """What the run reads: the images and the layers of the areas."""
        images = [(source.name, source.path) for source in self.sources]
        areas = [(Path(area.source.split("|")[0]).name, area.source) for area in self.areas if area.source]
        return InputFiles((*images, *areas))

    @property
    def positive_class(self) -> str:
        """What the positive class is called."""
        return self.card.classes[-1][1]


def _resolve(job: Job) -> ResolvedJob:
    card = job.bundle.tasks.get(job.task)
    if card is None:
        raise EngineError(
            f"The model '{job.bundle.name}' does not do the task '{job.task}', only {', '.join(job.bundle.tasks)}. "
            "Choose another model."
        )
    resolved = ResolvedJob(
        bundle=job.bundle,
        card=card,
        task=job.task,
        sources=job.sources,
        destinations=Destinations(job.probability, job.mask, job.polygons),
        areas=job.areas,
        threshold=_given(job.threshold, card.threshold),
        high_threshold=_given(job.high_threshold, card.high_threshold_for(job.threshold)),
        min_area=job.min_area,
        shape=Shape.of(job.shape, job.simplify),
        stretch=job.stretch,
        timestep=_given(job.timestep, card.default_timestep),
        device=job.device,
        tile_size=_given(job.tile_size, max(card.tile_size, SMALLEST_TILE)),
        overlap=_given(job.overlap, card.overlap),
        views=_given(job.views, card.views),
        threads=job.threads,
        align=job.align,
        resume=job.resume,
    )
    _check(resolved)
    return resolved


def _given(value: Value | None, default: Value) -> Value:
    return default if value is None else value


def _check(job: ResolvedJob) -> None:
    if not 0 <= job.threshold <= 1:
        raise EngineError(f"The threshold must lie between 0 and 1, not at {job.threshold:g}.")
    if not 0 <= job.high_threshold <= 1:
        raise EngineError(f"The high threshold must lie between 0 and 1, not at {job.high_threshold:g}.")
    if job.timestep not in job.card.timesteps:
        offered = ", ".join(map(str, job.card.timesteps))
        raise EngineError(f"The model '{job.bundle.name}' has no timestep {job.timestep}; choose one of {offered}.")
    if job.tile_size < SMALLEST_TILE or job.tile_size % TILE_STEP:
        raise EngineError(
            f"The tile size must be a multiple of {TILE_STEP} from {SMALLEST_TILE} pixels on, not {job.tile_size}."
        )
    if not 0 <= 2 * job.overlap <= job.tile_size:
        raise EngineError(
            f"The overlap must lie between 0 and half of the tile size ({job.tile_size // 2}), not at {job.overlap}."
        )
    check_views(job.views)
    if not (math.isfinite(job.min_area) and job.min_area >= 0):
        raise EngineError(f"The smallest area must be 0 square metres or more, not {job.min_area:g}.")
    if not (math.isfinite(job.shape.tolerance) and job.shape.tolerance >= 0):
        raise EngineError(f"The simplification must be 0 metres or more, not {job.shape.tolerance:g}.")
    if job.shape.kind not in SHAPES:
        raise EngineError(f"The shape of outlines must be one of {', '.join(SHAPES)}, not '{job.shape.kind}'.")
    if job.stretch not in STRETCHES:
        raise EngineError(f"The stretch must be one of {', '.join(STRETCHES)}, not '{job.stretch}'.")
    if job.align not in ALIGNMENTS:
        raise EngineError(f"The alignment must be one of {', '.join(ALIGNMENTS)}, not '{job.align}'.")
    if job.align != OFF and job.card.images != 2:
        raise EngineError(
            f"The task '{job.task}' takes one image, so there is nothing to align it with; leave the alignment off."
        )
