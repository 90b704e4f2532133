# SPDX-License-Identifier: GPL-2.0-or-later
"""Connected components (4-connectivity) of the positive pixels of a map, piece by piece, with sizes and probabilities.

Each piece is run-length encoded. Runs that touch from row to row are one component; components that touch across the
border of two pieces are joined at the end. Their statistics are spooled to disk until then, so that memory does not
grow with pixels or components while the network runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

import numpy as np

from ..encoding import LEVELS
from ..raster.grid import Ground, Window

# Components read from disk at once.
_READ_AT_ONCE = 1 << 16


@dataclass(frozen=True)
class Runs:
    """Runs of a piece in row-major order: `row`, `start`, `stop` (pixels, int64), and the piece's `count` components
    by `label` from 0.
    """

    row: np.ndarray
    start: np.ndarray
    stop: np.ndarray
    label: np.ndarray
    count: int

    @property
    def length(self) -> np.ndarray:
        """Pixels in each run."""
        return self.stop - self.start

    def select(self, row: int) -> Runs:
        """Return the runs of one row."""
        chosen = self.row == row
        return Runs(self.row[chosen], self.start[chosen], self.stop[chosen], self.label[chosen], self.count)


@dataclass(frozen=True)
class Pairs:
    """Runs of neighbouring rows that touch: indices of the lower and the upper one, and the pixels they share."""

    lower: np.ndarray
    upper: np.ndarray
    shared: np.ndarray


@dataclass(frozen=True)
class ComponentTable:
    """The components kept, by id from 1 (index 0 is the background): square metres, metres of outline, mean and largest
    probability.
    """

    area_m2: np.ndarray
    perimeter_m: np.ndarray
    mean_probability: np.ndarray
    max_probability: np.ndarray

    @property
    def count(self) -> int:
        """How many objects there are."""
        return len(self.area_m2) - 1


class ConnectedComponents:
    """Finds objects in the pieces of a map; afterwards `paint` gives the same pieces as ids.

    Pieces come in column strips from left to right, those of one column strip from top to bottom; together they cover
    the map.
    """

    def __init__(self, ground: Ground, lowest: int, waiting: IO[bytes]) -> None:
        """Take the ground size of the pixels, the lowest level (0-254) that is positive, and an empty file for 40 bytes
        an object.
        """
        self._ground = ground
        self._lowest = lowest
        self._pieces: dict[Window, int] = {}  # the number of each piece's first object
        self._waiting = waiting  # five sums an object, float64
        self._count = 0
        self._parent: dict[int, int] = {}
        self._above: Runs | None = None  # the last row of the piece above, labelled with objects' numbers
        # The objects' numbers in the last column of the column strip to the left and of this one, row by row, -1 for
        # none.
        self._left = np.full(len(ground.area_m2), -1)
        self._right = self._left.copy()
        self._ids = np.zeros(0, np.int32)
        self._whole = np.ones(1, bool)

    def add(self, window: Window, levels: np.ndarray) -> None:
        """Take the next piece, `(rows, cols) uint8` levels (255 = no data), where `window` says on the map."""
        self._pieces[window] = self._count
        mask = self.positive(levels)
        if window.row == 0:
            self._above = None
            self._left, self._right = self._right, np.full(len(self._right), -1)
        if not mask.any():
            self._above = None
            return
        runs, inner = find_runs(mask)
        x_m, y_m = self._ground.x_m[window.row :], self._ground.y_m[window.row :]
        area = self._ground.area_m2[window.row :][runs.row] * runs.length
        # Each run has two ends, and a side above and one below except where another run lies there.
        perimeter = 2 * y_m[runs.row] + 2 * x_m[runs.row] * runs.length
        hidden = np.bincount(
            inner.lower, inner.shared * (x_m[runs.row[inner.lower]] + x_m[runs.row[inner.upper]]), len(runs.row)
        )
        samples = levels[mask]
        begin = np.cumsum(runs.length) - runs.length
        total = np.add.reduceat(samples, begin, dtype=np.int64) if len(begin) else begin
        largest = np.maximum.reduceat(samples, begin) if len(begin) else begin
        sums = np.stack(
            [
                _sum(runs.label, runs.count, area),
                _sum(runs.label, runs.count, perimeter - hidden),
                _sum(runs.label, runs.count, total),
                _sum(runs.label, runs.count, runs.length),
                _largest(runs.label, runs.count, largest),
            ]
        )
        sums[1] -= self._across_top(window, runs) + self._across_left(window, runs)
        self._waiting.write(sums.T.tobytes())
        bottom = Runs(*_numbered(runs.select(len(levels) - 1), self._count))
        self._above = Runs(np.zeros_like(bottom.row), bottom.start, bottom.stop, bottom.label, bottom.count)
        last = runs.stop == window.cols
        self._right[window.row + runs.row[last]] = runs.label[last] + self._count
        self._count += runs.count

    def _across_top(self, window: Window, runs: Runs) -> np.ndarray:
        """Join objects with those of the piece above; returns the metres of outline that each one loses."""
        top = Runs(*_numbered(runs.select(0), self._count))
        if self._above is None or not len(top.row):
            return np.zeros(runs.count)
        shift = Runs(top.row + 1, top.start, top.stop, top.label, top.count)
        across = touching(shift, self._above)
        self._join_all(shift.label[across.lower], self._above.label[across.upper])
        lost = across.shared * (self._ground.x_m[window.row] + self._ground.x_m[window.row - 1])
        return np.bincount(shift.label[across.lower] - self._count, lost, runs.count)

    def _across_left(self, window: Window, runs: Runs) -> np.ndarray:
        """Join objects with those of the column strip to the left; returns the metres of outline that
        each one loses."""
        first = np.flatnonzero(runs.start == 0)
        row = window.row + runs.row[first]
        first = first[self._left[row] >= 0]
        row = window.row + runs.row[first]
        self._join_all(runs.label[first] + self._count, self._left[row])
        return np.bincount(runs.label[first], 2 * self._ground.y_m[row], runs.count)

    def _join_all(self, ones: np.ndarray, others: np.ndarray) -> None:
        for one, other in set(zip(ones.tolist(), others.tolist())):
            self._join(one, other)

    def finish(self, min_area: float, lowest_high: int = 0) -> ComponentTable:
        """Join what touches and drop objects of less than `min_area` square metres, and those without a pixel of level
        `lowest_high`.
        """
        root = np.arange(self._count)
        for number in self._parent:
            root[number] = self._root(number)
        # Of a million objects few are joined: those alone move, in place.
        sums, joined = self._read_back(), np.array(sorted(self._parent), np.int64)
        for column in range(4):
            np.add.at(sums[:, column], root[joined], sums[joined, column])
        np.maximum.at(sums[:, 4], root[joined], sums[joined, 4])
        sums[joined] = 0
        area, perimeter, total, pixels, largest = sums.T
        kept = np.flatnonzero((pixels > 0) & (area >= min_area) & (largest >= lowest_high))
        ids = np.zeros(self._count, np.int32)
        ids[kept] = np.arange(1, len(kept) + 1)
        self._ids = ids[root]
        self._whole = np.ones(len(kept) + 1, bool)
        for number in self._parent:  # joined with another piece's object, as is the one it was joined to
            self._whole[self._ids[number]] = False
        none = np.zeros(1)
        return ComponentTable(
            np.concatenate([none, area[kept]]),
            np.concatenate([none, perimeter[kept]]),
            np.concatenate([none, total[kept] / np.maximum(pixels[kept], 1) / LEVELS]),
            np.concatenate([none, largest[kept] / LEVELS]),
        )

    def _read_back(self) -> np.ndarray:
        """Return what `add` wrote, `(objects, 5) float64`."""
        sums = np.empty((self._count, 5))
        self._waiting.seek(0)
        for first in range(0, self._count, _READ_AT_ONCE):
            part = sums[first : first + _READ_AT_ONCE]
            part[:] = np.frombuffer(self._waiting.read(part.nbytes), np.float64).reshape(part.shape)
        return sums

    @property
    def whole(self) -> np.ndarray:
        """By id, whether an object lies in one piece."""
        return self._whole

    def paint(self, window: Window, levels: np.ndarray) -> np.ndarray:
        """Return the ids `(rows, cols) int32` of a piece given before, 0 where there is no object or a dropped one."""
        mask = self.positive(levels)
        ids = np.zeros(levels.shape, np.int32)
        if not mask.any():
            return ids
        runs, _ = find_runs(mask)
        ids[mask] = np.repeat(self._ids[self._pieces[window] + runs.label], runs.length)
        return ids

    def positive(self, levels: np.ndarray) -> np.ndarray:
        """Return where levels belong to objects."""
        return (levels >= self._lowest) & (levels <= LEVELS)

    def _root(self, number: int) -> int:
        while number in self._parent:
            number = self._parent[number]
        return number

    def _join(self, a: int, b: int) -> None:
        a, b = self._root(a), self._root(b)
        if a != b:
            self._parent[max(a, b)] = min(a, b)


def find_runs(mask: np.ndarray) -> tuple[Runs, Pairs]:
    """Return the runs of a `(rows, cols) bool` piece with the objects they form in it, and the runs that touch."""
    rows, cols = mask.shape
    # A zero between the rows keeps runs apart, and one before them all; every change of value then begins or ends a
    # run.
    flat = np.zeros(rows * (cols + 1) + 1, bool)
    flat[1:].reshape(rows, cols + 1)[:, :cols] = mask
    edges = np.flatnonzero(flat[1:] != flat[:-1])
    row, start = np.divmod(edges[::2], cols + 1)
    stop = edges[1::2] - row * (cols + 1)
    unlabelled = Runs(row, start, stop, np.zeros(0, np.int64), 0)
    pairs = touching(unlabelled, unlabelled)
    label, count = _label(len(row), pairs)
    return Runs(row, start, stop, label, count), pairs


def hysteresis(mask: np.ndarray, levels: np.ndarray, lowest_high: int) -> np.ndarray:
    """Return a `(rows, cols) bool` mask without the objects none of whose `levels` (of its shape, uint8) reaches
    `lowest_high`.
    """
    runs, _ = find_runs(mask)
    if not len(runs.row):
        return mask
    begin = np.cumsum(runs.length) - runs.length
    largest = _largest(runs.label, runs.count, np.maximum.reduceat(levels[mask], begin))
    kept = np.zeros_like(mask)
    kept[mask] = np.repeat((largest >= lowest_high)[runs.label], runs.length)
    return kept


def touching(lower: Runs, upper: Runs) -> Pairs:
    """Return which runs of `lower` lie directly below runs of `upper` (both in row-major order)."""
    if not len(lower.row) or not len(upper.row):
        nothing = np.zeros(0, np.int64)
        return Pairs(nothing, nothing, nothing)
    width = int(max(lower.stop.max(), upper.stop.max())) + 1
    below = (upper.row + 1) * width  # where the upper runs would lie one row further down
    start, stop = lower.row * width + lower.start, lower.row * width + lower.stop
    first = np.searchsorted(below + upper.stop, start, "right")
    last = np.searchsorted(below + upper.start, stop, "left")
    number = last - first
    low = np.repeat(np.arange(len(start)), number)
    high = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number) + np.repeat(first, number)
    shared = np.minimum(lower.stop[low], upper.stop[high]) - np.maximum(lower.start[low], upper.start[high])
    return Pairs(low, high, shared)


def _label(count: int, pairs: Pairs) -> tuple[np.ndarray, int]:
    """Number the connected groups of `count` runs from 0, by hooking the larger root to the smaller until all agree."""
    root = np.arange(count)
    a, b = pairs.lower, pairs.upper
    while len(a):
        low, high = np.minimum(root[a], root[b]), np.maximum(root[a], root[b])
        apart = low != high
        a, b = a[apart], b[apart]
        root[high[apart]] = low[apart]
        while True:
            further = root[root]
            if np.array_equal(further, root):
                break
            root = further
    roots, label = np.unique(root, return_inverse=True)
    return label, len(roots)


def _numbered(runs: Runs, first: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, int]:
    return runs.row, runs.start, runs.stop, runs.label + first, runs.count


def _sum(label: np.ndarray, count: int, values: np.ndarray) -> np.ndarray:
    return np.bincount(label, values, count)


def _largest(label: np.ndarray, count: int, values: np.ndarray) -> np.ndarray:
    """Return the largest value of each label (0 where it has none)."""
    largest = np.zeros(count)
    order = np.argsort(label, kind="stable")
    labels, first = np.unique(label[order], return_index=True)
    if len(first):
        largest[labels] = np.maximum.reduceat(values[order], first)
    return largest
