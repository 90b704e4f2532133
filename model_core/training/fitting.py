# SPDX-License-Identifier: GPL-2.0-or-later
"""Lightning's Trainer with checkpoints, logs, a clean stop and error messages, for pre-training and training."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import lightning as L
import torch
from lightning.fabric.utilities.exceptions import MisconfigurationException
from lightning.pytorch.callbacks import LearningRateMonitor, ModelCheckpoint
from lightning.pytorch.loggers import CSVLogger, Logger, TensorBoardLogger
from torch.utils.data import IterableDataset

from model_core.data.samples import TrainingSamples
from model_core.errors import DataError, TrainingStopped
from model_core.old_names import RECIPE as OLD_NAMES
from model_core.recipes.recipe import Recipe
from model_core.training.interrupt import CheckpointOnInterrupt
from model_core.training.loop import TrainingModule
from model_core.training.precision import measured

CHECKPOINT = "last.ckpt"
# Steps between checkpoints: a few minutes on two cores.
CHECKPOINT_EVERY = 100
# Recipe fields that may change when a run continues.
_MAY_CHANGE = {
    "title", "description", "candidates", "steps", "epochs", "pretrain_steps", "patience", "views", "int8",
    "known_failures", "control", "tests", "unchanged_sets",
}  # fmt: skip


def fit(
    module: TrainingModule,
    samples: TrainingSamples,
    output: Path,
    stream: IterableDataset | None = None,
    **trainer: Any,
) -> None:
    """Train until the progress is 1, resuming from `output/last.ckpt` where there is one.

    `stream` yields batches drawn from `samples`; default: `samples` itself. `trainer` are further arguments of
    Lightning's Trainer (accelerator, devices, num_nodes, strategy, precision, callbacks ...). The precision
    `auto`, the default, is the faster one on this computer.
    Raises DataError where the folder cannot be written, holds a run of another recipe, or memory runs out;
    TrainingStopped after Ctrl-C, when a checkpoint has been written.
    """
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"The folder '{output}' can't be made: {error.strerror}. Choose another.") from error
    recipe, last = module.recipe, output / CHECKPOINT
    _refuse_another_run(recipe, last)
    if trainer.get("precision", "auto") == "auto":
        trainer["precision"] = measured(module, stream or samples, trainer.get("accelerator", "auto"))
    module.learn_from(samples, stream or samples, steps_done(output) * recipe.accumulate)
    interrupt = CheckpointOnInterrupt(last)
    checkpoints = ModelCheckpoint(
        output,
        filename=last.stem,
        every_n_train_steps=CHECKPOINT_EVERY,
        save_top_k=1,
        enable_version_counter=False,
    )
    rates = [] if trainer.get("logger") is False else [LearningRateMonitor("step")]
    callbacks = [*trainer.pop("callbacks", []), interrupt, checkpoints, *rates]
    trainer["strategy"] = _strategy(**{k: trainer.get(k) for k in ("strategy", "devices", "num_nodes")})
    options = {
        "max_steps": recipe.steps,
        "logger": _loggers(output),
        "callbacks": callbacks,
        "accumulate_grad_batches": recipe.accumulate,
        "log_every_n_steps": 20,
        "gradient_clip_val": 5.0,
        "enable_model_summary": False,
        "use_distributed_sampler": False,
        **trainer,
    }
    try:
        lightning = L.Trainer(**options)
    except (MisconfigurationException, ValueError, TypeError) as error:
        reason = " ".join(str(error).split()).rstrip(".")
        raise DataError(f"Lightning can't train on this computer with these settings: {reason}.") from error
    try:
        lightning.fit(module, ckpt_path=last if last.exists() else None, weights_only=True)
    except (torch.cuda.OutOfMemoryError, MemoryError, RuntimeError) as error:
        if not _ran_out_of_memory(error):
            raise
        raise DataError(
            f"The memory is too small for batches of {recipe.pairs} pairs and {recipe.images} images of {recipe.crop} "
            f"pixels; halve them and double accumulate, for example --set pairs={max(1, recipe.pairs // 2)} "
            f"--set images={recipe.images // 2} --set accumulate={2 * recipe.accumulate}."
        ) from error
    if interrupt.stopped:
        steps = f"{module.global_step} step{'s' if module.global_step != 1 else ''}"
        raise TrainingStopped(f"Stopped after {steps}; the same command continues from there.")


def steps_done(output: Path) -> int:
    """Return the steps of the last checkpoint of a run, 0 if there is none. Raises DataError where it is damaged."""
    last = output / CHECKPOINT
    return int(_read(last)["global_step"]) if last.exists() else 0


def _read(checkpoint: Path) -> dict[str, Any]:
    try:
        return torch.load(checkpoint, map_location="cpu", weights_only=True, mmap=True)
    except Exception as error:
        raise DataError(f"The checkpoint '{checkpoint}' is damaged; delete it to start the run again.") from error


def _refuse_another_run(recipe: Recipe, last: Path) -> None:
    """Raise DataError, naming the first field that differs, where the checkpoint belongs to another recipe."""
    written = _read(last).get("recipe") if last.exists() else None
    if written is None:
        return
    then, now = OLD_NAMES.replace(json.loads(written), None), json.loads(recipe.model_dump_json())
    for field in now:
        if field not in _MAY_CHANGE and field in then and then[field] != now[field]:
            raise DataError(
                f"'{last.parent}' holds a run with another {field} ({then[field]}, now {now[field]}); "
                f"give another --output, or delete {last.name} there."
            )


def _loggers(output: Path) -> list[Logger]:
    """Return CSV and TensorBoard loggers for `output/log`. A run that continues keeps its earlier table."""
    table = output / "log" / "metrics.csv"
    if table.exists():
        # Lightning would delete it.
        before = len(list(table.parent.glob("metrics-*.csv"))) + 1
        table.rename(table.with_name(f"metrics-{before}.csv"))
    return [
        CSVLogger(output, name="log", version=""),
        TensorBoardLogger(output, name="log", version="", default_hp_metric=False),
    ]


def _strategy(strategy: Any, devices: Any, num_nodes: int | None) -> Any:
    """Return Lightning's default strategy; for several processes, one that allows unused parameters, as of a head
    without a task.
    """
    if strategy not in (None, "auto", "ddp"):
        return strategy
    if devices in (None, "auto", -1, "-1"):
        several = torch.cuda.device_count() > 1
    else:
        several = len(devices) > 1 if isinstance(devices, list) else str(devices) != "1"
    return "ddp_find_unused_parameters_true" if several or (num_nodes or 1) > 1 else strategy or "auto"


def _ran_out_of_memory(error: BaseException) -> bool:
    words = str(error).lower()
    return isinstance(error, (torch.cuda.OutOfMemoryError, MemoryError)) or any(
        w in words for w in ("out of memory", "can't allocate memory", "not enough memory")
    )
