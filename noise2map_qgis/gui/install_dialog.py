# SPDX-License-Identifier: GPL-2.0-or-later
"""The window in which ONNX Runtime is installed: what will happen, from where, how far it is, how it went."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QRadioButton, QVBoxLayout

from .. import paths
from ..translation import tr
from .install_task import InstallTask
from .wheels import PACKAGE, PINNED_VERSIONS, Machine


class InstallDialog(QDialog):
    """Starts an `InstallTask` and shows it. Closing the window while it runs cancels it."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Noise2Map – install the inference runtime"))
        self.setMinimumWidth(580)
        self.task: InstallTask | None = None

        explanation = QLabel(
            tr(
                "<p><b>Noise2Map runs its models with ONNX Runtime</b>, a library of about 20 MB that QGIS does not "
                "carry.</p><p>It goes into a folder of its own, <code>{folder}</code>. Nothing inside QGIS is changed, "
                "and an update of the plugin keeps it. Delete the folder to be rid of it.</p>"
            ).format(folder=paths.runtime_dir())
        )
        explanation.setWordWrap(True)
        explanation.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.from_internet = QRadioButton(tr("Download it from the Python Package Index (pypi.org)"))
        self.from_internet.setChecked(True)
        self.from_folder = QRadioButton(tr("Take it from a folder of wheels (.whl), without internet"))
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setDialogTitle(tr("Folder of wheels"))
        self.folder.setEnabled(False)
        self.wanted = QLabel(
            tr(
                "The folder must hold {package} {versions} for {machine}. A wheel made for a graphics card "
                "({package}-directml, -gpu or -openvino) will do, too."
            ).format(package=PACKAGE, versions=tr(" or ").join(PINNED_VERSIONS), machine=Machine.here())
        )
        self.wanted.setWordWrap(True)
        self.wanted.setEnabled(False)
        self.from_folder.toggled.connect(self.folder.setEnabled)
        self.from_folder.toggled.connect(self.wanted.setEnabled)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.install_button = self.buttons.addButton(tr("Install"), QDialogButtonBox.ButtonRole.ActionRole)
        self.install_button.setDefault(True)
        self.install_button.clicked.connect(self.install)
        self.buttons.rejected.connect(self.reject)

        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        choice = (self.from_internet, self.from_folder, self.folder, self.wanted)
        for widget in (explanation, *choice, self.bar, self.status, self.buttons):
            layout.addWidget(widget)
        self._say("")

    def install(self):
        """Start the installation from the chosen place."""
        folder = None
        if self.from_folder.isChecked():
            folder = Path(self.folder.filePath())
            if not self.folder.filePath() or not folder.is_dir():
                self._say(tr("Choose the folder that holds the wheel."))
                return
        self.task = InstallTask(folder)
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
        self._say(self.task.message)
        if self.task.status() == InstallTask.TaskStatus.Complete:
            self.bar.setValue(100)
        else:
            self.bar.setValue(0)
        self.task = None
        self._set_running(False)

    def _say(self, text: str):
        """Show `text`, and grow until all texts have room: Qt does not do so for lines that wrap."""
        self.status.setText(text or " ")
        width = max(self.width(), self.minimumWidth())
        self.resize(width, max(self.height(), self.layout().totalHeightForWidth(width)))

    def _set_running(self, running: bool):
        self.install_button.setDisabled(running)
        self.from_internet.setDisabled(running)
        self.from_folder.setDisabled(running)
        self.folder.setEnabled(not running and self.from_folder.isChecked())
        close = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(tr("Cancel") if running else tr("Close"))
