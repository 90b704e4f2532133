# SPDX-License-Identifier: GPL-2.0-or-later
"""Cards: read, refused with a sentence, and judged alike by the plugin's own check and by jsonschema."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model import schema
from noise2map_qgis.engine.model.augmentation import VIEWS
from noise2map_qgis.engine.model.bundle import SCHEMA_FILE, Bundle, find_bundles, load_bundle
from tests.engine.making import make_bundle, make_card, name_weights, put_weights_outside, write_graph

SCHEMA = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


@pytest.fixture
def card(tmp_path: Path) -> dict[str, Any]:
    return make_card({"change": write_graph(tmp_path / "change.onnx")})


def load(folder: Path, card: dict[str, Any]) -> Bundle:
    (folder / "card.json").write_text(json.dumps(card), encoding="utf-8")
    return load_bundle(folder)


def test_a_card_becomes_a_bundle(tmp_path: Path, card: dict[str, Any]) -> None:
    bundle = load(tmp_path, card)
    task = bundle.tasks["change"]
    assert (bundle.name, bundle.title, bundle.licence.open) == ("tiny", "Tiny", True)
    assert (task.images, task.bands, task.gsd) == (2, ("red", "green", "blue"), (0.3, 1.0))
    assert (task.percentiles, task.threshold, task.default_timestep) == ((2.0, 98.0), 0.5, 0)
    assert task.file(0, "float32") == task.files[0]
    assert task.file(0, "int8") is None
    bundle.verify(task.files[0])


def test_a_card_may_say_how_many_views_are_averaged(tmp_path: Path, card: dict[str, Any]) -> None:
    assert load(tmp_path, card).tasks["change"].views == 1
    for views in VIEWS:
        card["properties"]["noise2map:tasks"]["change"]["views"] = views
        assert load(tmp_path, card).tasks["change"].views == views
    assert tuple(SCHEMA["$defs"]["task"]["properties"]["views"]["enum"]) == VIEWS


def outside(folder: Path, location: str = "weights.bin") -> dict[str, Any]:
    """A card whose file keeps its weights at `location`, which the card does not name yet."""
    folder.mkdir(parents=True, exist_ok=True)
    put_weights_outside(write_graph(folder / "change.onnx"), location)
    return make_card({"change": folder / "change.onnx"})


def test_a_file_may_keep_its_weights_in_another(tmp_path: Path, card: dict[str, Any]) -> None:
    assert load(tmp_path, card).tasks["change"].files[0].weights is None
    bundle = load(tmp_path, name_weights(outside(tmp_path), "change", tmp_path / "weights.bin"))
    (file,) = bundle.tasks["change"].files
    assert file.weights is not None
    assert file.weights.path == tmp_path / "weights.bin"
    assert [part.path.name for part in file.parts] == ["change.onnx", "weights.bin"]
    bundle.verify(file)
    VALIDATOR.validate(bundle.card)


def test_changed_or_missing_weights_are_noticed(tmp_path: Path) -> None:
    bundle = load(tmp_path, name_weights(outside(tmp_path), "change", tmp_path / "weights.bin"))
    (file,) = bundle.tasks["change"].files
    stored = (tmp_path / "weights.bin").read_bytes()
    (tmp_path / "weights.bin").write_bytes(bytes([stored[0] ^ 1]) + stored[1:])
    with pytest.raises(BundleError, match=r"weights\.bin is not the one .* SHA-256 differs"):
        bundle.verify(file)
    (tmp_path / "weights.bin").unlink()
    with pytest.raises(
        BundleError, match=r"weights\.bin of the model 'tiny' cannot be read .* install the model again"
    ):
        bundle.verify(file)


@pytest.mark.parametrize("location", ["other.bin", "../weights.bin", "{absolute}"])
def test_a_file_that_reads_what_its_card_does_not_name_is_refused(tmp_path: Path, location: str) -> None:
    folder = tmp_path / "model"
    location = location.format(absolute=tmp_path / "weights.bin")
    card = outside(folder, location)
    for _ in ("no weights named", "others named"):
        bundle = load(folder, card)
        with pytest.raises(BundleError, match=r"change\.onnx reads .*\.bin, which its card does not name") as error:
            bundle.verify(bundle.tasks["change"].files[0])
        assert str(folder / location) in str(error.value)
        (folder / "weights.bin").write_bytes(bytes(64))
        name_weights(card, "change", folder / "weights.bin")


def test_a_file_that_is_no_onnx_file_is_refused(tmp_path: Path, card: dict[str, Any]) -> None:
    (tmp_path / "change.onnx").write_bytes(b"no graph")
    card["assets"]["change-float32"]["noise2map:sha256"] = hashlib.sha256(b"no graph").hexdigest()
    bundle = load(tmp_path, card)
    with pytest.raises(BundleError, match=r"change\.onnx is not an ONNX file"):
        bundle.verify(bundle.tasks["change"].files[0])


def test_the_schema_is_one_and_knows_no_keyword_that_is_not_read(card: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(card)
    assert schema.problems(card, SCHEMA) == []
    with pytest.raises(NotImplementedError, match="maxProperties"):
        schema.problems("x", {"maxProperties": 3})


JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2000),
    st.sampled_from([0.5, 1.0, 1.5, -0.1, 64.0]),
    st.sampled_from(["", "x", "change", "float32", "https://noise2map.github.io/card/v1.0.0/schema.json"]),
    st.lists(st.integers(0, 3), max_size=3),
    st.dictionaries(st.sampled_from(["value", "name", "change"]), st.integers(0, 1), max_size=2),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, part in inner for found in places(part, (*path, key)))]


@settings(max_examples=100)
@given(data=st.data())
def test_the_check_and_jsonschema_agree_on_any_mutated_card(data: st.DataObject, models: Path) -> None:
    graph = models / "any.onnx"
    graph.write_bytes(b"never opened")
    card = make_card({"change": graph, "segment": graph}, views=2)
    for _ in range(data.draw(st.integers(1, 2))):
        path = data.draw(st.sampled_from([place for place in places(card) if place]))
        parent = card
        for key in path[:-1]:
            parent = parent[key]
        if data.draw(st.booleans()):
            del parent[path[-1]]
        else:
            parent[path[-1]] = data.draw(JUNK)
    assert (schema.problems(card, SCHEMA) == []) == VALIDATOR.is_valid(card)


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def apply(card: dict[str, Any]) -> None:
        *parents, last = path.split("/")
        for key in parents:
            card = card[int(key) if key.isdigit() else key]  # type: ignore[index]
        card[last] = value

    return apply


TASK = "properties/noise2map:tasks/change/"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (lambda card: card.pop("id"), "field id is missing"),
        (change("properties/noise2map:licence", {"name": "x", "note": ""}), "noise2map:licence.open is missing"),
        (change(TASK + "images", 1), r"change.images must be 2"),
        (change(TASK + "tile_size", 100), "tile_size must be a multiple of 32"),
        (change(TASK + "tilesize", 128), "change.tilesize is not a field"),
        (change(TASK + "threshold", 1.5), "threshold must be at most 1"),
        (change(TASK + "threshold", "high"), "threshold must be number, not 'high'"),
        (change(TASK + "views", 3), "views must be 1 or 2 or 4 or 8, not 3"),
        (change(TASK + "views", True), "views must be integer, not True"),
        (change(TASK + "files", []), "files must have at least 1"),
        (
            change("stac_extensions", ["https://noise2map.github.io/card/v1.0.0/schema.json"]),
            "stac_extensions must hold",
        ),
        # what a schema cannot say
        (change(TASK + "gsd", [2.0, 1.0]), "gsd must run from the finest"),
        (change(TASK + "stretch", {"percentiles": [98, 2]}), "percentiles must rise"),
        (change(TASK + "overlap", 64), "overlap must be at most half"),
        (change(TASK + "timesteps", {"offered": [0], "default": 9}), "timesteps.default is 9"),
        (change(TASK + "timesteps", {"offered": [0, 9], "default": 9}), "timestep 9 is offered but no file"),
        (change(TASK + "files", [{"asset": "y", "precision": "int8", "timestep": 0}]), "asset 'y'"),
        (change(TASK + "files/0/weights", "y"), "files names the asset 'y'"),
        (change(TASK + "files/0/weights", 3), r"files\[0\].weights must be string, not 3"),
        (change("assets/change-float32/href", "../change.onnx"), "outside the model's folder"),
        (change("assets/change-float32/href", "/etc/passwd"), "outside the model's folder"),
        (change("assets/change-float32/href", "C:\\change.onnx"), "outside the model's folder"),
        (change("assets/change-float32/href", "https://example.org/change.onnx"), "outside the model's folder"),
        (lambda card: card["assets"]["change-float32"].pop("noise2map:sha256"), "has no noise2map:sha256"),
    ],
)
def test_a_wrong_card_is_refused_by_file_and_field(
    tmp_path: Path, card: dict[str, Any], fault: Callable[[dict[str, Any]], Any], words: str
) -> None:
    wrong = copy.deepcopy(card)
    fault(wrong)
    with pytest.raises(BundleError, match=words) as error:
        load(tmp_path, wrong)
    assert str(tmp_path / "card.json") in str(error.value)


@pytest.mark.parametrize("text", ["", "{", '{"id": NaN}', "[]", "[" * 100_000])
def test_what_is_no_card_at_all_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "card.json").write_text(text, encoding="utf-8")
    with pytest.raises(BundleError, match=r"card\.json"):
        load_bundle(tmp_path)


def test_a_folder_without_a_card_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="choose a folder that holds a card"):
        load_bundle(tmp_path / "nowhere")


def test_a_changed_or_missing_file_is_noticed(tmp_path: Path) -> None:
    bundle = make_bundle(tmp_path / "tiny")
    file = bundle.tasks["change"].files[0]
    file.path.write_bytes(file.path.read_bytes() + b"!")
    with pytest.raises(BundleError, match="SHA-256 differs"):
        bundle.verify(file)
    file.path.unlink()
    with pytest.raises(BundleError, match="cannot be read"):
        bundle.verify(file)


def test_broken_models_do_not_hide_good_ones(tmp_path: Path) -> None:
    make_bundle(tmp_path / "own" / "good")
    (tmp_path / "own" / "broken").mkdir()
    (tmp_path / "own" / "broken" / "card.json").write_text("{}")
    shutil.copytree(tmp_path / "own" / "good", tmp_path / "user" / "copy")
    bundles, problems = find_bundles([tmp_path / "own", tmp_path / "user", tmp_path / "not there"])
    assert [bundle.name for bundle in bundles] == ["good"]
    assert "broken" in problems[0]
    assert "already holds one named 'good'" in problems[1]
    assert len(problems) == 2


def test_cards_are_read_without_gdal_and_onnx_runtime() -> None:
    code = (
        "import sys; import noise2map_qgis.engine.model.bundle, noise2map_qgis.paths; assert not {'osgeo', "
        "'onnxruntime'} & set(sys.modules);"
        "import noise2map_qgis.engine.predict, noise2map_qgis.engine.evaluation.accuracy; "
        "assert not {'onnxruntime', 'qgis', 'torch', 'osgeo.gdal_array'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[3])
