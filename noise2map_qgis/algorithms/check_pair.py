# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:checkpair`, "Check pair": whether two images are fit for Detect change, and by how much the later one lies
off.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)

from ..engine.errors import Cancelled
from ..engine.registration.check import CheckJob, run_check
from ..engine.registration.correction import CORRECTIONS, MOVED
from ..translation import tr
from . import checks, inputs, parameters
from .base import Algorithm, engine_errors, is_unset
from .feedback import ProcessingFeedback
from .models import licence_in_words, models_for
from .parameters import AUTO, ImageInput, LayerOutput, ParameterNames


class CheckPair(ParameterNames, Algorithm):
    """Says what to expect of a pair of images, and brings the later one back if asked to."""

    TASK = "change"
    ICON = "check_pair.svg"
    GROUP = "preparation"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    BEFORE_BANDS = "BEFORE_BANDS"
    AFTER_BANDS = "AFTER_BANDS"
    REPORT = "REPORT"
    CORRECTED = "CORRECTED"
    # Outputs; each is the engine's figure of the same name in lower case.
    VERDICT = "VERDICT"
    RECOMMENDED_ALIGN = "RECOMMENDED_ALIGN"
    SHIFT_KNOWN = "SHIFT_KNOWN"
    FIELD_FOUND = "FIELD_FOUND"

    def name(self):
        return "checkpair"

    def displayName(self):
        return tr("Check pair")

    def shortDescription(self):
        return tr("Says whether two images are fit for Detect change, and by how much the later one lies off.")

    def tags(self):
        return tr(
            "registration,coregistration,misregistration,shift,alignment,overlap,clouds,quality,before,after,phase "
            "correlation"
        ).split(",")

    def images(self):
        """Return the images the algorithm takes."""
        return (
            ImageInput(self.BEFORE, tr("Image before"), self.BEFORE_BANDS, tr("Bands of the image before")),
            ImageInput(self.AFTER, tr("Image after"), self.AFTER_BANDS, tr("Bands of the image after")),
        )

    def layer_outputs(self):
        """Return the layer the algorithm gives."""
        return (
            LayerOutput(
                self.CORRECTED,
                tr("Image after, corrected"),
                tr(
                    "The later image where it belongs. If no shift can be told, or it is less than half a pixel, this "
                    "is the image as it is, and a warning says so."
                ),
                "",
            ),
        )

    def shortHelpString(self):
        figures = "".join(f"<li><code>{name}</code>: {label}</li>" for name, label in self._labels().items())
        return (
            tr(
                "<p>Says what to expect of a pair before Detect change runs: the ground both images cover, their "
                "pixel sizes beside those the model is made for, how much light and season differ, clouds and "
                "missing data, and by how much the later image lies off the earlier one. No model is run.</p>"
                "<h3>Misregistration</h3>"
                "<p>The shift is measured by phase correlation in up to 100 patches, and is told only if the "
                "patches agree. Where they do not (woods, water, fields, much change), the answer is that it "
                "cannot be told, and nothing is moved: a wrong shift is worse than none.</p>"
                "<p>Where relief bends the images the shift may vary smoothly: a field. In woods it follows crowns "
                "and shadows, not the ground.</p>"
                "<h3>Output</h3>"
                "<ul>"
                "<li><b>Report</b>: a page with the verdict, both images, a checkerboard, arrows of the shifts "
                "found and the figures.</li>"
                "<li><b>Image after, corrected</b>, if you ask for it. <i>shift</i> writes another position into a "
                "copy and leaves every pixel value; <i>resampled</i> puts the pixels on those of the earlier "
                "image; <i>field</i> also follows a smooth field, where the images support one.</li></ul>"
                "<p>Detect change can do the same by itself: its advanced parameter “Align the image after”.</p>"
            )
            + f"<h3>{tr('Figures for models and scripts')}</h3><ul>{figures}</ul>"
        )

    def initAlgorithm(self, configuration=None):
        models = models_for(self.TASK)
        cards = {name: bundle.tasks[self.TASK] for name, bundle in models.items()}
        licences = {name: licence_in_words(bundle) for name, bundle in models.items()}
        for parameter in (
            *parameters.image_parameters(self.images(), cards, licences),
            *parameters.band_parameters(self.images()),
            parameters.stretch_parameter(),
            parameters.correction_parameter(CORRECTIONS, MOVED),
            parameters.report_parameter(self.REPORT),
            parameters.optional_raster(self.layer_outputs()[0]),
        ):
            self.addParameter(parameter)
        words, flags = (self.VERDICT, self.RECOMMENDED_ALIGN), (self.SHIFT_KNOWN, self.FIELD_FOUND)
        for name, label in self._labels().items():
            kind = (
                QgsProcessingOutputString
                if name in words
                else QgsProcessingOutputBoolean
                if name in flags
                else QgsProcessingOutputNumber
            )
            self.addOutput(kind(name, label))

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext):
        problem = checks.pair_problem(self, values, context)
        return (False, problem) if problem else super().checkParameterValues(values, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        # A step of a model is run without `checkParameterValues`.
        problem = checks.pair_problem(self, values, context)
        if problem:
            raise QgsProcessingException(problem)
        # Layers are read here, in the main thread they live in; `processAlgorithm` runs in another one.
        layers = [self.parameterAsRasterLayer(values, image.name, context) for image in self.images()]
        for layer in layers:
            for sentence in inputs.layer_settings(layer):
                feedback.pushInfo(sentence)
        self._bundle = models_for(self.TASK)[self.parameterAsString(values, self.MODEL, context)]
        needed = self._bundle.tasks[self.TASK].bands
        self._sources = tuple(
            inputs.source_of(layer, self.parameterAsInts(values, image.bands_name, context), needed)
            for layer, image in zip(layers, self.images())
        )
        return True

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        report = self.parameterAsFileOutput(values, self.REPORT, context)
        corrected = self.parameterAsOutputLayer(values, self.CORRECTED, context)
        job = CheckJob(
            self._bundle,
            self._sources,
            Path(report) if report else None,
            Path(corrected) if corrected else None,
            self.word(values, self.CORRECTION, context, MOVED),
            self.word(values, self.STRETCH, context),
        )
        try:
            with engine_errors():
                found = run_check(job, ProcessingFeedback(feedback))
        except Cancelled:
            return {}
        figures = found.figures()
        figures["recommended_align"] = figures.pop("align")
        written = {self.REPORT: report, self.CORRECTED: corrected}
        return {
            **{name: path for name, path in written.items() if path},
            **{name: figures[name.lower()] for name in self._labels()},
        }

    def word(self, values: dict[str, Any], name: str, context: QgsProcessingContext, default: str = AUTO) -> str:
        """Return a choice as its word; what was left out, or is a model's own unset input, is the default."""
        return default if is_unset(values, name) else self.parameterAsString(values, name, context)

    def _labels(self) -> dict[str, str]:
        """Return the label of each figure by output name."""
        return {
            self.VERDICT: tr("Verdict: good, caution or problem"),
            self.RECOMMENDED_ALIGN: tr("Alignment to run Detect change with: off, shift or field"),
            self.SHIFT_KNOWN: tr("Whether the shift can be told"),
            "SHIFT_X": tr("Metres by which the later image lies too far east (0 if it cannot be told)"),
            "SHIFT_Y": tr("Metres by which the later image lies too far north (0 if it cannot be told)"),
            "SHIFT_X_PIXELS": tr("The same in pixels, east"),
            "SHIFT_Y_PIXELS": tr("The same in pixels, north"),
            "SHIFT_UNCERTAINTY_PIXELS": tr("Uncertainty of the shift in pixels"),
            self.FIELD_FOUND: tr("Whether the images support a smooth field of shifts"),
            "OVERLAP_SHARE": tr("Share of the earlier image's data that the later one has data for, too (0–1)"),
            "VALID_SHARE": tr("Share of the earlier image's grid with data in both (0–1)"),
            "CLOUD_SHARE_BEFORE": tr("Share that is white and even in the earlier image: cloud, snow, glare (0–1)"),
            "CLOUD_SHARE_AFTER": tr("Share that is white and even in the later image (0–1)"),
            "BRIGHTNESS_DIFFERENCE": tr("Difference of mean brightness (0–255)"),
            "CORRELATION": tr("Correlation of the grey values of both images"),
            "GSD_BEFORE": tr("Pixel size of the earlier image (m)"),
            "GSD_AFTER": tr("Pixel size of the later image (m)"),
        }
