# SPDX-License-Identifier: GPL-2.0-or-later
"""ONNX files that must not be opened: what they would ask for is seen in their bytes, before ONNX Runtime sees them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import TensorProto, helper

from noise2map_qgis.engine.errors import BundleError, EngineError
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.model.onnx_file import protobuf
from noise2map_qgis.engine.model.onnx_file.check import _Estimate, check_operators, memory_needed
from noise2map_qgis.engine.model.onnx_file.graph import _Parser, read_onnx
from tests.engine.making import make_bundle, make_card, write_graph

RESOURCES = Path(__file__).parents[3] / "resources" / "models"
HUGE = 160_000


def ints(name: str, *values: int) -> TensorProto:
    return helper.make_tensor(name, TensorProto.INT64, [len(values)], values)


def floats(name: str, *values: float) -> TensorProto:
    return helper.make_tensor(name, TensorProto.FLOAT, [len(values)], values)


def zeros(name: str, *shape: int) -> TensorProto:
    return helper.make_tensor(name, TensorProto.FLOAT, shape, bytes(4 * math.prod(shape)), raw=True)


def model(nodes: list[onnx.NodeProto], *constants: TensorProto, last: str = "big") -> onnx.ModelProto:
    """Return a model with the card's input and output that reduces the tensor `last` to one pixel."""
    nodes = [
        helper.make_node("Cast", ["image"], ["x"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["x"], ["mean"], axes=[1], keepdims=1),
        *nodes,
        helper.make_node("ReduceMax", [last], ["peak"], keepdims=0),
        helper.make_node("Add", ["mean", "peak"], ["probability"]),
    ]
    graph = helper.make_graph(
        nodes,
        "hostile",
        [helper.make_tensor_value_info("image", TensorProto.UINT8, ["n", 6, "h", "w"])],
        [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["n", 1, "h", "w"])],
        constants,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)


def doubling(times: int) -> list[onnx.NodeProto]:
    names = ["mean", *(f"d{k}" for k in range(times - 1)), "big"]
    return [helper.make_node("Concat", [a, a], [b], axis=1) for a, b in zip(names, names[1:])]


def row_and_column() -> list[onnx.NodeProto]:
    return [node("ConstantOfShape", ["r"], ["row"]), node("ConstantOfShape", ["c"], ["col"])]


def graph_of(one: onnx.NodeProto) -> onnx.GraphProto:
    return helper.make_graph([one], "branch", [], [onnx.ValueInfoProto(name=one.output[0])])


node = helper.make_node
HOSTILE = {
    "ConstantOfShape": ([node("ConstantOfShape", ["s"], ["big"])], [ints("s", HUGE, HUGE)]),
    "computed shape": (
        [node("Mul", ["a", "a"], ["s"]), node("ConstantOfShape", ["s"], ["big"])],
        [ints("a", 400, 400)],
    ),
    "Expand": ([node("Expand", ["mean", "s"], ["big"])], [ints("s", 1, 30 * HUGE, 1, 1)]),
    "Tile": ([node("Tile", ["mean", "s"], ["big"])], [ints("s", 1, 30 * HUGE, 1, 1)]),
    "Resize": ([node("Resize", ["mean", "", "s"], ["big"])], [floats("s", 1, 1, 2000, 2000)]),
    "Resize to sizes": ([node("Resize", ["mean", "", "", "s"], ["big"])], [ints("s", 1, 1, HUGE, HUGE)]),
    "Pad": ([node("Pad", ["mean", "s"], ["big"])], [ints("s", 0, 0, HUGE, HUGE, 0, 0, 0, 0)]),
    "Range": (
        [node("Range", ["a", "b", "c"], ["big"])],
        [helper.make_tensor(n, TensorProto.INT64, [], [v]) for n, v in (("a", 0), ("b", 20_000_000_000), ("c", 1))],
    ),
    "broadcast": (
        [*row_and_column(), node("Add", ["row", "col"], ["big"])],
        [ints("r", 1, HUGE), ints("c", HUGE, 1)],
    ),
    "outer product": (
        [*row_and_column(), node("MatMul", ["col", "row"], ["big"])],
        [ints("r", 1, HUGE), ints("c", HUGE, 1)],
    ),
    "wide convolution": (
        [node("Conv", ["mean", "k"], ["big"])],
        [zeros("k", 4_000_000, 1, 1, 1)],
    ),
    "doubled again and again": (doubling(24), []),
    "in a branch": (
        [
            helper.make_node(
                "If", ["yes"], ["big"],
                then_branch=graph_of(node("ConstantOfShape", ["s"], ["t"])),
                else_branch=graph_of(node("Identity", ["s"], ["e"])),
            )
        ],
        [ints("s", HUGE, HUGE), helper.make_tensor("yes", TensorProto.BOOL, [], [True])],
    ),
}  # fmt: skip


