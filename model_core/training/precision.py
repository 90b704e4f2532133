# SPDX-License-Identifier: GPL-2.0-or-later
"""Which number format trains faster on this computer, found by trying.

A CPU without native bfloat16 emulates it and takes eight times as long as in 32-bit floats; one that has it takes half.
"""

from __future__ import annotations

import copy
import logging
import time
import warnings
from collections.abc import Callable

import torch
from torch.utils.data import IterableDataset

from model_core.training.loop import TrainingModule

FULL, HALF = "32-true", "bf16-mixed"
_STEPS = 2
_LOG = logging.getLogger(__name__)


def measured(module: TrainingModule, stream: IterableDataset, accelerator: str = "auto") -> str:
    """The faster of Lightning's `bf16-mixed` and `32-true` for a step of this module; says so in the log.

    A few steps of each are tried on the CPU with a copy of the module and the stream's first batch. A GPU gets bfloat16
    if it has that, else 32-bit floats.
    """
    if accelerator in ("auto", "gpu", "cuda") and torch.cuda.is_available():
        return HALF if torch.cuda.is_bf16_supported(including_emulation=False) else FULL
    if accelerator in ("auto", "mps") and torch.backends.mps.is_available():
        return FULL
    batch = next(iter(stream))
    trial = copy.deepcopy(module).train()
    trial.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return faster(lambda precision: _step(trial, batch, precision))


def faster(step: Callable[[str], float]) -> str:
    """The precision with the shorter step; `step` takes one in it and returns its seconds. Says both in the log.

    The first step of each does not count, unless bfloat16 is so slow in it that the rest would be a waste of time.
    """
    step(FULL)
    seconds = {FULL: min(step(FULL) for _ in range(_STEPS))}
    first = step(HALF)
    seconds[HALF] = first if first > 3 * seconds[FULL] else min(step(HALF) for _ in range(_STEPS))
    chosen = min(seconds, key=lambda precision: seconds[precision])
    told = ", ".join(f"{precision} {taken:.2f} s" for precision, taken in seconds.items())
    _LOG.info(f"precision {chosen}: a step takes {told}")
    return chosen


def _step(module: TrainingModule, batch: dict[str, torch.Tensor], precision: str) -> float:
    begun = time.perf_counter()
    with warnings.catch_warnings():
        # It logs, and no trainer is there to hear it.
        warnings.simplefilter("ignore")
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == HALF):
            loss = module.training_step(batch, 0)
    assert isinstance(loss, torch.Tensor)
    loss.backward()
    module.zero_grad()
    return time.perf_counter() - begun
