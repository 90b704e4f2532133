# SPDX-License-Identifier: GPL-2.0-or-later
"""Change timeline in a running QGIS: dates from layers, names, text and tables; legends; polygons that play at once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from tests.sample_pair import LARGE, SMALL, before_and_after, write_raster

YEARS = (2015, 2017, 2019)


def moment(year: int, month: int = 1, day: int = 1) -> QDateTime:
    return QDateTime(QDate(year, month, day), QTime(0, 0))


@pytest.fixture
def images(tmp_path) -> list[str]:
    """The large patch comes with the second image, the small one with the third."""
    before, after = before_and_after()
    middle = after.copy()
    middle[(slice(None), *SMALL)] = before[(slice(None), *SMALL)]
    return [write_raster(tmp_path / f"town_{year}.tif", image) for year, image in zip(YEARS, (before, middle, after))]


@pytest.fixture
def values(images, tmp_path) -> dict:
    return {
        "IMAGES": images,
        "MODEL": "tiny",
        "FIRST": str(tmp_path / "out-first.tif"),
        "LAST": str(tmp_path / "out-last.tif"),
        "COUNT": str(tmp_path / "out-count.tif"),
        "CONFIDENCE": str(tmp_path / "out-confidence.tif"),
        "POLYGONS": str(tmp_path / "out-changes.gpkg"),
    }


def run(provider, values: dict) -> dict:
    from qgis import processing

    return processing.run("noise2map:changetimeline", values)


def test_places_are_dated(provider, values):
    done = run(provider, values)
    first = gdal.Open(values["FIRST"]).ReadAsArray()
    assert (first[LARGE] == 1).all()
    assert (first[SMALL] == 2).all()
    assert np.count_nonzero(first) == 20 * 30 + 4 * 4
    assert done["POLYGON_COUNT"] == 2
    assert done["CHANGED_AREA"] == pytest.approx(154, rel=0.01)
    assert done["SUPPRESSED_AREA"] == 0
    assert done["DEVICE_USED"] == "CPU"


def test_what_is_not_asked_for_is_not_written(provider, values, tmp_path):
    run(
        provider, {name: values[name] for name in ("IMAGES", "MODEL", "POLYGONS")} | {"FIRST": None, "CONFIDENCE": None}
    )
    assert [path.name for path in sorted(tmp_path.glob("out*"))] == ["out-changes.gpkg"]


def begins(values: dict) -> list[tuple]:
    layer = QgsVectorLayer(values["POLYGONS"])
    return [
        (feature["begin"].toString("yyyy-MM-dd"), feature["end"].toString("yyyy-MM-dd"))
        for feature in layer.getFeatures()
    ]


def test_given_dates_count_before_names(provider, values):
    run(provider, {**values, "DATES": "2001, 2002-06, 20030708"})
    assert begins(values) == [("2001-01-01", "2002-06-01"), ("2002-06-01", "2003-07-08")]


def test_the_layers_own_dates_count_before_names(provider, values, images):
    layers = [QgsRasterLayer(path, f"layer {number}") for number, path in enumerate(images)]
    for year, layer in zip((2005, 2006, 2007), layers):
        properties = layer.temporalProperties()
        properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        properties.setFixedTemporalRange(QgsDateTimeRange(moment(year), moment(year, 12, 31)))
        properties.setIsActive(True)
    QgsProject.instance().addMapLayers(layers)
    run(provider, {**values, "IMAGES": [layer.id() for layer in layers]})
    assert begins(values) == [("2005-01-01", "2006-01-01"), ("2006-01-01", "2007-01-01")]


def test_a_table_counts_before_all(provider, values, tmp_path):
    table = tmp_path / "dates.csv"
    table.write_text("name,date\ntown_2015.tif,1999\ntown_2017,2000-01-01\ntown_2019,2001\n")
    run(provider, {**values, "DATES": "2001,2002,2003", "DATES_TABLE": str(table)})
    assert begins(values) == [("1999-01-01", "2000-01-01"), ("2000-01-01", "2001-01-01")]


def test_polygons_play_at_once(provider, values):
    layer = loaded(values, "POLYGONS")
    properties = layer.temporalProperties()
    assert properties.isActive()
    assert properties.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields
    labels = [category.label() for category in layer.renderer().categories()]
    assert labels == ["2015 – 2017", "2017 – 2019"]
    around = QgsVectorLayerTemporalContext()
    around.setLayer(layer)

    def shown(first: int, last: int) -> list[int]:
        layer.setSubsetString("")
        text = properties.createFilterString(around, QgsDateTimeRange(moment(first), moment(last), True, False))
        from qgis.core import QgsExpression, QgsFeatureRequest

        return [f["interval"] for f in layer.getFeatures(QgsFeatureRequest(QgsExpression(text)))]

    assert shown(2015, 2016) == [1]
    assert shown(2017, 2018) == [2]
    assert shown(2015, 2020) == [1, 2]
    assert shown(2019, 2020) == []


def test_rasters_have_a_legend_of_dates(provider, values):
    layer = loaded(values, "FIRST")
    classes = layer.renderer().classes()
    assert [(one.value, one.label) for one in classes] == [(0, "no change"), (1, "2015 – 2017"), (2, "2017 – 2019")]
    assert classes[0].color.alpha() == 0


def loaded(values: dict, output: str):
    """The layer of an output as Processing hands it to the project."""
    from qgis.core import QgsApplication, QgsProcessingUtils

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.addLayerToLoadOnCompletion(
        values[output], QgsProcessingContext.LayerDetails(output, context.project(), output)
    )
    form = QgsApplication.processingRegistry().createAlgorithmById("noise2map:changetimeline")
    _, good = form.run(values, context, QgsProcessingFeedback())
    assert good
    kind = QgsVectorLayer if output == "POLYGONS" else QgsRasterLayer
    layer = kind(values[output], output)
    QgsProject.instance().addMapLayer(layer)
    context.layerToLoadOnCompletionDetails(values[output]).postProcessor().postProcessLayer(
        layer, context, QgsProcessingFeedback()
    )
    assert QgsProcessingUtils is not None
    return layer


def test_what_cannot_be_a_timeline_is_said(check, values, images, tmp_path):
    assert "three or more images, not 2" in check("changetimeline", {**values, "IMAGES": images[:2]})
    assert "2 date(s) are given for 3 images" in check("changetimeline", {**values, "DATES": "2015,2017"})
    assert "'soon' is not a date" in check("changetimeline", {**values, "DATES": "2015,2017,soon"})
    assert "are no band numbers" in check("changetimeline", {**values, "BANDS": "red"})
    assert "no band 7" in check("changetimeline", {**values, "BANDS": "1,2,7"})
    before, _ = before_and_after()
    unnamed = write_raster(tmp_path / "lately.tif", before)
    assert "'lately' is not known" in check("changetimeline", {**values, "IMAGES": [*images, unnamed]})
    assert check("changetimeline", values) == ""


def test_files_are_where_the_help_says(provider):
    form = provider.algorithm("changetimeline")
    assert Path(form.svgIconPath()).is_file()
    assert "neither of its neighbours" in form.create().shortHelpString()
