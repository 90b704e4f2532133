# SPDX-License-Identifier: GPL-2.0-or-later
"""Text of a model's card is text: wherever a window shows it, it is never taken for HTML."""

from __future__ import annotations

import json
import re

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt

from noise2map_qgis.engine.model.bundle import load_bundle
from noise2map_qgis.gui.card_text import card_html
from noise2map_qgis.gui.install_dialog import InstallDialog
from noise2map_qgis.gui.settings_page import SettingsPage
from noise2map_qgis.provider import Noise2MapProvider
from tests.tiny_bundle import make_bundle

EVIL = "<img src='http://example.org/x'><b>&bold</b>"


@pytest.fixture
def evil(home):
    """An installed model each text of whose card is HTML."""
    folder = make_bundle(home / "models", "evil")
    card = json.loads((folder / "card.json").read_text())

    def spoil(value):
        if isinstance(value, dict):
            return {key: spoil(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [spoil(inner) for inner in value]
        return value

    properties = spoil(card["properties"])
    properties.update({"title": EVIL, "description": EVIL, "noise2map:citation": EVIL, "noise2map:control": EVIL})
    properties["noise2map:licence"] = {"name": EVIL, "open": True, "note": EVIL}
    properties["noise2map:known_failures"] = [EVIL]
    properties["noise2map:training"] = [{"name": EVIL, "terms": EVIL, "use": EVIL}]
    properties["noise2map:validation"] = [{"name": EVIL, "terms": EVIL, "use": EVIL}]
    for task in properties["noise2map:tasks"].values():
        task["bands"] = [EVIL, "green", "blue"]
        task["metrics"] = [
            {"data": EVIL, "split": "test", "f1": 0.5, "iou": 0.4, "interval_over": EVIL, "f1_interval": [0.1, 0.2]}
        ]
        task["classes"][1]["name"] = EVIL
    (folder / "card.json").write_text(json.dumps({**card, "properties": properties}))
    return load_bundle(folder)


def _tags(html: str) -> set[str]:
    return set(re.findall(r"<\s*(img|b>&bold)", html))


def test_the_card_s_page(evil):
    assert not _tags(card_html(evil))
    assert "&lt;img" in card_html(evil)


def test_the_help_of_every_algorithm_and_parameter(qgis_processing, evil, home):
    broken = make_bundle(home / "models", "broken")
    (broken / "card.json").write_text(json.dumps({"type": EVIL}))
    provider = Noise2MapProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    try:
        for algorithm in provider.algorithms():
            made = algorithm.create()
            assert not _tags(made.shortHelpString()), algorithm.name()
            for parameter in made.parameterDefinitions():
                assert not _tags(parameter.help()), parameter.name()
                assert not _tags(parameter.description()), parameter.name()
    finally:
        QgsApplication.processingRegistry().removeProvider(provider)


def test_the_help_where_no_model_can_be_used(qgis_processing, home, monkeypatch):
    from noise2map_qgis.algorithms import inference

    monkeypatch.setattr(inference, "models_for", lambda task: {})
    monkeypatch.setattr("noise2map_qgis.algorithms.checks.unusable_models", lambda: [EVIL])
    from noise2map_qgis.algorithms.detect_change import DetectChange

    assert not _tags(DetectChange().shortHelpString())


def test_labels_of_the_windows_are_plain_text(qgis_app, evil, home):
    page = SettingsPage()
    page.add_model(evil.folder)
    assert page.status.textFormat() == Qt.TextFormat.PlainText
    assert page._question(evil).textFormat() == Qt.TextFormat.PlainText
    assert InstallDialog().status.textFormat() == Qt.TextFormat.PlainText
    page.deleteLater()
