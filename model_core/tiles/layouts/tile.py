# SPDX-License-Identifier: GPL-2.0-or-later
"""What a reader of any layout hands out, and what it may be told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Split = Literal["train", "validation", "test"]
Kind = Literal["pairs", "images", "plain"]

# How the splits are spelled in published folders.
SPLIT_FOLDERS: dict[str, Split] = {"train": "train", "val": "validation", "test": "test"}


@dataclass(frozen=True)
class Tile:
    """Files of one labelled place: one image or two (before, after), and a label unless it is plain.

    Each image is one file, or three that hold red, green and blue. `labels` is one file; or, where `combine` is
    "exclusive", the buildings of both dates, whose difference is the label; or, where it is "any", parts of one label.
    `published` labels are binary and know no 255 for unknown. `split` is the one it was published in, if any; `site`
    names the place if other tiles show the same.
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
    """What some readers may be told: `places`, the AOIs or cities of each split in place of the published ones;
    `months`, the least time between the dates of a pair made from a series."""

    places: Mapping[Split, list[str]] = field(default_factory=dict)
    months: int = 12


@dataclass(frozen=True)
class Layout:
    """A published layout: what its tiles are, what its folder looks like in words, and its reader."""

    kind: Kind
    expected: str
    find: Callable[[Path, Options], list[Tile]]
