# SPDX-License-Identifier: GPL-2.0-or-later
"""The review of changes: order, decisions by key, what is exported; and the bar that leads to it."""

from __future__ import annotations

import os
import time
from pathlib import Path
from unittest import mock

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from noise2map_qgis.algorithms.results import Found, Image, LoadedRun
from noise2map_qgis.gui import result_bar
from noise2map_qgis.gui.pair_view import AFTER, BEFORE, FLICKER, SWIPE
from noise2map_qgis.gui.review import KEPT, REJECTED, ExportError, Review
from noise2map_qgis.gui.review_panel import ReviewPanel
from tests.sample_pair import LEFT, TOP, before_and_after, write_raster

# Sizes in metres of the drawn changes, in the order in which they lie in the file.
SIDES = (4.0, 15.0, 8.0, 2.0)


@pytest.fixture
def layers(qgis_app, tmp_path):
    """Changes, and the two images, in the project."""
    memory = QgsVectorLayer(
        "Polygon?crs=EPSG:32614&field=area_m2:double&field=mean_prob:double&field=max_prob:double", "memory", "memory"
    )
    for number, side in enumerate(SIDES):
        feature = QgsFeature(memory.fields())
        left, top = LEFT + 10 + 15 * number, TOP - 10
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(left, top - side, left + side, top)))
        feature.setAttributes([side * side, 0.7, 0.9])
        memory.dataProvider().addFeature(feature)
    path = str(tmp_path / "changes.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, QgsProject.instance().transformContext(), options)
    images = before_and_after()
    rasters = [
        QgsRasterLayer(write_raster(tmp_path / f"{name}.tif", image), name)
        for name, image in zip(("before", "after"), images)
    ]
    changes = QgsVectorLayer(path, "Changes", "ogr")
    QgsProject.instance().addMapLayers([changes, *rasters])
    yield changes, *rasters
    QgsProject.instance().clear()


@pytest.fixture
def iface(layers):
    canvas = QgsMapCanvas()
    stub = mock.MagicMock()
    stub.mapCanvas.return_value = canvas
    yield stub
    canvas.deleteLater()


@pytest.fixture
def panel(iface, layers):
    panel = ReviewPanel(iface)
    panel.resize(460, 700)
    panel.show()
    panel.open_review(*layers)
    yield panel
    panel.view.stop_rendering()
    panel.close()
    panel.deleteLater()
    QgsApplication.processEvents()


def _area(review: Review) -> float:
    return review.feature()["area_m2"]


def test_changes_come_largest_first(layers):
    review = Review(layers[0])
    seen = []
    for _ in range(review.count):
        seen.append(_area(review))
        review.go(1)
    assert seen == sorted((side * side for side in SIDES), reverse=True)
    review.go(5)
    assert review.position == review.count - 1
    review.go(-50)
    assert review.position == 0


def test_a_layer_without_areas_is_ordered_by_its_geometry(layers):
    changes = layers[0]
    changes.dataProvider().deleteAttributes([changes.fields().indexOf("area_m2")])
    changes.updateFields()
    review = Review(changes)
    assert review.feature().geometry().area() == pytest.approx(max(SIDES) ** 2)


def test_decisions_stay_with_the_layer(layers):
    review = Review(layers[0])
    review.decide(KEPT)
    review.go(1)
    review.decide(REJECTED)
    again = Review(layers[0])
    assert (again.counted(KEPT), again.counted(REJECTED)) == (1, 1)
    assert again.go_to_open()
    assert again.position == 2
    assert review.undo()
    assert (review.position, review.decision) == (1, None)
    assert review.undo()
    assert not review.undo()
    assert Review(layers[0]).decisions == {}


@pytest.mark.parametrize("stored", ["no json", "[]", '{"x": "kept"}', '{"999": "kept"}', '{"1": "maybe"}', "null"])
def test_what_is_stored_wrongly_is_not_taken(layers, stored):
    layers[0].setCustomProperty("noise2map/review", stored)
    assert Review(layers[0]).decisions == {}


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp", ".fgb"])
def test_what_was_kept_is_exported(layers, tmp_path, ending):
    review = Review(layers[0])
    review.decide(KEPT)
    review.go(1)
    review.decide(REJECTED)
    path = tmp_path / f"kept{ending}"
    assert review.export(path) == 1
    written = QgsVectorLayer(str(path), "kept", "ogr")
    assert [feature["area_m2"] for feature in written.getFeatures()] == [225.0]
    del written
    assert review.export(path, with_open=True) == 3
    assert QgsVectorLayer(str(path), "kept", "ogr").featureCount() == 3
    assert not [one for one in tmp_path.iterdir() if "unfinished" in one.name]


def test_an_export_that_cannot_be_says_why(layers, tmp_path):
    review = Review(layers[0])
    with pytest.raises(ExportError, match="no known ending"):
        review.export(tmp_path / "kept.xyz")
    with pytest.raises(ExportError, match="the layer itself"):
        review.export(tmp_path / "changes.gpkg")
    with pytest.raises(ExportError, match="cannot be written"):
        review.export(tmp_path / "nowhere" / "kept.gpkg")
    assert layers[0].featureCount() == len(SIDES)


def _press(panel: ReviewPanel, key) -> None:
    QApplication.setActiveWindow(panel)
    panel.view.setFocus()
    QTest.keyClick(panel.view, key)
    QgsApplication.processEvents()


def test_everything_is_done_by_keys(panel):
    assert "Change 1 of 4 · 225 m²" in panel.facts.text()
    _press(panel, Qt.Key.Key_K)
    assert panel.review.counted(KEPT) == 1
    assert "Change 2 of 4 · 64 m²" in panel.facts.text()
    _press(panel, Qt.Key.Key_R)
    assert panel.review.counted(REJECTED) == 1
    _press(panel, Qt.Key.Key_U)
    assert "Change 2 of 4" in panel.facts.text()
    _press(panel, Qt.Key.Key_N)
    assert "Change 3 of 4" in panel.facts.text()
    _press(panel, Qt.Key.Key_P)
    _press(panel, Qt.Key.Key_P)
    assert "kept" in panel.facts.text()
    _press(panel, Qt.Key.Key_O)
    assert "Change 2 of 4" in panel.facts.text()
    assert panel.bar.value() == 1
    for key, mode in ((Qt.Key.Key_1, BEFORE), (Qt.Key.Key_2, AFTER), (Qt.Key.Key_S, SWIPE), (Qt.Key.Key_F, FLICKER)):
        _press(panel, key)
        assert panel.view.mode == mode
        assert panel.modes[mode].isChecked()
    _press(panel, Qt.Key.Key_1)
    _press(panel, Qt.Key.Key_Space)
    assert panel.view.mode == AFTER


def _rendered(panel: ReviewPanel) -> None:
    end = time.monotonic() + 20
    while not (panel.view.rendered and len(panel.view._pictures) == 2) and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.01)
    assert len(panel.view._pictures) == 2


