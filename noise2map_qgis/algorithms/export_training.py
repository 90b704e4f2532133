# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:exporttraining`, "Export training tiles": images and polygons in, the folder that `noise2map train` reads
out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ..engine import export_training
from ..engine.errors import Cancelled
from ..installed import installed_models
from ..translation import tr
from .base import Algorithm, engine_errors, is_unset
from .feedback import ProcessingFeedback
from .inputs import area_of_polygons, raster_problem, source_of
from .styling import style_when_loaded

STYLE = "training_tiles.qml"


class ExportTraining(Algorithm):
    """Cuts labelled tiles for training."""

    ICON = "export_training.svg"
    GROUP = "training"
    BEFORE = "BEFORE"
    INPUT = "INPUT"
    LABELS = "LABELS"
    AREA = "AREA"
    MODEL = "MODEL"
    PREVIEW_ONLY = "PREVIEW_ONLY"
    TILE_SIZE = "TILE_SIZE"
    VALIDATION = "VALIDATION"
    TEST = "TEST"
    GAP = "GAP"
    FOLDER = "FOLDER"
    TILES = "TILES"
    GSD = "GSD"
    # The number of tiles by the engine's name of the split.
    COUNTS = {"train": "TRAIN_TILES", "validation": "VALIDATION_TILES", "test": "TEST_TILES"}

    def name(self):
        return "exporttraining"

    def displayName(self):
        return tr("Export training tiles")

    def shortDescription(self):
        return tr("Cuts tiles from your images and polygons, to fine-tune a model on your own area.")

    def tags(self):
        return tr("training,fine-tune,labels,tiles,chips,dataset,deep learning,split,validation").split(",")

    def shortHelpString(self):
        return tr(
            "<p>Cuts tiles from images and polygons into the folder that <code>noise2map train</code> reads, to "
            "fine-tune a model on your own area.</p>"
            "<h3>Input</h3>"
            "<p>One image for buildings; an image before and one after for change. <b>Labels</b> are polygons of "
            "all buildings, or of all changes. Where you have not labelled everything, draw an <b>area</b> inside "
            "which everything is labelled: beyond it nothing is learnt.</p>"
            "<h3>Splits</h3>"
            "<p>Neighbouring tiles look alike, so a model that is tested next to where it was trained seems better "
            "than it is. The tiles are therefore split by place: validation at one end of the area, training in the "
            "middle, test at the other end, and a gap of left-out ground between.</p>"
            "<h3>Output</h3>"
            "<p>The folder, and in it <code>tiles.gpkg</code> with the outline and the split of every tile. Look at "
            "it first with <i>Preview only</i>; nothing else is written then.</p>"
            "<h3>Training</h3>"
            "<p><code>noise2map train FOLDER --gsd GSD --start noise2map-lite --minutes 10 -o RUN</code> outside of "
            "QGIS, then add RUN/bundle on the settings page.</p>"
        )

    def initAlgorithm(self, configuration=None):
        number = QgsProcessingParameterNumber
        polygon = [QgsProcessing.SourceType.TypeVectorPolygon]
        names = [bundle.name for bundle in installed_models()[0]]
        share = {"type": number.Type.Double, "minValue": 0.0, "maxValue": 0.9}
        parameters = (
            QgsProcessingParameterRasterLayer(self.BEFORE, tr("Image before (for change only)"), optional=True),
            QgsProcessingParameterRasterLayer(self.INPUT, tr("Image, or image after")),
            QgsProcessingParameterFeatureSource(self.LABELS, tr("Labels: all buildings, or all changes"), polygon),
            QgsProcessingParameterFeatureSource(
                self.AREA, tr("Area in which everything is labelled"), polygon, optional=True
            ),
            QgsProcessingParameterEnum(
                self.MODEL, tr("Model to fine-tune"), names, False, names[0] if names else None, False, True
            ),
            QgsProcessingParameterBoolean(self.PREVIEW_ONLY, tr("Preview only: the outlines of the tiles"), False),
        )
        advanced = (
            number(self.TILE_SIZE, tr("Tile size (pixels)"), number.Type.Integer, 256, False, 64),
            number(self.VALIDATION, tr("Share for validation (0–0.9)"), defaultValue=0.2, **share),
            number(self.TEST, tr("Share for test (0–0.9)"), defaultValue=0.2, **share),
            number(self.GAP, tr("Gap between splits (m; one tile if empty)"), number.Type.Double, None, True, 0.0),
        )
        for parameter in advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        folder = QgsProcessingParameterFolderDestination(self.FOLDER, tr("Folder of tiles"))
        for parameter in (*parameters, *advanced, folder):
            parameter.setHelp(self._parameter_help().get(parameter.name(), ""))
            self.addParameter(parameter)
        self.addOutput(
            QgsProcessingOutputVectorLayer(self.TILES, tr("Tiles"), QgsProcessing.SourceType.TypeVectorPolygon)
        )
        labels = (tr("Tiles for training"), tr("Tiles for validation"), tr("Tiles for test"))
        for name, label in zip(self.COUNTS.values(), labels):
            self.addOutput(QgsProcessingOutputNumber(name, label))
        self.addOutput(QgsProcessingOutputNumber(self.GSD, tr("Ground sample distance of the tiles (m)")))

    def _parameter_help(self) -> dict[str, str]:
        """Return the help of each parameter by its name."""
        return {
            self.BEFORE: tr("The earlier of two images. Leave it empty for buildings."),
            self.INPUT: tr("The image of the buildings, or the later of two images."),
            self.LABELS: tr("Polygons in any coordinate reference system. Fifty are a start."),
            self.AREA: tr(
                "Polygons. Beyond them the label is unknown, and training does not look at it. Empty: everywhere."
            ),
            self.MODEL: tr("The tiles get the bands, the stretch and a pixel size that this model takes."),
            self.PREVIEW_ONLY: tr("Writes tiles.gpkg alone, to look at the splits before anything else is written."),
            self.TILE_SIZE: tr("A multiple of 32. Smaller tiles follow a small area more closely."),
            self.VALIDATION: tr("The share of the labels that chooses the threshold of the fine-tuned model."),
            self.TEST: tr("The share of the labels that training never sees, to measure what it gained. 0: no test."),
            self.GAP: tr("Ground left out between two splits, rounded up to whole tiles."),
            self.FOLDER: tr("A new or an empty folder."),
        }

    def checkParameterValues(self, values: dict[str, Any], context: QgsProcessingContext):
        good, reason = super().checkParameterValues(values, context)
        if good and values.get(self.TILE_SIZE) not in (None, NULL) and int(values[self.TILE_SIZE]) % 32:
            return False, tr("The tile size must be a multiple of 32 pixels.")
        return good, reason

    def prepareAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        # Layers live in the main thread; `processAlgorithm` runs in another one.
        layers = [self.parameterAsRasterLayer(values, name, context) for name in (self.BEFORE, self.INPUT)]
        layers = [layer for layer in layers if layer is not None]
        name = self.parameterAsString(values, self.MODEL, context)
        self._model = next((bundle for bundle in installed_models()[0] if bundle.name == name), None)
        task = {1: "segment", 2: "change"}.get(len(layers))
        if self._model is None or task not in self._model.tasks:
            raise QgsProcessingException(
                tr("The model “{}” has no task for these images; choose another.").format(name)
            )
        needed = self._model.tasks[task].bands
        for layer in layers:
            problem = raster_problem(layer, [], needed)
            if problem:
                raise QgsProcessingException(problem)
        self._sources = [source_of(layer, [], needed) for layer in layers]
        with engine_errors():
            self._labels = area_of_polygons(self.parameterAsSource(values, self.LABELS, context))
            area = self.parameterAsSource(values, self.AREA, context)
            self._area = None if area is None else area_of_polygons(area)
        return True

    def processAlgorithm(self, values: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        folder = Path(self.parameterAsString(values, self.FOLDER, context))
        try:
            with engine_errors():
                found = export_training(
                    self._sources,
                    self._labels,
                    folder,
                    model=self._model,
                    area=self._area,
                    tile_size=self.parameterAsInt(values, self.TILE_SIZE, context),
                    validation=self.parameterAsDouble(values, self.VALIDATION, context),
                    test=self.parameterAsDouble(values, self.TEST, context),
                    gap=None if is_unset(values, self.GAP) else self.parameterAsDouble(values, self.GAP, context),
                    preview_only=self.parameterAsBool(values, self.PREVIEW_ONLY, context),
                    feedback=ProcessingFeedback(feedback),
                )
        except Cancelled:
            return {}
        outlines = str(folder / "tiles.gpkg")
        if context.project() is not None:
            details = QgsProcessingContext.LayerDetails(tr("Training tiles"), context.project(), self.TILES)
            context.addLayerToLoadOnCompletion(outlines, details)
            style_when_loaded(context, [(outlines, STYLE)])
        feedback.pushInfo(
            tr("Train with: noise2map train {folder} --gsd {gsd:.3g} --start {model} --minutes 10 -o RUN").format(
                folder=folder, gsd=found.gsd, model=self._model.name
            )
        )
        counts = {name: found.count(split) for split, name in self.COUNTS.items()}
        return {self.FOLDER: str(folder), self.TILES: outlines, **counts, self.GSD: found.gsd}
