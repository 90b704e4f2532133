# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs arrive in the project styled and in order: each gets its QML from `resources/styles`, polygons lie on top."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTree,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from .. import paths

# The context owns a post-processor in C++, but not the Python object behind it: without a reference of ours,
# Python would collect it before the layer is loaded (in a model, long after the algorithm is gone).
_waiting: set[LayerStyle] = set()


class LayerStyle(QgsProcessingLayerPostProcessorInterface):
    """Applies one QML style to one layer, and puts it in its place among the layers of its run."""

    def __init__(self, style: str, rank: int, arrived: dict[int, str]):
        """Take the name of the QML file, the layer's place (0 is the lowest), and the run's layers so far by place."""
        super().__init__()
        self.style = style
        self.rank = rank
        self.arrived = arrived

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        message, loaded = layer.loadNamedStyle(str(paths.resources_dir() / "styles" / self.style))
        if not loaded:
            feedback.pushWarning(message)
        layer.triggerRepaint()
        self.arrived[self.rank] = layer.id()
        if context.project() is not None:
            _put_in_place(context.project().layerTreeRoot(), self.rank, self.arrived)
        _waiting.discard(self)


def style_when_loaded(context: QgsProcessingContext, destinations: list[tuple[str, str]]) -> None:
    """Have layers styled once Processing loads them: (path written to, name of the QML file) from the lowest up."""
    arrived: dict[int, str] = {}
    for rank, (destination, style) in enumerate(destinations):
        if context.willLoadLayerOnCompletion(destination):
            post_processor = LayerStyle(style, rank, arrived)
            _waiting.add(post_processor)
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(post_processor)


def _put_in_place(root: QgsLayerTree, rank: int, arrived: dict[int, str]) -> None:
    """Move the layer of `rank` next to its neighbour of the same run: Processing loads layers in no certain order."""
    above = min((other for other in arrived if other > rank), default=None)
    below = max((other for other in arrived if other < rank), default=None)
    neighbour = above if above is not None else below
    if neighbour is None:
        return
    node, beside = root.findLayer(arrived[rank]), root.findLayer(arrived[neighbour])
    if node is None or beside is None:
        return
    group = beside.parent()
    group.insertChildNode(group.children().index(beside) + (above is not None), node.clone())
    node.parent().removeChildNode(node)
