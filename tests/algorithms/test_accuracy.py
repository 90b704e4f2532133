# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample points for checking and Assess accuracy in a running QGIS, from the map to the figures."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from noise2map_qgis.engine import assess_accuracy
from tests.engine.sampling.conftest import answer_all, levels, probability, truth, write_mask

__all__ = ["probability"]  # a fixture
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.fixture
def run(provider):
    import processing

    def run(algorithm, **values):
        return processing.run(f"noise2map:{algorithm}", values)

    return run


def test_points_are_drawn_and_counted(run, probability):
    found = run("samplepoints", INPUT=str(probability), OUTPUT=TEMPORARY, LEAST=30)
    layer = QgsVectorLayer(found["OUTPUT"], "points")
    assert layer.featureCount() == found["POINT_COUNT"] == 155
    assert (found["POINTS_YES"], found["POINTS_POSSIBLE"]) == (30, 30)
    assert found["POINTS_NO"] == 95


def test_options_reach_the_draw(run, probability, tmp_path):
    mask = write_mask(tmp_path / "mask.tif", levels() == 230)
    found = run(
        "samplepoints", INPUT=str(mask), SIZE=80, LEAST=20, BEFORE=str(mask), SEED=3, OUTPUT=str(tmp_path / "p.gpkg")
    )
    assert (found["POINTS_NO"], found["POINTS_YES"], found["POINTS_POSSIBLE"]) == (60, 20, 0)
    assert len(list((tmp_path / "p_pictures").glob("*_before.jpg"))) == 80


def test_the_form_takes_yes_no_and_cant_tell_and_hides_the_map_s_answer(run, probability, tmp_path):
    from noise2map_qgis import paths

    found = run("samplepoints", INPUT=str(probability), OUTPUT=str(tmp_path / "p.gpkg"))
    layer = QgsVectorLayer(found["OUTPUT"], "points")
    message, loaded = layer.loadNamedStyle(str(paths.resources_dir() / "styles" / "sample_points.qml"))
    assert loaded, message
    widget = layer.editorWidgetSetup(layer.fields().indexOf("answer"))
    assert widget.type() == "ValueMap"
    assert widget.config()["map"] == [{"yes": "1"}, {"no": "0"}, {"can't tell": "-1"}]
    for name in ("map_class", "stratum", "stratum_name"):
        assert layer.editorWidgetSetup(layer.fields().indexOf(name)).type() == "Hidden"
    labels = {str(category.value()): category.label() for category in layer.renderer().categories()}
    assert labels == {"1": "yes", "0": "no", "-1": "can't tell", "": "to be answered"}


def test_answers_that_are_not_saved_yet_count(run, probability, tmp_path):
    found = run("samplepoints", INPUT=str(probability), OUTPUT=str(tmp_path / "p.gpkg"))
    answer_all(tmp_path / "p.gpkg")
    by_file = assess_accuracy(tmp_path / "p.gpkg")
    layer = QgsVectorLayer(found["OUTPUT"], "points")
    QgsProject.instance().addMapLayer(layer)
    figures = run("assessaccuracy", REFERENCE=layer.id(), REPORT=str(tmp_path / "r.html"))
    assert figures["AREA"] == by_file.area.value
    assert figures["AREA_CI"] == by_file.area.half_width
    assert figures["F1"] == by_file.f1.value
    assert figures["TRUE_POSITIVES"] == by_file.counts[1, 1]
    assert (tmp_path / "r.html").is_file()
    layer.startEditing()
    feature = next(layer.getFeatures(QgsFeatureRequest().setLimit(1)))
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("answer"), -1)
    assert run("assessaccuracy", REFERENCE=layer.id())["CANT_TELL"] == 1
    layer.rollBack()


def test_another_map_and_a_raster_of_what_is_true(run, probability, tmp_path):
    run("samplepoints", INPUT=str(probability), OUTPUT=str(tmp_path / "p.gpkg"))
    answer_all(tmp_path / "p.gpkg")
    true = str(write_mask(tmp_path / "true.tif", truth()))
    assert run("assessaccuracy", REFERENCE=str(tmp_path / "p.gpkg"), INPUT=true)["F1"] == 1
    exact = run("assessaccuracy", REFERENCE_RASTER=true, INPUT=str(probability))
    assert exact["F1_CI"] == 0
    assert exact["TRUE_POSITIVES"] == int((truth() & (levels() == 230)).sum())


def test_what_is_not_known_is_no_number(run, tmp_path):
    nothing = str(write_mask(tmp_path / "none.tif", np.zeros((300, 400))))
    run("samplepoints", INPUT=nothing, OUTPUT=str(tmp_path / "p.gpkg"), SIZE=60)
    answer_all(tmp_path / "p.gpkg")
    figures = run("assessaccuracy", REFERENCE=str(tmp_path / "p.gpkg"))
    assert "USERS_ACCURACY" not in figures
    assert figures["PRODUCERS_ACCURACY"] == 0


def test_one_reference_must_be_chosen(provider, probability):
    form = provider.algorithm("assessaccuracy")
    for values in ({}, {"REFERENCE": str(probability), "REFERENCE_RASTER": str(probability)}):
        good, reason = form.checkParameterValues(values, QgsProcessingContext())
        assert not good
        assert reason


def test_the_engine_s_sentence_is_shown(run, tmp_path, probability):
    run("samplepoints", INPUT=str(probability), OUTPUT=str(tmp_path / "p.gpkg"))
    with pytest.raises(QgsProcessingException, match="answer at least 2 in every stratum"):
        run("assessaccuracy", REFERENCE=str(tmp_path / "p.gpkg"))


def test_a_cancel_leaves_no_points(provider, probability, tmp_path):
    import processing

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    values = {"INPUT": str(probability), "BEFORE": str(probability), "OUTPUT": str(tmp_path / "p.gpkg")}
    processing.run("noise2map:samplepoints", values, feedback=feedback)
    assert not (tmp_path / "p.gpkg").exists()
