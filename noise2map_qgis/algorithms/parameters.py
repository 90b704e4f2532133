# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters that algorithms which run a model share. Scripts and models use their names, which do not change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..engine.model import session
from ..engine.model.augmentation import VIEWS
from ..engine.model.bundle import TaskCard
from ..engine.registration.alignment import ALIGNMENTS, OFF
from ..engine.vectorize.shape import SHAPES
from ..translation import tr

AUTO = "auto"
STRETCHES = (AUTO, "percentile", "none")


class ParameterNames:
    """Names of the parameters and outputs that the algorithms which run a model share; scripts and models use them."""

    MODEL = "MODEL"
    AREA = "AREA"
    AREA_LAYER = "AREA_LAYER"
    THRESHOLD = "THRESHOLD"
    PEAK = "PEAK"
    MIN_AREA = "MIN_AREA"
    STRETCH = "STRETCH"
    TIMESTEP = "TIMESTEP"
    DEVICE = "DEVICE"
    VIEWS = "VIEWS"
    TILE_SIZE = "TILE_SIZE"
    OVERLAP = "OVERLAP"
    SHAPE = "SHAPE"
    SIMPLIFY = "SIMPLIFY"
    ALIGN = "ALIGN"
    CORRECTION = "CORRECTION"
    PROBABILITY = "PROBABILITY"
    POLYGONS = "POLYGONS"
    VALID_AREA = "VALID_AREA"
    POLYGON_COUNT = "POLYGON_COUNT"
    SECONDS = "SECONDS"
    MEGAPIXELS_PER_SECOND = "MEGAPIXELS_PER_SECOND"
    DEVICE_USED = "DEVICE_USED"


@dataclass(frozen=True)
class ImageInput:
    """One input image: the names and labels of its layer parameter and of its band list."""

    name: str
    label: str
    bands_name: str
    bands_label: str


@dataclass(frozen=True)
class LayerOutput:
    """One output layer: its parameter's name, its label (also the layer's name), help and QML style."""

    name: str
    label: str
    help: str
    style: str


def image_parameters(
    images: tuple[ImageInput, ...], cards: dict[str, TaskCard], licences: dict[str, str]
) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the images and the choice of a model; arguments as in `main_parameters`."""
    for image in images:
        yield QgsProcessingParameterRasterLayer(image.name, image.label)
    yield _helped(
        _words(ParameterNames.MODEL, tr("Model"), tuple(cards), next(iter(cards), None)),
        tr(
            "The model to use: one the plugin carries, or one you added on its settings page. Scripts give its name. "
            "Licences: {licences}."
        ).format(licences="; ".join(f"{escape(name)}: {escape(licence)}" for name, licence in licences.items())),
    )


def main_parameters(
    images: tuple[ImageInput, ...], cards: dict[str, TaskCard], licences: dict[str, str]
) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield what every user sees; `cards` are the installed models' cards for the algorithm's task, by model name, and
    `licences` those of their weights in words. The first model is the default."""
    yield from image_parameters(images, cards, licences)
    yield _helped(
        QgsProcessingParameterExtent(ParameterNames.AREA, tr("Only in this extent"), optional=True),
        tr(
            "Nothing outside is computed. The probability of a pixel does not depend on the extent chosen; a patch "
            "that its edge cuts counts by what lies inside."
        ),
    )
    yield _helped(
        QgsProcessingParameterFeatureSource(
            ParameterNames.AREA_LAYER,
            tr("Only inside these polygons"),
            [QgsProcessing.SourceType.TypeVectorPolygon],
            optional=True,
        ),
        tr("Tiles that touch no polygon are skipped, pixels outside become no data. Any coordinate system will do."),
    )


