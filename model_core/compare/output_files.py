# SPDX-License-Identifier: GPL-2.0-or-later
"""The output files of a comparison: results, tables and plots."""

from __future__ import annotations

import json
from pathlib import Path

from model_core.compare.plots import difference_plot, score_plot, timestep_plot
from model_core.compare.summary import Comparison
from model_core.compare.tables import report

RESULTS, TABLES = "results.json", "tables.md"
PLOTS = {"scores.svg": score_plot, "timesteps.svg": timestep_plot, "differences.svg": difference_plot}


def write(found: Comparison, output: Path) -> None:
    """Write results, tables and plots; each file is replaced atomically."""
    if not found.runs:
        return
    texts = {RESULTS: json.dumps(found.as_dict(), indent=1), TABLES: report(found)}
    texts |= {name: drawn for name, plot in PLOTS.items() if (drawn := plot(found))}
    for name, text in texts.items():
        partial = output / f"{name}.part"
        partial.write_text(text, encoding="utf-8")
        partial.replace(output / name)
