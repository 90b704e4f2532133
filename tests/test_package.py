# SPDX-License-Identifier: GPL-2.0-or-later
"""The ZIP that users install: what plugins.qgis.org asks of it, and that two builds of one commit are the same."""

from __future__ import annotations

import configparser
import json
import os
import py_compile
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from noise2map_qgis.engine.model.bundle import find_bundles

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / ".ci" / "package.py"


def build(what: str, folder: Path) -> None:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1767225600"}
    subprocess.run([sys.executable, str(SCRIPT), what, str(folder)], check=True, capture_output=True, env=environment)


@pytest.fixture(scope="module")
def zip_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build("zip", folder)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def names(zip_file: Path) -> list[str]:
    with zipfile.ZipFile(zip_file) as archive:
        return archive.namelist()


def test_it_is_named_after_the_version(zip_file):
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert zip_file.name == f"noise2map_qgis-{metadata['general']['version']}.zip"


def test_one_folder_holds_everything_qgis_needs(names):
    assert {name.split("/")[0] for name in names} == {"noise2map_qgis"}
    assert {"noise2map_qgis/__init__.py", "noise2map_qgis/metadata.txt", "noise2map_qgis/LICENSE"} <= set(names)
    assert any(name.startswith("noise2map_qgis/resources/icons/") for name in names)


def test_nothing_is_in_it_that_plugins_qgis_org_refuses(names):
    for name in names:
        parts = name.split("/")
        assert not any(part.startswith(".") or part in ("__pycache__", "__MACOSX") for part in parts), name
        assert not name.endswith((".pyc", ".so", ".dll", ".exe")), name
        assert "tests" not in parts, name
        assert "model_core" not in parts, name
        assert "sample" not in parts, name


def test_it_is_small_enough_to_be_fetched_and_for_plugins_qgis_org(zip_file):
    assert zip_file.stat().st_size <= 21_000_000


def test_every_file_that_a_bundled_model_needs_is_in_it(zip_file, tmp_path):
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(tmp_path)
    models = tmp_path / "noise2map_qgis" / "resources" / "models"
    bundles, problems = find_bundles([models])
    assert {bundle.folder.name for bundle in bundles} == {
        path.name for path in (ROOT / "resources" / "models").iterdir()
    }
    assert not problems
    for bundle in bundles:
        for card in bundle.tasks.values():
            for file in card.files:
                bundle.verify(file)


def test_a_larger_one_is_not_made(tmp_path):
    code = (
        "import runpy, sys; sys.argv = ['package.py', 'zip', sys.argv[1]]; "
        f"package = runpy.run_path({str(SCRIPT)!r}); "
        "package['write_zip'].__globals__['LARGEST'] = 1_000_000; package['main']()"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert "it may have 1,000,000 at most" in run.stderr
    assert not list(tmp_path.iterdir())


def test_the_icon_that_metadata_names_is_there(names):
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert f"noise2map_qgis/{metadata['general']['icon']}" in names


def test_every_value_of_metadata_can_be_read_by_the_sites_parser():
    """It interpolates: a bare percent sign raises."""
    metadata = configparser.ConfigParser()
    metadata.read(ROOT / "metadata.txt", encoding="utf-8")
    assert all(value.strip() for value in dict(metadata["general"]).values())


def test_two_builds_give_the_same_bytes(zip_file, tmp_path):
    build("zip", tmp_path)
    assert (tmp_path / zip_file.name).read_bytes() == zip_file.read_bytes()


def test_the_staged_folder_holds_what_the_zip_holds(names, tmp_path):
    build("stage", tmp_path)
    staged = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert staged == set(names)


def test_staging_again_drops_what_is_no_longer_there(tmp_path):
    stale = tmp_path / "noise2map_qgis" / "gone.py"
    stale.parent.mkdir()
    stale.write_text("")
    build("stage", tmp_path)
    assert not stale.exists()


def test_every_module_of_the_zip_compiles(zip_file, tmp_path):
    with zipfile.ZipFile(zip_file) as archive:
        archive.extractall(tmp_path)
    for path in tmp_path.rglob("*.py"):
        py_compile.compile(str(path), cfile=str(tmp_path / "compiled"), doraise=True)


def test_bandit_finds_nothing_in_the_plugin(tmp_path):
    """plugins.qgis.org blocks a version with a finding."""
    build("stage", tmp_path)
    command = [sys.executable, "-m", "bandit", "--quiet", "--recursive", "--format", "json", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    assert [f"{one['filename']}:{one['line_number']} {one['issue_text']}" for one in found["results"]] == []
    assert found["errors"] == []


def test_detect_secrets_finds_nothing_in_the_plugin(tmp_path):
    build("stage", tmp_path)
    command = [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "noise2map_qgis"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["results"] == {}
