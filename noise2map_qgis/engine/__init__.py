# SPDX-License-Identifier: GPL-2.0-or-later
"""The inference core and its Python API: numpy, GDAL and ONNX Runtime. Knows no qgis and no torch. See docs/python.md.

    sources -> scene (one grid, windows, nodata, stretch) -> tile grid -> session -> blend -> raster, polygons

Importing this package imports none of its rooms: each public name is imported from its module when it is first used.
"""

from __future__ import annotations

import importlib
from typing import Any

# The public Python API: each name, and the module of this package that defines it. A function and a module beside
# this file
# must not share a name. docs/api.md is generated from the docstrings of these names, in this order.
EXPORTS = {
    "load_model": "api.models",
    "detect_change": "api.files",
    "segment_buildings": "api.files",
    "change_timeline": "api.timeline",
    "explain_change": "api.explain",
    "check_pair": "api.pairs",
    "predict_array": "api.arrays",
    "sample_points": "sampling.sample",
    "assess_accuracy": "sampling.assess",
    "export_training": "training_tiles.export",
    "ProbabilityMap": "api.probability_map",
    "RunOptions": "api.options",
    "SamplePlan": "sampling.sample",
    "TrainingTiles": "training_tiles.export",
    "Assessment": "sampling.assessment",
    "Estimate": "sampling.estimates",
    "Result": "predict",
    "PairCheck": "registration.check",
    "Feedback": "feedback",
    "Bundle": "model.bundle",
}

# Packages that are installed with the system, not by pip, and how to get them.
_FROM_THE_SYSTEM = {
    "osgeo": (
        "GDAL's Python package (osgeo) is not installed for this Python. Debian and Ubuntu: 'apt install "
        "python3-gdal' and a virtual environment made with --system-site-packages; conda: 'conda install gdal'; with a "
        "compiler and libgdal: 'pip install gdal==$(gdal-config --version)'."
    ),
    "numpy": (
        "numpy is not installed for this Python. Debian and Ubuntu: 'apt install python3-numpy'; "
        "else 'pip install numpy'."
    ),
}

__all__ = list(EXPORTS)


def __getattr__(name: str) -> Any:
    """Import a public name from its module (PEP 562); raises ImportError with what to install where GDAL or numpy is
    missing.
    """
    if name not in EXPORTS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        module = importlib.import_module(f".{EXPORTS[name]}", __name__)
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing in _FROM_THE_SYSTEM:
            raise ImportError(_FROM_THE_SYSTEM[missing], name=missing) from error
        raise
    return getattr(module, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *EXPORTS])
