# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:explainchange`, "Explain change": what a change map's answer depends on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..engine.errors import Cancelled
from ..engine.explain.explanation import ExplainJob, Explanation, run
from ..translation import tr
from . import parameters
from .base import engine_errors, is_unset
from .detect_change import DetectChange
from .feedback import ProcessingFeedback
from .models import licence_in_words, models_for
from .parameters import LayerOutput
from .styling import style_when_loaded


class ExplainChange(DetectChange):
    """Maps what the answer of a change map depends on: the timestep, the view, and parts of the images."""

    ICON = "explain_change.svg"
    POINT = "POINT"
    TIMESTEPS = "TIMESTEPS"
    TIMESTEP_BANDS = "TIMESTEP_BANDS"
    SUMMARY = "SUMMARY"
    OCCLUSION = "OCCLUSION"
    # Parameters of a map that have no meaning for an explanation.
    _NOT_HERE = ("PEAK", "MIN_AREA", "SHAPE", "SIMPLIFY", "ALIGN")

    def name(self):
        return "explainchange"

    def displayName(self):
        return tr("Explain change")

    def shortDescription(self):
        return tr(
            "Maps what a change map's answer depends on: the diffusion timestep, the view, and parts of the images."
        )

    def tags(self):
        return tr(
            "explain,uncertainty,confidence,attribution,occlusion,timestep,diffusion,test-time augmentation,change "
            "detection"
        ).split(",")

    def layer_outputs(self) -> tuple[LayerOutput, ...]:
        return (
            LayerOutput(
                self.TIMESTEP_BANDS,
                tr("Probability by timestep"),
                tr("A raster with a band of change probability for each timestep."),
                "probability.qml",
            ),
            LayerOutput(
                self.SUMMARY,
                tr("Agreement"),
                tr(
                    "A raster of five bands: mean and standard deviation over timesteps, share of timesteps that say "
                    "change, mean and standard deviation over views (the uncertainty)."
                ),
                "agreement.qml",
            ),
            LayerOutput(
                self.OCCLUSION,
                tr("What the answer at the point rests on"),
                tr(
                    "A raster around the point, a band for each image: what each part of it adds to the probability "
                    "there."
                ),
                "occlusion.qml",
            ),
        )

    def opening(self):
        return tr(
            "<p>Maps what the answer of <i>Detect change</i> depends on. The model runs on this computer; nothing is "
            "uploaded.</p>"
        )

    def introduction(self):
        return tr(
            "<h3>What it does</h3>"
            "<p>The model was trained with the two images mixed into each other, more or less of that at each "
            "diffusion timestep. Where it says the same at all timesteps, the answer does not hang on that choice. It "
            "also looks at every tile in several turned and mirrored views: where these disagree it is unsure.</p>"
            "<p>With a point, parts of either image around it are covered one by one, and the raster tells by how much "
            "the probability at the point falls: which image, and which part of it, made the model say so.</p>"
            "<h3>Output</h3>"
            "<ul><li><b>Probability by timestep</b>: one band a timestep.</li>"
            "<li><b>Agreement</b>: mean and spread over timesteps, the share of them that say change (between 0 and 1 "
            "the answer depends on the timestep), mean and spread over views.</li>"
            "<li><b>What the answer at the point rests on</b>: positive where a part adds to the probability.</li></ul>"
            "<h3>Hints</h3>"
            "<ul><li>A run takes as long as one change map for each timestep and each view: choose a small extent.</li>"
            "<li>The threshold was chosen for the model's own timestep; the others are not calibrated.</li>"
            "<li>A model without further timesteps shows its own alone.</li></ul>"
        )

    def initAlgorithm(self, configuration=None):
        models = models_for(self.TASK)
        cards = {name: bundle.tasks[self.TASK] for name, bundle in models.items()}
        licences = {name: licence_in_words(bundle) for name, bundle in models.items()}
        for group in (
            parameters.main_parameters(self.images(), cards, licences),
            self._own(),
            parameters.advanced_parameters(self.images(), cards),
            self._destinations(),
        ):
            for parameter in group:
                if parameter.name() not in self._NOT_HERE:
                    self.addParameter(parameter)
        for name, (label, _field) in self._figures().items():
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.DEVICE_USED, tr("Device that ran the model")))

    def own_options(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        return {}

    def _own(self) -> Iterator[QgsProcessingParameterDefinition]:
        point = QgsProcessingParameterPoint(self.POINT, tr("Explain this place"), optional=True)
        point.setHelp(tr("A place on the images; click it on the map. Needed for the last output only."))
        yield point
        steps = QgsProcessingParameterString(self.TIMESTEPS, tr("Timesteps compared"), optional=True)
        steps.setHelp(tr("Numbers such as 0, 200, 600, of those the model offers. Empty: all of them."))
        yield steps

    def _destinations(self) -> Iterator[QgsProcessingParameterDefinition]:
        for output in self.layer_outputs():
            by_default = output.name != self.OCCLUSION
            parameter = QgsProcessingParameterRasterDestination(
                output.name, output.label, optional=True, createByDefault=by_default
            )
            parameter.setHelp(output.help)
            yield parameter

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext):
        try:
            self._timesteps(values, context)
        except ValueError:
            return False, tr("“{text}” are no timesteps. Write them as 0, 200, 600.").format(
                text=values[self.TIMESTEPS]
            )
        return super().checkParameterValues(values, context)

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        outputs = {one.name: self.parameterAsOutputLayer(values, one.name, context) for one in self.layer_outputs()}
        written = {name: path for name, path in outputs.items() if path}
        point = None
        if not is_unset(values, self.POINT) and values[self.POINT] != "":
            crs = self.parameterAsRasterLayer(values, self.BEFORE, context).crs()
            place = self.parameterAsPoint(values, self.POINT, context, crs)
            point = (place.x(), place.y())
        files = {name.lower(): Path(path) for name, path in written.items()}
        job = ExplainJob(self.job(values, context, {}), self._timesteps(values, context), point, **files)
        try:
            with engine_errors():
                result = run(job, ProcessingFeedback(feedback))
        except Cancelled:
            return {}
        styles = [(written[one.name], one.style) for one in self.layer_outputs() if one.name in written]
        style_when_loaded(context, styles, None, f"{self.displayName()}: {self._images[-1].name}")
        found = {name: getattr(result, field) for name, (_label, field) in self._figures().items()}
        figures = {name: value for name, value in found.items() if value is not None}
        feedback.pushInfo(self._told(result))
        return {**written, **figures, self.DEVICE_USED: result.device}

    def _timesteps(self, values: dict[str, Any], context: QgsProcessingContext) -> tuple[int, ...]:
        text = self.parameterAsString(values, self.TIMESTEPS, context)
        return tuple(int(part) for part in text.split(",") if part.strip())

    def _figures(self) -> dict[str, tuple[str, str]]:
        return {
            "DEPENDS_SHARE": (tr("Share of the area where the answer depends on the timestep (0–1)"), "depends_share"),
            "MEAN_SPREAD": (tr("Mean standard deviation over timesteps (0–1)"), "mean_spread"),
            "MEAN_VIEW_SPREAD": (tr("Mean standard deviation over views (0–1)"), "mean_view_spread"),
            "POINT_PROBABILITY": (tr("Probability at the point (0–1)"), "point_probability"),
            "EARLIER_EFFECT": (tr("The most a part of the earlier image adds at the point"), "earlier_effect"),
            "LATER_EFFECT": (tr("The most a part of the later image adds at the point"), "later_effect"),
        }

    def _told(self, result: Explanation) -> str:
        steps = ", ".join(map(str, result.timesteps))
        return tr("The answer depends on the timestep ({steps}) in {share:.2%} of the area with data.").format(
            steps=steps, share=result.depends_share
        )
