# SPDX-License-Identifier: GPL-2.0-or-later
"""A run in the terminal: a bar with steps, loss and the time left, and the log above it. All on stderr."""

from __future__ import annotations

import logging
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import lightning as L
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

# Seconds between lines where there is no terminal to draw a bar in, and to the first of them.
_LINE_EVERY, _FIRST_LINE = 300, 45


class PaceBar(L.Callback):
    """Shows how far a `PacedModule` is; in a file or a pipe, a line in the first minute and then every five."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._bar: Progress | None = None
        self._told = time.monotonic()

    def on_train_start(self, trainer: L.Trainer, module: L.LightningModule) -> None:
        self._told = time.monotonic() - _LINE_EVERY + _FIRST_LINE
        if self.console.is_terminal and trainer.is_global_zero:
            columns = (BarColumn(), TextColumn("{task.description}", markup=False))
            self._bar = Progress(*columns, console=self.console, transient=True)
            self._bar.add_task("the first step ...", total=1.0)
            self._bar.start()

    def on_train_batch_end(self, trainer: L.Trainer, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        text = f"step {trainer.global_step} of {module.recipe.steps}, {spoken(module.seconds_left())}"
        loss = trainer.progress_bar_metrics.get("loss")
        text += f", loss {loss:.3f}" if loss is not None else ""
        if not trainer.is_global_zero:
            return
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=module.pace(trainer.global_step), description=text)
        elif time.monotonic() - self._told > _LINE_EVERY:
            self._told = time.monotonic()
            logging.getLogger(__name__).info(text)

    def teardown(self, trainer: L.Trainer, module: L.LightningModule, stage: str) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def spoken(seconds: float | None) -> str:
    """The time left in words: `40 s left`, `12 min left`, `3 h 20 min left`."""
    if seconds is None:
        return "time left unknown"
    if seconds < 90:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min left"


@contextmanager
def speaking(console: Console) -> Iterator[None]:
    """While this lasts our log is shown on the console, and of Lightning's and PyTorch's only what is an error."""
    ours, theirs = logging.getLogger("model_core"), [logging.getLogger(n) for n in ("lightning", "lightning.pytorch")]
    levels = [(logger, logger.level) for logger in (ours, *theirs)]
    handler = _Lines(console)
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    for logger in theirs:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        ours.removeHandler(handler)
        for logger, level in levels:
            logger.setLevel(level)


class _Lines(logging.Handler):
    def __init__(self, console: Console) -> None:
        super().__init__()
        self.console = console

    def emit(self, record: logging.LogRecord) -> None:
        style = "yellow" if record.levelno >= logging.WARNING else "dim"
        self.console.print(record.getMessage(), style=style, markup=False, highlight=False, soft_wrap=True)
