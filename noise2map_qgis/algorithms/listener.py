# SPDX-License-Identifier: GPL-2.0-or-later
"""What the engine reports, passed on to the Processing dialog: progress, log, warnings, and the Cancel button."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication


class FeedbackListener:
    """The engine's `Listener` over a `QgsProcessingFeedback`."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self.feedback = feedback

    def progress(self, done: int, total: int) -> None:
        """Report `done` of `total` tiles, as a percentage and in words."""
        if total:
            self.feedback.setProgress(100.0 * done / total)
            self.feedback.setProgressText(
                QCoreApplication.translate("Noise2Map", "Tile {done} of {total}").format(done=done, total=total)
            )

    def log(self, text: str) -> None:
        self.feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        # A warning that stops nothing: pushWarning is orange in the log where reportError would be red.
        self.feedback.pushWarning(text)

    def cancelled(self) -> bool:
        return self.feedback.isCanceled()
