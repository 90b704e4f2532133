# SPDX-License-Identifier: GPL-2.0-or-later
"""A model small enough to know its answers by heart, for tests in which only the way through matters.

change: the largest difference of any band, |after - before|, in steps of 1/254. segment: the mean of the bands.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

BANDS = 3


def make_bundle(models: Path, name: str = "tiny", tasks: tuple[str, ...] = ("change", "segment"), **task: Any) -> Path:
    """Write the model `name` into `models` and return its folder; `task` overrides fields of its task cards."""
    folder = models / name
    folder.mkdir(parents=True)
    assets, cards = {}, {}
    for what in tasks:
        path = folder / f"{what}.onnx"
        path.write_bytes(_graph(what).SerializeToString())
        assets[what] = {
            "href": f"./{path.name}",
            "type": "application/octet-stream; framework=onnx",
            "roles": ["mlm:model"],
            "mlm:artifact_type": "onnx",
            "noise2map:sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "file:size": path.stat().st_size,
        }
        cards[what] = {**_task_card(what), **task}
    (folder / "card.json").write_text(json.dumps(_card(name, cards, assets), indent=1), encoding="utf-8")
    return folder


def _graph(task: str) -> onnx.ModelProto:
    images = 2 if task == "change" else 1
    nodes = [helper.make_node("Cast", ["image"], ["values"], to=TensorProto.FLOAT)]
    if task == "change":
        nodes += [
            helper.make_node("Split", ["values"], ["before", "after"], axis=1, num_outputs=2),
            helper.make_node("Sub", ["after", "before"], ["difference"]),
            helper.make_node("Abs", ["difference"], ["size"]),
            helper.make_node("ReduceMax", ["size", "axis"], ["answer"], keepdims=1),
        ]
    else:
        nodes.append(helper.make_node("ReduceMean", ["values", "axis"], ["answer"], keepdims=1))
    nodes += [
        helper.make_node("Min", ["answer", "largest"], ["capped"]),
        helper.make_node("Cast", ["capped"], ["probability"], to=TensorProto.UINT8),
    ]
    shape = ["batch", images * BANDS, "rows", "cols"]
    graph = helper.make_graph(
        nodes,
        task,
        [helper.make_tensor_value_info("image", TensorProto.UINT8, shape)],
        [helper.make_tensor_value_info("probability", TensorProto.UINT8, ["batch", 1, "rows", "cols"])],
        [
            helper.make_tensor("axis", TensorProto.INT64, [1], [1]),
            helper.make_tensor("largest", TensorProto.FLOAT, [], [254.0]),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def _task_card(task: str) -> dict[str, Any]:
    return {
        "images": 2 if task == "change" else 1,
        "bands": ["red", "green", "blue"],
        "gsd": [0.1, 10.0],
        "stretch": {"percentiles": [2, 98]},
        "tile_size": 64,
        "overlap": 16,
        "classes": [{"value": 0, "name": "background"}, {"value": 1, "name": task}],
        "threshold": 0.5,
        "timesteps": {"offered": [0], "default": 0},
        "files": [{"asset": task, "precision": "float32", "timestep": 0}],
        "metrics": [{"data": "drawn", "split": "test", "f1": 0.9, "iou": 0.82, "precision": 0.9, "recall": 0.9}],
    }


def _card(name: str, tasks: dict[str, Any], assets: dict[str, Any]) -> dict[str, Any]:
    shape = {"shape": [-1, 2 * BANDS, -1, -1], "dim_order": ["batch", "bands", "height", "width"], "data_type": "uint8"}
    answer = {"shape": [-1, 1, -1, -1], "dim_order": ["batch", "bands", "height", "width"], "data_type": "uint8"}
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": [
            "https://stac-extensions.github.io/mlm/v1.4.0/schema.json",
            "https://noise2map.github.io/card/v1.0.0/schema.json",
        ],
        "id": name,
        "geometry": None,
        "properties": {
            "datetime": "2026-01-01T00:00:00Z",
            "title": f"The {name} model",
            "description": "Differences between pixels, for tests.",
            "mlm:name": name,
            "mlm:architecture": "arithmetic",
            "mlm:tasks": ["change-detection", "semantic-segmentation"],
            "mlm:framework": "ONNX",
            "mlm:framework_version": onnx.__version__,
            "mlm:total_parameters": 0,
            "mlm:pretrained": False,
            "mlm:pretrained_source": None,
            "mlm:input": [{"name": "image", "bands": ["red", "green", "blue"], "input": shape}],
            "mlm:output": [{"name": "probability", "tasks": ["change-detection"], "result": answer}],
            "noise2map:licence": {"name": "CC0-1.0", "open": True, "note": "made for tests"},
            "noise2map:citation": "none",
            "noise2map:known_failures": ["anything but arithmetic"],
            "noise2map:training": [{"name": "nothing", "terms": "CC0-1.0", "use": "none", "images": 0}],
            "noise2map:tasks": tasks,
        },
        "links": [],
        "assets": assets,
    }
