# SPDX-License-Identifier: GPL-2.0-or-later
"""Graphs made for another timestep from scales and whole tensors, with weights inside or beside them, as floats or as
halves.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from noise2map_qgis.engine.model.timestep_vectors import Vectors, folded_graph, read_vectors
from tests.engine.making import put_weights_outside

WEIGHT = np.arange(1, 13, dtype=np.float32).reshape(3, 4, 1, 1)
BIAS = np.array([1, 2, 3], np.float32)


def write_graph(path: Path, half: bool) -> Path:
    weight, nodes = numpy_helper.from_array(WEIGHT, "weight"), []
    if half:
        weight = numpy_helper.from_array(WEIGHT.astype(np.float16), "weight_half")
        nodes = [helper.make_node("Cast", ["weight_half"], ["weight"], to=TensorProto.FLOAT)]
    nodes.append(helper.make_node("Conv", ["image", "weight", "bias"], ["answer"]))
    graph = helper.make_graph(
        nodes,
        "one",
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [1, 4, "rows", "cols"])],
        [helper.make_tensor_value_info("answer", TensorProto.FLOAT, [1, 3, "rows", "cols"])],
        [weight, numpy_helper.from_array(BIAS, "bias"), helper.make_tensor("axes", TensorProto.INT64, [2], [0, 300])],
    )
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), path)
    return path


def write_safetensors(path: Path, tensors: dict[str, np.ndarray]) -> Path:
    header, data = {}, b""
    for name, tensor in tensors.items():
        kind = {"float32": "F32", "float16": "F16"}[tensor.dtype.name]
        header[name] = {
            "dtype": kind,
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + tensor.nbytes],
        }
        data += tensor.tobytes()
    text = json.dumps(header).encode()
    path.write_bytes(len(text).to_bytes(8, "little") + text + data)
    return path


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    return write_safetensors(
        tmp_path / "timesteps.safetensors",
        {
            "change.300.weight.scale": np.array([2, 0.5, -1], np.float32),
            "change.300.bias.value": np.array([7, 8, 9], np.float16),
            "segment.300.weight.scale": np.array([1, 1, 1], np.float32),
        },
    )


@pytest.mark.parametrize("half", [False, True])
@pytest.mark.parametrize("outside", [False, True])
def test_weights_are_scaled_and_replaced(tmp_path: Path, vectors: Path, half: bool, outside: bool) -> None:
    path = write_graph(tmp_path / "graph.onnx", half)
    if outside:
        put_weights_outside(path)
    model = onnx.load_from_string(folded_graph(path, read_vectors(vectors, "change", 300)))
    onnx.checker.check_model(model)
    found = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    scaled = WEIGHT * np.array([2, 0.5, -1], np.float32)[:, None, None, None]
    assert np.array_equal(found["weight_half" if half else "weight"], scaled)
    assert found["weight_half" if half else "weight"].dtype == (np.float16 if half else np.float32)
    assert found["bias"].tolist() == [7, 8, 9]
    assert found["axes"].tolist() == [0, 300]
    before = onnx.load(path)
    assert [node.op_type for node in model.graph.node] == [node.op_type for node in before.graph.node]
    assert model.opset_import == before.opset_import


def test_a_timestep_that_is_not_there_is_refused(vectors: Path) -> None:
    with pytest.raises(ValueError, match="nothing for the timestep 400 of the task 'change'"):
        read_vectors(vectors, "change", 400)


def test_what_is_no_file_of_vectors_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"PK\x03\x04", b"\xff" * 64):
        (tmp_path / "bad.safetensors").write_bytes(content)
        with pytest.raises(ValueError, match="not a safetensors file"):
            read_vectors(tmp_path / "bad.safetensors", "change", 300)


def test_vectors_of_another_graph_are_refused(tmp_path: Path) -> None:
    path = write_graph(tmp_path / "graph.onnx", half=True)
    with pytest.raises(ValueError, match=r"no tensor blocks\.1"):
        folded_graph(path, Vectors({"blocks.1": np.ones(3, np.float32)}, {}))
