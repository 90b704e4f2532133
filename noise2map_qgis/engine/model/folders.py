# SPDX-License-Identifier: GPL-2.0-or-later
"""Where models of a name are looked for. The engine knows no folder itself: whoever installs it names them.

A Python package that is installed by pip names its folders by an entry point of the group ``noise2map.model_folders``:
a function without arguments that returns paths. The QGIS plugin, which pip does not install, names them by
`set_model_folders` when it starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Callable

ENTRY_POINTS = "noise2map.model_folders"
# The model that runs where nobody chose one; scripts and saved models rely on it.
DEFAULT_MODEL = "noise2map-lite"

_named: Callable[[], Iterable[Path]] | None = None


def set_model_folders(folders: Callable[[], Iterable[Path]] | None) -> None:
    """Name the folders by a function, asked at every look-up; None takes that back."""
    global _named
    _named = folders


def model_folders() -> tuple[Path, ...]:
    """Return the folders named by `set_model_folders`, then those of the entry points, each once."""
    found = list(_named()) if _named is not None else []
    for entry in _entry_points():
        found += entry.load()()
    return tuple(dict.fromkeys(Path(folder) for folder in found))


def _entry_points() -> list[EntryPoint]:
    every = entry_points()
    if hasattr(every, "select"):
        return list(every.select(group=ENTRY_POINTS))
    return list(every.get(ENTRY_POINTS, ()))  # Python 3.9
