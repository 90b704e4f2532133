# SPDX-License-Identifier: GPL-2.0-or-later
"""Which model is the default one, and what is said of a name that nobody has."""

from __future__ import annotations

import pytest

from model_core.cli.models import pick_bundle
from noise2map_qgis import paths
from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.installed import DEFAULT, installed_models
from tests.tiny_bundle import make_bundle


def test_the_default_is_the_model_in_the_box():
    assert DEFAULT == "noise2map-lite"
    assert (paths.resources_dir() / "models" / DEFAULT / "card.json").is_file()


@pytest.fixture
def crowd(tmp_path, monkeypatch):
    """Models whose names come before and after the default's, carried by the plugin and added by the user."""
    for name in ("a-first", DEFAULT, f"{DEFAULT}-open"):
        make_bundle(tmp_path / "plugin", name)
    for name in ("aaa", "zzz"):
        make_bundle(tmp_path / "user", name)
    monkeypatch.setattr(paths, "model_dirs", lambda: (tmp_path / "plugin", tmp_path / "user"))


def test_it_stays_first_whatever_else_is_there(crowd):
    bundles, problems = installed_models()
    assert [bundle.name for bundle in bundles] == [DEFAULT, "a-first", f"{DEFAULT}-open", "aaa", "zzz"]
    assert problems == []
    assert pick_bundle(None, "change").name == pick_bundle(None, "segment").name == DEFAULT


def test_a_user_s_model_of_its_name_does_not_take_its_place(crowd, tmp_path):
    make_bundle(tmp_path / "user", DEFAULT)
    bundles, problems = installed_models()
    assert bundles[0].folder == tmp_path / "plugin" / DEFAULT
    assert len(problems) == 1


def test_without_it_the_first_one_for_the_task_runs(tmp_path, monkeypatch):
    make_bundle(tmp_path, "roofs", tasks=("segment",))
    make_bundle(tmp_path, "towns")
    monkeypatch.setattr(paths, "model_dirs", lambda: (tmp_path,))
    assert (pick_bundle(None, "segment").name, pick_bundle(None, "change").name) == ("roofs", "towns")


def test_an_unknown_name_is_refused_with_what_there_is(crowd):
    with pytest.raises(
        BundleError, match="no model named 'huge'.*noise2map-lite, a-first, noise2map-lite-open, aaa, zzz"
    ):
        pick_bundle("huge", "change")
