# SPDX-License-Identifier: GPL-2.0-or-later
"""The settings page (Settings, Options, Noise2Map): the models on this computer and the runtime that runs them.

Its buttons act at once; there is nothing left to do for OK or Cancel.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from .. import paths
from ..algorithms.models import licence_in_words
from ..engine.errors import EngineError
from ..engine.model.bundle import Bundle
from ..engine.model.exported.describe import describe_onnx
from ..installed import DEFAULT, installed_models
from ..translation import tr
from . import model_store
from .card_text import card_html, tasks_in_words
from .onnx_dialog import OnnxDialog
from .runtime_box import RuntimeBox

PAGE_NAME = "noise2map"


class SettingsPageFactory(QgsOptionsWidgetFactory):
    """Makes the page when the options dialog asks for it."""

    def __init__(self):
        super().__init__("Noise2Map", QIcon(str(paths.resources_dir() / "icons" / "noise2map.svg")))

    def createWidget(self, parent=None):
        return SettingsPage(parent)


class SettingsPage(QgsOptionsPageWidget):
    """Shows the runtime and the models, and lets the user add and remove models."""

    def __init__(self, parent=None):
        super().__init__(parent)
        # QGIS opens a page by this name (`showOptionsDialog(currentPage=…)`).
        self.setObjectName(PAGE_NAME)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.runtime_box = RuntimeBox()
        layout.addWidget(self.runtime_box)
        layout.addWidget(self._models_box(), 1)
        self.show_models()

    def apply(self):
        """Nothing is left to apply: every button acted at once."""

    def _models_box(self) -> QGroupBox:
        box = QGroupBox(tr("Models"))
        self.models = QTreeWidget()
        self.models.setHeaderLabels([tr("Model"), tr("Name in algorithms"), tr("Does"), tr("Licence"), tr("From")])
        self.models.setRootIsDecorated(False)
        self.models.setUniformRowHeights(True)
        self.models.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.models.setMaximumHeight(140)
        self.models.currentItemChanged.connect(self._show_card)
        self.card = QTextBrowser()
        self.card.setOpenExternalLinks(True)
        self.add_zip_button = QPushButton(tr("Add from &ZIP…"))
        self.add_zip_button.clicked.connect(self._choose_zip)
        self.add_onnx_button = QPushButton(tr("Add an ON&NX file…"))
        self.add_onnx_button.clicked.connect(self._choose_onnx)
        self.add_folder_button = QPushButton(tr("Add from &folder…"))
        self.add_folder_button.clicked.connect(self._choose_folder)
        self.remove_button = QPushButton(tr("&Remove"))
        self.remove_button.clicked.connect(self._remove)
        self.open_button = QPushButton(tr("&Open the models' folder"))
        self.open_button.clicked.connect(self._open_folder)
        buttons = QHBoxLayout()
        for button in (self.add_zip_button, self.add_folder_button, self.add_onnx_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        self.status = QLabel()
        # Titles of models are text from the internet: shown as it is, never as HTML.
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.hide()
        layout = QVBoxLayout(box)
        layout.addWidget(self.models)
        layout.addWidget(self.card, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.status)
        return box

    def show_models(self, select: str = "") -> None:
        """List the models on this computer, broken ones too, and select the one named `select` or the first."""
        self.models.clear()
        bundles, problems = installed_models()
        for bundle in bundles:
            origin = tr("added by you") if model_store.is_users(bundle) else tr("the plugin")
            name = tr("{name} (default)").format(name=bundle.name) if bundle.name == DEFAULT else bundle.name
            row = [bundle.title, name, tasks_in_words(bundle), licence_in_words(bundle), origin]
            item = QTreeWidgetItem(self.models, row)
            item.setData(0, Qt.ItemDataRole.UserRole, bundle)
            if bundle.name == select:
                self.models.setCurrentItem(item)
        for problem in problems:
            item = QTreeWidgetItem(self.models, [tr("Not usable")])
            item.setData(0, Qt.ItemDataRole.UserRole, str(problem))
        if self.models.currentItem() is None and self.models.topLevelItemCount():
            self.models.setCurrentItem(self.models.topLevelItem(0))
        self._show_card(self.models.currentItem())

    def add_model(self, place: Path) -> None:
        """Add the model at `place` (a ZIP or a folder), or say why it cannot be added."""
        try:
            bundle = model_store.add_model(place)
        except (EngineError, OSError) as error:
            self._say(str(error))
            return
        self._show_added(bundle)

    def remove_model(self, bundle: Bundle) -> None:
        """Delete the user's model `bundle`, or say why not."""
        try:
            model_store.remove_model(bundle)
        except (EngineError, OSError) as error:
            self._say(str(error))
            return
        self._say(tr("Removed “{title}”.").format(title=bundle.title))
        self.show_models()

    def _choose_zip(self):
        path, _kind = QFileDialog.getOpenFileName(self, tr("Add a model from a ZIP"), "", tr("Model (*.zip)"))
        if path:
            self.add_model(Path(path))

    def _choose_onnx(self):
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("Add a network that was exported elsewhere"), "", tr("ONNX file (*.onnx)")
        )
        if path:
            self.add_onnx(Path(path))

    def add_onnx(self, path: Path) -> None:
        """Read an ONNX file, ask for what it does not say, and add it; or say why it cannot be added."""
        try:
            draft = describe_onnx(path)
        except (EngineError, OSError) as error:
            self._say(str(error))
            return
        dialog = OnnxDialog(draft, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._show_added)
        dialog.open()

    def _show_added(self, bundle: Bundle) -> None:
        self._say(tr("Added “{title}”. It can be chosen in the algorithms now.").format(title=bundle.title))
        self.show_models(select=bundle.name)

    def _choose_folder(self):
        path = QFileDialog.getExistingDirectory(self, tr("Add a model from its folder (the one with card.json in it)"))
        if path:
            self.add_model(Path(path))

    def _remove(self):
        bundle = self._selected()
        if bundle is not None and self._question(bundle).exec() == QMessageBox.StandardButton.Yes:
            self.remove_model(bundle)

    def _question(self, bundle: Bundle) -> QMessageBox:
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        text = tr("Remove the model “{title}” and its files?").format(title=bundle.title)
        box = QMessageBox(QMessageBox.Icon.Question, tr("Remove a model"), text, buttons, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        return box

    def _open_folder(self):
        folder = model_store.user_models_dir()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _selected(self) -> Bundle | None:
        item = self.models.currentItem()
        value = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        return value if isinstance(value, Bundle) else None

    def _show_card(self, item=None, _previous=None):
        bundle = self._selected()
        self.remove_button.setEnabled(bundle is not None and model_store.is_users(bundle))
        if bundle is not None:
            self.card.setHtml(card_html(bundle))
        else:
            self.card.setHtml(escape(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else "")

    def _say(self, text: str) -> None:
        self.status.setText(text)
        self.status.show()
