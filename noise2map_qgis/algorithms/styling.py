# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs arrive in the project styled: each layer gets its QML from `resources/styles` once it is loaded."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingLayerPostProcessorInterface

from .. import paths

# The context owns a post-processor in C++, but not the Python object behind it: without a reference of ours,
# Python would collect it before the layer is loaded (in a model, long after the algorithm is gone).
_waiting: set[LayerStyle] = set()


class LayerStyle(QgsProcessingLayerPostProcessorInterface):
    """Applies one QML style to the layer it is set on."""

    def __init__(self, style: str):
        super().__init__()
        self.style = style

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        path = paths.resources_dir() / "styles" / self.style
        message, loaded = layer.loadNamedStyle(str(path))
        if not loaded:
            feedback.pushWarning(message)
        layer.triggerRepaint()
        _waiting.discard(self)


def style_when_loaded(context: QgsProcessingContext, destination: str, style: str) -> None:
    """Have the layer written to `destination` styled with the QML file `style`, if Processing will load it."""
    if not context.willLoadLayerOnCompletion(destination):
        return
    post_processor = LayerStyle(style)
    _waiting.add(post_processor)
    context.layerToLoadOnCompletionDetails(destination).setPostProcessor(post_processor)
