# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `compare`: networks on equal terms. Torch is imported when it runs, not before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(compare)


def compare(
    plan: Annotated[
        str, typer.Argument(help="A plan (YAML), or a bundled one by its name: science, levers, open-images.")
    ],
    data: Annotated[Path, typer.Option(help="The folder that the plan's paths start from.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Where runs and results go. What is done there is not done again.")
    ],
    only: Annotated[
        list[str] | None,
        typer.Option(help="Only this arm, or group of arms, and what it is tested against; may be given again."),
    ] = None,
    seeds: Annotated[int | None, typer.Option(min=1, help="Only the first so many seeds of each arm.")] = None,
    steps: Annotated[
        int | None, typer.Option(min=1, help="Steps of every run, in place of the plan's; pre-training in proportion.")
    ] = None,
    tests: Annotated[
        bool, typer.Option("--tests", help="Score the public test sets too. Do this once, when all is decided.")
    ] = False,
    report: Annotated[
        bool, typer.Option("--report", help="Train nothing: tables, plots and document of the runs that are done.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(help="A Markdown document whose compare blocks get the tables and plots.")
    ] = None,
    devices: Annotated[str, typer.Option(help="How many devices, for Lightning: auto, 1, 2 …")] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help="Print what was found as one JSON object.")] = False,
) -> None:
    """Train several networks on equal terms, with several seeds, and say which differences are real.

    Timestep and threshold are chosen on some places, scores come from others; each arm is tested against the control, the
    same network without noise or timestep, scene by scene. Tables and plots in OUTPUT are up to date after every run, and a
    comparison that was stopped goes on where it was.

    An ablation is a group of the bundled plan: --only noise, scheduler, pretraining, tasks, synthesis or peers. F1 at every
    timestep at inference comes from the trained networks, without training again: the plot timesteps.svg.
    """
    from rich.console import Console

    from model_core.cli.progress import speaking
    from model_core.compare.compare import compare as run
    from model_core.compare.document import fill
    from model_core.compare.plan import load_plan
    from model_core.compare.tables import choice_table, contrast_table, public_table, score_table

    errors = Console(stderr=True)
    loaded = load_plan(plan).narrowed(only or [], seeds, steps)
    # A part of a plan shares the runs of the whole, but not its tables.
    results = output / f"_only-{'-'.join(only)}" if only else output
    with speaking(errors):
        found = run(
            loaded,
            data,
            output,
            tests,
            results,
            report,
            lambda line: errors.print(line, markup=False, highlight=False, soft_wrap=True),
            devices=devices,
            enable_progress_bar=False,
        )
    if into:
        fill(into, found)
    if as_json:
        typer.echo(json.dumps(found.as_dict()))
        return
    console = Console()
    for rows in (
        score_table(found, brief=True),
        contrast_table(found, brief=True),
        choice_table(found),
        public_table(found),
    ):
        if rows:
            rows.show(console)
    console.print(f"Results, tables and plots: {results}", markup=False, highlight=False, soft_wrap=True)
