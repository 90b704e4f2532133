# SPDX-License-Identifier: GPL-2.0-or-later
"""A commit that fails or is killed at any of its steps leaves the older results, or the new ones, and
never a mixture."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr

from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.output import journal
from noise2map_qgis.engine.output.atomic import AtomicOutputs
from noise2map_qgis.engine.output.geopackage import GeoPackageLayer, LayerCopy
from noise2map_qgis.engine.output.work_folder import PREFIX, WorkFolder
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions

# An older database that somebody edits, an older raster with statistics, a Shapefile with an index, and one name
# without older file.
OLDER = {
    "changes.data": "old polygons",
    "changes.data-wal": "edits not yet in the file",
    "changes.data-shm": "index of the edits",
    "p.tif": "old probability",
    "p.tif.aux.xml": "old statistics",
    "s.shp": "old shapes",
    "s.dbf": "old fields",
    "s.qix": "old index",
    "unrelated.txt": "mine",
}
NEWER = {
    "changes.data": "new polygons",
    "p.tif": "new probability",
    "s.shp": "new shapes",
    "s.dbf": "new fields",
    "s.prj": "new projection",
    "m.tif": "new mask",
    "unrelated.txt": "mine",
}
CALLS = ("replace", "link", "unlink", "fsync")


def fill(folder: Path, files: dict[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)


def contents(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in folder.iterdir() if path.is_file()}


def commit(folder: Path) -> None:
    """Write new results over older ones."""
    with AtomicOutputs() as atomic:
        names = ("changes.data", "p.tif", "s.shp", "m.tif")
        parts = atomic.paths({name: folder / name for name in names})
        fill(parts["p.tif"].parent, {name: text for name, text in NEWER.items() if name != "unrelated.txt"})
        atomic.commit()


def counting(monkeypatch: pytest.MonkeyPatch, fail: Callable[[int, str, tuple[Any, ...]], None]) -> list[str]:
    """Have `fail` called before each call that changes the disk, with its number from 0; returns the calls so far."""
    calls: list[str] = []

    def watched(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            calls.append(name)
            fail(len(calls) - 1, name, arguments)
            return real(*arguments, **options)

        return call

    watching = {name: watched(name, getattr(os, name)) for name in CALLS}
    monkeypatch.setattr(journal, "os", types.SimpleNamespace(**{**vars(os), **watching}))
    return calls


def test_all_outputs_get_their_names_together(tmp_path: Path) -> None:
    fill(tmp_path, OLDER)
    commit(tmp_path)
    assert contents(tmp_path) == NEWER
    assert not list(tmp_path.glob(PREFIX + "*"))


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_commit_that_fails_at_any_step_leaves_the_older_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    steps = failures = 0
    while True:
        folder = tmp_path / str(steps)
        fill(folder, OLDER)
        at = steps

        def fail(number: int, name: str, arguments: tuple[Any, ...], at: int = at) -> None:
            if name == "link" and not links:
                raise OSError(95, "Operation not supported")
            if number == at:
                raise PermissionError(13, "in use")

        with monkeypatch.context() as patch:
            calls = counting(patch, fail)
            said = ""
            try:
                commit(folder)
            except OutputError as error:
                said = str(error)
            finished = len(calls) <= at
        failures += bool(said)
        assert not said or "cannot be given its name (in use)" in said
        assert contents(folder) == (OLDER if said else NEWER)
        assert not list(folder.glob(PREFIX + "*"))
        if finished:
            break
        steps += 1
    assert failures > 15


def test_a_file_that_stays_locked_is_named_and_the_others_come_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a GeoPackage that is open can neither be replaced nor renamed; the raster before it was already."""
    fill(tmp_path, OLDER)

    def locked(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "replace" and any(str(one).endswith("m.tif") for one in arguments):
            raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        counting(patch, locked)
        with pytest.raises(OutputError, match=r"m\.tif cannot be given its name \(in use\).* remove that layer"):
            commit(tmp_path)
    assert contents(tmp_path) == OLDER


def test_older_results_that_cannot_come_back_at_once_come_back_with_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, OLDER)

    def broken(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if number > 12 and name in ("replace", "link", "unlink"):
            raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        counting(patch, broken)
        with pytest.raises(OutputError, match="they are kept in .* the next run tries again"):
            commit(tmp_path)
    assert list(tmp_path.glob(PREFIX + "*"))
    told: list[str] = []
    with AtomicOutputs(tell=told.append) as atomic:
        atomic.paths({"other": tmp_path / "other.tif"})
    assert contents(tmp_path) == OLDER
    assert not list(tmp_path.glob(PREFIX + "*"))
    assert any("the older results are back" in sentence for sentence in told)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be copied")
def test_a_process_killed_at_any_step_leaves_old_or_new_after_the_next_run(tmp_path: Path) -> None:
    at, outcomes = 0, []
    while outcomes[-1:] != [0]:
        folder = tmp_path / str(at)
        fill(folder, OLDER)
        child = os.fork()
        if child == 0:
            killed = pytest.MonkeyPatch()
            counting(killed, lambda number, name, arguments, at=at: os._exit(9) if number == at else None)
            commit(folder)
            os._exit(0)
        outcomes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        # Each file is whole even before anybody clears up.
        assert set(contents(folder).items()) <= {*OLDER.items(), *NEWER.items()}
        with AtomicOutputs() as atomic:
            atomic.paths({"other": folder / "other.tif"})
        # The last call that is counted comes after the commit point.
        assert contents(folder) == (NEWER if outcomes[-1] == 0 or at == 29 else OLDER)
        assert not list(folder.glob(PREFIX + "*"))
        at += 1
    assert len(outcomes) == 31


def test_outputs_in_several_folders_come_back_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [tmp_path / name for name in "ab"]
    for place in places:
        fill(place, {"out.tif": "old"})
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from noise2map_qgis.engine.output import journal\n"
        "from noise2map_qgis.engine.output.atomic import AtomicOutputs\n"
        "with AtomicOutputs() as atomic:\n"
        "    parts = atomic.paths({place: Path(place) / 'out.tif' for place in sys.argv[1:]})\n"
        "    for part in parts.values(): part.write_text('new')\n"
        "    journal.Journal.end = lambda self: os._exit(9)\n"
        "    atomic.commit()\n"
    )
    command = [sys.executable, "-c", code, *map(str, places)]
    assert subprocess.run(command, cwd=Path(__file__).parents[3], check=False).returncode == 9
    assert [contents(place) for place in places] == [{"out.tif": "new"}] * 2
    with AtomicOutputs() as atomic:
        atomic.paths({"other": places[1] / "other.tif"})
    assert [contents(place) for place in places] == [{"out.tif": "old"}] * 2


