# SPDX-License-Identifier: GPL-2.0-or-later
"""Adds timesteps to a bundle as vectors: what makes its float32 graphs those of other timesteps, in kilobytes each.

See `noise2map_qgis/engine/model/timestep_vectors.py` for the file. What is written is found by comparing the exported
graphs of two timesteps, so it holds for any network whose graphs have the same tensors at each.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper
from safetensors.numpy import save_file

from model_core.diffusion.forward_process import NoiseSchedule
from model_core.errors import DataError
from model_core.export.onnx_files import write_float32
from model_core.networks.interface import MapNetwork
from noise2map_qgis.engine.model.bundle import CARD, TaskCard, load_bundle
from noise2map_qgis.engine.model.timestep_vectors import ANY_TASK, HALF

ASSET = "timesteps"
# Near 260 of the linear schedule's 1000 steps both halves of a pair are the same image; on either side they differ more
# and more.
EVERY_200 = (0, 200, 400, 600, 800)
# A tensor is a scaled one if no value is further from that than this share of its channel's largest: halves have 11
# bits.
_TOLERANCE = 2e-3
# Bytes up to which a tensor that is no scaled one is stored whole.
_LARGEST_WHOLE = 256 * 1024
# Of the weights given, from those in the bundle: rounding to halves, and another export of the same weights.
_SAME = 2e-3


def add_timesteps(
    bundle: Path,
    net: MapNetwork,
    schedules: Mapping[str, NoiseSchedule],
    timesteps: Sequence[int] = EVERY_200,
    log: Callable[[str], None] = print,
) -> Path | None:
    """Let a bundle offer `timesteps` beside those it has files for; returns the file written, None where there is
    nothing to add.

    net: the network that the bundle was exported from, with its weights, in evaluation mode. The card is written again.
    Raises DataError where the weights are not those of the bundle, or a timestep changes more than can be told in
    vectors.
    """
    card = json.loads((bundle / CARD).read_text())
    vectors: dict[str, np.ndarray] = {}
    offered: dict[str, list[int]] = {}
    for task, about in load_bundle(bundle).tasks.items():
        schedule = schedules[task]
        wanted = [
            t for t in timesteps if (t < len(schedule) and about.file(t, "float32") is None) or _is_vector(about, t)
        ]
        if not wanted:
            continue
        vectors |= _of_task(net, task, about, schedule, wanted)
        offered[task] = sorted({file.timestep for file in about.files} | set(wanted))
    if not vectors:
        return None
    path = bundle / f"{ASSET}.safetensors"
    save_file(_shared(vectors, list(offered)), path)
    card["assets"][ASSET] = {
        "href": f"./{path.name}",
        "type": "application/octet-stream; framework=safetensors",
        "roles": ["mlm:weights"],
        "noise2map:sha256": f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}",
        "file:size": path.stat().st_size,
    }
    for task, steps in offered.items():
        card["properties"]["noise2map:tasks"][task]["timesteps"] |= {"offered": steps, "vectors": ASSET}
    (bundle / CARD).write_text(json.dumps(card, indent=2) + "\n")
    load_bundle(bundle)
    count = sum(len(steps) - 1 for steps in offered.values())
    log(f"{path.name}: {path.stat().st_size / 1e3:.0f} kB for {count} more timestep(s) of {len(offered)} task(s)")
    return path


def _shared(vectors: dict[str, np.ndarray], tasks: list[str]) -> dict[str, np.ndarray]:
    """Return the entries with those that are the same for all tasks stored once: the encoder's and the decoder's."""
    found = {}
    for key, value in vectors.items():
        _, _, rest = key.partition(".")
        others = [vectors.get(f"{other}.{rest}") for other in tasks]
        same = all(other is not None and np.array_equal(other, value) for other in others)
        found[f"{ANY_TASK}.{rest}" if same else key] = value
    return found


def _is_vector(about: TaskCard, timestep: int) -> bool:
    file = about.file(timestep, "float32")
    return file is not None and file.vectors is not None


def _of_task(
    net: MapNetwork, task: str, about: TaskCard, schedule: NoiseSchedule, timesteps: Sequence[int]
) -> dict[str, np.ndarray]:
    """Return the entries of the vectors' file for one task."""
    base = about.file(about.default_timestep, "float32")
    if base is None:
        raise DataError(
            f"The bundle has no float32 file of its timestep {about.default_timestep} for the task '{task}'."
        )
    stored = _tensors(base.path)
    exact = _exported(net, task, schedule, about.default_timestep)
    _check_same(stored, exact, task)
    entries = {}
    for timestep in timesteps:
        for name, tensor in _exported(net, task, schedule, timestep).items():
            if name not in exact:
                raise DataError(
                    f"The graphs of two timesteps of the task '{task}' differ by the tensor {name}; export files "
                    f"instead."
                )
            if np.array_equal(tensor, exact[name]):
                continue
            kind, value = _told(stored[name], tensor, f"{task}, timestep {timestep}, {name}")
            entries[f"{task}.{timestep}.{name}.{kind}"] = value
    return entries


def _told(base: np.ndarray, tensor: np.ndarray, what: str) -> tuple[str, np.ndarray]:
    """Return how `tensor` is told, "scale" or "value", and the array stored."""
    if tensor.ndim > 1:
        rows, wanted = (each.reshape(len(tensor), -1).astype(np.float64) for each in (base, tensor))
        squares = (rows**2).sum(axis=1)
        scale = np.where(squares > 0, (rows * wanted).sum(axis=1) / np.where(squares > 0, squares, 1), 0.0)
        left = np.abs(wanted - rows * scale[:, None]).max(axis=1)
        if (left <= _TOLERANCE * np.abs(wanted).max(axis=1)).all():
            return "scale", scale.astype(np.float16)
    if tensor.nbytes > _LARGEST_WHOLE:
        raise DataError(
            f"A timestep of this network changes more than scales and biases ({what}); export files instead."
        )
    return "value", np.ascontiguousarray(tensor.astype(np.float16))


def _exported(net: MapNetwork, task: str, schedule: NoiseSchedule, timestep: int) -> dict[str, np.ndarray]:
    deployed = net.deploy(task, timestep, float(schedule.signal[timestep]), float(schedule.noise[timestep]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.onnx"
        write_float32(deployed, path)
        return _tensors(path)


def _tensors(path: Path) -> dict[str, np.ndarray]:
    """Return a graph's float initializers in float32, by name without `_half`."""
    found = {}
    for tensor in onnx.load(path).graph.initializer:
        if tensor.data_type in (onnx.TensorProto.FLOAT, onnx.TensorProto.FLOAT16):
            found[tensor.name.removesuffix(HALF)] = onnx.numpy_helper.to_array(tensor).astype(np.float32)
    return found


def _check_same(stored: Mapping[str, np.ndarray], exact: Mapping[str, np.ndarray], task: str) -> None:
    def differ(one: np.ndarray, other: np.ndarray) -> bool:
        return one.shape != other.shape or bool(np.abs(one - other).max() > _SAME * np.abs(other).max() + 1e-6)

    wrong = [name for name in exact if name not in stored or differ(stored[name], exact[name])]
    if wrong:
        raise DataError(
            f"These weights are not those of the bundle: for the task '{task}' {len(wrong)} of {len(exact)} tensors "
            f"differ, such as "
            f"{wrong[0]}. Name the weights that the bundle was exported from."
        )
