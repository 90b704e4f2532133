# SPDX-License-Identifier: GPL-2.0-or-later
"""The forms as steps of a graphical model."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsVectorLayer,
)


def _detect_then_centroids() -> QgsProcessingModelAlgorithm:
    """Return a model: two images, Detect change, the centroids of what changed."""
    value, from_input = (
        QgsProcessingModelChildParameterSource.fromStaticValue,
        QgsProcessingModelChildParameterSource.fromModelParameter,
    )
    model = QgsProcessingModelAlgorithm("Where it changed", "tests")
    for name in ("earlier", "later"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
    detect = QgsProcessingModelChildAlgorithm("noise2map:detectchange")
    detect.setChildId("detect")
    sources = {
        "BEFORE": from_input("earlier"),
        "AFTER": from_input("later"),
        "MODEL": value("tiny"),
        "MIN_AREA": value(10),
        "VIEWS": value("4"),
    }
    for name, source in sources.items():
        detect.addParameterSources(name, [source])
    model.addChildAlgorithm(detect)
    centroids = QgsProcessingModelChildAlgorithm("native:centroids")
    centroids.setChildId("centroids")
    centroids.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("detect", "POLYGONS")]
    )
    centroids.addParameterSources("ALL_PARTS", [value(False)])
    output = QgsProcessingModelOutput("points", "points")
    output.setChildOutputName("OUTPUT")
    centroids.setModelOutputs({"points": output})
    model.addChildAlgorithm(centroids)
    model.updateDestinationParameters()
    return model


def test_a_model_goes_on_with_the_polygons(provider, pair, tmp_path):
    model = _detect_then_centroids()
    points = str(tmp_path / "points.gpkg")
    output = next(p.name() for p in model.parameterDefinitions() if p.isDestination())
    values = {"earlier": pair.before, "later": pair.after, output: points}

    _results, good = model.run(values, QgsProcessingContext(), QgsProcessingFeedback())

    assert good
    features = list(QgsVectorLayer(points, "points").getFeatures())
    assert len(features) == 1
    assert features[0]["area_m2"] == pytest.approx(150, rel=2e-3)


def test_a_model_can_be_saved_and_read_again(provider, tmp_path):
    path = str(tmp_path / "model.model3")
    assert _detect_then_centroids().toFile(path)
    again = QgsProcessingModelAlgorithm()
    assert again.fromFile(path)
    assert again.childAlgorithm("detect").algorithm().id() == "noise2map:detectchange"
