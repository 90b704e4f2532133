# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin object: registers the Processing provider, the menu, the toolbar button and the settings page."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsSettings
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMenu, QPushButton

from . import paths
from .algorithms import results
from .installed import apply_preferences, find_runtime, name_model_folders
from .provider import Noise2MapProvider
from .translation import language_of, load_language, tr, unload_language

# Once in a profile's life the missing runtime is announced at start; later the forms say so.
ANNOUNCED = "noise2map/runtimeAnnounced"
RESULT_DELAY_MS = 1500


class Noise2MapPlugin:
    """What QGIS starts and stops. In qgis_process `iface` is None and only `initProcessing` is called."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        self.menu = None
        self.page_factory = None
        self.panel = None
        paths.set_user_dir(Path(QgsApplication.qgisSettingsDirPath()) / "noise2map")
        load_language(language_of(QgsApplication.instance()))
        find_runtime()
        apply_preferences()
        name_model_folders()

    def initProcessing(self):
        """Register the provider: all that qgis_process needs."""
        self.provider = Noise2MapProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        """Register the provider and add the plugin's windows to QGIS."""
        # The windows are imported here, so that qgis_process starts without them.
        from .gui.settings_page import SettingsPageFactory

        self.initProcessing()
        self.page_factory = SettingsPageFactory()
        self.iface.registerOptionsWidgetFactory(self.page_factory)
        self._add_menu()
        results.add_listener(self.show_result)
        self.iface.initializationCompleted.connect(self.announce_missing_runtime)

    def unload(self):
        """Take everything back that `initGui` and `initProcessing` added."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        unload_language()
        if self.iface is None:
            return
        results.remove_listener(self.show_result)
        self.iface.initializationCompleted.disconnect(self.announce_missing_runtime)
        if self.panel is not None:
            self.panel.view.stop_rendering()
            self.iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        self.iface.removeToolBarIcon(self.menu.actions()[0])
        self.menu.deleteLater()
        self.menu = None
        self.iface.unregisterOptionsWidgetFactory(self.page_factory)
        self.page_factory = None

    def detect_change(self):
        """Open the form "Detect change"."""
        self._open_form("noise2map:detectchange")

    def segment_buildings(self):
        """Open the form "Segment buildings"."""
        self._open_form("noise2map:segmentbuildings")

    def show_result(self, run):
        """Say in the message bar what a run found, with buttons to go on from there."""
        from .gui.result_bar import show_result

        # After QGIS's own "Task complete", which would lie on top of it.
        QTimer.singleShot(RESULT_DELAY_MS, lambda: self.iface and show_result(self.iface, run, self.start_review))

    def start_review(self, layer, before=None, after=None):
        """Open the panel in which changes are reviewed, with the changes of `layer`."""
        self.open_review().open_review(layer, before, after)

    def open_review(self):
        """Open the panel in which changes are reviewed, and return it."""
        from .gui.review_panel import ReviewPanel

        if self.panel is None:
            self.panel = ReviewPanel(self.iface, self.iface.mainWindow())
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.panel.setUserVisible(True)
        return self.panel

    def open_settings(self):
        """Open QGIS's options at the plugin's page."""
        from .gui.settings_page import PAGE_NAME

        self.iface.showOptionsDialog(self.iface.mainWindow(), PAGE_NAME)

    def install_runtime(self):
        """Open the installer of ONNX Runtime."""
        from .gui.install_dialog import InstallDialog

        dialog = InstallDialog(self.iface.mainWindow())
        dialog.open()

    def announce_missing_runtime(self):
        """Offer the installer in the message bar, once, if nothing could run without it."""
        settings = QgsSettings()
        if settings.value(ANNOUNCED, False, type=bool):
            return
        if self._offer_runtime():
            settings.setValue(ANNOUNCED, True)

    def _open_form(self, algorithm: str):
        from .gui.launcher import open_form

        self._offer_runtime()
        open_form(self.iface, algorithm)

    def _offer_runtime(self) -> bool:
        """Show the message bar's offer if ONNX Runtime is missing; return whether it was."""
        from .engine.model import session

        if session.present_devices():
            return False
        bar = self.iface.messageBar()
        item = bar.createMessage("Noise2Map", tr("ONNX Runtime is needed to run the models, and is not installed yet."))
        button = QPushButton(tr("Install…"))
        button.clicked.connect(self.install_runtime)
        button.clicked.connect(lambda: bar.popWidget(item))
        item.layout().addWidget(button)
        bar.pushWidget(item, Qgis.MessageLevel.Warning)
        return True

    def _add_menu(self):
        """Add Plugins, Noise2Map; its first entry is on the toolbar, too."""
        icons = paths.resources_dir() / "icons"
        self.menu = QMenu("Noise2Map", self.iface.mainWindow())
        self.menu.setIcon(QIcon(str(icons / "noise2map.svg")))
        detect = self.menu.addAction(QIcon(str(icons / "detect_change.svg")), tr("Detect change…"), self.detect_change)
        segment_icon = QIcon(str(icons / "segment_buildings.svg"))
        self.menu.addAction(segment_icon, tr("Segment buildings…"), self.segment_buildings)
        review_icon = QIcon(str(icons / "review_changes.svg"))
        self.menu.addAction(review_icon, tr("Review changes…"), lambda: self.open_review())
        self.menu.addSeparator()
        self.menu.addAction(tr("Models and settings…"), self.open_settings)
        self.menu.addAction(tr("Install the inference runtime…"), self.install_runtime)
        self.iface.pluginMenu().addMenu(self.menu)
        self.iface.addToolBarIcon(detect)
