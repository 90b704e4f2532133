# SPDX-License-Identifier: GPL-2.0-or-later
"""Prints what the plugin's tests need from pip, without what only trains or lints: for roots of other QGIS versions."""

from __future__ import annotations

import re
from pathlib import Path

import tomllib

WANTED = re.compile(
    r"^(jsonschema|onnxruntime|rich|typer|hypothesis|onnx|pillow|pytest|pytest-qgis|import-linter)\b(?!-)"
)
project = tomllib.loads((Path(__file__).resolve().parent.parent / "pyproject.toml").read_text(encoding="utf-8"))[
    "project"
]
listed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
print("\n".join(line.replace(" ", "") for line in listed if WANTED.match(line) or line.startswith("pytest-qgis")))
