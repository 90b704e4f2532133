# SPDX-License-Identifier: GPL-2.0-or-later
"""Regular outlines: walls that are nearly parallel or at right angles become so, as buildings mostly are.

An outline's edges vote for one direction modulo 90 degrees, weighted by their length (the mean of angles times four,
Mardia and Jupp 2000, Directional Statistics, section 9.2). Edges near that direction, or at right angles to it, become
exactly so; edges that are clearly oblique stay. Each run of edges along one wall becomes one straight wall at their
mean place, and corners are where neighbouring walls meet.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

# Mean resultant length of the votes below which an outline has no direction of its own (a tree crown, a round tank).
_LEAST_AGREEMENT = 0.5
# An edge further than this from both directions stays oblique, if it is longer than `_OBLIQUE_LENGTH` tolerances.
_OBLIQUE = math.radians(25)
_OBLIQUE_LENGTH = 4.0


@dataclass(frozen=True)
class _Wall:
    """A straight wall: a point on it, its unit direction, the length of its edges, and the vertex where they end."""

    point: np.ndarray
    direction: np.ndarray
    length: float
    end: np.ndarray


def regular(rings: list[np.ndarray], coarse: list[np.ndarray], tolerance: float) -> list[np.ndarray] | None:
    """Return regular rings for simplified ones, `(points, 2) float64` closed each; None if they have no clear
    direction.

    coarse: the rings simplified further, which know the direction of walls better. tolerance: walls that are offset
    from each other by no more become one, in the units of the rings.
    """
    angle = _direction(coarse)
    if angle is None:
        return None
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    found = []
    for ring in rings:
        straight = _straightened(ring @ turn, tolerance)
        if straight is None:
            return None
        found.append(straight @ turn.T)
    return found


def _direction(rings: list[np.ndarray]) -> float | None:
    """Return the direction of most walls in radians, or None if the edges do not agree on one."""
    edges = np.concatenate([np.diff(ring, axis=0) for ring in rings])
    length = np.hypot(*edges.T)
    votes = length * np.exp(4j * np.arctan2(edges[:, 1], edges[:, 0]))
    if not length.sum() or abs(votes.sum()) < _LEAST_AGREEMENT * length.sum():
        return None
    # Long edges know the direction best: stairs of pixels that remain weigh little when lengths are squared.
    return float(np.angle((votes * length).sum()) / 4)


def _straightened(ring: np.ndarray, tolerance: float) -> np.ndarray | None:
    """Return a closed ring along the axes, or None if fewer than three corners are left."""
    walls = _without_steps(_merged(_walls(ring, tolerance), tolerance), tolerance)
    if len(walls) < 3:
        return None
    corners = [_meeting(one, other) for one, other in zip(walls, walls[1:] + walls[:1])]
    if any(corner is None for corner in corners):
        return None
    closed = np.array([*corners, corners[0]], np.float64)
    return closed if len(closed) > 3 else None


def _walls(ring: np.ndarray, tolerance: float) -> list[_Wall]:
    """Return each edge as a wall along an axis, or as it is if it is long and clearly oblique."""
    walls = []
    for start, end in zip(ring[:-1], ring[1:]):
        edge = end - start
        length = float(np.hypot(*edge))
        if not length:
            continue
        off_axis = abs(math.remainder(math.atan2(edge[1], edge[0]), math.pi / 2))
        if off_axis > _OBLIQUE and length > _OBLIQUE_LENGTH * tolerance:
            direction = edge / length
        elif abs(edge[0]) >= abs(edge[1]):
            direction = np.array([1.0, 0.0])
        else:
            direction = np.array([0.0, 1.0])
        walls.append(_Wall((start + end) / 2, direction, length, end))
    return walls


def _merged(walls: list[_Wall], tolerance: float) -> list[_Wall]:
    """Return walls of which no two neighbours are parallel: they become one, or get a step at a right angle between
    them.
    """
    merged: list[_Wall] = []
    for wall in _from_a_corner(walls):
        if merged and _parallel(merged[-1], wall):
            merged[-1:] = _joined(merged[-1], wall, tolerance)
        else:
            merged.append(wall)
    return merged


def _without_steps(walls: list[_Wall], tolerance: float) -> list[_Wall]:
    """Return walls without those that only lead from one wall to a parallel one no further away than the tolerance."""
    unchanged = 0
    while len(walls) > 4 and unchanged < len(walls):
        one, step, other = walls[:3]
        # The factor absorbs rounding: a step of one pixel is exactly the default tolerance.
        if _parallel(one, other) and not _parallel(one, step) and _offset(one, other) <= 1.05 * tolerance:
            walls, unchanged = [*_joined(one, other, math.inf), *walls[3:]], 0
        else:
            walls, unchanged = [*walls[1:], one], unchanged + 1
    return walls


def _from_a_corner(walls: list[_Wall]) -> list[_Wall]:
    """Return the walls in order from a corner on, so that no run of parallel walls is cut; none if there
    is no corner."""
    for index in range(len(walls)):
        if not _parallel(walls[index - 1], walls[index]):
            return walls[index:] + walls[:index]
    return []


def _joined(one: _Wall, other: _Wall, tolerance: float) -> list[_Wall]:
    """Return two parallel walls as one at their mean place, or, if they are further apart, with a step
    where they meet."""
    offset = _offset(one, other)
    if offset > tolerance:
        return [one, _Wall(one.end, _normal(one), offset, one.end), other]
    length = one.length + other.length
    point = (one.point * one.length + other.point * other.length) / length
    return [_Wall(point, one.direction, length, other.end)]


def _normal(wall: _Wall) -> np.ndarray:
    return np.array([-wall.direction[1], wall.direction[0]])


def _offset(one: _Wall, other: _Wall) -> float:
    """Return the distance between two parallel walls."""
    return abs(float(np.dot(other.point - one.point, _normal(one))))


def _parallel(one: _Wall, other: _Wall) -> bool:
    return abs(one.direction[0] * other.direction[1] - one.direction[1] * other.direction[0]) < 1e-9


def _meeting(one: _Wall, other: _Wall) -> np.ndarray | None:
    """Return where two walls meet, or None if they are (nearly) parallel."""
    cross = one.direction[0] * other.direction[1] - one.direction[1] * other.direction[0]
    if abs(cross) < 1e-3:
        return None
    between = other.point - one.point
    along = (between[0] * other.direction[1] - between[1] * other.direction[0]) / cross
    return one.point + along * one.direction
