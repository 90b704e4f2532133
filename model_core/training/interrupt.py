# SPDX-License-Identifier: GPL-2.0-or-later
"""Ctrl-C ends a run after the current step with a checkpoint; a second Ctrl-C ends it at once."""

from __future__ import annotations

import signal
import threading
from pathlib import Path
from types import FrameType
from typing import Any

import lightning as L


class CheckpointOnInterrupt(L.Callback):
    """Handles the first Ctrl-C of a run: writes the checkpoint and sets `stopped`."""

    def __init__(self, checkpoint: Path) -> None:
        self.checkpoint = checkpoint
        self.stopped = False
        self._wanted = False
        self._before: Any = None

    def on_train_start(self, trainer: L.Trainer, module: L.LightningModule) -> None:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._take)

    def on_train_batch_end(self, trainer: L.Trainer, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        if not module.ends_step(batch_idx):
            return
        # Ctrl-C in a terminal reaches all processes, but not all in the same step.
        if trainer.world_size > 1:
            self._wanted = trainer.strategy.reduce_boolean_decision(self._wanted, all=False)
        if self._wanted and not self.stopped:
            self.stopped = True
            trainer.save_checkpoint(self.checkpoint)
            trainer.should_stop = True

    def teardown(self, trainer: L.Trainer, module: L.LightningModule, stage: str) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None

    def _take(self, _signal: int, _frame: FrameType | None) -> None:
        self._wanted = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
