# SPDX-License-Identifier: GPL-2.0-or-later
"""Splits by place: which AOI or city belongs to which split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.tile import Split


def split_of_place(
    there: Iterable[str], splits: Mapping[Split, list[str]], folder: Path, expected: str
) -> dict[str, Split]:
    """The split of each place that is in the folder; places that no split names are left out.

    Raises DataError where a place stands in two splits, or the folder holds none of those named.
    """
    named: dict[str, Split] = {}
    for split, places in splits.items():
        for place in places:
            if place in named:
                raise DataError(f"The place '{place}' of '{folder}' is in two splits: {named[place]} and {split}.")
            named[place] = split
    found = {place: named[place] for place in there if place in named}
    if not found:
        raise DataError(f"'{folder}' holds none of the places that its splits name; expected {expected}.")
    return found
