# SPDX-License-Identifier: GPL-2.0-or-later
"""`noise2map` on the command line. Starts in a fraction of a second: whatever is heavy is imported by the command
that needs it, and torch only by the training commands.

Exit codes: 0 done; 1 a sentence on stderr says what was wrong; 2 the command was misspelt; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys

import typer

from model_core.cli import compare as compare_cli
from model_core.cli import evaluate as evaluate_cli
from model_core.cli import inference as inference_cli
from model_core.cli import training as training_cli
from model_core.errors import DataError, Halted
from noise2map_qgis.engine.errors import Cancelled, EngineError
from noise2map_qgis.installed import find_runtime

app = typer.Typer(
    name="noise2map",
    help="Change and building maps from overhead imagery: run the models, score them, train them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
inference_cli.register(app)
evaluate_cli.register(app)
training_cli.register(app)
compare_cli.register(app)


def main() -> None:
    """Runs the command; a user's mistake ends in a sentence, never in a traceback."""
    find_runtime()
    try:
        app()
    except Cancelled:
        typer.echo("Stopped; nothing was written.", err=True)
        sys.exit(130)
    except Halted as halt:
        typer.echo(str(halt), err=True)
        sys.exit(130)
    except (EngineError, DataError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
