# SPDX-License-Identifier: GPL-2.0-or-later
"""What algorithms that run a model share: the checks before a run, the one engine call, the results.

A subclass says which task it does (`TASK`) on which images, what its outputs are called, and gives its help.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from html import escape
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
)

from ..engine import predict
from ..engine.errors import Cancelled
from ..engine.model.bundle import Bundle
from ..engine.predict import Area, Job, Result
from ..translation import tr
from . import checks, inputs, parameters
from .base import Algorithm, engine_errors, is_unset
from .destinations import engine_destination, loadable
from .feedback import ProcessingFeedback
from .models import choice_html, describe, licence_in_words, models_for
from .numbers import read_numbers
from .parameters import AUTO, ImageInput, LayerOutput, ParameterNames
from .results import Found, Image
from .styling import style_when_loaded


class InferenceAlgorithm(ParameterNames, Algorithm):
    """Base of the algorithms that run a model over one image or two."""

    TASK = ""
    # The figures named after what is found: output name of its area, and of its share.
    AREA_FIGURE = ""
    SHARE_FIGURE = ""

    def images(self) -> tuple[ImageInput, ...]:
        """Return the images the algorithm takes, in the model's order."""
        raise NotImplementedError

    def layer_outputs(self) -> tuple[LayerOutput, LayerOutput, LayerOutput]:
        """Return the algorithm's probability, mask and polygons."""
        raise NotImplementedError

    def own_parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Yield the advanced parameters that this algorithm alone has."""
        return iter(())

    def own_options(self, values: dict[str, Any], context: QgsProcessingContext) -> dict[str, Any]:
        """Return the fields of the job that the algorithm's own parameters give."""
        return {}

    def figure_labels(self) -> tuple[str, str]:
        """Return the labels of the area figure and the share figure."""
        raise NotImplementedError

    def opening(self) -> str:
        """Return the first words of the help, as HTML."""
        raise NotImplementedError

    def introduction(self) -> str:
        """Return the help on input, output and how to go on from there, as HTML."""
        raise NotImplementedError

    def shortHelpString(self):
        figures = "".join(f"<li><code>{name}</code>: {label}</li>" for name, (label, _) in self._figures().items())
        bundles = list(models_for(self.TASK).values())
        # The choice, with its licences, above the fold; what each model knows and fails at further down.
        choice = choice_html(bundles, self.TASK) if bundles else f"<p>{escape(checks.no_model())}</p>"
        models = "".join(describe(bundle, self.TASK) for bundle in bundles)
        return (
            f"{self.opening()}<h3>{tr('Models to choose from')}</h3>{choice}{self.introduction()}"
            + (f"<h3>{tr('More on the models')}</h3>{models}" if models else "")
            + f"<h3>{tr('Figures for models and scripts')}</h3><ul>{figures}</ul>"
        )

    def initAlgorithm(self, configuration=None):
        models = models_for(self.TASK)
        cards = {name: bundle.tasks[self.TASK] for name, bundle in models.items()}
        licences = {name: licence_in_words(bundle) for name, bundle in models.items()}
        for group in (
            parameters.main_parameters(self.images(), cards, licences),
            parameters.advanced_parameters(self.images(), cards),
            self.own_parameters(),
            parameters.destinations(*self.layer_outputs()),
        ):
            for parameter in group:
                self.addParameter(parameter)
        for name, (label, _field) in self._figures().items():
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputString(self.DEVICE_USED, tr("Device that ran the model")))

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext):
        # Ours first: QGIS's own check says no more than "Incorrect parameter value for MODEL".
        problem = checks.first_problem(self, values, context)
        if problem:
            return False, problem
        # QGIS lists them as words; scripts may give numbers.
        numbers = {name: str(values[name]) for name in (self.TIMESTEP, self.VIEWS) if isinstance(values.get(name), int)}
        values = {**values, **numbers, **read_numbers(self.parameterDefinitions(), values, context)}
        return super().checkParameterValues(values, context)

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        # A step of a model is run without `checkParameterValues`.
        problem = checks.first_problem(self, values, context)
        if problem:
            raise QgsProcessingException(problem)
        # Layers are read here, in the main thread they live in; `processAlgorithm` runs in another one.
        layers = [self.parameterAsRasterLayer(values, image.name, context) for image in self.images()]
        for layer in layers:
            for sentence in inputs.layer_settings(layer):
                feedback.pushInfo(sentence)
        project = context.project()
        self._images = tuple(
            Image(layer.id() if project and project.mapLayer(layer.id()) else "", layer.source(), layer.name())
            for layer in layers
        )
        needed = self._bundle(values, context).tasks[self.TASK].bands
        self._sources = tuple(
            inputs.source_of(layer, self.parameterAsInts(values, image.bands_name, context), needed)
            for layer, image in zip(layers, self.images())
        )
        return True

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        outputs = {
            output.name: self.parameterAsOutputLayer(values, output.name, context) for output in self.layer_outputs()
        }
        job = self.job(values, context, outputs)
        try:
            with engine_errors():
                result = predict.run(job, ProcessingFeedback(feedback))
        except Cancelled:
            return {}
        written = {name: loadable(path, context) for name, path in outputs.items() if path}
        found = Found(self.TASK, self._images, result.positive_area_m2, result.positive_share, result.polygon_count)
        styles = [(written[o.name], o.style) for o in self.layer_outputs() if o.name in written]
        style_when_loaded(context, styles, found, f"{self.displayName()}: {self._images[-1].name}")
        figures = {name: getattr(result, field) for name, (_label, field) in self._figures().items()}
        feedback.pushInfo(self._summary(result))
        return {**written, **figures, self.DEVICE_USED: result.device}

    def job(self, values: dict[str, Any], context: QgsProcessingContext, outputs: dict[str, str]) -> Job:
        """Return the engine's job for the parameter values and the paths it writes to (none: no outputs)."""
        probability, mask, polygons = (
            (engine_destination(outputs.get(output.name, "")) for output in self.layer_outputs())
            if outputs
            else (None, None, None)
        )
        shape, timestep, views = (self.word(values, name, context) for name in (self.SHAPE, self.TIMESTEP, self.VIEWS))
        numbers: dict[str, Any] = read_numbers(self.parameterDefinitions(), values, context)
        return Job(
            bundle=self._bundle(values, context),
            task=self.TASK,
            sources=self._sources,
            probability=probability,
            mask=mask,
            polygons=polygons,
            areas=self._areas(values, context),
            threshold=numbers[self.THRESHOLD],
            high_threshold=numbers.get(self.PEAK),
            min_area=numbers.get(self.MIN_AREA) or 0.0,
            shape=None if shape == AUTO else shape,
            simplify=numbers.get(self.SIMPLIFY) or 0.0,
            stretch=self.word(values, self.STRETCH, context),
            timestep=None if timestep == AUTO else int(timestep),
            device=self.word(values, self.DEVICE, context),
            tile_size=numbers[self.TILE_SIZE],
            overlap=numbers[self.OVERLAP],
            views=None if views == AUTO else int(views),
            **self.own_options(values, context),
        )

    def word(self, values: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return an advanced choice as its word; what was left out, or is a model's own unset input, is "auto"."""
        return AUTO if is_unset(values, name) else self.parameterAsString(values, name, context)

    def _bundle(self, values: dict[str, Any], context: QgsProcessingContext) -> Bundle:
        return models_for(self.TASK)[self.parameterAsString(values, self.MODEL, context)]

    def _areas(self, values: dict[str, Any], context: QgsProcessingContext) -> tuple[Area, ...]:
        areas = []
        extent = self.parameterAsExtent(values, self.AREA, context)
        if not extent.isNull():
            crs = self.parameterAsExtentCrs(values, self.AREA, context)
            if not crs.isValid():
                # An extent typed without a coordinate system, and no project to take one from: the image's own.
                crs = self.extent_crs(values, context)
            areas.append(inputs.area_of_extent(extent, crs))
        polygons = self.parameterAsSource(values, self.AREA_LAYER, context)
        if polygons is not None:
            file = inputs.file_of(values[self.AREA_LAYER], context)
            areas.append(replace(inputs.area_of_polygons(polygons), source=file))
        return tuple(areas)

    def extent_crs(self, values: dict[str, Any], context: QgsProcessingContext) -> QgsCoordinateReferenceSystem:
        """Return the coordinate system of an extent that names none: that of the first image."""
        return self.parameterAsRasterLayer(values, self.images()[0].name, context).crs()

    def _figures(self) -> dict[str, tuple[str, str]]:
        """Return the figures the algorithm gives: by output name, the label and the engine's name of each."""
        area, share = self.figure_labels()
        return {
            self.AREA_FIGURE: (area, "positive_area_m2"),
            self.SHARE_FIGURE: (share, "positive_share"),
            self.VALID_AREA: (tr("Area with data (m²)"), "valid_area_m2"),
            self.POLYGON_COUNT: (tr("Number of polygons"), "polygon_count"),
            self.SECONDS: (tr("Seconds taken"), "seconds"),
            self.MEGAPIXELS_PER_SECOND: (tr("Megapixels a second"), "megapixels_per_second"),
        }

    def _summary(self, result: Result) -> str:
        """Return what was found in one line."""
        return tr("{found:,.0f} m² found, {share:.2%} of the {valid:,.0f} m² with data.").format(
            found=result.positive_area_m2, share=result.positive_share, valid=result.valid_area_m2
        )