def band_parameters(images: tuple[ImageInput, ...]) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield the choice of bands of each image."""
    for image in images:
        yield _advanced(
            QgsProcessingParameterBand(
                image.bands_name,
                image.bands_label,
                parentLayerParameterName=image.name,
                optional=True,
                allowMultiple=True,
            ),
            tr(
                "The bands the model reads, in its order. None chosen: those that the file declares as the model's "
                "colours, else the first ones; the log says which. One chosen: it stands for all."
            ),
        )


def stretch_parameter() -> QgsProcessingParameterDefinition:
    """Return the choice of how values become bytes."""
    return _advanced(
        _words(ParameterNames.STRETCH, tr("Stretch of pixel values"), STRETCHES, AUTO),
        tr(
            "auto: 8-bit images as they are, others by percentiles of the whole image. "
            "percentile: always by percentiles. none: values as they are."
        ),
    )


def advanced_parameters(
    images: tuple[ImageInput, ...], cards: dict[str, TaskCard]
) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield what few users need; arguments as in `main_parameters`."""
    thresholds = ", ".join(f"{card.threshold:g} ({name})" for name, card in cards.items())
    yield _advanced(
        _number(ParameterNames.THRESHOLD, tr("Threshold (0–1)"), None, 0, 1),
        tr(
            "A pixel counts from this probability on. Lower finds more and errs more. Not set: the model's own, {own}."
        ).format(own=thresholds),
    )
    high_thresholds = ", ".join(f"{card.high_threshold:g} ({name})" for name, card in cards.items())
    yield _advanced(
        _number(ParameterNames.PEAK, tr("High threshold (seed of a patch, 0–1)"), None, 0, 1),
        tr(
            "A patch is kept only if at least one of its pixels reaches this probability (hysteresis), which removes "
            "many false alarms. Not set: the model's own with its own threshold, "
            "{own}, and none with another threshold. 0 keeps all."
        ).format(own=high_thresholds),
    )
    yield _advanced(
        _number(ParameterNames.MIN_AREA, tr("Smallest area kept (m²)"), 0, 0),
        tr("Smaller patches are left out of mask, polygons and figures. 0 keeps them all."),
    )
    yield from band_parameters(images)
    yield stretch_parameter()
    steps = sorted({step for card in cards.values() for step in card.timesteps})
    yield _advanced(
        _words(ParameterNames.TIMESTEP, tr("Diffusion timestep"), (AUTO, *map(str, steps)), AUTO),
        tr("The step of its training noise at which the model is read. auto: the one its card was scored with."),
    )
    yield _advanced(
        _words(ParameterNames.DEVICE, tr("Device"), (AUTO, *(session.present_devices() or ("CPU",))), AUTO),
        tr("Where the model runs. auto: the fastest one that works here. The log says which one really ran."),
    )
    yield _advanced(
        _words(ParameterNames.VIEWS, tr("Test-time augmentation (views)"), (AUTO, *map(str, VIEWS)), AUTO),
        tr(
            "The model looks at every tile so many times, turned and mirrored, and the mean of its answers is the map: "
            "fewer mistakes, for about that many times the time. auto: as the model asks. 1: once, the fastest. "
            "2: turned by 180 degrees, too. 4: mirrored, too. 8: all of that on its side, too, the most careful."
        ),
    )
    yield _advanced(
        _number(ParameterNames.TILE_SIZE, tr("Tile size (pixels)"), None, 96, 4096, whole=True),
        tr("A multiple of 32. Not set: the model's own. Smaller tiles need less memory."),
    )
    yield _advanced(
        _number(ParameterNames.OVERLAP, tr("Overlap of tiles (pixels)"), None, 0, 1024, whole=True),
        tr("Not set: the model's own. More overlap takes longer and joins tiles more smoothly."),
    )
    yield _advanced(
        _words(ParameterNames.SHAPE, tr("Shape of outlines"), (AUTO, *SHAPES), AUTO),
        tr(
            "exact: the outline of the pixels. simplified: fewer corners. regular: right angles where walls are "
            "nearly so, with at most a tenth of a polygon's area lost or added. auto: exact, or simplified if a "
            "distance is given below."
        ),
    )
    yield _advanced(
        _number(ParameterNames.SIMPLIFY, tr("Simplify outlines by (m)"), 0, 0),
        tr("How far an outline may move to become simpler or regular. 0: not at all, or one pixel for those shapes."),
    )


def align_parameter() -> QgsProcessingParameterDefinition:
    """Return the choice of what to do if the later image lies off the earlier one."""
    return _advanced(
        _words(ParameterNames.ALIGN, tr("Align the image after"), ALIGNMENTS, OFF),
        tr(
            "What to do if the later image lies a few pixels off the earlier one. off: nothing. shift: measure the "
            "shift they have in common and bring the later image back by it. field: follow a smooth field of shifts, "
            "where relief bends the images and they show it clearly, else one shift. Where no shift can be told "
            "nothing is moved; the log says what was done."
        ),
    )


def correction_parameter(words: tuple[str, ...], default: str) -> QgsProcessingParameterDefinition:
    """Return the choice of how a corrected image is made."""
    return _helped(
        _words(ParameterNames.CORRECTION, tr("How to correct"), words, default),
        tr(
            "shift: another position is written into a copy, every pixel value stays. resampled: the pixels are put on "
            "those of the earlier image. field: that, along a smooth field of shifts where the images support one."
        ),
    )


def report_parameter(name: str) -> QgsProcessingParameterDefinition:
    """Return the destination of an HTML report."""
    return _helped(
        QgsProcessingParameterFileDestination(
            name, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=True
        ),
        tr("A page with the verdict, pictures and figures. It is one file and needs no network."),
    )


def optional_raster(output: LayerOutput) -> QgsProcessingParameterDefinition:
    """Return the destination of a raster that is made only when it is asked for."""
    return _helped(
        QgsProcessingParameterRasterDestination(output.name, output.label, optional=True, createByDefault=False),
        output.help,
    )


def destinations(
    probability: LayerOutput, mask: LayerOutput, polygons: LayerOutput
) -> Iterator[QgsProcessingParameterDefinition]:
    """Yield where the layers go. The mask says what the polygons say, so it is made only when asked for."""
    yield _helped(QgsProcessingParameterRasterDestination(probability.name, probability.label), probability.help)
    yield optional_raster(mask)
    yield _helped(
        QgsProcessingParameterVectorDestination(
            polygons.name, polygons.label, QgsProcessing.SourceType.TypeVectorPolygon, optional=True
        ),
        polygons.help,
    )


def _words(name: str, label: str, words: tuple[str, ...], default: str | None) -> QgsProcessingParameterEnum:
    """Return a choice stored as its word, not as its place in a list that differs from computer to computer."""
    return QgsProcessingParameterEnum(name, label, list(words), defaultValue=default, usesStaticStrings=True)


def _number(
    name: str, label: str, default: float | None, minimum: float, maximum: float | None = None, whole: bool = False
) -> QgsProcessingParameterNumber:
    """Return a number; without a default it may stay unset, and then the model's card decides."""
    kinds = QgsProcessingParameterNumber.Type
    parameter = QgsProcessingParameterNumber(
        name, label, kinds.Integer if whole else kinds.Double, default, default is None
    )
    # Six zeros behind the point, Processing's default, are more than anybody reads.
    parameter.setMetadata({"widget_wrapper": {"decimals": 2}})
    parameter.setMinimum(minimum)
    if maximum is not None:
        parameter.setMaximum(maximum)
    return parameter


def _helped(parameter: QgsProcessingParameterDefinition, text: str) -> QgsProcessingParameterDefinition:
    parameter.setHelp(text)
    return parameter


def _advanced(parameter: QgsProcessingParameterDefinition, text: str) -> QgsProcessingParameterDefinition:
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return _helped(parameter, text)
