# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin starts in a desktop, adds its menu, and takes everything back."""

from __future__ import annotations

import configparser
from pathlib import Path
from unittest import mock

import pytest
from qgis.core import QgsApplication, QgsSettings

from noise2map_qgis import classFactory
from noise2map_qgis.engine.model import session
from noise2map_qgis.plugin import ANNOUNCED

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def iface(qgis_iface):
    """The stub of pytest-qgis, with what it lacks."""
    stub = mock.MagicMock()
    stub.mainWindow.return_value = qgis_iface.mainWindow()
    return stub


@pytest.fixture
def plugin(iface, qgis_processing, home):
    plugin = classFactory(iface)
    plugin.initGui()
    yield plugin
    if plugin.provider is not None:
        plugin.unload()


def test_adds_its_menu_and_takes_it_back(plugin, iface):
    assert QgsApplication.processingRegistry().providerById("noise2map") is not None
    texts = [action.text() for action in plugin.menu.actions() if action.text()]
    assert texts == [
        "Detect change…",
        "Segment buildings…",
        "Review changes…",
        "Models and settings…",
        "Install the inference runtime…",
    ]
    iface.pluginMenu().addMenu.assert_called_once_with(plugin.menu)
    iface.addToolBarIcon.assert_called_once()
    iface.registerOptionsWidgetFactory.assert_called_once()

    plugin.unload()

    assert QgsApplication.processingRegistry().providerById("noise2map") is None
    iface.removeToolBarIcon.assert_called_once()
    iface.unregisterOptionsWidgetFactory.assert_called_once()


def test_a_missing_runtime_is_announced_once(plugin, iface, monkeypatch):
    QgsSettings().remove(ANNOUNCED)
    monkeypatch.setattr(session, "present_devices", lambda: ())
    plugin.announce_missing_runtime()
    plugin.announce_missing_runtime()
    assert iface.messageBar().pushWidget.call_count == 1
    QgsSettings().remove(ANNOUNCED)


def test_a_present_runtime_is_not_announced(plugin, iface):
    plugin.announce_missing_runtime()
    iface.messageBar().pushWidget.assert_not_called()


def test_the_user_folder_is_in_the_profile(plugin, monkeypatch):
    from noise2map_qgis import paths

    monkeypatch.delenv("NOISE2MAP_HOME")
    assert paths.user_dir() == Path(QgsApplication.qgisSettingsDirPath()) / "noise2map"


def test_metadata_is_what_qgis_and_its_repository_want():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    assert general["hasProcessingProvider"] == "yes"
    assert general["qgisMinimumVersion"] == "3.22"
    assert (ROOT / general["icon"]).is_file()
    assert "%" not in (ROOT / "metadata.txt").read_text(encoding="utf-8")