def written(folder: Path, content: bytes) -> Path:
    """Write a model of a network of these bytes, with the card that goes with it; returns its folder."""
    folder.mkdir(exist_ok=True)
    (folder / "change.onnx").write_bytes(content)
    (folder / "card.json").write_text(json.dumps(make_card({"change": folder / "change.onnx"})))
    return folder


@pytest.mark.parametrize("kind", sorted(HOSTILE))
def test_a_graph_that_asks_for_a_hundred_gigabytes_is_refused(tmp_path, monkeypatch, kind) -> None:
    nodes, constants = HOSTILE[kind]
    content = model(nodes, *constants).SerializeToString()
    assert memory_needed(read_onnx(written(tmp_path, content) / "change.onnx"), {"image": (1, 6, 96, 96)}) > 30e9
    monkeypatch.setattr(session, "_open", lambda *_: pytest.fail("ONNX Runtime was asked to open it"))
    with pytest.raises(BundleError, match=r"change\.onnx is refused: it needs about .* GB of memory for one tile"):
        session.open_session(load_bundle(tmp_path), "change")


def test_a_sparse_constant_counts_as_what_it_becomes(tmp_path: Path) -> None:
    made = model([node("Identity", ["w"], ["big"])])
    values = helper.make_tensor("w", TensorProto.FLOAT, [1], [1.0])
    made.graph.sparse_initializer.append(onnx.SparseTensorProto(values=values, indices=ints("i", 5), dims=[HUGE, HUGE]))
    path = written(tmp_path, made.SerializeToString()) / "change.onnx"
    assert memory_needed(read_onnx(path), {"image": (1, 6, 96, 96)}) > 100e9


@pytest.mark.parametrize(
    ("made", "word"),
    [
        (model([node("NonZero", ["mean"], ["big"])]), "cannot be told before it runs"),
        (model([node("Cast", ["one"], ["s"], to=7), node("Expand", ["mean", "s"], ["big"])], floats("one", 1.0)), ""),
        (model([node("Cast", ["mean"], ["s"], to=7), node("Tile", ["x", "s"], ["big"])]), "'Tile'"),
        (model([node("Loop", ["a", "b"], ["big"])]), "'Loop', whose number of turns has no limit"),
        (model([node("Identity", ["mean"], ["big"], domain="evil.org")]), "'Identity' of 'evil.org'"),
        (model([node("BeamSearch", ["mean"], ["big"], domain="com.microsoft")]), "'BeamSearch' of 'com.microsoft'"),
    ],
    ids=["NonZero", "known", "computed size", "Loop", "other domain", "contributed"],
)  # fmt: skip
def test_operators_without_a_bound_are_refused(tmp_path, monkeypatch, made, word) -> None:
    bundle = load_bundle(written(tmp_path, made.SerializeToString()))
    if word:
        monkeypatch.setattr(session, "_open", lambda *_: pytest.fail("ONNX Runtime was asked to open it"))
        with pytest.raises(BundleError, match=word):
            session.open_session(bundle, "change")
    else:
        assert session.open_session(bundle, "change").device == "CPU"


def test_functions_of_a_file_are_refused(tmp_path: Path) -> None:
    made = model([node("Identity", ["mean"], ["big"])])
    made.functions.append(onnx.FunctionProto(name="f", domain="x", node=[node("Relu", ["a"], ["b"])]))
    with pytest.raises(ValueError, match="functions of its own"):
        check_operators(read_onnx(written(tmp_path, made.SerializeToString()) / "change.onnx"))


@pytest.mark.parametrize("dims", [[1 << 40], [-4], [3], [2, 2, 2]])
def test_a_constant_whose_shape_lies_is_refused(tmp_path: Path, dims: list[int]) -> None:
    lying = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=dims, raw_data=bytes(16))
    path = written(tmp_path, model([node("Identity", ["w"], ["big"])], lying).SerializeToString()) / "change.onnx"
    with pytest.raises(ValueError, match="the tensor 'w'"):
        read_onnx(path)


