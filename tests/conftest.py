# SPDX-License-Identifier: GPL-2.0-or-later
"""What every test may need: the shared imagery, and a word at the top about what cannot run here."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import hypothesis
import pytest

# How long an example takes says more about the computer's other work than about the code.
hypothesis.settings.register_profile("house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("house")

SHARED = Path(os.environ.get("NOISE2MAP_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def pytest_report_header() -> list[str]:
    """Says loudly what will be skipped."""
    lines = []
    if importlib.util.find_spec("torch") is None:
        lines.append("NO TORCH: every test of training is skipped (make setup-train)")
    if not (SHARED / "data").is_dir():
        lines.append(
            f"NO SHARED IMAGERY at {SHARED}: tests on real scenes are skipped (NOISE2MAP_SHARED names the folder)"
        )
    return lines


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the shared real imagery, `shared/data`; skips where there is none."""
    folder = SHARED / "data"
    if not folder.is_dir():
        pytest.skip(f"no shared imagery at {folder}")
    return folder
