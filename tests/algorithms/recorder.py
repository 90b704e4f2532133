# SPDX-License-Identifier: GPL-2.0-or-later
"""A feedback that remembers what a run reported."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback


class Recorder(QgsProcessingFeedback):
    """Keeps what a run reports. Cancels itself once the progress reaches `cancel_at` percent."""

    def __init__(self, cancel_at: float | None = None):
        super().__init__(False)
        self.steps: list[float] = []
        self.texts: list[str] = []
        self.progressChanged.connect(self._step)
        self._cancel_at = cancel_at

    def _step(self, percent: float):
        self.steps.append(percent)
        if self._cancel_at is not None and percent >= self._cancel_at:
            self.cancel()

    def setProgressText(self, text):
        self.texts.append(text)

    def pushInfo(self, info):
        self.texts.append(info)

    def pushWarning(self, warning):
        self.texts.append(warning)

    def reportError(self, error, fatalError=False):
        self.texts.append(error)
