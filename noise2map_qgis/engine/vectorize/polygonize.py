# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygonize: exact pixel outlines of connected components, traced from the corners of their edges.

On the line between two rows of pixels, an outline has a corner wherever a run of one row begins (or ends) and no run of
the other row does at the same place. A corner belongs to the pixel that causes it, so each piece of a map yields its
own corners from its pixels and a frame of one pixel around them: two pixels side by side always belong to one
component. Of one component's corners on one line, sorted, each two neighbours are the ends of a horizontal edge; of
those on one column, with beginnings apart from ends, the ends of a vertical edge. Following both in turn gives the
rings. Where two pixels of a component touch at a corner only, rings go around what lies between them: a hole may touch
the outer ring, but no ring touches itself, and polygons are valid (OGC Simple Features, 6.1.11).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np

# The two kinds of corners. Of two in one place the beginning sorts first, which keeps rings from touching themselves.
_BEGIN, _END = 0, 1


@dataclass(frozen=True)
class Corners:
    """Corners of outlines, int32 arrays of one length: `id` of the component (from 1), `kind`, and `col` and `row`.

    col, row: the pixel right of and below the corner.
    """

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
    """Outlines of components: for number n, `id[n]` and the rings from `rings[n]` to before `rings[n + 1]`, outer
    first.

    Ring r has the points from `points[r]` to before `points[r + 1]` of `col` and `row` and ends where it begins. Outer
    rings run counter-clockwise on a north-up map, inner ones clockwise.
    """

    id: np.ndarray
    rings: np.ndarray
    points: np.ndarray
    col: np.ndarray
    row: np.ndarray


def find_corners(framed: np.ndarray, ids: np.ndarray, left: int, top: int) -> Corners:
    """Return the corners that the pixels of a piece cause.

    framed: `(rows + 2, cols + 2) bool`, the piece with a frame of one pixel; ids: `(rows, cols) int32` of the piece
    alone, 0 = no component wanted; left, top: the column and row of its first pixel.
    """
    parts = []
    inside = framed[:, 1:-1]
    for kind, beside in ((_BEGIN, framed[:, :-2]), (_END, framed[:, 2:])):
        edge = inside & ~beside
        for below, other in ((0, edge[:-2]), (1, edge[2:])):
            # Flat indices are found faster than rows and columns.
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
    """Return the outlines of the components whose corners are given, all of them.

    Memory: about 70 bytes a corner, so that one component that covers a map in a mesh stays bounded by its corners.
    """
    corners = corners.select(_order(corners.id, corners.row, corners.col, corners.kind))
    starts, follower = _vertical_edges(corners)
    order, first = _cycles(follower)
    # Each corner of a cycle stands for two points, itself and the other end of its horizontal edge.
    point = np.repeat(starts[order], 2)
    del starts, follower, order
    point[1::2] ^= 1
    bounds = np.append(2 * first, len(point))
    index, points = _closed_backwards(bounds)
    ring_id = corners.id[point[bounds[:-1]]]
    point = point[index]
    del index
    rings = np.flatnonzero(np.concatenate([[True], ring_id[1:] != ring_id[:-1]])) if len(ring_id) else first
    return Outlines(ring_id[rings], np.append(rings, len(ring_id)), points, corners.col[point], corners.row[point])


def _vertical_edges(corners: Corners) -> tuple[np.ndarray, np.ndarray]:
    """Return the corners where a vertical edge is entered, and for each of them the number of the next one of its ring.

    corners: sorted so that each two neighbours are the ends of a horizontal edge.
    """
    # Sorted by column, each two neighbours are the ends of a vertical edge.
    pair = _order(corners.id, corners.kind, corners.col, corners.row).astype(np.int32)
    upper, lower = pair[::2], pair[1::2]
    across = np.empty(len(pair), np.int32)
    across[upper], across[lower] = lower, upper
    # With the component on the right, beginnings of runs are followed upwards and ends downwards; a horizontal edge
    # follows.
    entered = np.zeros(len(pair), bool)
    entered[np.where(corners.kind[upper] == _BEGIN, upper, lower)] = True
    del pair, upper, lower
    starts = np.flatnonzero(entered).astype(np.int32)
    number = np.cumsum(entered, dtype=np.int32) - 1
    return starts, number[across[starts ^ 1]]


def _closed_backwards(bounds: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return indices that reverse and close each ring, and the bounds of the closed rings; ring r is
    bounds[r:r + 2]."""
    length = np.diff(bounds)
    points = np.concatenate([[0], np.cumsum(length + 1)])
    # Point k of a ring is followed by k - 1, and the last is the first again.
    index = np.arange(points[-1], dtype=np.int32)
    index -= np.repeat(points[:-1].astype(np.int32), length + 1)
    np.negative(index, out=index)
    index %= np.repeat(length.astype(np.int32), length + 1)
    index += np.repeat(bounds[:-1].astype(np.int32), length + 1)
    return index, points


def _cycles(follower: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the elements of a permutation cycle by cycle, each from its smallest, and where each cycle begins."""
    # Memory views and arrays hold four bytes an element where lists hold forty.
    following = np.ascontiguousarray(follower, np.int32).data
    seen = bytearray(len(following))
    order = array("i")
    first = array("i")
    for start in range(len(following)):
        if seen[start]:
            continue
        first.append(len(order))
        element = start
        while not seen[element]:
            seen[element] = 1
            order.append(element)
            element = following[element]
    return np.frombuffer(order, np.int32) if order else np.zeros(0, np.int32), np.array(first, np.int64)


def _order(*keys: np.ndarray) -> np.ndarray:
    """Return the order of some non-negative integer keys, the first one the most important."""
    bits = [int(key.max(initial=0)).bit_length() for key in keys]
    if sum(bits) > 63:
        return np.lexsort(keys[::-1])
    packed = np.zeros(len(keys[0]), np.int64)
    for key, width in zip(keys, bits):
        packed <<= width
        packed |= key
    return np.argsort(packed, kind="stable")
