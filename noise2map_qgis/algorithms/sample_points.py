# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:samplepoints`, "Sample points for checking": random points on a map, to be answered by a person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..engine import sample_points
from ..engine.errors import Cancelled
from ..translation import tr
from .base import Algorithm, engine_errors, is_unset
from .feedback import ProcessingFeedback
from .inputs import path_of
from .styling import style_when_loaded

STYLE = "sample_points.qml"


class SamplePoints(Algorithm):
    """Draws stratified random points on a map."""

    ICON = "sample_points.svg"
    GROUP = "assessment"
    INPUT = "INPUT"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    STANDARD_ERROR = "STANDARD_ERROR"
    SIZE = "SIZE"
    LEAST = "LEAST"
    THRESHOLD = "THRESHOLD"
    LOW_THRESHOLD = "LOW_THRESHOLD"
    EXPECTED_YES = "EXPECTED_YES"
    EXPECTED_NO = "EXPECTED_NO"
    PICTURE_SIZE = "PICTURE_SIZE"
    SEED = "SEED"
    OUTPUT = "OUTPUT"
    POINT_COUNT = "POINT_COUNT"
    # The number of points by the engine's name of the stratum.
    COUNTS = {"yes": "POINTS_YES", "possible": "POINTS_POSSIBLE", "no": "POINTS_NO"}

    def name(self):
        return "samplepoints"

    def displayName(self):
        return tr("Sample points for checking")

    def shortDescription(self):
        return tr("Draws random points on a map, to be answered with yes, no or can't tell.")

    def tags(self):
        return tr("accuracy,validation,stratified random sample,olofsson,reference,ground truth,area estimate").split(
            ","
        )

    def shortHelpString(self):
        return tr(
            "<p>Draws stratified random points on a map of change or buildings. A person answers each with yes, no "
            "or can't tell; <i>Assess accuracy</i> then estimates the accuracy and the true area, with confidence "
            "intervals.</p>"
            "<h3>Input</h3>"
            "<p>A probability raster or a mask (0 and 1). Each class is a stratum. A probability raster has a third "
            "one, <i>possible</i>: below the threshold, but not below the low threshold. What the map misses lies "
            "there.</p>"
            "<p>With the images before and after (or one of them), a picture of every point is written beside the "
            "output, in a folder of its name, and shown in the form.</p>"
            "<h3>How many points</h3>"
            "<p>Enough for the standard error wanted of the overall accuracy (Olofsson et al. 2014, eq. 13), and at "
            "least a fixed number in each stratum. A number of points in all overrides this.</p>"
            "<h3>Answering</h3>"
            "<p>Toggle editing and open the attribute table in its form view. The answer field takes the keyboard: "
            "<b>y</b> yes, <b>n</b> no, <b>c</b> can't tell; up and down in the list go to the next point. The map's "
            "own answer is not shown, so that it does not influence yours. Answer can't tell only where no image "
            "allows an answer.</p>"
            "<p>The same map, settings and seed give the same points.</p>"
        )

    def initAlgorithm(self, configuration=None):
        number = QgsProcessingParameterNumber
        share = {"type": number.Type.Double, "minValue": 0.0, "maxValue": 1.0}
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, tr("Map to check (probability or mask)")))
        self.addParameter(QgsProcessingParameterRasterLayer(self.BEFORE, tr("Image before"), optional=True))
        self.addParameter(QgsProcessingParameterRasterLayer(self.AFTER, tr("Image after"), optional=True))
        self.addParameter(
            number(
                self.STANDARD_ERROR,
                tr("Standard error wanted of the overall accuracy"),
                number.Type.Double,
                0.02,
                minValue=0.001,
                maxValue=0.5,
            )
        )
        advanced = (
            number(
                self.SIZE, tr("Points in all (from the standard error if empty)"), number.Type.Integer, None, True, 1
            ),
            number(self.LEAST, tr("Points in each stratum, at least"), number.Type.Integer, 50, False, 2),
            number(self.THRESHOLD, tr("Threshold of a probability"), defaultValue=0.5, **share),
            number(self.LOW_THRESHOLD, tr("Low threshold (0: no stratum “possible”)"), defaultValue=0.1, **share),
            number(self.EXPECTED_YES, tr("User's accuracy expected of yes"), defaultValue=0.7, **share),
            number(self.EXPECTED_NO, tr("User's accuracy expected of no"), defaultValue=0.95, **share),
            number(
                self.PICTURE_SIZE, tr("Side of the ground in a picture (m)"), number.Type.Double, 60.0, minValue=1.0
            ),
            number(self.SEED, tr("Seed"), number.Type.Integer, 1),
        )
        for parameter in advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT, tr("Points to answer"), QgsProcessing.SourceType.TypeVectorPoint
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.POINT_COUNT, tr("Number of points")))
        for stratum, name in self.COUNTS.items():
            self.addOutput(QgsProcessingOutputNumber(name, tr("Points in the stratum “{}”").format(stratum)))
        for name, text in self._parameter_help().items():
            self.parameterDefinition(name).setHelp(text)

    def _parameter_help(self) -> dict[str, str]:
        """Return the help of each parameter by its name."""
        return {
            self.INPUT: tr(
                "A probability raster or a mask (0 and 1) of change or buildings, from this plugin or elsewhere."
            ),
            self.BEFORE: tr("The earlier image. The form then shows a picture of every point."),
            self.AFTER: tr("The later image, or the only one."),
            self.STANDARD_ERROR: tr(
                "0.02 means that the overall accuracy will be known to about ± 4 percentage points."
            ),
            self.SIZE: tr("Overrides the number computed from the standard error."),
            self.LEAST: tr("Rare classes need 50 to 100 points, whatever their area."),
            self.THRESHOLD: tr("From this probability on, a pixel is a yes. A mask does not need it."),
            self.LOW_THRESHOLD: tr("From this probability up to the threshold, pixels are a stratum of their own."),
            self.EXPECTED_YES: tr(
                "The share of the mapped class that you expect to be true. Lower asks for more points."
            ),
            self.EXPECTED_NO: tr("The share of the rest that you expect to be right."),
            self.PICTURE_SIZE: tr("Enough to recognise the place, for example a house with its neighbours."),
            self.SEED: tr("Another number draws other points; the same number draws the same ones."),
            self.OUTPUT: tr("A GeoPackage of points with an empty answer."),
        }

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        # Layers live in the main thread; `processAlgorithm` runs in another one.
        names = (self.INPUT, self.BEFORE, self.AFTER)
        layers = {name: self.parameterAsRasterLayer(values, name, context) for name in names}
        if layers[self.INPUT] is None:
            raise QgsProcessingException(tr("The map to check cannot be loaded. Choose a raster layer."))
        self._paths = {name: None if layer is None else path_of(layer) for name, layer in layers.items()}
        return True

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        output = self.parameterAsOutputLayer(values, self.OUTPUT, context)
        low = self.parameterAsDouble(values, self.LOW_THRESHOLD, context)
        try:
            with engine_errors():
                plan = sample_points(
                    self._paths[self.INPUT],
                    Path(output),
                    before=self._paths[self.BEFORE],
                    after=self._paths[self.AFTER],
                    threshold=self.parameterAsDouble(values, self.THRESHOLD, context),
                    low_threshold=low or None,
                    size=None if is_unset(values, self.SIZE) else self.parameterAsInt(values, self.SIZE, context),
                    standard_error=self.parameterAsDouble(values, self.STANDARD_ERROR, context),
                    expected_yes=self.parameterAsDouble(values, self.EXPECTED_YES, context),
                    expected_no=self.parameterAsDouble(values, self.EXPECTED_NO, context),
                    least=self.parameterAsInt(values, self.LEAST, context),
                    seed=self.parameterAsInt(values, self.SEED, context),
                    picture_metres=self.parameterAsDouble(values, self.PICTURE_SIZE, context),
                    feedback=ProcessingFeedback(feedback),
                )
        except Cancelled:
            return {}
        style_when_loaded(context, [(output, STYLE)])
        counts = {stratum.name: stratum.points for stratum in plan.strata}
        by_name = {name: counts.get(stratum, 0) for stratum, name in self.COUNTS.items()}
        return {self.OUTPUT: output, self.POINT_COUNT: plan.size, **by_name}
