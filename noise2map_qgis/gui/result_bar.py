# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run found, in QGIS's message bar, with a button to the largest change and one to the review of all."""

from __future__ import annotations

from html import escape

from qgis.core import Qgis, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton

from ..algorithms.results import Image, LoadedRun
from ..translation import tr
from .review import Review
from .review_panel import show_on_map

# Seconds after which the bar goes by itself.
_SHOWN_SECONDS = 60


def sentence(run: LoadedRun) -> str:
    """Return what a run found, in one sentence."""
    found = run.found
    if not found.polygon_count:
        return {
            "change": tr("No change was found."),
            "segment": tr("No building was found."),
        }.get(found.task, "")
    words = {
        "change": tr("{count} changes, {area:,.0f} m² in all ({share:.1%} of the area with data)."),
        "segment": tr("{count} buildings, {area:,.0f} m² in all ({share:.1%} of the area with data)."),
    }
    return words[found.task].format(count=found.polygon_count, area=found.area_m2, share=found.share)


def polygon_layer(run: LoadedRun) -> QgsVectorLayer | None:
    """Return the polygons of a run, if they were loaded."""
    layers = (QgsProject.instance().mapLayer(layer_id) for layer_id in run.layer_ids.values())
    return next((layer for layer in layers if isinstance(layer, QgsVectorLayer)), None)


def image_layer(image: Image) -> QgsRasterLayer | None:
    """Return the layer of an image in the project: the one that was chosen, or one of the same source."""
    project = QgsProject.instance()
    layer = project.mapLayer(image.layer_id) if image.layer_id else None
    if layer is None:
        rasters = (one for one in project.mapLayers().values() if isinstance(one, QgsRasterLayer))
        layer = next((one for one in rasters if one.source() == image.source), None)
    return layer if isinstance(layer, QgsRasterLayer) else None


def show_result(iface, run: LoadedRun, review) -> None:
    """Show the bar; `review` is called with the polygons and the two images where the button for it is pressed."""
    bar = iface.messageBar()
    item = bar.createMessage("Noise2Map", escape(sentence(run)))
    layer = polygon_layer(run)
    if layer is not None and run.found.polygon_count:
        label = {"change": tr("Largest change"), "segment": tr("Largest building")}[run.found.task]
        largest = QPushButton(label)
        largest.clicked.connect(lambda: _show_largest(iface, layer.id()))
        item.layout().addWidget(largest)
        if run.found.task == "change":
            button = QPushButton(tr("Review changes…"))
            button.clicked.connect(lambda: bar.popWidget(item))
            button.clicked.connect(lambda: _start_review(layer.id(), run, review))
            item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Success, _SHOWN_SECONDS)


def _show_largest(iface, layer_id: str) -> None:
    layer = QgsProject.instance().mapLayer(layer_id)
    order = Review(layer).order if layer is not None else []
    if order:
        show_on_map(iface.mapCanvas(), layer, order[0])


def _start_review(layer_id: str, run: LoadedRun, review) -> None:
    layer = QgsProject.instance().mapLayer(layer_id)
    if layer is not None:
        review(layer, *(image_layer(image) for image in run.found.images))
