# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes resources/processing_models/*.model3, the models the plugin ships, with the Python of a QGIS.

QT_QPA_PLATFORM=offscreen PYTHONPATH=. .venv/bin/python .ci/processing_models.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)
from qgis.PyQt.QtCore import QPointF

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "processing_models"


def check_detect_sample() -> QgsProcessingModelAlgorithm:
    """Return the chain from a pair of images to points for checking its map."""
    model = QgsProcessingModelAlgorithm("Check pair, detect change, sample points", "Maps from imagery", "imagery")
    model.setHelpContent(
        {
            "ALG_DESC": "Checks a pair of images, maps what changed with the alignment the check recommends, and draws "
            "points to check the map by. Answer the points, then run Assess accuracy.",
            "SHORT_DESCRIPTION": "From a pair of images to a map and the points to check it by.",
            "BEFORE": "The earlier image.",
            "AFTER": "The later image of the same place.",
            "STANDARD_ERROR": "The standard error of the overall accuracy that the number of points is computed for "
            "(0-1).",
        }
    )
    first = QgsProcessingParameterRasterLayer("BEFORE", "Image before")
    second = QgsProcessingParameterRasterLayer("AFTER", "Image after")
    error = QgsProcessingParameterNumber(
        "STANDARD_ERROR", "Wanted standard error of the accuracy", QgsProcessingParameterNumber.Type.Double, 0.02
    )
    error.setMinimum(0.001)
    error.setMaximum(0.5)
    helps = ("The earlier image.", "The later image of the same place.", "Fewer points for a larger one.")
    for row, (parameter, text) in enumerate(zip((first, second, error), helps)):
        parameter.setHelp(text)
        place = QgsProcessingModelParameter(parameter.name())
        place.setPosition(_point(0, row))
        model.addModelParameter(parameter, place)
    _child(
        model,
        "check",
        "noise2map:checkpair",
        1,
        {"BEFORE": _input("BEFORE"), "AFTER": _input("AFTER")},
        {"REPORT": "Report"},
    )
    _child(
        model, "detect", "noise2map:detectchange", 2,
        {"BEFORE": _input("BEFORE"), "AFTER": _input("AFTER"), "ALIGN": _output("check", "RECOMMENDED_ALIGN")},
        {"PROBABILITY": "Change probability", "POLYGONS": "Changes"},
    )  # fmt: skip
    _child(
        model, "sample", "noise2map:samplepoints", 3,
        {
            "INPUT": _output("detect", "PROBABILITY"), "BEFORE": _input("BEFORE"), "AFTER": _input("AFTER"),
            "STANDARD_ERROR": _input("STANDARD_ERROR"),
        },
        {"OUTPUT": "Points to check"},
    )  # fmt: skip
    model.updateDestinationParameters()
    return model


def _child(model, name, algorithm, column, sources, outputs):
    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    child.setDescription(child.algorithm().displayName())
    child.setPosition(_point(column, 0))
    for parameter, source in sources.items():
        child.addParameterSources(parameter, [source])
    named = {}
    for output, label in outputs.items():
        result = QgsProcessingModelOutput(label, label)
        result.setChildId(name)
        result.setChildOutputName(output)
        result.setPosition(_point(column, 1 + len(named)))
        named[label] = result
    child.setModelOutputs(named)
    model.addChildAlgorithm(child)


def _input(name):
    return QgsProcessingModelChildParameterSource.fromModelParameter(name)


def _output(child, name):
    return QgsProcessingModelChildParameterSource.fromChildOutput(child, name)


def _point(column, row):
    return QPointF(150 + 260 * column, 120 + 120 * row)


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    from noise2map_qgis.provider import Noise2MapProvider

    provider = Noise2MapProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    FOLDER.mkdir(exist_ok=True)
    written = check_detect_sample().toFile(str(FOLDER / "check_detect_sample.model3"))
    application.exitQgis()
    sys.exit(0 if written else f"The model cannot be written into {FOLDER}.")


if __name__ == "__main__":
    main()
