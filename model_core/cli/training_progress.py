# SPDX-License-Identifier: GPL-2.0-or-later
"""The progress of a training run on stderr: a bar with steps, loss and remaining time, below the log."""

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

from model_core.old_names import OldNameWarning

# Seconds between lines in a file or a pipe, which have no bar, and to the first of them.
_LINE_EVERY, _FIRST_LINE = 300, 45


class TrainingProgressBar(L.Callback):
    """Shows the progress of a `TrainingModule`; in a file or a pipe, prints a line in the first minute and then every
    five.
    """

    def __init__(self, console: Console) -> None:
        self.console = console
        self._bar: Progress | None = None
        self._last_line = time.monotonic()

    def on_train_start(self, trainer: L.Trainer, module: L.LightningModule) -> None:
        self._last_line = time.monotonic() - _LINE_EVERY + _FIRST_LINE
        if self.console.is_terminal and trainer.is_global_zero:
            columns = (BarColumn(), TextColumn("{task.description}", markup=False))
            self._bar = Progress(*columns, console=self.console, transient=True)
            self._bar.add_task("the first step ...", total=1.0)
            self._bar.start()

    def on_train_batch_end(self, trainer: L.Trainer, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        text = f"step {trainer.global_step} of {module.recipe.steps}, {time_left(module.seconds_left())}"
        loss = trainer.progress_bar_metrics.get("loss")
        text += f", loss {loss:.3f}" if loss is not None else ""
        if not trainer.is_global_zero:
            return
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], completed=module.progress(trainer.global_step), description=text)
        elif time.monotonic() - self._last_line > _LINE_EVERY:
            self._last_line = time.monotonic()
            logging.getLogger(__name__).info(text)

    def on_exception(self, trainer: L.Trainer, module: L.LightningModule, exception: BaseException) -> None:
        self.stop()

    def teardown(self, trainer: L.Trainer, module: L.LightningModule, stage: str) -> None:
        self.stop()

    def stop(self) -> None:
        """Remove the bar and show the cursor again, which rich hides while the bar is live."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def time_left(seconds: float | None) -> str:
    """Return the remaining time as text: `40 s left`, `12 min left`, `3 h 20 min left`."""
    if seconds is None:
        return "time left unknown"
    if seconds < 90:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min left"


@contextmanager
def logs_on(console: Console) -> Iterator[None]:
    """Within this context the log of model_core is shown on the console, and of other libraries only errors."""
    own, others = logging.getLogger("model_core"), [logging.getLogger(n) for n in ("lightning", "lightning.pytorch")]
    levels = [(logger, logger.level) for logger in (own, *others)]
    handler = _Lines(console)
    own.addHandler(handler)
    own.setLevel(logging.INFO)
    for logger in others:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.filterwarnings("default", category=OldNameWarning)
            yield
    finally:
        own.removeHandler(handler)
        for logger, level in levels:
            logger.setLevel(level)


class _Lines(logging.Handler):
    def __init__(self, console: Console) -> None:
        super().__init__()
        self.console = console

    def emit(self, record: logging.LogRecord) -> None:
        style = "yellow" if record.levelno >= logging.WARNING else "dim"
        self.console.print(record.getMessage(), style=style, soft_wrap=True)
