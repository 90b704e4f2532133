# SPDX-License-Identifier: GPL-2.0-or-later
"""Adding and removing models: by the store, and by the settings page that shows it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.engine.model.session import open_session
from noise2map_qgis.gui import model_store
from noise2map_qgis.gui.settings_page import SettingsPage
from tests.engine.making import name_weights, put_weights_outside
from tests.tiny_bundle import make_bundle


@pytest.fixture
def model(tmp_path) -> Path:
    """A model as somebody sends it: a folder somewhere."""
    return make_bundle(tmp_path / "received", "roofs")


@pytest.fixture
def page(qgis_app, home):
    page = SettingsPage()
    page.resize(860, 720)
    page.show()
    yield page
    page.close()
    page.deleteLater()


def _names(page: SettingsPage) -> list[str]:
    return [page.models.topLevelItem(row).text(0) for row in range(page.models.topLevelItemCount())]


def test_from_a_folder(home, model):
    bundle = model_store.add_model(model)
    assert bundle.folder == home / "models" / "roofs"
    assert sorted(path.name for path in bundle.folder.iterdir()) == ["card.json", "change.onnx", "segment.onnx"]
    assert model_store.is_users(bundle)


@pytest.mark.parametrize("inside", [True, False], ids=["with its folder", "without"])
def test_from_a_zip(home, model, tmp_path, inside):
    archive = shutil.make_archive(
        str(tmp_path / "roofs"), "zip", model.parent if inside else model, model.name if inside else None
    )
    assert model_store.add_model(Path(archive)).name == "roofs"


def test_only_what_the_card_names_is_copied(home, model):
    (model / "weights.pkl").write_bytes(b"never opened")
    assert not (model_store.add_model(model).folder / "weights.pkl").exists()


@pytest.fixture
def sharing(model) -> Path:
    """The same model with the constants of its buildings' file in a file of their own."""
    card = json.loads((model / "card.json").read_text())
    weights = put_weights_outside(model / "segment.onnx")
    graph = (model / "segment.onnx").read_bytes()
    card["assets"]["segment"]["noise2map:sha256"] = hashlib.sha256(graph).hexdigest()
    (model / "card.json").write_text(json.dumps(name_weights(card, "segment", weights)))
    return model


@pytest.mark.parametrize("zipped", [True, False], ids=["ZIP", "folder"])
def test_weights_that_files_share_come_along(home, sharing, tmp_path, zipped):
    place = Path(shutil.make_archive(str(tmp_path / "roofs"), "zip", sharing.parent)) if zipped else sharing
    bundle = model_store.add_model(place)
    names = ["card.json", "change.onnx", "segment.onnx", "weights.bin"]
    assert sorted(path.name for path in bundle.folder.iterdir()) == names
    for card in bundle.tasks.values():
        bundle.verify(card.files[0])
    assert open_session(bundle, "segment").run(np.full((1, 3, 64, 64), 9, np.uint8)).max() == 9


@pytest.mark.parametrize("fault", ["changed", "missing", "not named"])
def test_weights_that_are_not_the_card_s_are_refused(home, sharing, fault):
    if fault == "changed":
        (sharing / "weights.bin").write_bytes(bytes((sharing / "weights.bin").stat().st_size))
    elif fault == "missing":
        (sharing / "weights.bin").unlink()
    else:
        card = json.loads((sharing / "card.json").read_text())
        del card["properties"]["noise2map:tasks"]["segment"]["files"][0]["weights"]
        (sharing / "card.json").write_text(json.dumps(card))
    with pytest.raises(BundleError, match=r"weights\.bin"):
        model_store.add_model(sharing)
    assert list((home / "models").iterdir()) == []


def test_a_wrong_hash_is_refused(home, model):
    with open(model / "segment.onnx", "ab") as file:
        file.write(b"x")
    with pytest.raises(BundleError, match=r"segment\.onnx"):
        model_store.add_model(model)
    assert list((home / "models").iterdir()) == []
    assert [path.name for path in home.iterdir()] == ["models"]


def test_a_card_that_fails_its_schema_is_refused(home, model):
    card = json.loads((model / "card.json").read_text())
    del card["properties"]["noise2map:licence"]
    (model / "card.json").write_text(json.dumps(card))
    with pytest.raises(BundleError, match="licence"):
        model_store.add_model(model)


@pytest.mark.parametrize("content", [b"no zip at all", None], ids=["damaged", "without a card"])
def test_what_is_no_model_is_refused(home, tmp_path, content):
    place = tmp_path / "thing"
    if content is None:
        place.mkdir()
    else:
        place.write_bytes(content)
    with pytest.raises(BundleError, match="thing"):
        model_store.add_model(place)


def test_a_name_is_taken_once(home, model):
    model_store.add_model(model)
    with pytest.raises(BundleError, match="already"):
        model_store.add_model(model)


def test_the_plugins_own_models_stay(home, model):
    with pytest.raises(BundleError, match="comes with the plugin"):
        model_store.remove_model(load_bundle(model))
    assert model.exists()


def test_the_page_adds_shows_and_removes_a_model(page, home, model, tmp_path):
    before = _names(page)
    page.add_model(model)
    assert "The roofs model" in _names(page)
    assert "Added" in page.status.text()
    assert "CC0-1.0" in page.card.toPlainText()
    assert "0.82" in page.card.toPlainText()
    assert page.remove_button.isEnabled()
    pictures = Path(os.environ.get("NOISE2MAP_PICTURES") or tmp_path)
    assert page.grab().save(str(pictures / "settings.png"))
    page.remove_model(load_bundle(home / "models" / "roofs"))
    assert _names(page) == before


def test_the_page_tells_the_default_model_and_each_licence_in_a_word(page, home):
    make_bundle(home / "models", "aaa")
    page.show_models()
    rows = [page.models.topLevelItem(row) for row in range(page.models.topLevelItemCount())]
    told = [[row.text(column) for column in range(5)] for row in rows]
    assert told[0] == [
        "Noise2Map Lite",
        "noise2map-lite (default)",
        "change, buildings",
        "Research and evaluation use (not open)",
        "the plugin",
    ]
    assert ["The aaa model", "aaa", "change, buildings", "CC0-1.0 (open)", "added by you"] in told


def test_the_page_says_why_a_model_is_refused(page, model):
    with open(model / "change.onnx", "ab") as file:
        file.write(b"x")
    page.add_model(model)
    assert "change.onnx" in page.status.text()
    assert "The roofs model" not in _names(page)


def test_the_page_shows_a_model_that_cannot_be_used(page, home):
    make_bundle(home / "models", "broken")
    (home / "models" / "broken" / "card.json").write_text("{}")
    page.show_models()
    assert "Not usable" in _names(page)


def test_the_page_tells_whether_the_runtime_is_there(page, monkeypatch):
    from noise2map_qgis.engine.model import session

    box = page.runtime_box
    assert "CPU" in box.runtime.text()
    monkeypatch.setattr(session, "present_devices", lambda: ())
    box.show_runtime()
    assert "not installed" in box.runtime.text()
    assert not box.test_button.isEnabled()
