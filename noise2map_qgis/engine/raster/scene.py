# SPDX-License-Identifier: GPL-2.0-or-later
"""One or two rasters on one grid, read window by window as the bytes the network takes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType

import numpy as np

from ..errors import RasterError
from ..model.bundle import TaskCard
from .displacement import Displacement
from .gdal_settings import gdal_exceptions
from .grid import Grid, Window
from .reader import open_raster
from .source import BandNodata, Source
from .stretch import AUTO, NEUTRAL, Stretch, measure
from .warp import Aligned, align, choose_grid


@dataclass
class Layer:
    """One date: the raster on the grid and its stretch. `unread`: windows passed over before any with data had been
    read.
    """

    aligned: Aligned
    stretch: Stretch
    unread: list[Window] = field(default_factory=list)
    _met_data: bool = field(default=False)

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.aligned.raster.name

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read a window inside the grid: `(bands, rows, cols) uint8` in the network's order and `(rows, cols) bool`."""
        raster = self.aligned.raster
        try:
            samples, valid = self.aligned.read(window)
        except RuntimeError as error:
            raise RasterError(
                f"The layer '{raster.name}' cannot be read near column {window.col}, row {window.row} ({error}). "
                "The file seems damaged; copy or export it again."
            ) from error
        self._met_data = self._met_data or bool(valid.any())
        image = self.stretch.apply(samples, valid)
        return (image if raster.order == tuple(range(len(raster.bands))) else image[list(raster.order)]), valid

    def pass_over(self, window: Window) -> None:
        """Leave a window unread, because another date has no data there."""
        if not self._met_data:
            self.unread.append(window)

    def meets_data(self) -> bool:
        """Return whether any window asked for, read or passed over, holds data."""
        return self._met_data or any(self.read(window)[1].any() for window in self.unread)


class Scene:
    """The rasters of a run on one grid; a context manager. The first source defines the grid, see `warp.choose_grid`.

    sources: as many as the card has images, the earlier date first. stretch, check: see `stretch.measure`.
    Raises RasterError, naming the layer, for whatever makes a source unusable.
    """

    def __init__(
        self,
        sources: tuple[Source, ...],
        card: TaskCard,
        stretch: str = AUTO,
        check: Callable[[], None] | None = None,
    ) -> None:
        if len(sources) != card.images:
            raise RasterError(f"The model needs {card.images} raster(s) for this task but was given {len(sources)}.")
        with contextlib.ExitStack() as stack:
            stack.enter_context(gdal_exceptions())
            self.card = card
            self.grid, self.why, self.layers = _open(sources, card, stretch, check)
            self._gdal = stack.pop_all()

    def __enter__(self) -> Scene:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the files."""
        self.layers = ()
        self._gdal.close()

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read a window inside the grid: `(dates * bands, rows, cols) uint8`, perhaps read-only, and `(rows, cols)
        bool`.

        A pixel is valid where every date has data; where one has none, all dates hold one neutral value, so that it is
        no change.
        """
        parts = []
        valid = np.ones((window.rows, window.cols), bool)
        for layer in self.layers:
            if valid.any():
                part, has_data = layer.read(window)
                parts.append(part)
                valid &= has_data
            else:
                layer.pass_over(window)
        if not valid.any():
            bands = sum(len(layer.aligned.raster.order) for layer in self.layers)
            return np.broadcast_to(np.uint8(NEUTRAL), (bands, window.rows, window.cols)), valid
        image = np.concatenate(parts)
        if not valid.all():
            np.copyto(image, NEUTRAL, where=~valid)
        return image, valid

    def displaced(self, index: int, displacement: Displacement) -> Layer:
        """Return a date as it is once it is brought back by what it lies off, in pixels of the grid."""
        layer = self.layers[index]
        reference = self.layers[0].aligned.raster
        return Layer(align(layer.aligned.raster, self.grid, reference, displacement), layer.stretch)

    def displace(self, index: int, displacement: Displacement) -> None:
        """Bring a date back by what it lies off, in pixels of the grid, for all that is read from now on."""
        moved = self.displaced(index, displacement)
        self.layers = (*self.layers[:index], moved, *self.layers[index + 1 :])

    def describe(self) -> list[str]:
        """Return the lines of the log that tell how the rasters reach the network."""
        x_m, y_m = self.grid.gsd
        lines = [f"Grid: {self.grid.cols} x {self.grid.rows} pixels of {x_m:.3g} x {y_m:.3g} m, {self.why}."]
        for layer in self.layers:
            raster = layer.aligned.raster
            own = raster.gsd
            lines.append(
                f"{layer.name}: {own[0]:.3g} x {own[1]:.3g} m on the ground, {layer.aligned.how}; "
                f"{raster.selection.describe(self.card.bands)}; {layer.stretch}."
            )
            lines += [f"{layer.name}: {note}." for note in raster.validity.notes]
        return lines


def _open(
    sources: tuple[Source, ...], card: TaskCard, stretch: str, check: Callable[[], None] | None
) -> tuple[Grid, str, tuple[Layer, ...]]:
    try:
        rasters = [open_raster(source, card.bands) for source in sources]
        grid, why = choose_grid(rasters[0], card.gsd)
        aligned = [align(raster, grid, rasters[0]) for raster in rasters]
        layers = tuple(Layer(one, measure(one.raster, stretch, card.percentiles, check)) for one in aligned)
        return grid, why, layers
    except RuntimeError as error:
        names = " and ".join(f"'{source.name}'" for source in sources)
        raise RasterError(
            f"GDAL cannot bring {names} onto one grid ({error}). Check the files and the coordinate reference system "
            "of each."
        ) from error


__all__ = ["BandNodata", "Grid", "Layer", "Scene", "Source", "Window"]
