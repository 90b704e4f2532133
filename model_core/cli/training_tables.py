# SPDX-License-Identifier: GPL-2.0-or-later
"""The results of training as tables and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from safetensors import safe_open

from model_core.cli.terminal import terminal


def facts_of(weights: Path) -> dict[str, Any]:
    """Return the path of the weights, and the steps and minutes of their training."""
    with safe_open(weights, "np") as file:
        kept = file.metadata() or {}
    return {
        "weights": str(weights),
        "steps": int(kept.get("steps", 0)),
        "minutes": float(kept.get("minutes", 0)),
        "log": str(weights.parent / "log"),
    }


def facts_of_bundle(card: Path) -> dict[str, Any]:
    """Return the folder of a bundle, and threshold, timestep and scores of each task of its card."""
    tasks = json.loads(card.read_text(encoding="utf-8"))["properties"]["noise2map:tasks"]
    return {
        "bundle": str(card.parent),
        "tasks": {
            name: {
                "threshold": task["threshold"],
                "timestep": task["timesteps"]["default"],
                "metrics": task["metrics"],
            }
            for name, task in tasks.items()
        },
    }


def show_facts(facts: dict[str, Any]) -> None:
    """Print the results: scores as a table, then paths and the next step."""
    console = terminal()
    if "tasks" in facts:
        scores = Table("Task", "Data", "Split", "F1", "IoU", "Precision", "Recall", box=None, pad_edge=False)
        for name, task in facts["tasks"].items():
            for line in (metric for metric in task["metrics"] if "f1" in metric):
                figures = (f"{line[key]:.3f}" for key in ("f1", "iou", "precision", "recall"))
                scores.add_row(name, line["data"], line["split"], *figures)
        console.print(scores)
        for name, task in facts["tasks"].items():
            _line(console, f"{name}: threshold {task['threshold']:g}, timestep {task['timestep']}")
            for line in (metric for metric in task["metrics"] if "false_area" in metric):
                _line(
                    console,
                    f"{name}: {line['false_area']:g} m² per km² of {line['data']} mapped, where nothing changes",
                )
    if "steps" in facts:
        _line(
            console, f"{facts['steps']} steps in {facts['minutes']:g} minutes; log: tensorboard --logdir {facts['log']}"
        )
        _line(console, f"Weights: {facts['weights']}")
    if "bundle" in facts:
        _line(console, f"Bundle:  {facts['bundle']}")
        _line(
            console, "In QGIS: Settings ▸ Options ▸ Noise2Map adds this folder. Here: noise2map detect --model FOLDER"
        )


def _line(console: Console, text: str) -> None:
    console.print(text, soft_wrap=True)
