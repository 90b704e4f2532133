# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks at the held-out tiles while training goes on: logs, the best weights, and when to stop."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import lightning as L
from lightning.pytorch.utilities import rank_zero_only
from safetensors.torch import save_file
from torch import nn

from model_core.evaluation.scores import best_threshold
from model_core.selection.validation import HeldOutTiles, network_mapper, validate
from model_core.training.loop import TrainingModule

BEST = "best.safetensors"
_LOG = logging.getLogger(__name__)


class ValidationCallback(L.Callback):
    """Scores the averaged weights on the held-out tiles every so many steps.

    With `patience`, training stops after that many looks without a better F1 (the mean over tasks), and the weights of
    the best look are kept in `output`. Its memory is part of the run's checkpoints.
    """

    def __init__(self, held_out: HeldOutTiles, every: int, patience: int | None, output: Path) -> None:
        self.held_out = held_out
        self.every = every
        self.patience = patience
        self.output = output
        self._memory: dict[str, Any] = {"best": -1.0, "since": 0, "step": 0}

    def state_dict(self) -> dict[str, Any]:
        return dict(self._memory)

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._memory = dict(state)

    def on_train_batch_end(self, trainer: L.Trainer, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        if module.ends_step(batch_idx) and trainer.global_step % self.every == 0:
            self._look(trainer, module)

    def on_train_end(self, trainer: L.Trainer, module: Any) -> None:
        # The last steps may be the best; without patience nothing hangs on it, and export looks anyway.
        if self.patience is not None and trainer.global_step != self._memory["step"]:
            self._look(trainer, module)

    def _look(self, trainer: L.Trainer, module: TrainingModule) -> None:
        found, score = look(module, self.held_out)
        self._memory["step"] = trainer.global_step
        for logger in trainer.loggers:
            logger.log_metrics(found, trainer.global_step)
        self._say(trainer, f"step {trainer.global_step}: validation {_spoken(found)}")
        if self.patience is None:
            return
        if score > self._memory["best"]:
            self._memory |= {"best": score, "since": 0}
            keep(module.trained, self.output / BEST)
            return
        self._memory["since"] += 1
        if self._memory["since"] >= self.patience:
            self._say(trainer, f"no better for {self.patience} looks: training stops")
            trainer.should_stop = True

    @staticmethod
    def _say(trainer: L.Trainer, text: str) -> None:
        if trainer.is_global_zero:
            _LOG.info(text)


def _spoken(found: dict[str, float]) -> str:
    """The F1 among the figures, as `change_f1_t999 0.781, ...`."""
    return ", ".join(f"{name.removeprefix('val/')} {value:.3f}" for name, value in found.items() if "_f1_" in name)


def look(module: TrainingModule, held_out: HeldOutTiles) -> tuple[dict[str, float], float]:
    """Figures of the averaged weights by the names they are logged under, and the mean over tasks of their best F1."""
    found: dict[str, float] = {}
    best: dict[str, float] = {}
    net = module.trained.eval()
    candidates = {str(task): module.recipe.candidates_of(task) for task in module.recipe.tasks}
    ends = [{task: offered[end] for task, offered in candidates.items()} for end in (0, -1)]
    for timesteps in ends if ends[0] != ends[1] else ends[:1]:
        mapped = network_mapper(net, module.schedules, timesteps)  # type: ignore[arg-type]
        for task, sets in validate(mapped, held_out).items():
            timestep = timesteps[task]
            threshold, f1 = best_threshold(sets)
            best[task] = max(f1, best.get(task, 0.0))
            found[f"val/{task}_f1_t{timestep}"] = f1
            found[f"val/{task}_threshold_t{timestep}"] = threshold
            found |= {f"val/{name}_f1_t{timestep}": h.at(threshold).f1 for name, h in sets.items()}
    return found, sum(best.values()) / len(best)


@rank_zero_only
def keep(net: nn.Module, path: Path, facts: dict[str, str] | None = None) -> None:
    """Write a network's weights as safetensors."""
    save_file({name: value.contiguous() for name, value in net.state_dict().items()}, path, metadata=facts)
