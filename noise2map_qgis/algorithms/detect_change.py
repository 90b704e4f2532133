# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map:detectchange`, "Detect change": two images of one place in, what changed between them out."""

from __future__ import annotations

from ..engine.registration.alignment import OFF
from ..translation import tr
from .base import is_unset
from .inference import InferenceAlgorithm
from .parameters import ImageInput, LayerOutput, align_parameter


class DetectChange(InferenceAlgorithm):
    """Maps what changed between two rasters."""

    TASK = "change"
    ICON = "detect_change.svg"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    BEFORE_BANDS = "BEFORE_BANDS"
    AFTER_BANDS = "AFTER_BANDS"
    CHANGE_MASK = "CHANGE_MASK"
    CHANGED_AREA = "CHANGED_AREA"
    CHANGED_SHARE = "CHANGED_SHARE"
    AREA_FIGURE = CHANGED_AREA
    SHARE_FIGURE = CHANGED_SHARE

    def name(self):
        return "detectchange"

    def displayName(self):
        return tr("Detect change")

    def shortDescription(self):
        return tr("Maps what changed between an image from before and one from after.")

    def tags(self):
        return tr(
            "change detection,difference,before,after,two dates,bitemporal,deep learning,ai,onnx,satellite,aerial"
        ).split(",")

    def images(self):
        return (
            ImageInput(self.BEFORE, tr("Image before"), self.BEFORE_BANDS, tr("Bands of the image before")),
            ImageInput(self.AFTER, tr("Image after"), self.AFTER_BANDS, tr("Bands of the image after")),
        )

    def own_parameters(self):
        yield align_parameter()

    def own_options(self, values, context):
        return {"align": OFF if is_unset(values, self.ALIGN) else self.parameterAsString(values, self.ALIGN, context)}

    def layer_outputs(self):
        return (
            LayerOutput(
                self.PROBABILITY,
                tr("Change probability"),
                tr("A raster of 0–1, no data where either image has none. Filter it later without running again."),
                "probability.qml",
            ),
            LayerOutput(
                self.CHANGE_MASK,
                tr("Change mask"),
                tr("A raster of 1 where something changed, 0 elsewhere."),
                "change_mask.qml",
            ),
            LayerOutput(
                self.POLYGONS,
                tr("Changes"),
                tr("Outlines of what changed, with area_m2, perimeter_m, mean_prob and max_prob."),
                "change_polygons.qml",
            ),
        )

    def figure_labels(self):
        return tr("Changed area (m²)"), tr("Changed share of the area with data (0–1)")

    def opening(self):
        return tr(
            "<p>Maps what changed between two images of the same place. The model runs on this computer; "
            "nothing is uploaded.</p>"
        )

    def introduction(self):
        return tr(
            "<h3>Input</h3>"
            "<p>The two images may differ in coordinate system, pixel size, extent, data type and nodata: the later "
            "one is brought onto the earlier one's grid. Choose images of the same season where you can.</p>"
            "<h3>Output</h3>"
            "<ul><li><b>Change probability</b>: how sure the model is, 0 to 1, pixel by pixel.</li>"
            "<li><b>Changes</b>: outlines of everything above the threshold that is sure enough somewhere, with area "
            "(m²), perimeter (m), and mean and highest probability.</li>"
            "<li><b>Change mask</b>, if you ask for it: the same as a raster of 0 and 1.</li></ul>"
            "<h3>Hints</h3>"
            "<ul><li>Too many small specks: raise the smallest area kept.</li>"
            "<li>False alarms: raise the high threshold. Faint changes missing: lower it.</li>"
            "<li>Outlines too wide or too narrow: look at the probability layer, then change the threshold.</li>"
            "<li>Edges of unchanged roofs are marked: one image lies off the other. Run Check pair, and choose shift "
            "or field in “Align the image after”, among the advanced parameters.</li>"
            "<li>More accurate, and slower: test-time augmentation with 4 or 8 views (advanced parameters).</li>"
            "<li>A first look at a large image: choose a small extent. A full run gives the pixels in it the same "
            "probability.</li></ul>"
        )
