# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons as a layer of a GeoPackage that holds others: QGIS's "Save to GeoPackage…"."""

from __future__ import annotations

import pytest
from osgeo import ogr
from qgis import processing
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from tests.algorithms.recorder import Recorder


@pytest.fixture
def values(provider, pair, tmp_path):
    return {
        "MODEL": "tiny",
        "BEFORE": str(pair.before),
        "AFTER": str(pair.after),
        "PROBABILITY": str(tmp_path / "p.tif"),
        "POLYGONS": f"ogr:dbname='{tmp_path / 'my town.gpkg'}' table=\"changes\" (geom)",
    }


@pytest.fixture
def mine(tmp_path, pair):
    """A GeoPackage with a zone around the images."""
    path = tmp_path / "my town.gpkg"
    processing.run(
        "native:extenttolayer", {"INPUT": _extent(pair.after), "OUTPUT": f"ogr:dbname='{path}' table=\"zones\" (geom)"}
    )
    return path


def _extent(path):
    raster = QgsRasterLayer(str(path))
    box = raster.extent()
    return f"{box.xMinimum()},{box.xMaximum()},{box.yMinimum()},{box.yMaximum()} [{raster.crs().authid()}]"


def layers(path):
    dataset = ogr.Open(str(path))
    return {
        dataset.GetLayer(index).GetName(): dataset.GetLayer(index).GetFeatureCount()
        for index in range(dataset.GetLayerCount())
    }


@pytest.mark.parametrize("older", [True, False])
def test_a_layer_is_written_beside_the_others(values, tmp_path, request, older):
    path = request.getfixturevalue("mine") if older else tmp_path / "my town.gpkg"
    result = processing.run("noise2map:detectchange", values)
    count = result["POLYGON_COUNT"]
    assert count > 0
    assert layers(path) == ({"zones": 1} if older else {}) | {"changes": count}
    assert result["POLYGONS"] == f"{path}|layername=changes"
    assert QgsVectorLayer(result["POLYGONS"]).featureCount() == count


def test_the_layer_is_loaded_by_the_name_that_qgis_opens(values, mine):
    context, project = QgsProcessingContext(), QgsProject.instance()
    context.setProject(project)
    details = QgsProcessingContext.LayerDetails("changes", project, "POLYGONS")
    context.addLayerToLoadOnCompletion(values["POLYGONS"], details)
    result = processing.run("noise2map:detectchange", values, context=context, feedback=Recorder())
    assert list(context.layersToLoadOnCompletion()) == [result["POLYGONS"]]


@pytest.mark.parametrize("table", ["changes", "zones"])
def test_the_area_s_own_geopackage(values, mine, table):
    values["AREA_LAYER"] = QgsProcessingFeatureSourceDefinition(f"{mine}|layername=zones")
    values["POLYGONS"] = values["POLYGONS"].replace("changes", table)
    if table == "changes":
        result = processing.run("noise2map:detectchange", values)
        assert layers(mine) == {"zones": 1, "changes": result["POLYGON_COUNT"]}
    else:
        with pytest.raises(Exception, match="is the layer .* itself"):
            processing.run("noise2map:detectchange", values)
        assert layers(mine) == {"zones": 1}


def test_a_whole_geopackage_with_layers_is_not_replaced(values, mine):
    values["AREA_LAYER"] = f"{mine}|layername=zones"
    with pytest.raises(Exception, match="is a file that the layer .* is read from"):
        processing.run("noise2map:detectchange", {**values, "POLYGONS": str(mine)})
    del values["AREA_LAYER"]
    with pytest.raises(Exception, match="holds zones, which would be lost"):
        processing.run("noise2map:detectchange", {**values, "POLYGONS": str(mine)})
    assert layers(mine) == {"zones": 1}
