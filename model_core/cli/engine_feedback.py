# SPDX-License-Identifier: GPL-2.0-or-later
"""The engine's log and progress bar in a terminal, both on stderr; stdout has the results alone."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from model_core.cli.terminal import terminal


class ConsoleFeedback:
    """The engine's `Feedback` in a terminal: the first Ctrl-C cancels the run, the second raises KeyboardInterrupt."""

    def __init__(self, progress: Progress, quiet: bool = False) -> None:
        self._progress, self._quiet = progress, quiet
        self._task = progress.add_task("", total=None)
        self._stopped = False

    def progress(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total)

    def log(self, text: str) -> None:
        if not self._quiet:
            self._progress.console.print(text, style="dim", soft_wrap=True)

    def warn(self, text: str) -> None:
        self._progress.console.print(text, style="yellow", soft_wrap=True)

    def cancelled(self) -> bool:
        return self._stopped

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Handle the first Ctrl-C."""
        self._stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def console_feedback(unit: str, quiet: bool = False) -> Iterator[ConsoleFeedback]:
    """Yield a feedback with a live progress bar that counts `unit`s, such as "tiles"."""
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn(unit, markup=False), TimeRemainingColumn())
    with Progress(*columns, console=terminal(stderr=True), transient=True) as progress:
        feedback = ConsoleFeedback(progress, quiet)
        before: Any = signal.signal(signal.SIGINT, feedback.stop)
        try:
            yield feedback
        finally:
            signal.signal(signal.SIGINT, before)
