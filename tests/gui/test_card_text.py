# SPDX-License-Identifier: GPL-2.0-or-later
"""A model's card as people read it."""

import dataclasses

from noise2map_qgis.engine.model.bundle import Licence
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
    assert "F1 0.66, IoU 0.49; 95 % CI of F1 0.55 to 0.75</li>" in page
    assert "<b>Without noise:</b> F1 &lt;0.56&gt; &amp; no better." in page
    assert "Without noise" not in card_html(bundle)


def test_what_taught_what_chose_and_the_licence_are_told_apart(tmp_path):
    bundle = make_bundle(tmp_path / "tiny")
    chose = [{"name": "town", "terms": "academic use", "use": "change", "tiles": 3}]
    told = {**bundle.card, "properties": {**bundle.card["properties"], "noise2map:validation": chose}}
    lines = [
        {"data": "Town", "split": "validation", "f1": 0.9, "iou": 0.8, "f1_interval": [0.8, 0.95]},
        {"data": "Rio", "split": "test", "f1": 0.7, "iou": 0.5},
    ]
    lines[0]["interval_over"] = "3 scenes"
    task = dataclasses.replace(bundle.tasks["change"], metrics=tuple(lines))
    licence = Licence("CC BY 4.0", True, "Trained on open images.")
    page = card_html(dataclasses.replace(bundle, card=told, tasks={"change": task}, licence=licence))
    assert "<b>Licence:</b> CC BY 4.0 (open) – Trained on open images." in page
    assert "<b>Timestep and threshold chosen on</b></p><ul><li>town (academic use)</li></ul>" in page
    assert page.index("Trained on") < page.index("chosen on")
    assert "95 % CI of F1 0.80 to 0.95 (over 3 scenes)" in page
    assert page.index("Rio (test)") < page.index("Town (validation)")
    assert "chosen on" not in card_html(bundle)
