# SPDX-License-Identifier: GPL-2.0-or-later
"""The `noise2map` command line. Each command imports what it needs when it runs; torch is imported by training alone.

Exit codes: 0 success; 1 an error, explained in one sentence on stderr; 2 a usage error; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
import warnings
from typing import Any

import typer

from model_core.cli import (
    accuracy,
    add_model,
    batch,
    check_pair,
    compare,
    evaluate,
    explain,
    inference,
    models,
    timeline,
    training,
    training_tiles,
)
from model_core.errors import DataError, TrainingStopped
from model_core.old_names import OldNameWarning
from noise2map_qgis.engine.errors import Cancelled, EngineError
from noise2map_qgis.installed import apply_preferences, find_runtime

app = typer.Typer(
    name="noise2map",
    help="Change and building maps from overhead imagery: run the models, evaluate them, train them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_GROUPS = (
    check_pair, inference, timeline, explain, batch, models, add_model, evaluate, accuracy, training_tiles, training,
    compare,
)  # fmt: skip
for group in _GROUPS:
    group.register(app)


def main() -> None:
    """Run a command; an error of the user ends in a sentence, not in a traceback."""
    find_runtime()
    apply_preferences()
    with warnings.catch_warnings():
        warnings.filterwarnings("default", category=OldNameWarning)
        warnings.showwarning = _show_warning
        _run()


def _run() -> None:
    try:
        app()
    except Cancelled:
        typer.echo("Stopped; no output was written.", err=True)
        sys.exit(130)
    except TrainingStopped as stopped:
        typer.echo(str(stopped), err=True)
        sys.exit(130)
    except (EngineError, DataError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


def _show_warning(message: Warning | str, *_: Any, **__: Any) -> None:
    typer.echo(f"Warning: {message}", err=True)


if __name__ == "__main__":
    main()
