# SPDX-License-Identifier: GPL-2.0-or-later
"""Both forms by `processing.run`: what comes out of what goes in."""

from __future__ import annotations

import math

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    NULL,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from tests.algorithms.recorder import Recorder
from tests.sample_pair import COLS, GSD, LARGE, LEFT, ROWS, SMALL, TOP, before_and_after, write_raster
from tests.tiny_bundle import make_bundle

TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def run(provider):
    import processing

    def run(algorithm, **values):
        return processing.run(f"noise2map:{algorithm}", {"MODEL": "tiny", "PROBABILITY": TEMPORARY, **values})

    return run


def test_detect_change_maps_what_changed(run, pair):
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, CHANGE_MASK=TEMPORARY, POLYGONS=TEMPORARY)

    mask = gdal.Open(result["CHANGE_MASK"]).ReadAsArray()
    expected = np.zeros((ROWS, COLS), np.uint8)
    expected[LARGE] = expected[SMALL] = 1
    np.testing.assert_array_equal(mask, expected)
    probability = QgsRasterLayer(result["PROBABILITY"], "probability")
    value, _known = probability.dataProvider().sample(_ground(LARGE), 1)
    assert value == pytest.approx(200 / 254)
    polygons = QgsVectorLayer(result["POLYGONS"], "polygons")
    assert {"area_m2", "perimeter_m", "mean_prob", "max_prob"} <= set(polygons.fields().names())
    assert sorted(polygon["area_m2"] for polygon in polygons.getFeatures()) == pytest.approx([4, 150], rel=2e-3)
    assert polygons.crs().authid() == "EPSG:32614"