@pytest.mark.parametrize("path", sorted(RESOURCES.glob("*/*.onnx")), ids=lambda path: f"{path.parent.name} {path.stem}")
def test_what_is_estimated_of_the_bundled_models_is_what_they_give(path: Path) -> None:
    read = read_onnx(path)
    check_operators(read)
    channels = read.graph.ports[0].shape[1]
    assert 20e6 < memory_needed(read, {"image": (1, channels, 512, 512)}) < 200e6


def _shapes_given(made: onnx.ModelProto, names: list[str]) -> dict[str, tuple[int, ...]]:
    made.graph.output.extend(onnx.ValueInfoProto(name=name) for name in names)
    opened = onnxruntime.InferenceSession(made.SerializeToString(), providers=["CPUExecutionProvider"])
    answers = opened.run(names, {"image": np.zeros((1, 6, 32, 48), np.uint8)})
    return dict(zip(names, (answer.shape for answer in answers)))


def test_shapes_are_those_that_onnx_runtime_gives() -> None:
    k, t = zeros("k", 4, 6, 3, 3), zeros("t", 4, 5, 2, 2)
    nodes = [
        node("Conv", ["x", "k"], ["conv"], strides=[2, 2], pads=[1, 1, 1, 1]),
        node("ConvTranspose", ["conv", "t"], ["up"], strides=[2, 2]),
        node("MaxPool", ["up"], ["pool"], kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1),
        node("GlobalAveragePool", ["pool"], ["global"]),
        node("Resize", ["pool", "", "scales"], ["resized"]),
        node("Shape", ["x"], ["size"]),
        node("Slice", ["size", "two", "four"], ["sides"]),
        node("Concat", ["minus", "sides"], ["target"], axis=0),
        node("Reshape", ["x", "target"], ["reshaped"]),
        node("Transpose", ["reshaped"], ["turned"], perm=[2, 0, 1]),
        node("Split", ["x"], ["first", "second"], axis=1),
        node("Slice", ["x", "ends", "starts", "axes", "steps"], ["reversed"]),
        node("Pad", ["x", "pads"], ["padded"]),
        node("Gather", ["x", "zero"], ["gathered"], axis=1),
        node("Unsqueeze", ["mean", "zero"], ["unsqueezed"]),
        node("Flatten", ["x"], ["flat"]),
        node("ReduceSum", ["x", "two"], ["summed"], keepdims=0),
        node("ArgMax", ["x"], ["best"], axis=1, keepdims=0),
        node("SpaceToDepth", ["x"], ["folded"], blocksize=2),
        node("DepthToSpace", ["folded"], ["big"], blocksize=2),
    ]
    constants = [
        k, t, floats("scales", 1, 1, 2.5, 1.5), ints("two", 2), ints("four", 4), ints("minus", -1), ints("zero", 0),
        ints("ends", -1), ints("starts", -1000), ints("axes", 3),
        ints("steps", -2), ints("pads", 0, 0, 1, 2, 0, 0, 3, 4),
    ]  # fmt: skip
    made = model(nodes, *constants)
    names = [name for one in made.graph.node for name in one.output if name != "probability"]
    given = _shapes_given(onnx.ModelProto.FromString(made.SerializeToString()), names)
    estimate = _Estimate()
    read = _Parser(made.SerializeToString()).model()
    estimate.shapes["image"] = (1, 6, 32, 48)
    estimate.run(read.graph)
    assert {name: estimate.shapes[name] for name in names} == given


@settings(max_examples=60)
@given(data=st.data())
def test_flipped_bytes_end_in_a_sentence_or_in_a_model_that_runs(tmp_path_factory, data) -> None:
    folder = tmp_path_factory.mktemp("flipped")
    whole = bytearray(write_graph(folder / "change.onnx").read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    bundle = load_bundle(written(folder, bytes(whole)))
    try:
        answer = session.open_session(bundle, "change", threads=1).run(np.zeros((1, 6, 64, 64), np.uint8))
    except EngineError:
        pass  # any other exception fails the test
    else:
        assert math.prod(answer.shape) <= 64 * 64


def test_memory_that_the_user_allows_counts(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "model")
    assert session.open_session(bundle, "change").device == "CPU"
    with pytest.raises(BundleError, match="allow more memory in the plugin's settings"):
        session.open_session(bundle, "change", memory=1000)


def test_a_file_with_more_fields_than_a_model_has_is_refused(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(protobuf, "LARGEST_FIELD_COUNT", 10)
    bundle = make_bundle(tmp_path / "model")
    with pytest.raises(BundleError, match="more than 10 fields"):
        bundle.verify(bundle.tasks["change"].files[0])
