# SPDX-License-Identifier: GPL-2.0-or-later
"""Models by name and by folder, and where names are looked for."""

from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from noise2map_qgis import paths
from noise2map_qgis.engine import load_model
from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model import folders
from noise2map_qgis.installed import name_model_folders
from tests.tiny_bundle import make_bundle


@pytest.fixture(autouse=True)
def _nothing_named(monkeypatch):
    monkeypatch.setattr(folders, "_named", None)
    monkeypatch.setattr(folders, "_entry_points", list)


def test_a_model_is_loaded_by_its_folder(tmp_path):
    assert load_model(make_bundle(tmp_path, "towns")).name == "towns"
    assert load_model(str(tmp_path / "towns")).name == "towns"


def test_a_model_is_loaded_by_its_name_from_the_folders_given(tmp_path):
    make_bundle(tmp_path / "mine", "towns")
    assert load_model("towns", folders=[tmp_path / "none", tmp_path / "mine"]).folder == tmp_path / "mine" / "towns"


def test_an_unknown_name_is_refused_with_what_there_is_and_where(tmp_path):
    make_bundle(tmp_path, "towns")
    with pytest.raises(BundleError, match=rf"named 'villages'.*Models found: towns. Searched: {tmp_path}"):
        load_model("villages", folders=[tmp_path])


def test_where_nobody_named_a_folder_the_message_says_how_to_get_the_bundled_models():
    with pytest.raises(BundleError, match=r"pip install \."):
        load_model("noise2map-lite")


def test_the_plugin_names_its_folders_when_it_starts():
    name_model_folders()
    assert folders.model_folders() == paths.model_dirs()
    assert load_model("noise2map-lite").name == "noise2map-lite"


def test_an_installed_package_names_folders_by_an_entry_point(monkeypatch):
    entry = EntryPoint("bundled", "noise2map_qgis.paths:model_dirs", folders.ENTRY_POINTS)
    monkeypatch.setattr(folders, "_entry_points", lambda: [entry])
    assert load_model("noise2map-lite").folder == paths.resources_dir() / "models" / "noise2map-lite"
