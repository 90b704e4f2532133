# SPDX-License-Identifier: GPL-2.0-or-later
"""A model's card as people read it."""

import dataclasses

from noise2map_qgis.gui.card_text import card_html
from tests.engine.making import make_bundle


def test_figures_say_of_what_and_how_sure(tmp_path):
    bundle = make_bundle(tmp_path / "tiny")
    scores = {"data": "Rio", "split": "test", "f1": 0.659, "iou": 0.49}
    sure = {**scores, "f1_interval": [0.552, 0.748]}
    task = dataclasses.replace(bundle.tasks["change"], metrics=(scores, sure))
    told = {**bundle.card, "properties": {**bundle.card["properties"], "noise2map:control": "F1 <0.56> & no better."}}
    page = card_html(dataclasses.replace(bundle, tasks={"change": task}, card=told))
    assert "<li>Rio (test): F1 0.66, IoU 0.49</li>" in page
    assert "F1 0.66, IoU 0.49; F1 0.55 to 0.75 had other scenes been drawn" in page
    assert "<b>Without noise:</b> F1 &lt;0.56&gt; &amp; no better." in page
    assert "Without noise" not in card_html(bundle)
