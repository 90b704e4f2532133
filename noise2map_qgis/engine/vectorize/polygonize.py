# SPDX-License-Identifier: GPL-2.0-or-later
"""The exact pixel outlines of a map's objects, traced from the corners where an outline turns.

On the line between two rows of pixels, an outline has a corner wherever a run of one row begins (or ends) and none of the other row does
at the same place. A corner knows the pixel that caused it, so each piece of a map yields its own corners from its own pixels and a frame
of one pixel around them: two pixels side by side always belong to one object. Corners of one object on one line, in order, are the two ends
each of its horizontal edges; those on one column, beginnings apart from ends, are the ends of its vertical edges. Following both in
turn gives the rings. Where two pixels of an object touch at a corner only, rings go around what lies between them, so that a hole
may touch the outer ring but no ring touches itself, and polygons are valid (OGC Simple Features, 6.1.11).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# The two kinds of corners. Of two in one place the beginning comes first: this is what keeps rings from touching themselves.
_BEGIN, _END = 0, 1


@dataclass(frozen=True)
class Corners:
    """Corners of outlines: `id` of the object (from 1), `kind`, and the place as the `col` and `row` of the pixel right and below."""

    id: np.ndarray
    kind: np.ndarray
    col: np.ndarray
    row: np.ndarray

    def select(self, chosen: np.ndarray) -> Corners:
        """Return the corners at an index or where a mask is True."""
        return Corners(self.id[chosen], self.kind[chosen], self.col[chosen], self.row[chosen])

    @classmethod
    def joined(cls, parts: list[Corners]) -> Corners:
        """Return the corners of all parts."""
        if not parts:
            nothing = np.zeros(0, np.int32)
            return cls(nothing, nothing, nothing, nothing)
        return cls(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("id", "kind", "col", "row")))


@dataclass(frozen=True)
class Outlines:
    """Outlines of some objects: for object number n, `id[n]` and the rings from `rings[n]` to before `rings[n + 1]`, the outer one first.

    Ring r has the points from `points[r]` to before `points[r + 1]` of `col` and `row`, and ends where it began. Outer rings run
    counter-clockwise on a north-up map, inner ones clockwise.
    """

    id: np.ndarray
    rings: np.ndarray
    points: np.ndarray
    col: np.ndarray
    row: np.ndarray


def find_corners(framed: np.ndarray, ids: np.ndarray, left: int, top: int) -> Corners:
    """Return the corners that the pixels of a piece cause.

    framed: `(rows + 2, cols + 2) bool`, the piece with a frame of one pixel; ids: `(rows, cols) int32` of the piece alone, 0 = no object
    wanted; left, top: the column and row of its first pixel.
    """
    parts = []
    inside = framed[:, 1:-1]
    for kind, beside in ((_BEGIN, framed[:, :-2]), (_END, framed[:, 2:])):
        edge = inside & ~beside
        for below, other in ((0, edge[:-2]), (1, edge[2:])):
            # One after the other they are found quicker than by rows and columns.
            row, col = np.divmod(np.flatnonzero(edge[1:-1] & ~other), edge.shape[1])
            own = ids[row, col]
            kept = np.flatnonzero(own)
            parts.append(
                Corners(
                    own[kept],
                    np.full(len(kept), kind, np.int32),
                    (col[kept] + (left + kind)).astype(np.int32),
                    (row[kept] + (top + below)).astype(np.int32),
                )
            )
    return Corners.joined(parts)


def trace(corners: Corners) -> Outlines:
    """Return the outlines of the objects whose corners are given, all of them."""
    corners = corners.select(_order(corners.id, corners.row, corners.col, corners.kind))
    count = len(corners.id)
    # In this order each two neighbours are the ends of a horizontal edge; of vertical ones, in another order.
    pair = _order(corners.id, corners.kind, corners.col, corners.row)
    upper, lower = pair[::2], pair[1::2]
    across = np.empty(count, np.int64)
    across[upper], across[lower] = lower, upper
    # Going with the object on the right, beginnings of runs are gone along upwards, ends downwards; then a horizontal edge follows.
    turning = np.zeros(count, bool)
    turning[np.where(corners.kind[upper] == _BEGIN, upper, lower)] = True
    starts = np.flatnonzero(turning)
    number = np.cumsum(turning) - 1
    follower = number[across[starts ^ 1]]
    order, first = _cycles(follower)
    # Each corner of a cycle stands for two points, itself and the other end of its horizontal edge.
    point = np.repeat(starts[order], 2)
    point[1::2] ^= 1
    bounds = np.append(2 * first, len(point))
    # Backwards and closed: point k of a ring is followed by k - 1, and the last is the first again.
    length = np.diff(bounds)
    points = np.concatenate([[0], np.cumsum(length + 1)])
    within = np.arange(points[-1]) - np.repeat(points[:-1], length + 1)
    index = np.repeat(bounds[:-1], length + 1) + (-within) % np.repeat(length, length + 1)
    ring_id = corners.id[point[bounds[:-1]]]
    rings = np.flatnonzero(np.concatenate([[True], ring_id[1:] != ring_id[:-1]])) if len(ring_id) else first
    return Outlines(
        ring_id[rings], np.append(rings, len(ring_id)), points, corners.col[point[index]], corners.row[point[index]]
    )


def _cycles(follower: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the elements of a permutation cycle by cycle, each from its smallest on and by that in order, and where cycles begin."""
    following = follower.tolist()
    seen = bytearray(len(following))
    order: list[int] = []
    first: list[int] = []
    for start in range(len(following)):
        if seen[start]:
            continue
        first.append(len(order))
        element = start
        while not seen[element]:
            seen[element] = 1
            order.append(element)
            element = following[element]
    return np.array(order, np.int64), np.array(first, np.int64)


def _order(*keys: np.ndarray) -> np.ndarray:
    """Return the order of some non-negative integer keys, the first one the most important."""
    bits = [int(key.max(initial=0)).bit_length() for key in keys]
    if sum(bits) > 63:
        return np.lexsort(keys[::-1])
    packed = np.zeros(len(keys[0]), np.int64)
    for key, width in zip(keys, bits):
        packed = packed << width | key
    return np.argsort(packed, kind="stable")
