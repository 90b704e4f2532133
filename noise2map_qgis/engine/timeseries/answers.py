# SPDX-License-Identifier: GPL-2.0-or-later
"""The answers of a timeline: when each place first and last changed, how often, how sure; and polygons with dates."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal

from ..encoding import LEVELS, NODATA
from ..feedback import ProgressCounter
from ..output.atomic import AtomicOutputs, Destination
from ..output.geopackage import GeoPackageLayer
from ..output.polygon_writer import dry_run as polygon_dry_run
from ..output.raster_writer import RasterWriter, output_error, probability_writer
from ..raster.grid import Grid
from .components import Found, SpanFiles, read_levels, windows
from .dates import label
from .polygons import merge_polygons
from .spans import Span

# The rasters, and what their band is called.
RASTERS = {
    "first": "first date that shows a change",
    "last": "last date that shows a change",
    "count": "number of changes",
    "confidence": "a correct timeline",
}


@dataclass(frozen=True)
class Questions:
    """The files a timeline writes; None where one is not wanted.

    first, last: the number of the date (from 1 for the second one) that first, or last, shows a change; 0 = no change,
    255 = no data. count: how many changes there were. confidence: 0-1, the probability of the least sure of the pair's
    answers. polygons: the outline of each change with the dates before and after it.
    """

    first: Path | None = None
    last: Path | None = None
    count: Path | None = None
    confidence: Path | None = None
    polygons: Destination | None = None

    @property
    def layer(self) -> str:
        """What the layer of polygons is called: as its file, or as the GeoPackage's layer that is wanted."""
        if isinstance(self.polygons, GeoPackageLayer):
            return self.polygons.table
        return Path(self.polygons).stem if self.polygons is not None else ""

    def started(self, atomic: AtomicOutputs) -> dict[str, Path]:
        """Return where to write each file that is wanted."""
        return atomic.paths(vars(self))


@dataclass(frozen=True)
class Answers:
    """Areas in square metres: of what each date but the first shows first, and of what changed at least once."""

    changed_m2: tuple[float, ...]
    changed_area_m2: float
    polygon_count: int


def dry_run(wanted: dict[str, Path], layer: str, scratch: Path, grid: Grid) -> None:
    """Try the names and formats of the outputs before the run and not behind it; raises OutputError."""
    tried = scratch / "dry-run"
    tried.mkdir()
    for name, path in wanted.items():
        if name == "polygons":
            polygon_dry_run(tried / path.name, grid, layer)
        else:
            RasterWriter(tried / path.name, grid, name).abandon()


def write(
    wanted: dict[str, Path], layer: str, found: Found, grid: Grid, dates: tuple[datetime, ...], counter: ProgressCounter
) -> Answers:
    """Write the files wanted of the changes found."""
    area_m2 = grid.ground().area_m2
    changed = np.zeros(len(dates) - 1)
    whole = 0.0
    writers: dict[str, RasterWriter] = {}
    try:
        for name, path in wanted.items():
            if name == "confidence":
                writers[name] = probability_writer(path, grid, RASTERS[name])
            elif name in RASTERS:
                writers[name] = RasterWriter(path, grid, RASTERS[name])
        with contextlib.ExitStack() as stack:
            opened = {span: _Opened(files, stack) for span, files in found.spans.items()}
            for window in windows(grid):
                counter.check()
                layers, by_date = _answer({span: one.read(window) for span, one in opened.items()}, len(dates))
                rows = area_m2[window.row : window.end_row]
                for number, mask in by_date.items():
                    changed[number - 1] += float(np.count_nonzero(mask, axis=1) @ rows)
                happened = (layers["count"] > 0) & (layers["count"] != NODATA)
                whole += float(np.count_nonzero(happened, axis=1) @ rows)
                if layers["count"].min() != NODATA:
                    for name, writer in writers.items():
                        writer.write(window, layers[name])
        for name, writer in writers.items():
            writer.close()
            _describe(writer.path, name, dates)
            writer.add_overviews("AVERAGE" if name == "confidence" else "NEAREST", counter.gdal_progress)
            counter.check()
    finally:
        for writer in writers.values():
            writer.abandon()
    if "polygons" in wanted:
        merge_polygons(wanted["polygons"], layer, {s: f.polygons for s, f in found.spans.items()}, grid, dates, counter)
    count = sum(files.count for files in found.spans.values())
    return Answers(tuple(changed.tolist()), whole, count)


class _Opened:
    """The rasters of one span's changes, open until the stack is left."""

    def __init__(self, files: SpanFiles, stack: contextlib.ExitStack) -> None:
        self._probability = stack.enter_context(_open(files.probability))
        self._mask = stack.enter_context(_open(files.mask))

    def read(self, window: Any) -> tuple[np.ndarray, np.ndarray]:
        """Return levels and mask, both `(rows, cols) uint8`, 255 = no data."""
        return read_levels(self._probability, window), read_levels(self._mask, window)


@contextlib.contextmanager
def _open(path: Path) -> Iterator[Any]:
    dataset = gdal.Open(str(path))
    yield dataset
    del dataset


def _answer(
    spans: dict[Span, tuple[np.ndarray, np.ndarray]], dates: int
) -> tuple[dict[str, np.ndarray], dict[int, np.ndarray]]:
    """Answer all questions for a window from each span's levels and mask; also where each date shows a change."""
    shape = next(iter(spans.values()))[0].shape
    first = np.full(shape, NODATA, np.uint8)
    last, count = np.zeros(shape, np.uint8), np.zeros(shape, np.uint8)
    confidence = np.full(shape, NODATA, np.uint8)
    known = np.zeros(shape, bool)
    by_date: dict[int, np.ndarray] = {}
    for span, (levels, mask) in spans.items():
        valid, happened = levels != NODATA, mask == 1
        known |= valid
        sure = np.where(happened, levels, LEVELS - np.minimum(levels, LEVELS))
        np.minimum(confidence, sure, out=confidence, where=valid)
        np.minimum(first, np.uint8(span.last), out=first, where=happened)
        np.maximum(last, np.uint8(span.last), out=last, where=happened)
        count += happened
        by_date[span.last] = by_date.get(span.last, False) | happened
    first[first == NODATA] = 0
    layers = {"first": first, "last": last, "count": count, "confidence": confidence}
    for layer in layers.values():
        layer[~known] = NODATA
    return layers, by_date


def _describe(path: Path, name: str, dates: tuple[datetime, ...]) -> None:
    """Write what each value of a raster means into its band's metadata: the dates before and after the change."""
    if name not in ("first", "last"):
        return
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_UPDATE)
        band = dataset.GetRasterBand(1)
        band.SetMetadataItem("VALUE_0", "no change")
        for number, (one, other) in enumerate(zip(dates, dates[1:]), 1):
            band.SetMetadataItem(f"VALUE_{number}", f"{label(one, precise=True)}/{label(other, precise=True)}")
        dataset.FlushCache()
    except RuntimeError as error:
        raise output_error(path, str(error)) from error
