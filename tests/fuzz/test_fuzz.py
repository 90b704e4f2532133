# SPDX-License-Identifier: GPL-2.0-or-later
"""Five hundred fixed cases of the fuzz run: the twin's map or a sentence each; `make fuzz` runs ten thousand others."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_five_hundred_cases_give_the_right_map_or_a_sentence() -> None:
    command = [sys.executable, "-m", "tests.fuzz", "--count", "500", "--first", "1000000"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    report = json.loads(run.stdout)
    assert report["failures"] == []
    assert sum(report["outcomes"].values()) == 500
    assert report["outcomes"]["map"] > 200
