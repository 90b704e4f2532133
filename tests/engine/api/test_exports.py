# SPDX-License-Identifier: GPL-2.0-or-later
"""The public names of the engine: each is there, is light to list, and says what is missing where it cannot be had."""

from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path

import pytest

from noise2map_qgis import engine

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("name", list(engine.EXPORTS))
def test_a_public_name_is_a_function_or_a_class_with_a_docstring(name):
    value = getattr(engine, name)
    assert callable(value)
    assert not isinstance(value, types.ModuleType)
    assert value.__doc__
    assert value.__module__ == f"noise2map_qgis.engine.{engine.EXPORTS[name]}"
    assert name in dir(engine)
    assert name in engine.__all__


def test_a_name_that_is_not_public_is_refused():
    with pytest.raises(AttributeError, match="no attribute 'detect_chnage'"):
        _ = engine.detect_chnage
    with pytest.raises(ImportError, match="detect_chnage"):
        from noise2map_qgis.engine import detect_chnage  # noqa: F401


def _python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_importing_the_engine_imports_no_room_and_no_gdal():
    code = (
        "import sys, noise2map_qgis.engine\n"
        "print([m for m in sys.modules if m.startswith(('osgeo', 'numpy', 'noise2map_qgis.engine.'))])"
    )
    run = _python(code)
    assert run.stdout.strip() == "[]", run.stdout + run.stderr


@pytest.mark.parametrize("missing", ["osgeo", "numpy"])
def test_a_missing_package_is_named_with_how_to_get_it(missing):
    code = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "import noise2map_qgis.engine as engine\n"
        "engine.EXPORTS = {'run': 'predict'}\n"
        "try:\n    from noise2map_qgis.engine import run\n"
        "except ImportError as error:\n    print(error)\n"
    )
    run = _python(code)
    assert f"python3-{'gdal' if missing == 'osgeo' else 'numpy'}" in run.stdout, run.stdout + run.stderr
