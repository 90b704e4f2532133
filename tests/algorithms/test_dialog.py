# SPDX-License-Identifier: GPL-2.0-or-later
"""The real window of the toolbox, opened, looked at and run. Pictures of it are left in the test's folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsBrowserGuiModel
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QGroupBox, QLabel

from tests.sample_pair import LARGE, before_and_after, write_raster


@pytest.fixture
def picture(tmp_path):
    """Return where pictures go: NOISE2MAP_PICTURES, for people who want to look, or the test's own folder."""
    folder = Path(os.environ.get("NOISE2MAP_PICTURES") or tmp_path)
    return lambda name: str(folder / f"{name}.png")


@pytest.fixture
def open_dialog(provider, qgis_iface, monkeypatch):
    """Return a function that opens the window of an algorithm."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    # The stub of pytest-qgis answers with a mock, which a Qt widget does not take.
    browser = QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: browser, raising=False)
    opened = []

    def open_dialog(algorithm: str, batch: bool = False):
        form = provider.algorithm(algorithm).create()
        dialog = BatchAlgorithmDialog(form) if batch else AlgorithmDialog(form, False, None)
        dialog.resize(1050, 860)
        dialog.show()
        QgsApplication.processEvents()
        opened.append(dialog)
        return dialog

    yield open_dialog
    for dialog in opened:
        dialog.close()
    # Deleted while QGIS still runs, and not by Python's collector at the end.
    while opened:
        sip.delete(opened.pop())


def _widget(dialog, name):
    """Return the widget that holds a parameter's value."""
    wrapper = dialog.mainWidget().wrappers[name]
    return wrapper.wrappedWidget() if hasattr(wrapper, "wrappedWidget") else wrapper.widget


def _label_texts(dialog) -> set[str]:
    return {label.text() for label in dialog.findChildren(QLabel)}


def _wait_until(true, seconds=30):
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.01)
    assert true()


def test_the_form_of_detect_change(open_dialog, picture, pair):
    for path, name in ((pair.before, "Town 2012"), (pair.after, "Town 2016")):
        QgsProject.instance().addMapLayer(QgsRasterLayer(path, name))
    dialog = open_dialog("detectchange")

    values = dialog.createProcessingParameters()
    assert values["MODEL"] == "noise2map-lite", "the model in the box comes first"
    assert values["THRESHOLD"] is None
    assert values["MIN_AREA"] == 0
    assert values["DEVICE"] == "auto"
    assert "CHANGE_MASK" not in values or values["CHANGE_MASK"] is None
    assert {"Image before", "Image after", "Model", "Threshold (0–1)", "Smallest area kept (m²)"} <= {
        text.removesuffix(" [optional]") for text in _label_texts(dialog)
    }
    assert dialog.grab().save(picture("detect_change"))


def test_the_advanced_part_of_the_form(open_dialog, picture):
    dialog = open_dialog("detectchange")
    dialog.findChild(QGroupBox, "grpAdvanced").setProperty("collapsed", False)
    QgsApplication.processEvents()
    assert _widget(dialog, "STRETCH").isVisible()
    assert dialog.grab().save(picture("detect_change_advanced"))


def test_the_form_of_segment_buildings(open_dialog, picture, pair):
    QgsProject.instance().addMapLayer(QgsRasterLayer(pair.after, "Town 2016"))
    dialog = open_dialog("segmentbuildings")
    assert dialog.createProcessingParameters()["MODEL"] == "noise2map-lite"
    assert dialog.grab().save(picture("segment_buildings"))


def test_run_from_the_form(open_dialog, picture, pair):
    layers = [QgsRasterLayer(pair.before, "Town 2012"), QgsRasterLayer(pair.after, "Town 2016")]
    QgsProject.instance().addMapLayers(layers)
    dialog = open_dialog("detectchange")
    dialog.setParameters({"BEFORE": layers[0].id(), "AFTER": layers[1].id(), "MODEL": "tiny"})
    dialog.runAlgorithm()
    _wait_until(lambda: len(QgsProject.instance().mapLayers()) == 4)
    _wait_until(lambda: dialog.results())
    assert {"Change probability", "Changes"} <= {layer.name() for layer in QgsProject.instance().mapLayers().values()}
    assert dialog.results()["CHANGED_AREA"] == pytest.approx(154, rel=2e-3)
    assert dialog.grab().save(picture("detect_change_log"))


def _add_row(panel, inputs: dict, outputs: dict):
    """Add a row to the batch window's table, as it does itself when it reads a saved batch."""
    panel.addRow()
    row = panel.batchRowCount() - 1
    for name, value in inputs.items():
        panel.wrappers[row][panel.parameter_to_column[name]].setParameterValue(value, QgsProcessingContext())
    for name, path in outputs.items():
        panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[name]).setValue(str(path))


def test_a_batch_of_three(open_dialog, picture, tmp_path):
    """In the third row nothing has changed."""
    before, after = before_and_after()
    less = before.copy()
    less[(slice(None), *LARGE)] = 240
    earlier = write_raster(tmp_path / "before.tif", before)
    dialog = open_dialog("detectchange", batch=True)
    panel = dialog.mainWidget()
    panel.clear()
    for number, later in enumerate((after, less, before + np.uint8(1))):
        path = write_raster(tmp_path / f"after{number}.tif", later)
        outputs = {
            "PROBABILITY": tmp_path / f"probability{number}.tif",
            "POLYGONS": tmp_path / f"changes{number}.gpkg",
        }
        _add_row(panel, {"BEFORE": earlier, "AFTER": path, "MODEL": "tiny"}, outputs)
    assert panel.batchRowCount() == 3
    panel.checkLoadLayersOnCompletion.setChecked(False)

    dialog.runAlgorithm()

    _wait_until(lambda: (tmp_path / "changes2.gpkg").exists())
    layers = [QgsVectorLayer(str(tmp_path / f"changes{number}.gpkg"), "changes") for number in range(3)]
    assert [layer.featureCount() for layer in layers] == [2, 1, 0]
    assert dialog.grab().save(picture("batch"))
