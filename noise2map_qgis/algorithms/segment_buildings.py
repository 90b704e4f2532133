# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:segmentbuildings`, "Segment buildings": one image in, the buildings in it out."""

from __future__ import annotations

from ..translation import tr
from .inference import InferenceAlgorithm
from .parameters import ImageInput, LayerOutput


class SegmentBuildings(InferenceAlgorithm):
    """Maps the buildings in one raster."""

    TASK = "segment"
    ICON = "segment_buildings.svg"
    INPUT = "INPUT"
    BANDS = "BANDS"
    BUILDING_MASK = "BUILDING_MASK"
    BUILDING_AREA = "BUILDING_AREA"
    BUILDING_SHARE = "BUILDING_SHARE"
    AREA_FIGURE = BUILDING_AREA
    SHARE_FIGURE = BUILDING_SHARE

    def name(self):
        return "segmentbuildings"

    def displayName(self):
        return tr("Segment buildings")

    def shortDescription(self):
        return tr("Maps the buildings in an image.")

    def tags(self):
        return tr(
            "buildings,houses,roofs,footprints,segmentation,extract,deep learning,ai,onnx,satellite,aerial"
        ).split(",")

    def images(self):
        return (ImageInput(self.INPUT, tr("Image"), self.BANDS, tr("Bands of the image")),)

    def layer_outputs(self):
        return (
            LayerOutput(
                self.PROBABILITY,
                tr("Building probability"),
                tr("A raster of 0–1, no data where the image has none. Filter it later without running again."),
                "probability.qml",
            ),
            LayerOutput(
                self.BUILDING_MASK,
                tr("Building mask"),
                tr("A raster of 1 where a building stands, 0 elsewhere."),
                "building_mask.qml",
            ),
            LayerOutput(
                self.POLYGONS,
                tr("Buildings"),
                tr("Outlines of the buildings, with area_m2, perimeter_m, mean_prob and max_prob."),
                "building_polygons.qml",
            ),
        )

    def figure_labels(self):
        return tr("Built-up area (m²)"), tr("Built-up share of the area with data (0–1)")

    def opening(self):
        return tr("<p>Maps the buildings in an image. The model runs on this computer; nothing is uploaded.</p>")

    def introduction(self):
        return tr(
            "<h3>Input</h3>"
            "<p>An image from above in which single houses can be told apart. It may have any coordinate system, data "
            "type and nodata.</p>"
            "<h3>Output</h3>"
            "<ul><li><b>Building probability</b>: how sure the model is, 0 to 1, pixel by pixel.</li>"
            "<li><b>Buildings</b>: outlines of everything above the threshold that is sure enough somewhere, with "
            "area (m²), perimeter (m), and mean and highest probability.</li>"
            "<li><b>Building mask</b>, if you ask for it: the same as a raster of 0 and 1.</li></ul>"
            "<h3>Hints</h3>"
            "<ul><li>Sheds and cars in the result: raise the smallest area kept.</li>"
            "<li>False alarms: raise the high threshold. Faint roofs missing: lower it.</li>"
            "<li>Ragged outlines: choose the regular shape, among the advanced parameters.</li>"
            "<li>More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).</li>"
            "<li>A first look at a large image: choose a small extent. A full run gives the pixels in it the same "
            "probability.</li></ul>"
        )