def test_the_figures_say_what_was_found(run, pair):
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, POLYGONS=TEMPORARY)

    whole = ROWS * COLS * GSD**2
    assert result["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)
    assert result["VALID_AREA"] == pytest.approx(whole, rel=2e-3)
    assert result["CHANGED_SHARE"] == pytest.approx(154 / whole, rel=1e-3)
    assert result["POLYGON_COUNT"] == 2
    assert result["DEVICE_USED"] == "CPU"
    assert result["SECONDS"] > 0
    assert result["MEGAPIXELS_PER_SECOND"] > 0


def test_segment_buildings_maps_one_image(run, pair):
    result = run("segmentbuildings", INPUT=pair.after, BUILDING_MASK=TEMPORARY, POLYGONS=TEMPORARY)

    assert gdal.Open(result["BUILDING_MASK"]).ReadAsArray().sum() == 20 * 30 + 4 * 4
    assert result["BUILDING_AREA"] == pytest.approx(154, rel=2e-3)
    assert result["BUILDING_SHARE"] == pytest.approx(154 / (ROWS * COLS * GSD**2), rel=1e-3)


def test_only_the_layers_asked_for_are_made(run, pair, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, PROBABILITY=str(folder / "p.tif"))

    assert [path.name for path in folder.iterdir()] == ["p.tif"]
    assert "CHANGE_MASK" not in result
    assert "POLYGONS" not in result


def test_threshold_peak_and_smallest_area_reach_the_engine(run, pair):
    everything = {"BEFORE": pair.before, "AFTER": pair.after, "POLYGONS": TEMPORARY}
    assert run("detectchange", **everything, MIN_AREA=10)["CHANGED_AREA"] == pytest.approx(150, rel=2e-3)
    assert run("detectchange", **everything, THRESHOLD=0.9)["CHANGED_AREA"] == 0
    assert run("detectchange", **everything, PEAK=0.9)["CHANGED_AREA"] == 0
    assert run("detectchange", **everything, PEAK=0.1)["CHANGED_AREA"] > 0


def test_null_is_not_set(provider, pair):
    """A model passes NULL where its own optional input was left empty."""
    values = {"BEFORE": pair.before, "AFTER": pair.after, "MODEL": "tiny", "PROBABILITY": TEMPORARY}
    form = provider.algorithm("detectchange").create()
    unset = dict.fromkeys(("THRESHOLD", "TILE_SIZE", "STRETCH", "TIMESTEP", "DEVICE", "VIEWS"), NULL)
    result, good = form.run({**values, **unset}, QgsProcessingContext(), Recorder())
    assert good
    assert result["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)


@pytest.mark.parametrize("algorithm", ["detectchange", "segmentbuildings"])
@pytest.mark.parametrize(
    ("asked", "averaged"), [({}, 2), ({"VIEWS": "auto"}, 2), ({"VIEWS": "8"}, 8), ({"VIEWS": 4}, 4), ({"VIEWS": 1}, 1)]
)
def test_the_views_reach_the_engine_and_the_log(provider, pair, home, algorithm, asked, averaged):
    make_bundle(home / "models", "averaging", views=2)
    images = {"BEFORE": pair.before, "AFTER": pair.after} if algorithm == "detectchange" else {"INPUT": pair.after}
    form, feedback = provider.algorithm(algorithm).create(), Recorder()
    values = {**images, "MODEL": "averaging", "PROBABILITY": TEMPORARY, **asked}
    _result, good = form.run(values, QgsProcessingContext(), feedback)
    assert good
    (line,) = [text for text in feedback.texts if text.startswith("Model:")]
    assert (f"averaged over {averaged} views" in line) == (averaged > 1)
    assert "Licence of the model: CC0-1.0 (open)." in feedback.texts


def test_the_bands_chosen_are_the_bands_read(run, tmp_path):
    before, after = before_and_after()
    stacked = write_raster(tmp_path / "both.tif", np.concatenate([before, after]))
    result = run("detectchange", BEFORE=stacked, AFTER=stacked, BEFORE_BANDS=[1, 2, 3], AFTER_BANDS=[4, 5, 6])
    assert result["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)


def test_one_band_chosen_stands_for_all(run, tmp_path):
    before, after = (
        write_raster(tmp_path / f"grey{number}.tif", image[:1]) for number, image in enumerate(before_and_after())
    )
    result = run("detectchange", BEFORE=before, AFTER=after, BEFORE_BANDS=[1], AFTER_BANDS=[1])
    assert result["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)


def test_layers_of_the_project_are_taken_by_name(run, pair):
    for path, name in ((pair.before, "Town 2012"), (pair.after, "Town 2016")):
        QgsProject.instance().addMapLayer(QgsRasterLayer(path, name))
    result = run("detectchange", BEFORE="Town 2012", AFTER="Town 2016")
    assert result["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)


def test_an_extent_in_another_crs_limits_the_work(run, pair):
    half = QgsRectangle(LEFT, TOP - ROWS * GSD / 2, LEFT + COLS * GSD, TOP)
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32614"), QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance()
    ).transformBoundingBox(half)
    extent = QgsReferencedRectangle(there, QgsCoordinateReferenceSystem("EPSG:3857"))
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, AREA=extent)
    assert result["CHANGED_AREA"] == pytest.approx(150, rel=0.02)


def test_an_extent_without_crs_is_in_the_images(run, pair):
    values = {"BEFORE": pair.before, "AFTER": pair.after}
    extent = f"{LEFT},{LEFT + 80},{TOP - 30},{TOP}"
    assert run("detectchange", **values, AREA=extent)["CHANGED_AREA"] == pytest.approx(150, rel=2e-3)


def test_a_memory_layer_in_degrees_limits_the_work(run, pair):
    layer = _polygon_layer()
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, AREA_LAYER=layer)
    assert result["CHANGED_AREA"] == pytest.approx(150, rel=0.02)
    # A circle of 15 m: what lies in the corners around it has no data.
    assert result["VALID_AREA"] == pytest.approx(math.pi * 15**2, rel=0.05)
    assert gdal.Open(result["PROBABILITY"]).ReadAsArray()[0, 0] == 255


def test_only_selected_polygons_count_if_asked(run, pair):
    layer = _polygon_layer(SMALL, LARGE)
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds([next(layer.getFeatures()).id()])
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, AREA_LAYER=selected)
    assert result["CHANGED_AREA"] == pytest.approx(4, rel=0.02)


def test_a_filtered_layer_gives_what_its_filter_lets_through(run, pair, tmp_path):
    path = str(tmp_path / "areas.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        _polygon_layer(SMALL, LARGE), path, QgsProject.instance().transformContext(), options
    )
    layer = QgsVectorLayer(path, "Where to look")
    assert layer.setSubsetString("\"name\" = '0'")
    result = run("detectchange", BEFORE=pair.before, AFTER=pair.after, AREA_LAYER=layer)
    assert result["CHANGED_AREA"] == pytest.approx(4, rel=0.02)


def test_layers_arrive_named_and_styled(provider, pair):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    form = QgsApplication.processingRegistry().createAlgorithmById("noise2map:detectchange")
    values = {"BEFORE": pair.before, "AFTER": pair.after, "MODEL": "tiny"}
    for name in ("PROBABILITY", "CHANGE_MASK", "POLYGONS"):
        values[name] = QgsProcessingOutputLayerDefinition(TEMPORARY, QgsProject.instance())
    feedback = QgsProcessingFeedback()
    _result, good = form.run(values, context, feedback)
    assert good
    del form

    from processing.gui.Postprocessing import handleAlgorithmResults

    handleAlgorithmResults(
        QgsApplication.processingRegistry().createAlgorithmById("noise2map:detectchange"), context, feedback
    )
    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    assert set(layers) == {"Change probability", "Change mask", "Changes"}
    assert layers["Change probability"].renderer().type() == "singlebandpseudocolor"
    assert [c.label for c in layers["Change mask"].renderer().classes()] == ["changed"]
    assert layers["Changes"].renderer().symbol().symbolLayerCount() == 2
    order = [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
    assert order == ["Changes", "Change mask", "Change probability"]
    (group,) = QgsProject.instance().layerTreeRoot().children()
    assert group.name() == "Detect change: after"
    # The bridge between the tree and the project drops layers without a node, a moment later.
    QgsApplication.processEvents()
    assert len(QgsProject.instance().mapLayers()) == 3


def _ground(patch):
    """Return the middle of a patch as a point on the ground."""
    rows, cols = patch
    return QgsPointXY(LEFT + (cols.start + cols.stop) / 2 * GSD, TOP - (rows.start + rows.stop) / 2 * GSD)


def _polygon_layer(*patches) -> QgsVectorLayer:
    """Return a layer in degrees with a polygon around each patch, LARGE alone by default, named by its order."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=name:string", "Where to look", "memory")
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32614"), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    for number, patch in enumerate(patches or (LARGE,)):
        geometry = QgsGeometry.fromPointXY(_ground(patch)).buffer(15, 8)
        geometry.transform(to_degrees)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttribute("name", str(number))
        layer.dataProvider().addFeature(feature)
    return layer
