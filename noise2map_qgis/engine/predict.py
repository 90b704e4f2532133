# SPDX-License-Identifier: GPL-2.0-or-later
"""The pipeline: sources on one grid -> tiles -> session -> blended map -> rasters and polygons."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from .bundle import Bundle
from .scene import Grid, Source


@dataclass(frozen=True)
class Area:
    """Where to look: a rectangle (xmin, ymin, xmax, ymax) and/or polygons (WKB), both in `crs_wkt`."""

    crs_wkt: str
    extent: tuple[float, float, float, float] | None = None
    polygons: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Job:
    """Everything one run needs; None means "as the card says" (values) or "not wanted" (outputs)."""

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
    stretch: str = "auto"
    timestep: int | None = None
    device: str = "auto"
    tile_size: int | None = None
    overlap: int | None = None
    threads: int = 0


class Listener(Protocol):
    """Whoever watches a run."""

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


def run(job: Job, listener: Listener) -> Result:
    """Run a job to its end."""
    raise NotImplementedError
