# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run shows in the terminal: log and progress bar, both on stderr, so that stdout stays for results."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


class ConsoleFeedback:
    """The engine's `Feedback` in a terminal. The first Ctrl-C cancels cleanly, the second interrupts."""

    def __init__(self, progress: Progress, quiet: bool = False) -> None:
        self._progress, self._quiet = progress, quiet
        self._task = progress.add_task("", total=None)
        self._stopped = False

    def progress(self, done: int, total: int) -> None:
        self._progress.update(self._task, completed=done, total=total)

    def log(self, text: str) -> None:
        if not self._quiet:
            self._progress.console.print(text, style="dim", markup=False, highlight=False, soft_wrap=True)

    def warn(self, text: str) -> None:
        self._progress.console.print(text, style="yellow", markup=False, highlight=False, soft_wrap=True)

    def cancelled(self) -> bool:
        return self._stopped

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Takes the first Ctrl-C."""
        self._stopped = True
        signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def listening(unit: str, quiet: bool = False) -> Iterator[ConsoleFeedback]:
    """A feedback with a live bar that counts `unit`s ("tiles"), for the time of a run."""
    columns = (BarColumn(), MofNCompleteColumn(), TextColumn(unit), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        feedback = ConsoleFeedback(progress, quiet)
        before: Any = signal.signal(signal.SIGINT, feedback.stop)
        try:
            yield feedback
        finally:
            signal.signal(signal.SIGINT, before)
