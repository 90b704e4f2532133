# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of a timeline arrive with a legend of dates, and polygons ready for the Temporal Controller."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRendererCategory,
)
from qgis.PyQt.QtGui import QColor

from ..engine.timeseries.dates import label
from ..engine.timeseries.timeline import Timeline
from ..translation import tr
from .results import LoadedRun
from .styling import LayerStyle, load_with

# Some colours of viridis without its palest end (Smith and van der Walt 2015): colour-blind safe, and dark to light in
# the order of time.
_VIRIDIS = ((68, 1, 84), (65, 68, 135), (42, 120, 142), (34, 168, 132), (122, 209, 81), (210, 226, 27))


class TimelineStyle(LayerStyle):
    """Applies a style made from the dates of a run to one of its layers."""

    def __init__(self, output: str, result: Timeline, rank: int, run: LoadedRun, group_name: str):
        super().__init__(rank, run, group_name)
        self.output = output
        self.result = result

    def postProcessLayer(self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback):
        super().postProcessLayer(layer, context, feedback)
        dates = self.result.dates
        spans = [f"{label(one)} – {label(other)}" for one, other in zip(dates, dates[1:])]
        colours = time_colours(len(spans))
        if self.output == "POLYGONS":
            layer.setRenderer(_by_interval(spans, colours))
            _play(layer)
        elif self.output in ("FIRST", "LAST"):
            layer.setRenderer(_paletted(layer, dict(enumerate(zip(spans, colours), 1))))
        elif self.output == "COUNT":
            times = [tr("{count} change(s)").format(count=count) for count in range(1, len(spans) + 1)]
            layer.setRenderer(_paletted(layer, dict(enumerate(zip(times, colours), 1))))
        layer.triggerRepaint()


def style_timeline(
    context: QgsProcessingContext,
    layers: Sequence[tuple[str, str, str]],
    result: Timeline,
    group_name: str,
) -> None:
    """Have layers styled and grouped once Processing loads them: (output, path written to, name of the QML file) from
    the lowest up.
    """
    loaded = [one for one in layers if context.willLoadLayerOnCompletion(one[1])]
    run = LoadedRun(None, len(loaded), {rank: style for rank, (_, _, style) in enumerate(loaded)})
    for rank, (output, destination, _style) in enumerate(loaded):
        load_with(context, destination, TimelineStyle(output, result, rank, run, group_name))


def time_colours(count: int) -> list[QColor]:
    """Return so many colours in the order of time."""
    found = []
    for number in range(count):
        place = number * (len(_VIRIDIS) - 1) / max(count - 1, 1)
        low = min(int(place), len(_VIRIDIS) - 2)
        share = place - low
        mixed = (round(a + share * (b - a)) for a, b in zip(_VIRIDIS[low], _VIRIDIS[low + 1]))
        found.append(QColor(*mixed))
    return found


def _by_interval(spans: list[str], colours: list[QColor]) -> QgsCategorizedSymbolRenderer:
    categories = []
    for number, (span, colour) in enumerate(zip(spans, colours), 1):
        symbol = QgsFillSymbol.createSimple(
            {
                "color": f"{colour.red()},{colour.green()},{colour.blue()},110",
                "outline_color": colour.name(),
                "outline_width": "0.5",
            }
        )
        categories.append(QgsRendererCategory(number, symbol, span))
    return QgsCategorizedSymbolRenderer("interval", categories)


def _play(layer: QgsMapLayer) -> None:
    """Let the Temporal Controller show each polygon from its begin to before its end."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField("begin")
    properties.setEndField("end")
    properties.setIsActive(True)


def _paletted(layer: QgsMapLayer, meanings: dict[int, tuple[str, QColor]]) -> QgsPalettedRasterRenderer:
    """Return a legend of values; 0, no change, is not drawn."""
    classes = [QgsPalettedRasterRenderer.Class(0, QColor(0, 0, 0, 0), tr("no change"))]
    classes += [QgsPalettedRasterRenderer.Class(value, colour, text) for value, (text, colour) in meanings.items()]
    return QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes)
