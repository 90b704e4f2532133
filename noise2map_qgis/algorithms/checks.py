# SPDX-License-Identifier: GPL-2.0-or-later
"""What is checked before a run: each problem is one sentence that names the layer or the field and what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Callable, Protocol

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ..engine.model import session
from ..engine.model.augmentation import VIEWS
from ..engine.model.bundle import TaskCard
from ..translation import tr
from . import inputs
from .destinations import geopackage_layer
from .models import models_for, unusable_models
from .numbers import NumberProblem, read_numbers
from .parameters import AUTO, ImageInput, LayerOutput


class ImageAlgorithm(Protocol):
    """What the checks need of an algorithm beside what every QgsProcessingAlgorithm has."""

    TASK: str
    parameterAsString: Callable[..., str]
    parameterAsInts: Callable[..., list[int]]
    parameterAsRasterLayer: Callable[..., QgsRasterLayer | None]
    parameterDefinition: Callable[..., QgsProcessingParameterDefinition]
    parameterDefinitions: Callable[[], list[QgsProcessingParameterDefinition]]

    def images(self) -> tuple[ImageInput, ...]:
        """Return the images the algorithm takes."""

    def layer_outputs(self) -> tuple[LayerOutput, ...]:
        """Return the layers the algorithm gives."""

    def word(self, values: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """Return an advanced choice as its word."""


# "memory:", "ogr:dbname=…", "postgres:…"; one letter before the colon is a drive.
_NO_FILE = re.compile(r"[a-z]{2,}:")


def first_problem(algorithm: ImageAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return why the algorithm cannot run with `values`, or "" if nothing speaks against it."""
    models = models_for(algorithm.TASK)
    if not models:
        return no_model()
    name = algorithm.parameterAsString(values, "MODEL", context)
    if name not in models:
        return unknown_model(name, list(models))
    card = models[name].tasks[algorithm.TASK]
    return (
        _numbers_problem(algorithm, values, context)
        or _settings_problem(algorithm, values, context, name, card)
        or _rasters_problem(algorithm, values, context, card)
        or _destination_problem(algorithm, values, context)
        or runtime_problem()
    )


