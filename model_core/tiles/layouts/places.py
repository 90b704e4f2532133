# SPDX-License-Identifier: GPL-2.0-or-later
"""Splits by place, such as an AOI or a city."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.tile import Split


def split_of_place(
    there: Iterable[str], splits: Mapping[Split, list[str]], folder: Path, expected: str
) -> dict[str, Split]:
    """Return the split of each place in the folder; places without a split are omitted.

    Raises DataError where a place is in two splits, or the folder has none of the places.
    """
    named: dict[str, Split] = {}
    for split, places in splits.items():
        for place in places:
            if place in named:
                raise DataError(f"The place '{place}' of '{folder}' is in two splits: {named[place]} and {split}.")
            named[place] = split
    found = {place: named[place] for place in there if place in named}
    if not found:
        raise DataError(f"'{folder}' has none of the places of the splits; expected {expected}.")
    return found
