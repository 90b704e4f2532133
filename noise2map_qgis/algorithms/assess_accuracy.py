# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:assessaccuracy`, "Assess accuracy": answered points, or a complete reference, in; accuracy and area
out.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..engine import assess_accuracy
from ..engine.errors import Cancelled
from ..engine.sampling.point_layer import NEEDED, AnsweredPoints, answered
from ..translation import tr
from .base import Algorithm, engine_errors
from .feedback import ProcessingFeedback
from .inputs import path_of


class AssessAccuracy(Algorithm):
    """Estimates the accuracy of a map and the true area."""

    ICON = "assess_accuracy.svg"
    GROUP = "assessment"
    REFERENCE = "REFERENCE"
    REFERENCE_RASTER = "REFERENCE_RASTER"
    INPUT = "INPUT"
    THRESHOLD = "THRESHOLD"
    REPORT = "REPORT"
    # Output names by the engine's names of the figures; each has a second one for half of its 95 % interval.
    FIGURES = {
        "overall": "OVERALL_ACCURACY",
        "users": "USERS_ACCURACY",
        "producers": "PRODUCERS_ACCURACY",
        "f1": "F1",
        "iou": "IOU",
        "area": "AREA",
        "mapped_area": "MAPPED_AREA",
    }
    COUNTS = {"tp": "TRUE_POSITIVES", "fp": "FALSE_POSITIVES", "fn": "FALSE_NEGATIVES", "tn": "TRUE_NEGATIVES"}
    TOTAL_AREA = "TOTAL_AREA"
    CANT_TELL = "CANT_TELL"

    def name(self):
        return "assessaccuracy"

    def displayName(self):
        return tr("Assess accuracy")

    def shortDescription(self):
        return tr("Estimates the accuracy of a map and the true area, with confidence intervals.")

    def tags(self):
        return tr("accuracy,confusion matrix,f1,iou,user's accuracy,producer's accuracy,area estimate,olofsson").split(
            ","
        )

    def shortHelpString(self):
        figures = "".join(f"<li><code>{name}</code>: {label}</li>" for name, label in self._labels().items())
        return (
            tr(
                "<p>Says how good a map of change or buildings is, and how large the true area is, with 95 % "
                "confidence intervals.</p>"
                "<h3>Input</h3>"
                "<ul><li><b>Points</b> of <i>Sample points for checking</i>, answered. Unsaved answers count, too. "
                "Without a map, the one that the points were drawn on is assessed; with another map of the place, that "
                "one.</li>"
                "<li><b>Polygons or a raster</b> of all that is true: every pixel of the map is compared. There is no "
                "sampling error then, and no interval.</li></ul>"
                "<h3>Output</h3>"
                "<p>A report (HTML), and every figure in it as an output. Accuracies are weighted by area. The true "
                "area corrects the area on the map by the errors found.</p>"
                "<p>Estimators: Stehman 2014; where the strata are the map's classes they equal those of Olofsson "
                "et al. 2014 (Remote Sensing of Environment 148:42–57, eqs. 2–11).</p>"
            )
            + f"<h3>{tr('Figures for models and scripts')}</h3><ul>{figures}</ul>"
        )

    def initAlgorithm(self, configuration=None):
        kinds = [QgsProcessing.SourceType.TypeVectorPoint, QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.REFERENCE, tr("Answered points, or polygons of what is true"), kinds, optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterRasterLayer(
                self.REFERENCE_RASTER, tr("Or a raster of what is true (0 and 1)"), optional=True
            )
        )
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, tr("Map (probability or mask)"), optional=True))
        threshold = QgsProcessingParameterNumber(
            self.THRESHOLD,
            tr("Threshold of a probability"),
            QgsProcessingParameterNumber.Type.Double,
            0.5,
            minValue=0.0,
            maxValue=1.0,
        )
        threshold.setFlags(threshold.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(threshold)
        self.addParameter(
            QgsProcessingParameterFileDestination(self.REPORT, tr("Report"), tr("HTML files (*.html)"), optional=True)
        )
        for name, label in self._labels().items():
            self.addOutput(QgsProcessingOutputNumber(name, label))
        for name, text in self._parameter_help().items():
            self.parameterDefinition(name).setHelp(text)

    def _parameter_help(self) -> dict[str, str]:
        """Return the help of each parameter by its name."""
        return {
            self.REFERENCE: tr(
                "Points of Sample points for checking with answers, or polygons of all that is true on the map."
            ),
            self.REFERENCE_RASTER: tr("1 where the class is true, 0 elsewhere; any grid that overlaps the map."),
            self.INPUT: tr("Needed for polygons and rasters. With points: empty for the map that they were drawn on."),
            self.THRESHOLD: tr("From this probability on, a pixel of the map is a yes. A mask does not need it."),
            self.REPORT: tr("One HTML file that needs nothing else."),
        }

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext):
        good, reason = super().checkParameterValues(values, context)
        if not good:
            return good, reason
        given = [name for name in (self.REFERENCE, self.REFERENCE_RASTER) if values.get(name) not in (None, NULL, "")]
        if len(given) != 1:
            return False, tr("Choose one reference: answered points, polygons, or a raster of what is true.")
        return True, ""

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        # Layers live in the main thread; `processAlgorithm` runs in another one.
        source = self.parameterAsSource(values, self.REFERENCE, context)
        raster = self.parameterAsRasterLayer(values, self.REFERENCE_RASTER, context)
        mapped = self.parameterAsRasterLayer(values, self.INPUT, context)
        self._map = None if mapped is None else path_of(mapped)
        if source is not None and set(NEEDED) <= set(source.fields().names()):
            with engine_errors():
                self._reference = _points(source)
        elif source is not None:
            self._reference = self.parameterAsCompatibleSourceLayerPath(
                values, self.REFERENCE, context, ["gpkg", "geojson", "shp", "fgb"], "gpkg", feedback
            )
        elif raster is not None:
            self._reference = path_of(raster)
        else:
            raise QgsProcessingException(
                tr("The reference cannot be loaded. Choose a layer of points or polygons, or a raster.")
            )
        return True

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        report = self.parameterAsFileOutput(values, self.REPORT, context)
        try:
            with engine_errors():
                found = assess_accuracy(
                    self._reference,
                    self._map,
                    report=Path(report) if report else None,
                    threshold=self.parameterAsDouble(values, self.THRESHOLD, context),
                    feedback=ProcessingFeedback(feedback),
                )
        except Cancelled:
            return {}
        results: dict[str, Any] = {}
        for name, output in self.FIGURES.items():
            estimate = getattr(found, name)
            figures = {output: estimate.value, f"{output}_CI": estimate.half_width}
            # What is not known is left out, rather than a number.
            results.update({key: value for key, value in figures.items() if not math.isnan(value)})
        (
            (results["TRUE_NEGATIVES"], results["FALSE_NEGATIVES"]),
            (
                results["FALSE_POSITIVES"],
                results["TRUE_POSITIVES"],
            ),
        ) = found.counts.tolist()
        results[self.TOTAL_AREA] = found.total_area_m2
        results[self.CANT_TELL] = sum(stratum.cant_tell for stratum in found.strata)
        feedback.pushInfo(
            tr("True area: {area:,.0f} ± {half:,.0f} m²; F1 {f1:.3f}.").format(
                area=found.area.value, half=found.area.half_width, f1=found.f1.value
            )
        )
        return {**results, **({self.REPORT: report} if report else {})}

    def _labels(self) -> dict[str, str]:
        """Return the label of every figure by its output name."""
        labels = {
            "overall": tr("Overall accuracy (0–1)"),
            "users": tr("User's accuracy of yes, precision (0–1)"),
            "producers": tr("Producer's accuracy of yes, recall (0–1)"),
            "f1": tr("F1 of yes (0–1)"),
            "iou": tr("Intersection over union of yes (0–1)"),
            "area": tr("True area (m²)"),
            "mapped_area": tr("Area on the map (m²)"),
        }
        counts = {
            "tp": tr("Points or pixels: yes on the map and in the reference"),
            "fp": tr("Points or pixels: yes on the map only"),
            "fn": tr("Points or pixels: yes in the reference only"),
            "tn": tr("Points or pixels: no on the map and in the reference"),
        }
        found: dict[str, str] = {}
        for name, output in self.FIGURES.items():
            found[output] = labels[name]
            found[f"{output}_CI"] = tr("{figure}: half of the 95 % interval").format(figure=labels[name])
        return {
            **found,
            **{output: counts[name] for name, output in self.COUNTS.items()},
            self.TOTAL_AREA: tr("Area assessed (m²)"),
            self.CANT_TELL: tr("Points that could not be told"),
        }


def _points(source: QgsProcessingFeatureSource) -> AnsweredPoints:
    """Return the sample in a layer, with answers that are not saved yet."""
    rows = []
    for feature in source.getFeatures():
        place = feature.geometry().asPoint() if not feature.geometry().isNull() else None
        fields = {name: None if feature[name] == NULL else feature[name] for name in NEEDED}
        rows.append(
            {"x": math.nan if place is None else place.x(), "y": math.nan if place is None else place.y(), **fields}
        )
    crs = source.sourceCrs()
    return answered(rows, _wkt(crs), source.sourceName())


def _wkt(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
