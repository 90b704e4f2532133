# SPDX-License-Identifier: GPL-2.0-or-later
"""Where things lie on disk: what the plugin carries, and what the user added. Knows neither qgis nor GDAL."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_user_dir: Path | None = None


def resources_dir() -> Path:
    """The folder of bundled models, icons and styles: inside the package in the ZIP, beside it in a checkout."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"


def set_user_dir(folder: Path) -> None:
    """Name the user's folder; the plugin calls it with the QGIS profile folder + ``/noise2map``."""
    global _user_dir
    _user_dir = Path(folder)


def user_dir() -> Path:
    """The user's folder: ``NOISE2MAP_HOME``, else what `set_user_dir` named, else ``~/.noise2map``.

    It lies outside the plugin's folder because an update of the plugin deletes that.
    """
    home = os.environ.get("NOISE2MAP_HOME")
    if home:
        return Path(home)
    return _user_dir if _user_dir is not None else Path.home() / ".noise2map"


def model_dirs() -> tuple[Path, ...]:
    """The folders that hold one sub-folder a model: the plugin's own first, then the user's."""
    return resources_dir() / "models", user_dir() / "models"


def runtime_dir(kind: str = "cpu") -> Path:
    """Where the installer puts an ONNX Runtime for this Python, for example ``<user folder>/python/cp311``.

    kind: "cpu", "cuda" or "directml"; each has a folder of its own, such as ``cp311-cuda``.
    """
    python = f"cp{sys.version_info[0]}{sys.version_info[1]}"
    return user_dir() / "python" / (python if kind == "cpu" else f"{python}-{kind}")
