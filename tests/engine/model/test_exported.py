# SPDX-License-Identifier: GPL-2.0-or-later
"""Networks exported elsewhere: what a file tells of itself, what is asked for, and the same answer in every layout."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from noise2map_qgis.engine.errors import BundleError, EngineError
from noise2map_qgis.engine.model.adapter import Adapter
from noise2map_qgis.engine.model.exported.add import add_onnx
from noise2map_qgis.engine.model.exported.describe import describe_onnx
from noise2map_qgis.engine.model.session import open_session

FLOAT = TensorProto.FLOAT
node = helper.make_node


def network(
    path: Path,
    inputs: int = 1,
    channels: int = 6,
    layout: str = "NCHW",
    last: str = "Sigmoid",
    sides: tuple = ("h", "w"),
    batch: object = "n",
    metadata: dict | None = None,
    classes: int = 1,
) -> Path:
    """Write a network: probability = |mean of after - mean of before| on values of 0-1, or the mean of one image.

    last: "Sigmoid" and "Softmax" give probabilities, "logits" leaves them out, "ArgMax" gives the class.
    """
    names = ["before", "after"][:inputs] if inputs == 2 else ["input"]
    shape = [batch, channels, *sides] if layout == "NCHW" else [batch, *sides, channels]
    nodes, parts = [], []
    for name in names:
        if layout == "NHWC":
            nodes.append(node("Transpose", [name], [f"{name}_t"], perm=[0, 3, 1, 2]))
        parts.append(f"{name}_t" if layout == "NHWC" else name)
    if inputs == 1 and channels == 6:
        nodes.append(node("Split", parts, ["b", "a"], axis=1))
        parts = ["b", "a"]
    nodes += [node("ReduceMean", [part], [f"{part}_m"], axes=[1], keepdims=1) for part in parts]
    if len(parts) == 2:
        nodes += [node("Sub", [f"{parts[1]}_m", f"{parts[0]}_m"], ["d"]), node("Abs", ["d"], ["p"])]
    else:
        nodes.append(node("Identity", [f"{parts[0]}_m"], ["p"]))
    # The logit of p, kept from 0 and 1.
    nodes += [
        node("Clip", ["p", "low", "high"], ["q"]),
        node("Sub", ["one", "q"], ["r"]),
        node("Div", ["q", "r"], ["odds"]),
        node("Log", ["odds"], ["logit"]),
    ]
    end = "logit"
    if classes > 1:
        nodes += [node("Sub", ["logit", "logit"], ["zero"])]
        rest = ["zero"] * (classes - 2)
        if classes > 2:
            nodes.append(node("Sub", ["zero", "far"], ["none"]))
            rest = ["none"] * (classes - 2)
        nodes.append(node("Concat", ["zero", *rest, "logit"], ["scores"], axis=1))
        end = "scores"
    if last == "Softmax":
        nodes.append(node("Softmax", [end], ["y"], axis=1))
    elif last == "Sigmoid":
        nodes.append(node("Sigmoid", [end], ["y"]))
    elif last == "ArgMax":
        nodes.append(node("ArgMax", [end], ["y"], axis=1, keepdims=0))
    else:
        nodes.append(node("Identity", [end], ["y"]))
    if layout == "NHWC" and last != "ArgMax":
        nodes.append(node("Transpose", ["y"], ["out"], perm=[0, 2, 3, 1]))
    else:
        nodes.append(node("Identity", ["y"], ["out"]))
    kind = TensorProto.INT64 if last == "ArgMax" else FLOAT
    constants = {"low": 1e-4, "high": 1 - 1e-4, "one": 1.0, "far": 50.0}
    graph = helper.make_graph(
        nodes,
        "exported",
        [helper.make_tensor_value_info(name, FLOAT, shape) for name in names],
        [helper.make_tensor_value_info("out", kind, None)],
        [helper.make_tensor(name, FLOAT, [], [value]) for name, value in constants.items()],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    for key, value in (metadata or {}).items():
        made.metadata_props.add(key=key, value=value if isinstance(value, str) else json.dumps(value))
    onnx.save(made, path)
    return path


DEEPNESS = {
    "model_type": "Segmentor", "class_names": {"0": "background", "1": "road"}, "resolution": 50, "tiles_size": 256,
    "tiles_overlap": 20, "seg_thresh": 0.4,
    "standardization_mean": [0.0, 0.0, 0.0], "standardization_std": [1.0, 1.0, 1.0],
}  # fmt: skip
ANSWERS = {"gsd": (0.5, 0.5), "scale": 255.0, "licence": "CC BY 4.0"}


def added(path: Path, models: Path, **answers: object):
    """Add a model with everything it does not say itself."""
    draft = describe_onnx(path)
    given = {key: value for key, value in {**ANSWERS, **answers}.items() if key in draft.missing or key in answers}
    return add_onnx(dataclasses.replace(draft, **given), models)


def expected(batch: np.ndarray) -> np.ndarray:
    values = batch.astype(float) / 255
    half = values.shape[1] // 2
    if values.shape[1] == 6:
        return np.abs(values[:, half:].mean(1) - values[:, :half].mean(1))
    return values.mean(1)


@pytest.mark.parametrize("layout", ["NCHW", "NHWC"])
@pytest.mark.parametrize(("last", "classes"), [("Sigmoid", 1), ("logits", 1), ("Softmax", 2), ("logits", 2)])
@pytest.mark.parametrize("inputs", [1, 2])
def test_two_dates_give_the_same_answer_however_exported(tmp_path, inputs, last, classes, layout) -> None:
    path = network(tmp_path / "net.onnx", inputs, 6 // inputs, layout, last, classes=classes)
    answers = {} if inputs == 2 else {"task": "change", "bands": ("red", "green", "blue")}
    bundle = added(path, tmp_path / "models", **answers)
    adapter = bundle.tasks["change"].adapter
    assert (adapter.layout, len(adapter.inputs)) == (layout, inputs)
    assert adapter.activation == {"logits": "sigmoid" if classes == 1 else "softmax"}.get(last, "none")
    batch = np.random.default_rng(0).integers(0, 256, (2, 6, 96, 128)).astype(np.uint8)
    answer = open_session(bundle, "change").run(batch)
    np.testing.assert_allclose(answer, np.clip(expected(batch), 1e-4, 1 - 1e-4), atol=1e-3)


def test_a_file_with_deepness_s_metadata_says_nearly_everything(tmp_path) -> None:
    path = network(tmp_path / "roads.onnx", 1, 3, last="Softmax", classes=2, metadata=DEEPNESS)
    draft = describe_onnx(path)
    assert draft.missing == ("licence",)
    assert (draft.task, draft.gsd, draft.tile_size, draft.threshold, draft.channel) == (
        "segment",
        (0.5, 0.5),
        256,
        0.4,
        1,
    )
    assert draft.overlap == 50
    assert draft.classes == ("background", "road")
    bundle = added(path, tmp_path / "models")
    assert bundle.tasks["segment"].classes[1] == (1, "road")
    batch = np.random.default_rng(0).integers(0, 256, (1, 3, 64, 64)).astype(np.uint8)
    np.testing.assert_allclose(open_session(bundle, "segment").run(batch), expected(batch), atol=1e-3)


def test_standardisation_is_applied_after_scaling(tmp_path) -> None:
    metadata = {**DEEPNESS, "standardization_mean": [0.5, 0.5, 0.5], "standardization_std": [2.0, 2.0, 2.0]}
    path = network(tmp_path / "roads.onnx", 1, 3, last="logits", metadata=metadata)
    batch = np.full((1, 3, 64, 64), 255, np.uint8)
    answer = open_session(added(path, tmp_path / "models", channel=0), "segment").run(batch)
    np.testing.assert_allclose(answer, 0.25, atol=1e-3)  # (1 - 0.5) / 2


@pytest.mark.parametrize("kind", ["Detector", "Regressor", "Superresolution"])
def test_other_kinds_of_models_are_refused_by_their_metadata(tmp_path, kind) -> None:
    path = network(tmp_path / "net.onnx", 1, 3, metadata={"model_type": kind})
    with pytest.raises(BundleError, match=f"is a {kind}, says its metadata"):
        describe_onnx(path)


def test_what_a_file_does_not_say_is_asked_for(tmp_path) -> None:
    draft = describe_onnx(network(tmp_path / "net.onnx", 1, 6))
    assert draft.missing == ("task", "bands", "gsd", "scale", "licence")
    with pytest.raises(BundleError, match=r"does not say all that is needed .*task.*two dates"):
        add_onnx(draft, tmp_path / "models")
    assert not (tmp_path / "models").exists()


def test_one_of_several_classes_is_chosen(tmp_path) -> None:
    path = network(tmp_path / "net.onnx", 1, 3, last="Softmax", classes=4)
    assert "channel" in describe_onnx(path).missing
    batch = np.random.default_rng(0).integers(0, 256, (1, 3, 64, 64)).astype(np.uint8)
    answer = open_session(added(path, tmp_path / "models", channel=3), "segment").run(batch)
    np.testing.assert_allclose(answer, expected(batch), atol=1e-3)


def test_a_network_that_gives_classes_gives_a_map_of_0_and_1(tmp_path) -> None:
    path = network(tmp_path / "net.onnx", 1, 3, last="ArgMax", classes=2)
    bundle = added(path, tmp_path / "models", channel=1)
    batch = np.random.default_rng(0).integers(0, 256, (1, 3, 64, 64)).astype(np.uint8)
    np.testing.assert_array_equal(open_session(bundle, "segment").run(batch), expected(batch) > 0.5)


def test_fixed_sizes_are_kept(tmp_path) -> None:
    path = network(tmp_path / "net.onnx", 1, 3, sides=(150, 130), batch=2)
    bundle = added(path, tmp_path / "models")
    assert bundle.tasks["segment"].tile_size == 128
    session = open_session(bundle, "segment")
    batch = np.random.default_rng(0).integers(0, 256, (3, 3, 96, 128)).astype(np.uint8)
    np.testing.assert_allclose(session.run(batch), expected(batch), atol=1e-3)
    with pytest.raises(EngineError, match="takes tiles of 130 x 150 pixels only"):
        session.run(np.zeros((1, 3, 256, 256), np.uint8))


def test_weights_beside_a_file_come_along(tmp_path) -> None:
    made = onnx.load(network(tmp_path / "net.onnx", 1, 3))
    weight = helper.make_tensor("shift", FLOAT, [1, 1, 1, 1], np.zeros(1, "f4").tobytes(), raw=True)
    made.graph.initializer.append(weight)
    made.graph.node.insert(0, node("Add", ["input", "shift"], ["shifted"]))
    made.graph.node[1].input[0] = "shifted"
    onnx.save(made, tmp_path / "big.onnx", save_as_external_data=True, location="big.onnx.data", size_threshold=0)
    bundle = added(tmp_path / "big.onnx", tmp_path / "models")
    assert (bundle.folder / "big.onnx.data").is_file()
    assert open_session(bundle, "segment").run(np.zeros((1, 3, 64, 64), np.uint8)).max() < 1e-3


def _with_input(path: Path, shape: list, kind: int = FLOAT) -> Path:
    made = onnx.load(network(path, 1, 3))
    made.graph.input[0].CopyFrom(helper.make_tensor_value_info("input", kind, shape))
    onnx.save(made, path)
    return path


@pytest.mark.parametrize(
    ("shape", "kind", "word"),
    [
        (["n", 2, 3, "h", "w"], FLOAT, "four dimensions"),
        (["n", "c", "h", "w"], FLOAT, "how many bands"),
        (["n", 3, 64, 64], FLOAT, "fewer than the 96"),
        (["n", 3, "h", "w"], TensorProto.INT64, "takes int64"),
    ],
)
def test_what_the_engine_cannot_feed_is_said(tmp_path, shape, kind, word) -> None:
    with pytest.raises(BundleError, match=word):
        describe_onnx(_with_input(tmp_path / "net.onnx", shape, kind))


def test_a_network_for_whole_images_is_refused(tmp_path) -> None:
    made = onnx.load(network(tmp_path / "net.onnx", 1, 3))
    made.graph.node.append(node("GlobalAveragePool", ["out"], ["label"]))
    made.graph.output[0].name = "label"
    onnx.save(made, tmp_path / "net.onnx")
    with pytest.raises(BundleError, match="as many rows and columns as its tile"):
        describe_onnx(tmp_path / "net.onnx")


def test_hostile_metadata_is_no_trouble(tmp_path) -> None:
    metadata = {
        "model_type": '"Segmentor"', "class_names": {"99999999999": "x", "a": "y"}, "resolution": -5,
        "tiles_size": 1e300,
        "tiles_overlap": "[" * 5000, "seg_thresh": [1], "standardization_mean": ["x"], "standardization_std": {"a": 1},
    }  # fmt: skip
    draft = describe_onnx(network(tmp_path / "net.onnx", 1, 3, metadata=metadata))
    assert (draft.gsd, draft.tile_size, draft.threshold, draft.classes) == (None, 512, 0.5, ("class 0",))
    assert draft.adapter.mean == draft.adapter.std == ()


def test_an_adapter_survives_its_card() -> None:
    adapter = Adapter(("a", "b"), "y", "NHWC", "float16", 1.0, (0.1,), (0.2,), (128, 256), 1, "NHW", "class", 2)
    assert Adapter.from_card(json.loads(json.dumps(adapter.to_card()))) == adapter


def test_the_command_adds_an_exported_network(tmp_path, monkeypatch) -> None:
    from typer.testing import CliRunner

    from model_core.cli.app import app

    monkeypatch.setenv("NOISE2MAP_HOME", str(tmp_path / "home"))
    path = network(tmp_path / "net.onnx", 1, 6, last="logits")
    options = ["--task", "change", "--bands", "red,green,blue", "--gsd", "0.3,1", "--scale", "255", "--licence", "MIT"]
    run = CliRunner().invoke(app, ["add-model", str(path), *options])
    assert run.exit_code == 0, run.output
    assert (tmp_path / "home" / "models" / "net" / "card.json").is_file()
    again = CliRunner().invoke(app, ["add-model", str(path), *options])
    assert "There is a model 'net' already" in str(again.exception)
