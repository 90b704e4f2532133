# SPDX-License-Identifier: GPL-2.0-or-later
"""The upper part of the settings page: the runtime, the self-test, and the limits that all runs keep to."""

from __future__ import annotations

import dataclasses
import os

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout

from .. import preferences
from ..engine.model import session
from ..installed import apply_preferences, installed_models
from ..preferences import LARGEST_MEMORY_GB
from ..translation import tr
from .install_dialog import InstallDialog
from .self_test import SelfTest


class RuntimeBox(QGroupBox):
    """Says which runtime is there, installs and tests it, and stores memory limit and threads at once."""

    def __init__(self, parent=None):
        super().__init__(tr("Inference runtime"), parent)
        self.test: SelfTest | None = None
        self.runtime = QLabel()
        self.runtime.setWordWrap(True)
        self.install_button = QPushButton()
        self.install_button.clicked.connect(self.install_runtime)
        self.test_button = QPushButton(tr("&Test…"))
        self.test_button.setToolTip(
            tr("Runs the default model on a small drawn pair, and says which device ran and how fast.")
        )
        self.test_button.clicked.connect(self.run_test)
        self.result = QLabel()
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.result.setWordWrap(True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.result.hide()
        top = QHBoxLayout()
        top.addWidget(self.runtime, 1)
        for button in (self.install_button, self.test_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.result)
        layout.addLayout(self._limits())
        self.show_runtime()

    def _limits(self) -> QFormLayout:
        chosen = preferences.load()
        self.memory = QSpinBox()
        self.memory.setRange(1, LARGEST_MEMORY_GB)
        self.memory.setSuffix(tr(" GB"))
        self.memory.setValue(chosen.memory_gb)
        self.memory.setToolTip(tr("A model that needs more for one tile is refused before it runs."))
        self.threads = QSpinBox()
        self.threads.setRange(0, max(64, os.cpu_count() or 1))
        self.threads.setSpecialValueText(tr("all"))
        self.threads.setValue(chosen.threads)
        self.threads.setToolTip(tr("Of the processor. Fewer leave room for other work."))
        for box in (self.memory, self.threads):
            box.valueChanged.connect(self._store)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(tr("&Memory for one tile, at most"), self.memory)
        form.addRow(tr("T&hreads"), self.threads)
        return form

    def _store(self) -> None:
        chosen = dataclasses.replace(preferences.load(), memory_gb=self.memory.value(), threads=self.threads.value())
        try:
            preferences.save(chosen)
        except OSError as error:
            self._say(tr("The choice could not be stored: {error}.").format(error=error))
        apply_preferences()

    def show_runtime(self) -> None:
        """Say whether ONNX Runtime is there, and which devices it offers."""
        devices = session.present_devices()
        if devices:
            self.runtime.setText(
                tr("ONNX Runtime is installed. Devices: {devices}.").format(devices=", ".join(devices))
            )
            self.install_button.setText(tr("&Install again…"))
        else:
            self.runtime.setText(tr("<b>ONNX Runtime is not installed.</b> Without it no model can run."))
            self.install_button.setText(tr("&Install…"))
        self.test_button.setEnabled(bool(devices))

    def install_runtime(self) -> None:
        """Open the installer, and look again when it is closed."""
        dialog = InstallDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.show_runtime)
        dialog.open()

    def run_test(self) -> None:
        """Start the self-test, or cancel the one that runs."""
        if self.test is not None:
            self.test.cancel()
            return
        bundles = [bundle for bundle in installed_models()[0] if "change" in bundle.tasks]
        if not bundles:
            self._say(tr("There is no model for Detect change to test with."))
            return
        self.test = SelfTest(bundles[0])
        self.test.taskCompleted.connect(self._finish)
        self.test.taskTerminated.connect(self._finish)
        self.test_button.setText(tr("Cancel"))
        self._say(tr("Testing…"))
        QgsApplication.taskManager().addTask(self.test)

    def _finish(self) -> None:
        self._say(self.test.message)
        self.test = None
        self.test_button.setText(tr("&Test…"))

    def _say(self, text: str) -> None:
        self.result.setText(text)
        self.result.show()
