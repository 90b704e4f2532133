# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's folder of its own for every test."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """The user's folder, empty."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NOISE2MAP_HOME", str(folder))
    return folder
