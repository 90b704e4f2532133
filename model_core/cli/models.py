# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `info`, and the choice of a model by its name or folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from model_core.cli import tables
from model_core.cli.command import Command
from model_core.cli.options import Json
from noise2map_qgis.engine.errors import BundleError
from noise2map_qgis.engine.model.bundle import Bundle, load_bundle
from noise2map_qgis.installed import installed_models


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(cls=Command)(info)


def info(
    model: Annotated[
        str | None,
        typer.Argument(
            metavar="[MODEL|OUTPUT]",
            help="A model's name or folder, or a file that `detect` or `segment` has written; default: list all "
            "models.",
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """List the models and devices of this computer, show the card of one model, or say how an output was made."""
    if model is None:
        bundles, problems = installed_models()
        typer.echo(json.dumps(tables.listing(bundles, problems))) if as_json else tables.show_listing(bundles, problems)
    elif Path(model).is_file():
        _show_output(Path(model), as_json)
    else:
        bundle = pick_bundle(model)
        typer.echo(json.dumps(bundle.card)) if as_json else tables.show_card(bundle)


def _show_output(path: Path, as_json: bool) -> None:
    from model_core.cli import provenance
    from noise2map_qgis.engine.output.provenance import read_provenance

    made = read_provenance(path)
    typer.echo(json.dumps(provenance.described(made, path.absolute()))) if as_json else provenance.show(
        made, path.absolute()
    )


def pick_bundle(model: str | None, task: str | None = None) -> Bundle:
    """Return the bundle of that name or in that folder; without `model`, the first one for `task`.

    Raises BundleError, which names the installed models.
    """
    if model is not None and Path(model).is_dir():
        return load_bundle(Path(model))
    bundles, problems = installed_models()
    for bundle in bundles:
        if model in (None, bundle.name) and (task is None or task in bundle.tasks):
            return bundle
    wanted = f"There is no model named '{model}'" if model else "There is no model"
    doing = f" for the task '{task}'" if task else ""
    known = ", ".join(bundle.name for bundle in bundles) or "none"
    raise BundleError(
        f"{wanted}{doing} here; installed are: {known}. Give --model one of these, or the folder of a bundle."
        + "".join(f"\n{problem}" for problem in problems)
    )
