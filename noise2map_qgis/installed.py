# SPDX-License-Identifier: GPL-2.0-or-later
"""The models on this computer, the same for forms, settings and command line. Knows neither qgis nor GDAL."""

from __future__ import annotations

import importlib
import sys

from . import paths, preferences
from .engine.model.bundle import Bundle, find_bundles
from .engine.model.folders import DEFAULT_MODEL, set_model_folders
from .engine.model.session import Limits, set_limits
from .preferences import RUNTIMES

# What runs where nobody chose one.
DEFAULT = DEFAULT_MODEL


def installed_models() -> tuple[list[Bundle], list[str]]:
    """Return the usable models, the default one first, then the plugin's others, then the user's, each by name; and a
    sentence for each that cannot be used."""
    bundles, problems = find_bundles(paths.model_dirs())
    return sorted(bundles, key=lambda bundle: bundle.name != DEFAULT), problems


def name_model_folders() -> None:
    """Let `load_model` of the Python API find the models of the plugin and of the user by name. Called when the plugin
    starts."""
    set_model_folders(lambda: paths.model_dirs())


def apply_preferences() -> None:
    """Let every session that opens from now on keep to the user's memory limit and number of threads.

    Called when the plugin or the command line starts, and when the user changes them.
    """
    chosen = preferences.load()
    set_limits(Limits(chosen.memory_bytes, chosen.threads))


def find_runtime() -> None:
    """Let Python find the ONNX Runtime that the installer put into the user's folder, behind everything QGIS carries.

    The kind that the user chose comes first, then that of the CPU. Called when the plugin or the command line starts,
    and after an installation; a runtime that is already in use stays until QGIS starts again.
    """
    folders = [str(paths.runtime_dir(kind)) for kind in RUNTIMES]
    sys.path[:] = [entry for entry in sys.path if entry not in folders]
    chosen = preferences.load().runtime
    for kind in dict.fromkeys((chosen, "cpu")):
        sys.path.append(str(paths.runtime_dir(kind)))
    importlib.invalidate_caches()
