# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs say how they were made, and the same run gives the same bytes, whatever the threads and the time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import gdal, ogr

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.output.fingerprint import Fingerprint
from noise2map_qgis.engine.output.geopackage import GeoPackageLayer
from noise2map_qgis.engine.output.provenance import read_provenance
from noise2map_qgis.engine.predict import Area, Source, run
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import METRE_GRID, UTM, Recorder, reference, source, town, write_raster
from tests.engine.running import job

X, _, _, Y, _, _ = METRE_GRID


def test_every_output_says_how_it_was_made(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    area = Area(reference(UTM).ExportToWkt(), (X, Y - 80, X + 100, Y))
    files = {"probability": tmp_path / "p.tif", "mask": tmp_path / "m.tif", "polygons": tmp_path / "c.gpkg"}
    run(job(difference, pair, tmp_path, **files, areas=(area,), min_area=2.0, tile_size=128), Recorder())
    found = [read_provenance(path) for path in files.values()]
    assert found[0] == found[1] == found[2]
    made = found[0]
    file = difference.tasks["change"].files[0]
    assert (made.task, made.model["name"], made.model["sha256"]) == ("change", "difference", file.sha256)
    assert [image["path"] for image in made.inputs] == [one.path for one in pair]
    assert made.inputs[0]["fingerprint"] == Fingerprint.of(pair[0].path).digest != made.inputs[1]["fingerprint"]
    assert made.areas[0]["extent"] == [X, Y - 80, X + 100, Y]
    assert made.settings == {
        "threshold": 0.2,
        "high_threshold": 0.0,
        "min_area": 2.0,
        "shape": "exact",
        "simplify": 0.0,
        "stretch": "auto",
        "timestep": 0,
        "device": "CPU",
        "tile_size": 128,
        "overlap": 32,
        "views": 1,
        "align": "off",
    }
    assert set(made.versions) == {"noise2map", "onnxruntime", "gdal", "numpy"}


def test_a_layer_among_others_says_how_it_was_made(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path
) -> None:
    target = GeoPackageLayer(tmp_path / "mine.gpkg", "changes")
    with gdal_exceptions():
        dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(target.path))
        dataset.CreateLayer("roads", None, ogr.wkbPoint)
        del dataset
    run(job(difference, pair, tmp_path, probability=None, polygons=target), Recorder())
    assert read_provenance(target.path).model["name"] == "difference"


def test_other_files_do_not_say_it(pair: tuple[Source, Source], tmp_path: Path) -> None:
    with pytest.raises(RasterError, match=r"before\.tif does not say how it was made"):
        read_provenance(Path(pair[0].path))
    with pytest.raises(RasterError, match="cannot be opened"):
        read_provenance(tmp_path / "nowhere.tif")


@pytest.mark.parametrize("vectors", ["out.gpkg", "out.shp", "out.geojson", "out.fgb"])
def test_the_same_run_gives_the_same_bytes(
    box: Bundle, pair: tuple[Source, Source], tmp_path: Path, vectors: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for number, threads in enumerate((1, 2, 0, 1)):
        folder = tmp_path / str(number)
        folder.mkdir()
        files = {"probability": folder / "p.tif", "mask": folder / "m.tif", "polygons": folder / vectors}
        run(job(box, pair, tmp_path, **files, threads=threads, views=2, tile_size=96), Recorder())
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
        monkeypatch.setenv("OGR_CURRENT_DATE", f"20{number + 10}-01-01T00:00:00Z")
    assert all(one == made[0] for one in made)


def test_a_fingerprint_sees_what_is_in_a_file(tmp_path: Path) -> None:
    path = write_raster(tmp_path / "a.tif", town()[0])
    first = Fingerprint.of(str(path))
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    assert Fingerprint.of(str(path)).digest != first.digest
    with gdal_exceptions():
        gdal.BuildVRT(str(tmp_path / "m.vrt"), [str(path)]).FlushCache()
    mosaic = Fingerprint.of(str(tmp_path / "m.vrt"))
    data[-1] ^= 1
    path.write_bytes(data)
    assert Fingerprint.of(str(tmp_path / "m.vrt")).digest != mosaic.digest
    assert Fingerprint.of(str(path)).digest == first.digest


def test_a_large_file_is_sampled_from_end_to_end(tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(200 << 20)
    first = Fingerprint.of(str(path)).digest
    for place in (0, (200 << 20) - 1):
        with path.open("r+b") as file:
            file.seek(place)
            file.write(b"x")
        assert Fingerprint.of(str(path)).digest != first
        first = Fingerprint.of(str(path)).digest


def test_info_gives_the_command_that_makes_an_output_again(difference: Bundle, tmp_path: Path) -> None:
    """The command is run, and gives the same bytes."""
    folder = tmp_path / "with a space"
    folder.mkdir()
    before, after = town()
    after = after.copy()
    pair = (
        source(write_raster(folder / "before.tif", before), bands=(3, 2, 1)),
        source(write_raster(folder / "after.tif", after)),
    )
    first = tmp_path / "first"
    first.mkdir()
    names = {"probability": "change_probability.tif", "mask": "change_mask.tif", "polygons": "changes.gpkg"}
    area = Area(reference(UTM).ExportToWkt(), (X, Y - 80, X + 100, Y))
    options = {"threshold": 0.3, "min_area": 3.0, "tile_size": 128, "areas": (area,)}
    run(job(difference, pair, tmp_path, **{key: first / name for key, name in names.items()}, **options), Recorder())
    environment = {**os.environ, "COLUMNS": "80"}
    tool = [sys.executable, "-m", "model_core.cli"]
    asked = subprocess.run(
        [*tool, "info", str(first / "change_mask.tif"), "--json"],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    told = json.loads(asked.stdout)
    command = told["command"].replace(str(first), str(tmp_path / "again"))
    command = command.replace("--model difference", f"--model {difference.folder}")
    subprocess.run(command.replace("noise2map", " ".join(tool), 1), shell=True, check=True, env=environment)
    for name in names.values():
        assert (tmp_path / "again" / name).read_bytes() == (first / name).read_bytes(), name
