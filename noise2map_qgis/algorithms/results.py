# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run put into the project, told to whoever asked to be told: the windows of the desktop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable


@dataclass(frozen=True)
class Image:
    """An image that was read: the id of its layer in the project ("" if it is none), its source as QGIS writes it, its
    name."""

    layer_id: str
    source: str
    name: str


@dataclass(frozen=True)
class Found:
    """What a run found. task: "change" or "segment"; area_m2: positive area; share: of the area with data, 0-1."""

    task: str
    images: tuple[Image, ...]
    area_m2: float
    share: float
    polygon_count: int


@dataclass
class LoadedRun:
    """The layers of a run that QGIS loads, by their place from the lowest up, and whether all have arrived."""

    found: Found | None
    expected: int
    styles: dict[int, str] = field(default_factory=dict)
    layer_ids: dict[int, str] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every layer of the run is in the project."""
        return len(self.layer_ids) == self.expected


Listener = Callable[[LoadedRun], None]
_listeners: list[Listener] = []


def add_listener(listener: Listener) -> None:
    """Have `listener` called, in the main thread, after the layers of a run are in the project."""
    _listeners.append(listener)


def remove_listener(listener: Listener) -> None:
    """Take that back."""
    if listener in _listeners:
        _listeners.remove(listener)


def announce(run: LoadedRun) -> None:
    """Tell the listeners of a run."""
    for listener in tuple(_listeners):
        listener(run)
