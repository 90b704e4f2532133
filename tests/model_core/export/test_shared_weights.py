# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights stored once beside several ONNX files: nothing is lost, nothing is twice, and any ONNX Runtime opens the
files.
"""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper, numpy_helper

from model_core.export.shared_weights import share_weights

SIDE = 24
RNG = np.random.default_rng(0)
# The first two are in both files, under other names; 24 * 25 * 4 bytes are no multiple of 64.
BACKBONE = [RNG.normal(size=(SIDE, SIDE + 1)).astype(np.float32), RNG.normal(size=(SIDE + 1, SIDE)).astype(np.float32)]
HEADS = {task: RNG.normal(size=(SIDE, SIDE)).astype(np.float32) for task in ("change", "segment")}


def write(folder: Path, task: str) -> Path:
    """A file that multiplies by the backbone and then by its own head, and adds a small bias."""
    weights = [*BACKBONE, HEADS[task]]
    tensors = [numpy_helper.from_array(values, f"{task}{number}") for number, values in enumerate(weights)]
    nodes = [
        helper.make_node("MatMul", ["image" if number == 0 else f"x{number}", tensor.name], [f"x{number + 1}"])
        for number, tensor in enumerate(tensors)
    ]
    nodes.append(helper.make_node("Add", [f"x{len(tensors)}", "bias"], ["answer"]))
    tensors.append(numpy_helper.from_array(np.ones(SIDE, np.float32), "bias"))
    graph = helper.make_graph(
        nodes,
        task,
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, [None, SIDE])],
        [helper.make_tensor_value_info("answer", TensorProto.FLOAT, [None, SIDE])],
        tensors,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, folder / f"{task}.onnx")
    return folder / f"{task}.onnx"


def answer(path: Path) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    image = np.random.default_rng(1).normal(size=(5, SIDE)).astype(np.float32)
    return session.run(None, {"image": image})[0]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [write(tmp_path, task) for task in HEADS]


def test_answers_are_the_same_to_the_bit_from_wherever_a_file_is_opened(files, tmp_path, monkeypatch):
    before = [answer(path) for path in files]
    share_weights(files, tmp_path / "weights.bin")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    for path, expected in zip(files, before):
        np.testing.assert_array_equal(answer(path), expected)
    (tmp_path / "weights.bin").rename(tmp_path / "gone.bin")
    with pytest.raises(Exception, match=r"weights\.bin"):
        answer(files[0])


def test_every_distinct_tensor_is_stored_once_and_aligned(files, tmp_path):
    share_weights(files, tmp_path / "weights.bin")
    stored = (tmp_path / "weights.bin").read_bytes()
    places = []
    for path, task in zip(files, HEADS):
        model = onnx.load(path, load_external_data=False)
        *large, small = model.graph.initializer
        assert small.data_location == TensorProto.DEFAULT
        assert small.raw_data
        for tensor, values in zip(large, [*BACKBONE, HEADS[task]]):
            entry = {item.key: item.value for item in tensor.external_data}
            offset, length = int(entry["offset"]), int(entry["length"])
            assert entry["location"] == "weights.bin"
            assert offset % 64 == 0
            assert stored[offset : offset + length] == values.tobytes()
            places.append(offset)
    assert places[:2] == places[3:5]
    assert places[2] != places[5]
    once = sum(values.nbytes for values in [*BACKBONE, *HEADS.values()])
    assert once <= len(stored) < once + 4 * 64


def test_the_same_files_give_the_same_bytes(files, tmp_path):
    (tmp_path / "again").mkdir()
    again = [write(tmp_path / "again", task) for task in HEADS]
    share_weights(files, tmp_path / "weights.bin")
    share_weights(again, tmp_path / "again" / "weights.bin")
    for name in ("change.onnx", "segment.onnx", "weights.bin"):
        assert (tmp_path / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_weights_lie_beside_their_files(files, tmp_path):
    before = files[0].read_bytes()
    with pytest.raises(ValueError, match="folder"):
        share_weights(files, tmp_path / "elsewhere" / "weights.bin")
    assert files[0].read_bytes() == before