def test_a_living_run_is_left_alone(tmp_path: Path) -> None:
    living = WorkFolder.create(tmp_path)
    (living.path / "precious").write_text("half a map")
    with AtomicOutputs() as atomic:
        atomic.paths({"p": tmp_path / "p.tif"})
    assert (living.path / "precious").read_text() == "half a map"
    living.release()
    with AtomicOutputs() as atomic:
        atomic.paths({"p": tmp_path / "p.tif"})
    assert not living.path.exists()


@pytest.mark.parametrize("owner", ["another computer", "no lock file yet"])
def test_a_folder_of_which_nothing_is_known_is_left_alone(tmp_path: Path, owner: str) -> None:
    folder = WorkFolder.create(tmp_path)
    folder.release()
    if owner == "another computer":
        (folder.path / "owner.json").write_text('{"host": "elsewhere", "pid": 1}')
    else:
        for name in ("lock", "owner.json"):
            (folder.path / name).unlink()
    with AtomicOutputs() as atomic:
        atomic.paths({"p": tmp_path / "p.tif"})
    assert folder.path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="without locks nothing is cleared there")
@pytest.mark.parametrize("lives", [True, False])
def test_where_locks_are_missing_the_process_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lives: bool
) -> None:
    import fcntl

    def no_locks(*arguments: Any) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    folder = WorkFolder.create(tmp_path)
    folder.release()
    if not lives:
        owner = folder.path / "owner.json"
        owner.write_text(owner.read_text().replace('"started": "', '"started": "earlier '))
    with AtomicOutputs() as atomic:
        atomic.paths({"p": tmp_path / "p.tif"})
    assert folder.path.exists() == lives


def geopackage(path: Path, **layers: int) -> Path:
    with gdal_exceptions():
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
        for name, count in layers.items():
            layer = dataset.CreateLayer(name, None, ogr.wkbPoint)
            for number in range(count):
                feature = ogr.Feature(layer.GetLayerDefn())
                feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({number} 0)"))
                layer.CreateFeature(feature)
        del layer, dataset
    return path


def counts(path: Path) -> dict[str, int]:
    with gdal_exceptions():
        dataset = ogr.Open(str(path))
        found = {layer.GetName(): layer.GetFeatureCount() for layer in dataset}
        del dataset
    return found


@pytest.mark.parametrize("fails", ["begin", "files", "finish"])
def test_a_layer_is_copied_with_the_files_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    target = geopackage(tmp_path / "mine.gpkg", roads=3, changes=2)
    (tmp_path / "p.tif").write_text("old")

    def refuse(self: Any) -> None:
        raise OutputError("refused")

    if fails == "files":
        monkeypatch.setattr(journal.Step, "do", refuse)
    else:
        monkeypatch.setattr(LayerCopy, fails, refuse)
    with gdal_exceptions(), AtomicOutputs() as atomic:
        parts = atomic.paths({"p": tmp_path / "p.tif", "polygons": GeoPackageLayer(target, "changes")})
        parts["p"].write_text("new")
        geopackage(parts["polygons"], changes=9)
        with pytest.raises(OutputError, match="refused"):
            atomic.commit()
    assert counts(target) == {"roads": 3, "changes": 2}
    assert (tmp_path / "p.tif").read_text() == "old"
    assert not list(tmp_path.glob(PREFIX + "*"))


def test_a_geopackage_that_is_being_written_to_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OGR_SQLITE_BUSY_TIMEOUT", "50")
    target = geopackage(tmp_path / "mine.gpkg", roads=3)
    editor = sqlite3.connect(target)
    editor.execute("BEGIN IMMEDIATE")
    with gdal_exceptions(), AtomicOutputs() as atomic:
        part = atomic.paths({"polygons": GeoPackageLayer(target, "changes")})["polygons"]
        geopackage(part, changes=9)
        with pytest.raises(OutputError, match="changes cannot be written into .* save the edits"):
            atomic.commit()
    editor.close()
    assert counts(target) == {"roads": 3}
