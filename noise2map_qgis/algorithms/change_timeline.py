# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:changetimeline`, "Change timeline": three or more images of one place in, when each place changed out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
)

from ..engine.errors import Cancelled, EngineError
from ..engine.timeseries import dates
from ..engine.timeseries.answers import Questions
from ..engine.timeseries.timeline import FEWEST_DATES, Timeline, TimelineJob, run
from ..translation import tr
from . import checks, inputs, parameters
from .base import engine_errors
from .destinations import engine_destination, loadable
from .feedback import ProcessingFeedback
from .inference import InferenceAlgorithm
from .models import licence_in_words, models_for
from .parameters import LayerOutput
from .timeline_styling import style_timeline


class ChangeTimeline(InferenceAlgorithm):
    """Maps when each place changed over three or more images."""

    TASK = "change"
    ICON = "change_timeline.svg"
    IMAGES = "IMAGES"
    DATES = "DATES"
    DATES_TABLE = "DATES_TABLE"
    BANDS = "BANDS"
    FIRST = "FIRST"
    LAST = "LAST"
    COUNT = "COUNT"
    CONFIDENCE = "CONFIDENCE"
    CHANGED_AREA = "CHANGED_AREA"
    CHANGED_SHARE = "CHANGED_SHARE"
    SUPPRESSED_AREA = "SUPPRESSED_AREA"

    def name(self):
        return "changetimeline"

    def displayName(self):
        return tr("Change timeline")

    def shortDescription(self):
        return tr("Maps when each place changed over three or more images: first and last, how often, how sure.")

    def tags(self):
        return tr(
            "change detection,time series,timeline,temporal,multitemporal,history,dates,construction,deep "
            "learning,ai,onnx"
        ).split(",")

    def images(self):
        # One parameter holds them all; the checks of single images are made in `_problem`.
        return ()

    def layer_outputs(self) -> tuple[LayerOutput, ...]:
        return (
            LayerOutput(
                self.CONFIDENCE,
                tr("Confidence"),
                tr(
                    "A raster of 0–1: the probability of the least sure of the answers that make the timeline of a "
                    "pixel."
                ),
                "probability.qml",
            ),
            LayerOutput(
                self.COUNT,
                tr("Number of changes"),
                tr("A raster: how many times each pixel changed."),
                "change_mask.qml",
            ),
            LayerOutput(
                self.LAST,
                tr("Last change"),
                tr(
                    "A raster: the number of the date that shows the last change, from 1 for the second image; 0 is "
                    "none."
                ),
                "change_mask.qml",
            ),
            LayerOutput(
                self.FIRST,
                tr("First change"),
                tr(
                    "A raster: the number of the date that shows the first change, from 1 for the second image; 0 is "
                    "none."
                ),
                "change_mask.qml",
            ),
            LayerOutput(
                self.POLYGONS,
                tr("Changes with dates"),
                tr(
                    "Outlines of the changes with begin and end, the dates between which each happened. The Temporal "
                    "Controller plays them as they are."
                ),
                "change_polygons.qml",
            ),
        )

    def opening(self):
        return tr(
            "<p>Maps when each place changed over three or more images of it. The model runs on this computer; nothing "
            "is uploaded.</p>"
        )

    def introduction(self):
        return tr(
            "<h3>Input</h3>"
            "<p>Three or more images of one place, in any order. Their dates are taken, in this order, from the table "
            "of dates, the dates given, the temporal properties of the layers, and the names of layers, files and "
            "folders (2019, 2019-08, 20190818, 2019_08_18). All images are brought onto the grid of the earliest.</p>"
            "<h3>What is consistent over time</h3>"
            "<p>Each image is compared with the next one. What one image shows and neither of its neighbours shows is "
            "noise and left out; the first and the last image have one neighbour only, so noise in them stays. Where "
            "an image has no data, its neighbours are compared with each other.</p>"
            "<h3>Output</h3>"
            "<ul><li><b>Changes with dates</b>: outlines, each with the dates of the images between which it changed. "
            "Open the Temporal Controller and press play.</li>"
            "<li><b>First change</b>, <b>Last change</b>: the number of the date that shows it, with a legend.</li>"
            "<li><b>Number of changes</b>: 2 where something was built and pulled down again, for example.</li>"
            "<li><b>Confidence</b>: the weakest of the answers that make up a pixel's timeline.</li></ul>"
            "<h3>Hints</h3>"
            "<ul><li>A run takes about as long as Detect change on each two neighbouring images, and up to twice that "
            "where much changes.</li>"
            "<li>Images of one season give fewer false alarms than images of all seasons.</li></ul>"
        )

    def initAlgorithm(self, configuration=None):
        models = models_for(self.TASK)
        cards = {name: bundle.tasks[self.TASK] for name, bundle in models.items()}
        licences = {name: licence_in_words(bundle) for name, bundle in models.items()}
        for group in (
            self._image_parameters(),
            parameters.main_parameters((), cards, licences),
            parameters.advanced_parameters((), cards),
            self._band_parameter(),
            self._destinations(),
        ):
            for parameter in group:
                self.addParameter(parameter)
        for name, (label, _field) in self._figures().items():
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.DEVICE_USED, tr("Device that ran the model")))

    def _image_parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        images = QgsProcessingParameterMultipleLayers(self.IMAGES, tr("Images"), QgsProcessing.SourceType.TypeRaster)
        images.setMinimumNumberInputs(FEWEST_DATES)
        images.setHelp(tr("Three or more images of one place, in any order."))
        yield images
        given = QgsProcessingParameterString(self.DATES, tr("Dates of the images"), optional=True)
        given.setHelp(
            tr(
                "One date for each image, in the images' order, separated by commas: 2015, 2017-06, 20190818. Empty: "
                "from the layers' temporal properties, else from their names."
            )
        )
        yield given
        table = QgsProcessingParameterFeatureSource(
            self.DATES_TABLE, tr("Table of dates"), [QgsProcessing.SourceType.TypeVector], optional=True
        )
        table.setHelp(tr("A table with the columns name (of the layer or file) and date. It counts before all else."))
        yield table

    def _band_parameter(self) -> Iterator[QgsProcessingParameterDefinition]:
        bands = QgsProcessingParameterString(self.BANDS, tr("Bands of the images"), optional=True)
        bands.setHelp(
            tr("The bands the model reads, in its order, the same for all images: 3, 2, 1. Empty: the first ones.")
        )
        bands.setFlags(bands.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        yield bands

    def _destinations(self) -> Iterator[QgsProcessingParameterDefinition]:
        for output in self.layer_outputs():
            if output.name == self.POLYGONS:
                parameter: QgsProcessingParameterDefinition = QgsProcessingParameterVectorDestination(
                    output.name, output.label, QgsProcessing.SourceType.TypeVectorPolygon, optional=True
                )
            else:
                by_default = output.name in (self.FIRST, self.CONFIDENCE)
                parameter = QgsProcessingParameterRasterDestination(
                    output.name, output.label, optional=True, createByDefault=by_default
                )
            parameter.setHelp(output.help)
            yield parameter

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext):
        problem = self._problem(values, context)
        return (False, problem) if problem else super().checkParameterValues(values, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        # A step of a model is run without `checkParameterValues`.
        problem = self._problem(values, context) or checks.first_problem(self, values, context)
        if problem:
            raise QgsProcessingException(problem)
        layers = self._layers(values, context)
        for layer in layers:
            for sentence in inputs.layer_settings(layer):
                feedback.pushInfo(sentence)
        needed = self._bundle(values, context).tasks[self.TASK].bands
        self._sources = tuple(inputs.source_of(layer, self._bands(values, context), needed) for layer in layers)
        with engine_errors():
            self._dates = self._dates_of(values, context, layers)
        self._first_crs = layers[0].crs()
        return True

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        outputs = {one.name: self.parameterAsOutputLayer(values, one.name, context) for one in self.layer_outputs()}
        wanted = {name.lower(): engine_destination(path) for name, path in outputs.items() if path}
        written = {name: loadable(path, context) for name, path in outputs.items() if path}
        questions = Questions(**wanted)
        job = self.job(values, context, {})
        try:
            with engine_errors():
                result = run(TimelineJob(job, self._dates, questions), ProcessingFeedback(feedback))
        except Cancelled:
            return {}
        layers = [(o.name, written[o.name], o.style) for o in self.layer_outputs() if o.name in written]
        years = f"{dates.label(result.dates[0])} – {dates.label(result.dates[-1])}"
        style_timeline(context, layers, result, f"{self.displayName()}: {years}")
        figures = {name: getattr(result, field) for name, (_label, field) in self._figures().items()}
        feedback.pushInfo(self._told(result))
        return {**written, **figures, self.DEVICE_USED: result.device}

    def _problem(self, values: dict[str, Any], context: QgsProcessingContext) -> str:
        layers = self._layers(values, context)
        if len(layers) < FEWEST_DATES:
            return tr(
                "A timeline needs three or more images, not {count}. Choose more in “{field}”, or use Detect change "
                "for two."
            ).format(count=len(layers), field=tr("Images"))
        try:
            bands = self._bands(values, context)
            models = models_for(self.TASK)
            needed = models[self.parameterAsString(values, self.MODEL, context)].tasks[self.TASK].bands
        except KeyError:
            return checks.first_problem(self, values, context)
        except ValueError:
            return tr("“{text}” are no band numbers. Write them as 3, 2, 1.").format(
                text=self.parameterAsString(values, self.BANDS, context)
            )
        for layer in layers:
            problem = inputs.raster_problem(layer, bands, needed)
            if problem:
                return problem
        try:
            self._dates_of(values, context, layers)
        except EngineError as error:
            return str(error)
        return ""

    def _layers(self, values: dict[str, Any], context: QgsProcessingContext) -> list[QgsRasterLayer]:
        layers = self.parameterAsLayerList(values, self.IMAGES, context)
        return [layer for layer in layers or () if isinstance(layer, QgsRasterLayer)]

    def _bands(self, values: dict[str, Any], context: QgsProcessingContext) -> list[int]:
        text = self.parameterAsString(values, self.BANDS, context)
        return [int(part) for part in text.split(",") if part.strip()]

    def _dates_of(
        self, values: dict[str, Any], context: QgsProcessingContext, layers: list[QgsRasterLayer]
    ) -> tuple[datetime, ...]:
        """Return the date of each layer; raises EngineError naming the layer that has none."""
        given: tuple[datetime | None, ...] = dates.split_dates(self.parameterAsString(values, self.DATES, context))
        table = None
        source = self.parameterAsSource(values, self.DATES_TABLE, context)
        if source is not None:
            columns = source.fields().names()
            rows = (
                {name: inputs.plain_value(value) for name, value in zip(columns, feature.attributes())}
                for feature in source.getFeatures()
            )
            table = dates.table_of(rows, source.sourceName())
        given = given or tuple(inputs.date_of(layer) for layer in layers)
        return dates.dates_of([inputs.source_of(layer, [], ()) for layer in layers], given, table)

    def extent_crs(self, values: dict[str, Any], context: QgsProcessingContext):
        return self._first_crs

    def _figures(self) -> dict[str, tuple[str, str]]:
        return {
            self.CHANGED_AREA: (tr("Area that changed at least once (m²)"), "changed_area_m2"),
            self.CHANGED_SHARE: (tr("Its share of the area with data (0–1)"), "changed_share"),
            self.SUPPRESSED_AREA: (tr("Change left out as noise, over all pairs (m²)"), "suppressed_m2"),
            self.VALID_AREA: (tr("Area with data (m²)"), "valid_area_m2"),
            self.POLYGON_COUNT: (tr("Number of polygons"), "polygon_count"),
        }

    def _told(self, result: Timeline) -> str:
        return tr("{found:,.0f} m² changed at least once, {share:.2%} of the {valid:,.0f} m² with data.").format(
            found=result.changed_area_m2, share=result.changed_share, valid=result.valid_area_m2
        )
