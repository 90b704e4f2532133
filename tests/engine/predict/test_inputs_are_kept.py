# SPDX-License-Identifier: GPL-2.0-or-later
"""An output never replaces a file that an input is read from."""

from __future__ import annotations

from pathlib import Path

import pytest
from osgeo import gdal

from noise2map_qgis.engine.errors import OutputError
from noise2map_qgis.engine.model.bundle import Bundle
from noise2map_qgis.engine.predict import Source, run
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from tests.engine.making import (
    Recorder,
    source,
)
from tests.engine.running import job, left_behind


def test_an_input_is_never_overwritten(difference: Bundle, pair: tuple[Source, Source], tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"after\.tif is the layer 'after' itself"):
        run(job(difference, pair, tmp_path, mask=Path(pair[1].path)), Recorder())
    with pytest.raises(OutputError, match="Two outputs have one name"):
        run(job(difference, pair, tmp_path, mask=tmp_path / "out-probability.tif"), Recorder())
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("kind", ["roundabout path", "mosaic", "GeoPackage"])
def test_no_file_that_an_input_is_read_from_is_overwritten(
    difference: Bundle, pair: tuple[Source, Source], tmp_path: Path, kind: str
) -> None:
    before, after = pair
    outputs: dict[str, Path] = {"mask": Path(after.path)}
    with gdal_exceptions():
        if kind == "mosaic":
            after = source(tmp_path / "mosaic.vrt")
            gdal.BuildVRT(after.path, [outputs["mask"].as_posix()]).FlushCache()
        elif kind == "GeoPackage":
            outputs = {"polygons": tmp_path / "mine.gpkg"}
            gdal.Translate(str(outputs["polygons"]), after.path, format="GPKG", creationOptions=["RASTER_TABLE=ortho"])
            after = Source(f"GPKG:{outputs['polygons']}:ortho", "after")
        else:
            outputs = {"mask": tmp_path / ".." / tmp_path.name / "after.tif"}
    (destroyed,) = outputs.values()
    held = destroyed.read_bytes()
    with pytest.raises(OutputError, match=f"{destroyed.name} .*choose another name"):
        run(job(difference, (before, after), tmp_path, **outputs), Recorder())
    assert destroyed.read_bytes() == held
    assert left_behind(tmp_path) == []
