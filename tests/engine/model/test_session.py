# SPDX-License-Identifier: GPL-2.0-or-later
"""Sessions: the device that really runs, the file that suits it, and sentences where there is none."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest

from noise2map_qgis.engine.errors import BundleError, EngineError, RuntimeMissing
from noise2map_qgis.engine.model import session
from noise2map_qgis.engine.model.bundle import Bundle, load_bundle
from tests.engine.making import make_bundle, make_card, name_weights, put_weights_outside, write_graph


def images(count: int = 4, side: int = 64) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, 6, side, side)).astype(np.uint8)


def test_a_session_says_what_runs(difference: Bundle) -> None:
    opened = session.open_session(difference, "change", 0)
    assert (opened.device, opened.precision, opened.notes) == ("CPU", "float32", ())
    batch = images()
    answer = opened.run(batch)
    assert answer.shape == (4, 64, 64)
    assert answer.dtype == np.uint8
    expected = np.abs(batch[:, 3:].astype(float) - batch[:, :3]).mean(axis=1) / 255 * 254
    assert np.abs(answer - expected).max() <= 0.51


@pytest.mark.parametrize("threads", [1, 2])
def test_answers_do_not_depend_on_batch_or_threads(box: Bundle, threads: int) -> None:
    one = session.open_session(box, "change", threads=1)
    many = session.open_session(box, "change", threads=threads)
    batch = images()
    together = many.run(batch)
    for number in range(len(batch)):
        np.testing.assert_array_equal(one.run(batch[number : number + 1])[0], together[number])


def test_float_outputs_are_taken(tmp_path: Path) -> None:
    answer = session.open_session(make_bundle(tmp_path / "floats", output="float32"), "change").run(images())
    assert answer.dtype == np.float32
    assert answer.max() <= 1


def test_the_cpu_takes_the_int8_file_and_other_devices_the_halves(tmp_path: Path) -> None:
    write_graph(tmp_path / "change.onnx")
    card = make_card({"change": tmp_path / "change.onnx"})
    for precision in ("float16", "int8"):
        card["assets"][precision] = dict(card["assets"]["change-float32"])
        card["properties"]["noise2map:tasks"]["change"]["files"].append(
            {"asset": precision, "precision": precision, "timestep": 0}
        )
    (tmp_path / "card.json").write_text(json.dumps(card))
    bundle = load_bundle(tmp_path)
    assert session.open_session(bundle, "change").precision == "int8"
    assert session.suitable_file(bundle, bundle.tasks["change"], 0, "CUDA").precision == "float16"


@pytest.mark.parametrize("device", ["auto", "CPU"])
def test_a_cpu_whose_runtime_lacks_an_operator_takes_the_next_file(tmp_path: Path, device: str) -> None:
    write_graph(tmp_path / "change.onnx")
    model = onnx.load(write_graph(tmp_path / "bytes.onnx"))
    model.graph.node[-1].op_type = "AnOperatorOfTomorrow"
    (tmp_path / "bytes.onnx").write_bytes(model.SerializeToString())
    card = make_card({"change": tmp_path / "change.onnx"})
    card["assets"]["int8"] = make_card({"change": tmp_path / "bytes.onnx"})["assets"]["change-float32"]
    files = card["properties"]["noise2map:tasks"]["change"]["files"]
    files.append({"asset": "int8", "precision": "int8", "timestep": 0})
    (tmp_path / "card.json").write_text(json.dumps(card))
    opened = session.open_session(load_bundle(tmp_path), "change", device=device)
    assert (opened.device, opened.precision) == ("CPU", "float32")
    (note,) = opened.notes
    assert "CPU is installed but did not start with the int8 file" in note
    assert "AnOperatorOfTomorrow" in note
    assert opened.run(images()).shape == (4, 64, 64)


def test_a_device_asked_for_must_be_there(difference: Bundle) -> None:
    with pytest.raises(RuntimeMissing, match=r"device CUDA is not offered .* has CPU"):
        session.open_session(difference, "change", device="CUDA")


@pytest.mark.filterwarnings("ignore:Specified provider")
def test_a_device_that_does_not_start_is_told_of(difference: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    import onnxruntime

    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: list(session.PROVIDERS.values()))
    opened = session.open_session(difference, "change")
    assert opened.device == "CPU"
    assert "CUDA is installed but did not start" in opened.notes[0]
    with pytest.raises(RuntimeMissing, match="CUDA is installed but did not start .* choose 'auto' or CPU"):
        session.open_session(difference, "change", device="CUDA")


def test_a_second_session_is_opened_for_a_second_caller_only(
    difference: Bundle, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    real = session._open

    def counted(*arguments: Any) -> Any:
        opened.append(arguments[2])
        return real(*arguments)

    monkeypatch.setattr(session, "_open", counted)
    monkeypatch.setattr(session, "share_cores", lambda threads: (2, 1))
    two = session.open_session(difference, "change", 0, "CPU")
    alone = [two.run(images()) for _ in range(3)]
    assert opened == ["CPU"]
    first, second = two._free.get(), two._free.get()
    two._free.put(second)
    np.testing.assert_array_equal(two.run(images()), alone[0])
    assert opened == ["CPU", "CPU"]
    two._free.put(first)
    two.run(images())
    assert opened == ["CPU", "CPU"]


def test_a_wrong_hash_never_reaches_onnx_runtime(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "model")
    bundle.tasks["change"].files[0].path.write_bytes(b"evil")
    with pytest.raises(BundleError, match="SHA-256"):
        session.open_session(bundle, "change")


def test_weights_beside_a_file_are_read_from_the_model_s_folder(difference: Bundle, tmp_path: Path) -> None:
    weights = put_weights_outside(write_graph(tmp_path / "change.onnx"))
    card = name_weights(make_card({"change": tmp_path / "change.onnx"}), "change", weights)
    (tmp_path / "card.json").write_text(json.dumps(card))
    batch = images()
    answer = session.open_session(load_bundle(tmp_path), "change").run(batch)
    np.testing.assert_array_equal(answer, session.open_session(difference, "change").run(batch))


def test_a_file_that_is_never_named_is_never_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_weights_outside(write_graph(tmp_path / "change.onnx"))
    (tmp_path / "card.json").write_text(json.dumps(make_card({"change": tmp_path / "change.onnx"})))
    monkeypatch.setattr(session, "_open", lambda *_: pytest.fail("ONNX Runtime was asked to open it"))
    with pytest.raises(BundleError, match=r"reads .*weights\.bin, which its card does not name"):
        session.open_session(load_bundle(tmp_path), "change")


def test_a_file_that_is_no_graph_is_refused(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "model")
    path = bundle.tasks["change"].files[0].path
    nothing = onnx.ModelProto(ir_version=8, producer_name="a model without a graph").SerializeToString()
    path.write_bytes(nothing)
    card = dict(bundle.card)
    card["assets"]["change-float32"]["noise2map:sha256"] = hashlib.sha256(nothing).hexdigest()
    (tmp_path / "model" / "card.json").write_text(json.dumps(card))
    with pytest.raises(BundleError, match="there is no graph in it"):
        session.open_session(load_bundle(tmp_path / "model"), "change")


@pytest.mark.parametrize("fault", ["bands", "output"])
def test_a_graph_that_is_not_the_card_s_is_refused(tmp_path: Path, fault: str) -> None:
    if fault == "bands":
        write_graph(tmp_path / "change.onnx", bands=2)
    else:
        model = onnx.load(write_graph(tmp_path / "change.onnx"))
        model.graph.node[-1].output[0] = model.graph.output[0].name = "other"
        onnx.save(model, tmp_path / "change.onnx")
    (tmp_path / "card.json").write_text(json.dumps(make_card({"change": tmp_path / "change.onnx"})))
    with pytest.raises(BundleError, match="promises"):
        session.open_session(load_bundle(tmp_path), "change")


def test_a_session_averages_over_the_views_of_the_card_or_those_asked_for(leaning: Bundle) -> None:
    batch = images(3)
    assert session.open_session(leaning, "change").views == 2
    one, two = (session.open_session(leaning, "change", views=views) for views in (1, 2))
    assert one.run(batch).dtype == np.uint8
    turned = one.run(np.ascontiguousarray(batch[..., ::-1, ::-1]))[..., ::-1, ::-1]
    expected = (one.run(batch).astype(float) + turned) / 2 / 254
    np.testing.assert_allclose(two.run(batch), expected, atol=1e-6)
    with pytest.raises(EngineError, match="views must be one of 1, 2, 4, 8, not 5"):
        session.open_session(leaning, "change", views=5)


def test_an_unknown_timestep_is_refused(difference: Bundle) -> None:
    with pytest.raises(BundleError, match="no file for the timestep 7; choose one of 0"):
        session.open_session(difference, "change", 7)


def test_a_failing_device_is_named(difference: Bundle) -> None:
    opened = session.open_session(difference, "change")
    with pytest.raises(EngineError, match="stopped on CPU .* smaller tile size"):
        opened.run(np.zeros((1, 5, 64, 64), np.uint8))


def test_without_onnx_runtime_the_fix_is_named(difference: Bundle, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)  # what Python does for a module that is not there
    with pytest.raises(RuntimeMissing, match="Plugins ▸ Noise2Map ▸ Install the inference runtime…"):
        session.open_session(difference, "change")


def test_devices_are_found_without_importing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "python" / f"cp{sys.version_info[0]}{sys.version_info[1]}" / "onnxruntime"
    (package / "capi").mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('imported')")
    (package / "capi" / "libonnxruntime_providers_cuda.so").write_text("")
    code = (
        "import importlib.util as u, sys; from noise2map_qgis.engine.model import session;"
        "from noise2map_qgis.installed import find_runtime; find_runtime();"
        "sys.meta_path[:] = [f for f in sys.meta_path]; print(session.present_devices())"
    )

    def devices(**environment: str) -> Any:
        # -S leaves the site packages, and with them the real ONNX Runtime, out.
        import numpy

        paths = [str(Path(__file__).parents[3]), str(Path(numpy.__file__).parents[1])]
        hidden = {"PYTHONPATH": ":".join(paths), "HOME": str(tmp_path), **environment}
        return subprocess.run(
            [sys.executable, "-S", "-c", code], check=True, capture_output=True, text=True, env=hidden
        ).stdout.strip()

    assert devices(NOISE2MAP_HOME=str(tmp_path / "empty")) == "()"
    assert devices(NOISE2MAP_HOME=str(tmp_path)) == "('CPU', 'CUDA')"


@pytest.mark.parametrize(
    ("cores", "threads", "shared"), [(1, 0, (1, 1)), (2, 0, (2, 1)), (8, 0, (2, 4)), (8, 1, (1, 1)), (8, 5, (2, 2))]
)
def test_cores_are_shared_between_callers(
    monkeypatch: pytest.MonkeyPatch, cores: int, threads: int, shared: tuple[int, int]
) -> None:
    monkeypatch.setattr(session.os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    assert session.share_cores(threads) == shared
