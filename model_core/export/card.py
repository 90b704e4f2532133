# SPDX-License-Identifier: GPL-2.0-or-later
"""The card of a bundle: a STAC Item with the model's architecture, training data, tasks, scores and limits.

Fields with the prefix `mlm:` are those of STAC's machine-learning-model extension; those with `noise2map:` are
described in `noise2map_qgis/engine/model/card.schema.json`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import onnx

from model_core.evaluation.intervals import Units, intervals
from model_core.export.onnx_files import OPSET
from model_core.networks.interface import MapNetwork
from model_core.recipes.recipe import Recipe, Source
from model_core.selection.selection import Choice
from model_core.tiles.rasters import PERCENTILES
from noise2map_qgis.engine.encoding import LEVELS
from noise2map_qgis.engine.evaluation.confusion import Confusion

CITATION = (
    "Shibli, A., Nascetti, A., Ban, Y.: Noise2Map: End-to-End Diffusion Model for Semantic Segmentation and "
    "Change Detection. IEEE Transactions on Geoscience and Remote Sensing, 2026. doi:10.1109/TGRS.2026.3687393"
)
_CLASSES = {"change": ("no change", "change"), "segment": ("background", "building")}
_STAC_TASKS = {"change": "change-detection", "segment": "semantic-segmentation"}
# Terms that allow any use with attribution.
_OPEN_TERMS = ("CC BY 4.0", "CC BY-SA 4.0", "NEON open data", "public domain", "ODbL", "Copernicus", "CC0", "drawn by")
BANDS = ("red", "green", "blue")


@dataclass(frozen=True)
class BundleFiles:
    """The files of a bundle, all in its folder.

    `graphs`: the ONNX file of each (task, precision, timestep). `weights`: the shared weights of a precision, if
    there are any. `explaining`: the file of each task with the timestep as an input, if there is one; inference
    does not use it.
    """

    graphs: Mapping[tuple[str, str, int], Path]
    weights: Mapping[str, Path]
    explaining: Mapping[str, Path]

    def timesteps(self, task: str) -> list[int]:
        """Return the timesteps for which a task has files."""
        return sorted({timestep for of_task, _, timestep in self.graphs if of_task == task})

    def of(self, task: str) -> list[dict[str, Any]]:
        """Return the card's list of a task's files."""
        return [
            {"asset": path.stem, "precision": precision, "timestep": timestep}
            | ({"weights": self.weights[precision].stem} if precision in self.weights else {})
            for (of_task, precision, timestep), path in self.graphs.items()
            if of_task == task
        ]

    def assets(self) -> dict[str, dict[str, Any]]:
        """Return the card's assets, each under its file's name without the suffix."""
        graph = {
            "type": "application/octet-stream; framework=onnx",
            "roles": ["mlm:model"],
            "mlm:artifact_type": "onnx",
        }
        explanation = graph | {"roles": ["noise2map:explanation"]}
        stored = {"type": "application/octet-stream", "roles": ["mlm:weights"]}
        return {
            path.stem: _asset(path, kind)
            for paths, kind in ((self.graphs, graph), (self.explaining, explanation), (self.weights, stored))
            for path in paths.values()
        }


def build_card(
    recipe: Recipe,
    choices: dict[str, Choice],
    files: BundleFiles,
    metrics: dict[str, list[dict[str, Any]]],
    images: dict[str, int],
    held_out: Mapping[str, int],
    net: MapNetwork,
    tile: tuple[int, int],
) -> dict[str, Any]:
    """Return the card as a dictionary.

    `images` are the numbers of training images and `held_out` those of validation tiles of each source; `tile` is (tile
    size, overlap) in pixels.
    """
    trained = [source for source in recipe.sources if source.weight]
    chose = [source for source in recipe.sources if held_out.get(source.name)]
    tasks = {}
    for task, choice in choices.items():
        tasks[task] = {
            "images": 2 if task == "change" else 1,
            "bands": list(BANDS),
            "gsd": list(recipe.gsd),
            "stretch": {"percentiles": list(PERCENTILES)},
            "tile_size": tile[0],
            "overlap": tile[1],
            "classes": [{"value": value, "name": name} for value, name in enumerate(_CLASSES[task])],
            "threshold": choice.threshold,
            "high_threshold": choice.high_threshold,
            "views": recipe.views,
            "timesteps": {
                "offered": files.timesteps(task),
                "default": choice.timestep,
                "chosen_on": _chosen_on(recipe, task, choice),
            },
            "files": files.of(task),
            "metrics": metrics[task],
        }
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": [
            "https://stac-extensions.github.io/mlm/v1.4.0/schema.json",
            "https://noise2map.github.io/card/v1.0.0/schema.json",
        ],
        "id": recipe.name,
        "geometry": None,
        "properties": {
            "datetime": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "title": recipe.title,
            "description": recipe.description or recipe.title,
            "mlm:name": recipe.name,
            "mlm:architecture": net.architecture,
            "mlm:tasks": [_STAC_TASKS[task] for task in tasks],
            "mlm:framework": "ONNX",
            "mlm:framework_version": onnx.__version__,
            "mlm:total_parameters": sum(p.numel() for p in net.parameters()),
            **_pretraining(net),
            "mlm:input": [_input(task) for task in tasks],
            "mlm:output": [_output(task) for task in tasks],
            "noise2map:licence": licence_of(trained, chose),
            "noise2map:citation": CITATION,
            "noise2map:known_failures": recipe.known_failures,
            **({"noise2map:control": recipe.control} if recipe.control else {}),
            "noise2map:training": [
                {"name": s.name, "terms": s.terms, "use": _use(s), "images": images[s.name], "source": s.origin}
                for s in trained
            ],
            "noise2map:validation": [
                {
                    "name": s.name,
                    "terms": s.terms,
                    "use": {"change": "change", "segment": "buildings"}[s.task or ""],
                    "tiles": held_out[s.name],
                    "source": s.origin,
                }
                for s in chose
            ],
            "noise2map:tasks": tasks,
        },
        "links": [],
        "assets": files.assets(),
    }


def _chosen_on(recipe: Recipe, task: str, choice: Choice) -> str:
    """Return how the timestep was chosen: noise schedule, sampling in training, and the F1 of each candidate."""
    schedule = recipe.schedules()[task]
    if schedule == "clean":
        return "no choice: trained on clean images, without noise or timestep"
    compared = ", ".join(f"{t}: {f1:.3f}" for t, f1 in sorted(choice.compared.items()))
    return (
        f"validation places; {schedule} schedule, trained with {recipe.timesteps} sampling of timesteps; "
        f"mean F1 over their sets at each timestep{', in one view' if recipe.views > 1 else ''}: {compared}"
    )


def _pretraining(net: MapNetwork) -> dict[str, Any]:
    if not net.pretrained_parameters():
        return {"mlm:pretrained": True, "mlm:pretrained_source": "none before the training data below"}
    return {
        "mlm:pretrained": True,
        "mlm:pretrained_source": "ImageNet (efficientnet-lite weights, Apache-2.0), then the training data below",
    }


def licence_of(trained: list[Source], chose: list[Source]) -> dict[str, Any]:
    """Return the licence of the weights, which is open only if that of every training source is.

    Validation sources under other terms are named in the note.
    """
    closed = [s.name for s in trained if not _open(s)]
    if not closed:
        note = "Trained on openly licensed images alone; see the training list."
        others = ", ".join(s.name for s in chose if not _open(s))
        if others:
            note += f" Images under other terms ({others}) only chose timestep, threshold and calibration."
        return {"name": "CC BY 4.0", "open": True, "note": note}
    return {
        "name": "Research and evaluation use",
        "open": False,
        "note": f"The weights saw images under research-only or unstated terms ({', '.join(closed)}). "
        "Check the terms in the training list before commercial use.",
    }


def _open(source: Source) -> bool:
    return source.terms.startswith(_OPEN_TERMS)


def metric(data: str, split: str, found: Confusion, tiles: int, gsd: float | None, units: Units) -> dict[str, Any]:
    """Return one line of a card's metrics: pooled scores on a split; `gsd` in metres, None if it varies.

    F1 and IoU have bootstrap intervals (low, high) over `units` where there are enough of them.
    """
    scores = {name: round(getattr(found, name), 4) for name in ("f1", "iou", "precision", "recall")}
    spans: dict[str, Any] = {}
    if units.kind:
        ends = intervals(units)
        spans = {f"{name}_interval": [round(end, 4) for end in ends[f"positive.{name}"]] for name in ("f1", "iou")}
        spans["interval_over"] = units.drawn
    return {"data": data, "split": split, **scores, **spans, "tiles": tiles, **({"gsd": gsd} if gsd else {})}


def _use(source: Source) -> str:
    return {
        "pairs": "change, and buildings by exclusive or" if source.buildings_only else "change",
        "images": "buildings, synthetic change",
        "plain": "open land for synthetic change, denoising" if source.empty else "pairs without change, denoising",
    }[source.kind]


def _asset(path: Path, kind: dict[str, Any]) -> dict[str, Any]:
    data = path.read_bytes()
    return {
        "href": f"./{path.name}",
        **kind,
        "noise2map:sha256": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "file:size": len(data),
    }


def _input(task: str) -> dict[str, Any]:
    images = 2 if task == "change" else 1
    dates = ("before", "after") if task == "change" else ("image",)
    return {
        "name": task,
        "bands": [f"{date} {band}" for date in dates for band in BANDS],
        "input": {
            "shape": [-1, images * len(BANDS), -1, -1],
            "dim_order": ["batch", "bands", "height", "width"],
            "data_type": "uint8",
        },
        "description": f"8-bit bands; height and width multiples of 32; ONNX opset {OPSET}",
    }


def _output(task: str) -> dict[str, Any]:
    return {
        "name": task,
        "tasks": [_STAC_TASKS[task]],
        "result": {"shape": [-1, 1, -1, -1], "dim_order": ["batch", "bands", "height", "width"], "data_type": "uint8"},
        "description": f"probability of the positive class in steps of 1/{LEVELS}",
    }
