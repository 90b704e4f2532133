# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `compare`: several networks on equal terms. Torch is imported when it runs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from model_core.cli.command import Command
from model_core.cli.terminal import terminal


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(compare)


def compare(
    plan: Annotated[
        str, typer.Argument(help="A plan (YAML), or a bundled one by its name: science, levers, open-images.")
    ],
    data: Annotated[Path, typer.Option(help="The folder that the plan's paths are relative to.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="The folder of runs and results. Completed runs in it are not repeated."),
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(help="Only this arm or group of arms, and the arms that it is tested against; may be repeated."),
    ] = None,
    seeds: Annotated[int | None, typer.Option(min=1, help="Only the first N seeds of each arm.")] = None,
    steps: Annotated[
        int | None, typer.Option(min=1, help="Steps of every run, instead of the plan's; pre-training in proportion.")
    ] = None,
    public_test: Annotated[
        bool,
        typer.Option("--public-test", help="Score the public test sets too. Do this once, after all decisions."),
    ] = False,
    report: Annotated[
        bool, typer.Option("--report", help="Do not train; write tables, plots and document of the completed runs.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(help="A Markdown document; its compare blocks are replaced by tables and plots.")
    ] = None,
    devices: Annotated[str, typer.Option(help="Number of devices, for Lightning: auto, 1, 2 …")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Print the results as one JSON object.")] = False,
) -> None:
    """Train several networks on equal terms with several seeds, and test which differences are significant.

    Timestep and threshold are chosen on validation places, scores are of test places; each arm is tested against the
    control, the same network without noise or timestep, scene by scene. Tables and plots in OUTPUT are updated
    after every run, and an interrupted comparison continues where it stopped.

    Ablations are groups of the bundled plan: --only noise, scheduler, pretraining, tasks, synthesis or peers. The plot
    timesteps.svg shows F1 at every timestep at inference, without further training.
    """
    from model_core.cli.training_progress import logs_on
    from model_core.compare.compare import compare as run
    from model_core.compare.document import fill
    from model_core.compare.plan import load_plan
    from model_core.compare.tables import choice_table, contrast_table, public_table, score_table

    errors = terminal(stderr=True)
    loaded = load_plan(plan).narrowed(only or [], seeds, steps)
    # A part of a plan shares the runs of the whole plan, but has tables of its own.
    results = output / f"_only-{'-'.join(only)}" if only else output
    with logs_on(errors):
        found = run(
            loaded,
            data,
            output,
            public_test,
            results,
            report,
            lambda line: errors.print(line, soft_wrap=True),
            devices=devices,
            enable_progress_bar=False,
        )
    if into:
        fill(into, found)
    if as_json:
        typer.echo(json.dumps(found.as_dict()))
        return
    console = terminal()
    for rows in (
        score_table(found, brief=True),
        contrast_table(found, brief=True),
        choice_table(found),
        public_table(found),
    ):
        if rows:
            rows.show(console)
    console.print(f"Results, tables and plots: {results}", soft_wrap=True)
