# SPDX-License-Identifier: GPL-2.0-or-later
"""Validation during training: logs, the best weights, and early stopping."""

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
    """Scores the averaged weights on the validation tiles every `every` steps.

    With `patience`, training stops after that many validations without a better F1 (the mean over tasks), and the best
    weights are written to `output`. The state is part of the run's checkpoints.
    """

    def __init__(self, held_out: HeldOutTiles, every: int, patience: int | None, output: Path) -> None:
        self.held_out = held_out
        self.every = every
        self.patience = patience
        self.output = output
        self._state: dict[str, Any] = {"best": -1.0, "since": 0, "step": 0}

    def state_dict(self) -> dict[str, Any]:
        return dict(self._state)

    def load_state_dict(self, state: dict[str, Any]) -> None:
        self._state = dict(state)

    def on_train_batch_end(self, trainer: L.Trainer, module: Any, outputs: Any, batch: Any, batch_idx: int) -> None:
        if module.ends_step(batch_idx) and trainer.global_step % self.every == 0:
            self._validate(trainer, module)

    def on_train_end(self, trainer: L.Trainer, module: Any) -> None:
        # The last steps may be the best. Without patience the result is not used, and export validates again.
        if self.patience is not None and trainer.global_step != self._state["step"]:
            self._validate(trainer, module)

    def _validate(self, trainer: L.Trainer, module: TrainingModule) -> None:
        found, score = validate_module(module, self.held_out)
        self._state["step"] = trainer.global_step
        for logger in trainer.loggers:
            logger.log_metrics(found, trainer.global_step)
        self._log(trainer, f"step {trainer.global_step}: validation {_f1_text(found)}")
        if self.patience is None:
            return
        if score > self._state["best"]:
            self._state |= {"best": score, "since": 0}
            save_weights(module.trained, self.output / BEST)
            return
        self._state["since"] += 1
        if self._state["since"] >= self.patience:
            self._log(trainer, f"no better F1 in {self.patience} validations: training stops")
            trainer.should_stop = True

    @staticmethod
    def _log(trainer: L.Trainer, text: str) -> None:
        if trainer.is_global_zero:
            _LOG.info(text)


def _f1_text(found: dict[str, float]) -> str:
    """Return the F1 scores as `change_f1_t999 0.781, ...`."""
    return ", ".join(f"{name.removeprefix('val/')} {value:.3f}" for name, value in found.items() if "_f1_" in name)


def validate_module(module: TrainingModule, held_out: HeldOutTiles) -> tuple[dict[str, float], float]:
    """Return the logged scores of the averaged weights by name, and the mean over tasks of the best F1."""
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
def save_weights(net: nn.Module, path: Path, facts: dict[str, str] | None = None) -> None:
    """Write a network's weights as safetensors."""
    save_file({name: value.contiguous() for name, value in net.state_dict().items()}, path, metadata=facts)
