# SPDX-License-Identifier: GPL-2.0-or-later
"""The models on this computer, the same for forms, settings and command line. Knows neither qgis nor GDAL."""

from __future__ import annotations

from . import paths
from .engine.bundle import Bundle, find_bundles

# What runs where nobody chose; scripts and saved models rely on it.
DEFAULT = "noise2map-lite"


def installed_models() -> tuple[list[Bundle], list[str]]:
    """Return the usable models, the default one first, then the plugin's others, then the user's, each by name; and a
    sentence for each that cannot be used."""
    bundles, problems = find_bundles(paths.model_dirs())
    return sorted(bundles, key=lambda bundle: bundle.name != DEFAULT), problems
