# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs arrive in the project styled, in order and in a group of their run: polygons lie on top."""

from __future__ import annotations

from qgis.core import (
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

from .. import paths
from .results import Found, LoadedRun, announce

# The context owns a post-processor in C++, but not the Python object behind it: without a reference of ours,
# Python would collect it before the layer is loaded (in a model, long after the algorithm is gone).
_waiting: set[LayerStyle] = set()
# Marks the group of a run, and its layers, for what comes after.
RUN_PROPERTY = "noise2map/run"


class LayerStyle(QgsProcessingLayerPostProcessorInterface):
    """Applies one QML style to one layer, and puts it in its place among the layers of its run."""

    def __init__(self, rank: int, run: LoadedRun, group_name: str):
        """Take the layer's place (0 is the lowest), its run, and what the group of the run's layers is called."""
        super().__init__()
        self.rank = rank
        self.run = run
        self.group_name = group_name

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        message, loaded = layer.loadNamedStyle(str(paths.resources_dir() / "styles" / self.run.styles[self.rank]))
        if not loaded:
            feedback.pushWarning(message)
        layer.triggerRepaint()
        self.run.layer_ids[self.rank] = layer.id()
        if context.project() is not None:
            _put_in_place(context.project().layerTreeRoot(), self.rank, self.run, self.group_name)
        _waiting.discard(self)
        if self.run.complete and self.run.found is not None:
            announce(self.run)


def style_when_loaded(
    context: QgsProcessingContext, destinations: list[tuple[str, str]], found: Found | None = None, group_name: str = ""
) -> None:
    """Have layers styled and grouped once Processing loads them: (path written to, name of the QML file) from the
    lowest up. `found`: what the run found, for whoever shows it; None for a run that maps nothing. `group_name`: of the
    group they are put into if they are more than one."""
    loaded = [pair for pair in destinations if context.willLoadLayerOnCompletion(pair[0])]
    run = LoadedRun(found, len(loaded), {rank: style for rank, (_, style) in enumerate(loaded)})
    for rank, (destination, _style) in enumerate(loaded):
        load_with(context, destination, LayerStyle(rank, run, group_name))


def load_with(context: QgsProcessingContext, destination: str, post_processor: LayerStyle) -> None:
    """Hand a layer to a post-processor when Processing loads it."""
    _waiting.add(post_processor)
    context.layerToLoadOnCompletionDetails(destination).setPostProcessor(post_processor)


def _put_in_place(root: QgsLayerTreeGroup, rank: int, run: LoadedRun, name: str) -> None:
    """Move the layer of `rank` into the group of its run, in its order: Processing loads layers in no certain order."""
    node = root.findLayer(run.layer_ids[rank])
    if node is None or run.expected < 2:
        return
    group = _group(root, run, name)
    # QGIS may have put the new node anywhere, in the group, too. Its copy goes in before it goes out: a layer without a
    # node is dropped from the project.
    ids = [child.layerId() if hasattr(child, "layerId") else "" for child in group.children()]
    above = [ids.index(run.layer_ids[other]) for other in run.layer_ids if other > rank and run.layer_ids[other] in ids]
    group.insertChildNode(1 + max(above, default=-1), node.clone())
    node.parent().removeChildNode(node)


def _group(root: QgsLayerTreeGroup, run: LoadedRun, name: str) -> QgsLayerTreeGroup:
    """Return the group that holds the run's other layers, or a new one on top."""
    for layer_id in run.layer_ids.values():
        found = root.findLayer(layer_id)
        if found is not None and found.parent() is not root and found.parent().customProperty(RUN_PROPERTY) == id(run):
            return found.parent()
    group = root.insertGroup(0, name)
    group.setCustomProperty(RUN_PROPERTY, id(run))
    return group