def pair_problem(algorithm: ImageAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> str:
    """Return why two images cannot be looked at for a model that is not run, or ""."""
    models = models_for(algorithm.TASK)
    if not models:
        return no_model()
    name = algorithm.parameterAsString(values, "MODEL", context)
    if name not in models:
        return unknown_model(name, list(models))
    return _rasters_problem(algorithm, values, context, models[name].tasks[algorithm.TASK]) or _destination_problem(
        algorithm, values, context
    )


def unknown_model(name: str, known: list[str]) -> str:
    """Return the sentence for a model that is not on this computer."""
    return tr("There is no model “{name}” on this computer for this task. Choose one of: {models}.").format(
        name=name, models=", ".join(known)
    )


def no_model() -> str:
    """Return the sentence for a computer without a model for the task."""
    sentence = tr(
        "There is no model for this task on this computer. Install the plugin again, "
        "or add a model in Plugins, Noise2Map, Models and settings."
    )
    return " ".join([sentence, *unusable_models()])


def runtime_problem() -> str:
    """Return what is missing to run any model, or ""."""
    if session.present_devices():
        return ""
    return tr(
        "ONNX Runtime, which runs the models, is not installed. Choose Plugins, Noise2Map, "
        "Install the inference runtime… It takes one click and changes nothing inside QGIS."
    )


def _numbers_problem(algorithm: ImageAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> str:
    try:
        read_numbers(algorithm.parameterDefinitions(), values, context)
    except NumberProblem as problem:
        return str(problem)
    return ""


def _settings_problem(
    algorithm: ImageAlgorithm, values: dict[str, Any], context: QgsProcessingContext, model: str, card: TaskCard
) -> str:
    timestep = algorithm.word(values, "TIMESTEP", context)
    offered = [AUTO, *map(str, card.timesteps)]
    if timestep not in offered:
        return tr("The model “{model}” offers no timestep {step}. Choose one of: {offered}.").format(
            model=model, step=timestep, offered=", ".join(offered)
        )
    views = algorithm.word(values, "VIEWS", context)
    choices = [AUTO, *map(str, VIEWS)]
    if views not in choices:
        return tr("The map cannot be averaged over {views} views. Choose one of: {choices}.").format(
            views=views, choices=", ".join(choices)
        )
    device = algorithm.word(values, "DEVICE", context)
    present = [AUTO, *session.present_devices()]
    if device not in present and session.present_devices():
        return tr("The device {device} is not present on this computer. Choose one of: {present}.").format(
            device=device, present=", ".join(present)
        )
    return ""


def _rasters_problem(
    algorithm: ImageAlgorithm, values: dict[str, Any], context: QgsProcessingContext, card: TaskCard
) -> str:
    chosen = []
    for image in algorithm.images():
        layer = algorithm.parameterAsRasterLayer(values, image.name, context)
        if layer is None or not layer.isValid():
            # QGIS would say "not found" of a file that is there but damaged.
            return _unreadable_problem(algorithm, values, image, context)
        bands = algorithm.parameterAsInts(values, image.bands_name, context)
        problem = inputs.raster_problem(layer, bands, card.bands)
        if problem:
            return problem
        chosen.append((layer, bands))
    if len(chosen) == 2 and _same_pixels(*chosen):
        return tr(
            "“{layer}” is given both as before and as after, so nothing can have changed. "
            "Choose two images, or two sets of bands."
        ).format(layer=chosen[0][0].name())
    return ""


def _same_pixels(before: tuple[QgsRasterLayer, list[int]], after: tuple[QgsRasterLayer, list[int]]) -> bool:
    # One file may hold both dates in different bands; only the same bands of it are a mistake.
    return before[0].source() == after[0].source() and before[1] == after[1]


def _unreadable_problem(
    algorithm: ImageAlgorithm, values: dict[str, Any], image: ImageInput, context: QgsProcessingContext
) -> str:
    given = values.get(image.name)
    if given is None or given == "":
        return tr("Choose a raster layer in “{field}”.").format(field=image.label)
    name = algorithm.parameterAsString(values, image.name, context)
    if QgsProcessingUtils.mapLayerFromString(name, context) is not None:
        return tr("“{layer}”, given as “{field}”, is not a raster layer. Choose a raster.").format(
            layer=name, field=image.label
        )
    if Path(name).exists():
        return tr(
            "“{path}”, given as “{field}”, cannot be read as a raster: the file is damaged or of an unknown kind. "
            "Open it in QGIS to see why, or choose another."
        ).format(path=name, field=image.label)
    return tr("There is no raster “{path}”, given as “{field}”. Check the path or choose another.").format(
        path=name, field=image.label
    )


def _destination_problem(algorithm: ImageAlgorithm, values: dict[str, Any], context: QgsProcessingContext) -> str:
    """Refuse to write elsewhere than to a file, over an image that is read, or twice into one file."""
    taken = {}
    polygons = algorithm.layer_outputs()[-1].name
    for image in algorithm.images():
        layer = algorithm.parameterAsRasterLayer(values, image.name, context)
        taken[_place(inputs.path_of(layer))] = layer.name()
    for output in algorithm.layer_outputs():
        destination = values.get(output.name)
        if isinstance(destination, QgsProcessingOutputLayerDefinition):
            destination = destination.sink.staticValue()
        if not destination or destination == QgsProcessing.TEMPORARY_OUTPUT:
            continue
        if output.name == polygons and geopackage_layer(destination) is not None:
            continue  # the engine looks at what the GeoPackage holds
        if _NO_FILE.match(destination):
            return tr("“{output}” is always a file: give a path, or {temporary} for a temporary file.").format(
                output=output.label, temporary=QgsProcessing.TEMPORARY_OUTPUT
            )
        supported, reason = algorithm.parameterDefinition(output.name).isSupportedOutputValue(destination, context)
        if not supported:
            return tr("“{output}”: {reason}.").format(output=output.label, reason=reason)
        place = _place(destination)
        if place in taken:
            return tr("“{output}” would be written over “{layer}”. Choose another file for it.").format(
                output=output.label, layer=taken[place]
            )
        taken[place] = output.label
    return ""


def _place(path: str) -> Path:
    return Path(path).resolve()
