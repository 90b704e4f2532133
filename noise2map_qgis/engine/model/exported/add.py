# SPDX-License-Identifier: GPL-2.0-or-later
"""The card of an exported network, and the model that is made of both after a try on one tile."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import BundleError, EngineError
from ..adding import add_model
from ..bundle import CARD, Bundle, load_bundle
from ..onnx_file.check import LARGEST_MEMORY
from ..session import open_session
from .draft import QUESTIONS, Draft, weights_beside


def add_onnx(draft: Draft, models: Path, memory: int = LARGEST_MEMORY, taken: Iterable[str] = ()) -> Bundle:
    """Make a card for a draft, try the model on a tile, and copy both to the folder `models`.

    Raises BundleError where the draft misses something, or the model's answer is no map of probability.
    """
    if draft.missing:
        asked = " ".join(QUESTIONS[name] for name in draft.missing)
        raise BundleError(
            f"{draft.path} does not say all that is needed to run it ({', '.join(draft.missing)}). {asked}"
        )
    models.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=models.parent, prefix="adding-") as work:
        folder = Path(work) / "model"
        folder.mkdir()
        files = [draft.path, *weights_beside(draft.path)]
        for file in files:
            shutil.copyfile(file, folder / file.name)
        (folder / CARD).write_text(json.dumps(make_card(draft, folder), indent=1, ensure_ascii=False), encoding="utf-8")
        _try_out(load_bundle(folder), draft, memory)
        return add_model(folder, models, memory, taken)


def _try_out(bundle: Bundle, draft: Draft, memory: int) -> None:
    (task,) = bundle.tasks
    session = open_session(bundle, task, device="CPU", memory=memory)
    side = bundle.tasks[task].tile_size
    tile = np.random.default_rng(0).integers(0, 256, (1, draft.channels, side, side)).astype(np.uint8)
    try:
        answer = session.run(tile)
    except EngineError as error:
        raise BundleError(f"{draft.path} does not run on a tile as described: {error}") from error
    if not np.isfinite(answer).all():
        raise BundleError(f"{draft.path} answers a tile with what are no numbers; its scaling or its bands are others.")


def make_card(draft: Draft, folder: Path) -> dict[str, Any]:
    """Return the card of a draft whose files lie in `folder`."""
    channel = draft.channel or 0
    positive = (
        draft.classes[channel]
        if channel < len(draft.classes)
        else {"change": "change"}.get(str(draft.task), "building")
    )
    weights = [file.name for file in weights_beside(draft.path)]
    adapter = dataclasses.replace(draft.adapter, scale=float(draft.scale or 1), channel=channel)
    file = {"asset": "model", "precision": "float16" if draft.adapter.type == "float16" else "float32", "timestep": 0}
    task = {
        "images": draft.images,
        "bands": list(draft.bands),
        "gsd": list(draft.gsd or (0.3, 1.0)),
        "stretch": {"percentiles": [2, 98]},
        "tile_size": draft.tile_size,
        "overlap": draft.overlap,
        "classes": [{"value": 0, "name": "background"}, {"value": 1, "name": positive}],
        "threshold": draft.threshold,
        "timesteps": {"offered": [0], "default": 0},
        "files": [{**file, **({"weights": "weights"} if weights else {})}],
        "metrics": [],
        "adapter": adapter.to_card(),
    }
    assets = {"model": _asset(folder / draft.path.name, "mlm:model")}
    if weights:
        assets["weights"] = _asset(folder / weights[0], "mlm:weights")
    dims = ["batch", "bands", "height", "width"]
    structure = {"shape": [-1, draft.channels, -1, -1], "dim_order": dims, "data_type": draft.adapter.type}
    taken = {"name": draft.adapter.inputs[0], "bands": list(draft.bands), "input": structure}
    result = {"shape": [-1, 1, -1, -1], "dim_order": dims, "data_type": "float32"}
    kind = {"change": "change-detection", "segment": "semantic-segmentation"}[str(draft.task)]
    long_name = (
        draft.name if re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_.-]+[a-zA-Z0-9]", draft.name) else f"model-{draft.name}-0"
    )
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "stac_extensions": [
            "https://stac-extensions.github.io/mlm/v1.4.0/schema.json",
            "https://noise2map.github.io/card/v1.0.0/schema.json",
        ],
        "id": draft.name,
        "geometry": None,
        "properties": {
            "datetime": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "title": draft.name,
            "description": f"A network for {positive}, added from the file {draft.path.name}.",
            "mlm:name": long_name,
            "mlm:architecture": "unknown",
            "mlm:tasks": [kind],
            "mlm:framework": "ONNX",
            "mlm:input": [taken],
            "mlm:output": [{"name": draft.adapter.output, "tasks": [kind], "result": result}],
            "noise2map:licence": {
                "name": draft.licence,
                "open": False,
                "note": "As stated by the person who added the model.",
            },
            "noise2map:citation": f"Unknown; added from the file {draft.path.name}.",
            "noise2map:known_failures": ["Nothing is known of its accuracy: it came without scores."],
            "noise2map:training": [],
            "noise2map:tasks": {draft.task: task},
        },
        "links": [],
        "assets": assets,
    }


def _asset(path: Path, role: str) -> dict[str, Any]:
    return {
        "href": f"./{path.name}",
        "type": "application/octet-stream; framework=onnx",
        "roles": [role],
        "noise2map:sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "file:size": path.stat().st_size,
    }