def test_both_images_are_drawn(panel, tmp_path):
    _rendered(panel)
    panel.view.set_mode(BEFORE)
    middle = panel.view.rect().center()
    ratio = panel.view.devicePixelRatioF()
    colours = [
        panel.view._pictures[name].pixelColor(int(middle.x() * ratio), int(middle.y() * ratio)).red()
        for name in (BEFORE, AFTER)
    ]
    assert colours[0] != colours[1] or colours[0] > 0
    pictures = Path(os.environ.get("NOISE2MAP_PICTURES") or tmp_path)
    for mode in (AFTER, SWIPE):
        panel.view.set_mode(mode)
        assert panel.grab().save(str(pictures / f"review_{mode}.png"))


def test_a_layer_that_is_removed_is_let_go(panel, layers):
    QgsProject.instance().removeMapLayer(layers[0])
    QgsApplication.processEvents()
    assert panel.review is None
    assert "Choose a layer" in panel.facts.text()
    _press(panel, Qt.Key.Key_K)


def test_the_panel_exports_and_says_so(panel, iface, tmp_path):
    _press(panel, Qt.Key.Key_K)
    panel.export(tmp_path / "kept.gpkg")
    assert "1 changes were written" in iface.messageBar().pushSuccess.call_args[0][1]
    assert QgsProject.instance().mapLayersByName("kept")
    panel.export(tmp_path / "kept.xyz")
    assert "no known ending" in iface.messageBar().pushWarning.call_args[0][1]


def _run(layers, count: int = 4, task: str = "change") -> LoadedRun:
    images = tuple(Image(layer.id(), layer.source(), layer.name()) for layer in layers[1:])
    return LoadedRun(Found(task, images, 309.0, 0.064, count), 1, {0: "x"}, {0: layers[0].id()})


def test_the_bar_says_what_was_found_and_leads_on(iface, layers):
    from qgis.gui import QgsMessageBar
    from qgis.PyQt.QtWidgets import QPushButton

    bar = QgsMessageBar()
    iface.messageBar.return_value = bar
    asked = []
    result_bar.show_result(iface, _run(layers), lambda *given: asked.append(given))
    buttons = {button.text(): button for button in bar.findChildren(QPushButton)}
    buttons["Largest change"].click()
    extent = iface.mapCanvas().extent()
    assert extent.contains(Review(layers[0]).feature().geometry().boundingBox())
    buttons["Review changes…"].click()
    assert asked == [layers]
    assert result_bar.sentence(_run(layers)) == "4 changes, 309 m² in all (6.4% of the area with data)."
    assert result_bar.sentence(_run(layers, 0)) == "No change was found."
    assert result_bar.sentence(_run(layers, 0, "segment")) == "No building was found."
    bar.deleteLater()
