# SPDX-License-Identifier: GPL-2.0-or-later
"""What the engine reports, passed on to the Processing dialog: progress, log, warnings, and the Cancel button."""

from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from ..translation import tr


class ProcessingFeedback:
    """The engine's `Feedback` over a `QgsProcessingFeedback`."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self.feedback = feedback
        self._tenths_told = 0

    def progress(self, done: int, total: int) -> None:
        """Move the bar to `done` of `total` tiles, and say so in words now and then."""
        if not total:
            return
        self.feedback.setProgress(100.0 * done / total)
        # Processing writes every such text to the log, too: ten lines are read, a thousand are not.
        tenths = 10 * done // total
        if tenths > self._tenths_told:
            self._tenths_told = tenths
            self.feedback.setProgressText(tr("Tile {done} of {total}").format(done=done, total=total))

    def log(self, text: str) -> None:
        self.feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        # Orange in the log; reportError would be red, as if the run had failed.
        self.feedback.pushWarning(text)

    def cancelled(self) -> bool:
        return self.feedback.isCanceled()
