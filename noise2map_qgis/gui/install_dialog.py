# SPDX-License-Identifier: GPL-2.0-or-later
"""The window in which ONNX Runtime is installed: what will happen, from where, how far it is, how it went."""

from __future__ import annotations

import dataclasses
import sys
from html import escape
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
)

from .. import paths, preferences
from ..installed import find_runtime
from ..translation import tr
from .install_task import InstallTask, UnknownWheel
from .wheels import KINDS, Machine


def kind_labels() -> dict[str, str]:
    """Return what each kind of runtime runs on, in words."""
    return {
        "cpu": tr("The processor"),
        "cuda": tr("An NVIDIA graphics card (CUDA)"),
        "directml": tr("A graphics card by DirectML (Windows)"),
    }


class InstallDialog(QDialog):
    """Starts an `InstallTask` and shows it. Closing the window while it runs cancels it."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Noise2Map – install the inference runtime"))
        self.setMinimumWidth(580)
        self.task: InstallTask | None = None

        explanation = QLabel(
            tr(
                "<p><b>Noise2Map runs its models with ONNX Runtime</b>, a library that QGIS does not carry.</p>"
                "<p>It goes into a folder of its own, <code>{folder}</code>. Nothing inside QGIS is changed, and an "
                "update of the plugin keeps it. Delete the folder to remove it. Every file is compared with the "
                "SHA-256 that the plugin carries.</p>"
            ).format(folder=escape(str(paths.runtime_dir().parent)))
        )
        explanation.setWordWrap(True)
        explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.kind = QComboBox()
        for kind, label in kind_labels().items():
            if Machine.here().system in KINDS[kind].systems:
                self.kind.addItem(label, kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(preferences.load().runtime)))
        self.kind.currentIndexChanged.connect(self._show_wanted)
        kind_label = QLabel(tr("&Runs the models on:"))
        kind_label.setBuddy(self.kind)
        self.needs = QLabel()
        self.needs.setWordWrap(True)
        self.from_internet = QRadioButton(tr("&Download it from the Python Package Index (pypi.org)"))
        self.from_internet.setChecked(True)
        self.from_folder = QRadioButton(tr("Take it from a &folder of wheels (.whl), without internet"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder of wheels"))
        self.folder.setEnabled(False)
        self.wanted = QLabel()
        self.wanted.setWordWrap(True)
        self.wanted.setEnabled(False)
        self.from_folder.toggled.connect(self.folder.setEnabled)
        self.from_folder.toggled.connect(self.wanted.setEnabled)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.status = QLabel()
        # Addresses, names of files and what a package index says are shown as they are, never as HTML.
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.install_button = self.buttons.addButton(tr("Install"), QDialogButtonBox.ButtonRole.ActionRole)
        self.install_button.setDefault(True)
        self.install_button.clicked.connect(lambda: self.install())
        self.buttons.rejected.connect(self.reject)

        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        what = (kind_label, self.kind, self.needs)
        choice = (self.from_internet, self.from_folder, self.folder, self.wanted)
        for widget in (explanation, *what, *choice, self.bar, self.status, self.buttons):
            layout.addWidget(widget)
        self._show_wanted()

    def _show_wanted(self):
        kind = self.kind.currentData()
        self.needs.setText(
            {
                "cuda": tr(
                    "A download of about 300 MB. It needs NVIDIA's driver, CUDA and cuDNN on this computer; without "
                    "them the models run on the processor."
                ),
                "directml": tr("For graphics cards of any maker, by DirectX 12. A download of about 25 MB."),
            }.get(kind, tr("A download of about 20 MB. Works on every computer."))
        )
        self.wanted.setText(
            tr("The folder must hold {package} {versions} for {machine}.").format(
                package=KINDS[kind].package, versions=tr(" or ").join(KINDS[kind].versions), machine=Machine.here()
            )
        )
        self._say("")

    def install(self, accepted: str | None = None):
        """Start the installation from the chosen place; `accepted` is the SHA-256 of an unknown wheel to take all the
        same."""
        folder = None
        if self.from_folder.isChecked():
            folder = Path(self.folder.filePath())
            if not self.folder.filePath() or not folder.is_dir():
                self._say(tr("Choose the folder that holds the wheel."))
                return
        self.task = InstallTask(folder, kind=self.kind.currentData(), accepted=accepted or None)
        self.task.progressChanged.connect(lambda percent: self.bar.setValue(round(percent)))
        self.task.taskCompleted.connect(self._finish)
        self.task.taskTerminated.connect(self._finish)
        self._set_running(True)
        self._say(tr("Installing…"))
        QgsApplication.taskManager().addTask(self.task)

    def reject(self):
        # While it runs, the button (and the window's cross) stops the installation; the window stays to say so.
        if self.task is not None:
            self.task.cancel()
            self._say(tr("Cancelling…"))
            return
        super().reject()

    def _finish(self):
        task, self.task = self.task, None
        self._set_running(False)
        done = task.status() == InstallTask.TaskStatus.Complete
        self.bar.setValue(100 if done else 0)
        message = task.message
        if done:
            message = " ".join(part for part in (message, self._use(task.kind)) if part)
        self._say(message)
        if task.unknown is not None and self._question(task.unknown).exec() == QMessageBox.StandardButton.Yes:
            self.install(task.unknown.sha256)

    def _use(self, kind: str) -> str:
        """Make a runtime the one that runs the models; return what the user has to do for it, or ""."""
        try:
            preferences.save(dataclasses.replace(preferences.load(), runtime=kind))
        except OSError as error:
            return tr("The choice could not be stored: {error}.").format(error=error)
        in_use = "onnxruntime" in sys.modules
        find_runtime()
        return tr("Start QGIS again to use it.") if in_use else ""

    def _question(self, wheel: UnknownWheel) -> QMessageBox:
        text = tr(
            "{file} is not one of the wheels that this version of Noise2Map knows. A wheel is a program: install it "
            "only if you know where it is "
            "from.\n\nSHA-256: {sha256}\n\nInstall it all the same?"
        ).format(file=wheel.file_name, sha256=wheel.sha256)
        buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
        box = QMessageBox(QMessageBox.Icon.Warning, tr("An unknown wheel"), text, buttons, self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setDefaultButton(QMessageBox.StandardButton.No)
        return box

    def _say(self, text: str):
        """Show `text`, and grow until all texts have room: Qt does not do so for lines that wrap."""
        self.status.setText(text or " ")
        width = max(self.width(), self.minimumWidth())
        self.resize(width, max(self.height(), self.layout().totalHeightForWidth(width)))

    def _set_running(self, running: bool):
        self.install_button.setDisabled(running)
        self.kind.setDisabled(running)
        self.from_internet.setDisabled(running)
        self.from_folder.setDisabled(running)
        self.folder.setEnabled(not running and self.from_folder.isChecked())
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Cancel") if running else tr("Close"))
