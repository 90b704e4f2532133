# SPDX-License-Identifier: GPL-2.0-or-later
"""Feedback of a run to its caller: progress in tiles, log lines, warnings, and the request to cancel."""

from __future__ import annotations

import logging
from typing import Any, Protocol

from .errors import Cancelled


class Feedback(Protocol):
    """Progress counts tiles; logs and warnings are sentences; `cancelled` is asked several times a second."""

    def progress(self, done: int, total: int) -> None:
        """Report that `done` of `total` tiles are complete."""

    def log(self, text: str) -> None:
        """Report a line of the log."""

    def warn(self, text: str) -> None:
        """Report a warning, which a reader should not miss."""

    def cancelled(self) -> bool:
        """Return whether the run should stop."""


class ProgressCounter:
    """Counts tiles, reports them to a feedback, and asks it whether to cancel."""

    def __init__(self, feedback: Feedback) -> None:
        self._feedback = feedback
        self.total = self.done = self.skipped = 0

    def on_tile(self, skipped: bool) -> None:
        """Count a tile; raises Cancelled if the feedback is cancelled."""
        self.done += 1
        self.skipped += skipped
        self._feedback.progress(self.done, self.total)
        self.check()

    def skip_to(self, done: int, skipped: int) -> None:
        """Count tiles of an earlier run."""
        self.done, self.skipped = done, skipped
        self._feedback.progress(self.done, self.total)

    def check(self) -> None:
        """Raise Cancelled if the feedback is cancelled."""
        if self._feedback.cancelled():
            raise Cancelled("The run was cancelled; no output was written.")

    def gdal_progress(self, share: float, message: str, data: Any) -> int:
        """Answer GDAL's progress callback: 0 to stop."""
        return 0 if self._feedback.cancelled() else 1


class LoggingFeedback:
    """The feedback of a call that was given none: sentences go to the logger "noise2map", progress nowhere, and it
    never cancels.
    """

    _logger = logging.getLogger("noise2map")

    def progress(self, done: int, total: int) -> None:
        """Ignore the count."""

    def log(self, text: str) -> None:
        """Log at level INFO, which Python does not show unless asked to."""
        self._logger.info(text)

    def warn(self, text: str) -> None:
        """Log at level WARNING, which Python prints to stderr unless asked not to."""
        self._logger.warning(text)

    def cancelled(self) -> bool:
        """Go on."""
        return False
