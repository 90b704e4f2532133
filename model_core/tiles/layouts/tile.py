# SPDX-License-Identifier: GPL-2.0-or-later
"""A tile of a data set, the options of a layout's reader, and the names of splits, kinds of tile and tasks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Split = Literal["train", "validation", "test"]
Kind = Literal["pairs", "images", "plain"]
Task = Literal["change", "segment"]

SPLITS: tuple[Split, ...] = ("train", "validation", "test")
# Folders of published data sets.
SPLIT_FOLDERS: dict[str, Split] = {"train": "train", "val": "validation", "test": "test"}
# The kind of labelled tile that each task is trained and evaluated on, and the reverse.
KIND_OF_TASK: dict[Task, Kind] = {"change": "pairs", "segment": "images"}
TASK_OF_KIND: dict[Kind, Task] = {kind: task for task, kind in KIND_OF_TASK.items()}


def split_named(name: str) -> str:
    """Return the name of a split: `val` is `validation`, any other name stays as it is."""
    return SPLIT_FOLDERS.get(name, name)


@dataclass(frozen=True)
class Tile:
    """The files of one place: one image or two (before, after), and a label unless it is plain.

    Each image is one file, or three with red, green and blue. `labels` is one file; the buildings of both dates, whose
    exclusive or is the label, where `combine` is "exclusive"; or parts of one label where it is "any". `published`
    labels are binary, without 255 for unknown. `split` is the split of the published set, if any; `site` names the
    place if several tiles show it.
    """

    name: str
    images: tuple[tuple[Path, ...], ...]
    labels: tuple[Path, ...] = ()
    combine: Literal["any", "exclusive"] = "any"
    published: bool = False
    split: Split | None = None
    site: str = ""


@dataclass(frozen=True)
class Options:
    """Options of some readers.

    places: the AOIs or cities of each split, instead of the published ones. months: the shortest time between the dates
    of a pair from a series.
    """

    places: Mapping[Split, list[str]] = field(default_factory=dict)
    months: int = 12


@dataclass(frozen=True)
class Layout:
    """A layout: the kind of its tiles, a description of its folders, and its reader."""

    kind: Kind
    expected: str
    find: Callable[[Path, Options], list[Tile]]
