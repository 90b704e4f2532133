# SPDX-License-Identifier: GPL-2.0-or-later
"""pyproject.toml has ranges, .ci/pins.txt the exact version of each, docs/api.md what the docstrings say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

if sys.version_info >= (3, 11):
    import tomllib

ROOT = Path(__file__).resolve().parent.parent
# Held still by other means: numpy by the system's GDAL (.ci/constraints.py), the others come with Debian.
UNPINNED = {"numpy", "pydantic", "pyyaml", "scipy", "jsonschema", "noise2map-qgis"}


def _requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [*project["dependencies"], *(text for extra in project["optional-dependencies"].values() for text in extra)]
    return [Requirement(text) for text in texts]


def _pins() -> list[Requirement]:
    lines = (ROOT / ".ci" / "pins.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


pytestmark = pytest.mark.skipif(sys.version_info < (3, 11), reason="tomllib came with Python 3.11")


def test_dependencies_are_ranges():
    exact = [str(one) for one in _requirements() if any(part.operator == "==" for part in one.specifier)]
    assert exact == []


def test_every_dependency_has_a_pin_inside_its_range():
    pins = _pins()
    for one in _requirements():
        if one.name in UNPINNED:
            continue
        own = [pin for pin in pins if pin.name == one.name]
        assert own, f"{one.name} has no exact version in .ci/pins.txt"
        for pin in own:
            (version,) = (part.version for part in pin.specifier)
            assert one.specifier.contains(version), f"{pin} lies outside of {one}"


def test_every_pin_is_of_a_dependency():
    assert {pin.name for pin in _pins()} <= {one.name for one in _requirements()}


def test_the_api_reference_is_what_the_docstrings_say():
    script = [sys.executable, str(ROOT / ".ci" / "api_reference.py"), "--check"]
    run = subprocess.run(script, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
