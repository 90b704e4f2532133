# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands of training: `pretrain`, `train`, `export`. Torch is imported when one of them runs, not before."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

_RecipeOrFolder = Annotated[
    Path,
    typer.Argument(
        help="A recipe (YAML), or a folder of your own tiles: A/ B/ label/ for change, image/ label/ for buildings."
    ),
]
_Data = Annotated[Path | None, typer.Option(help="The folder that the recipe's paths start from.")]
_Output = Annotated[
    Path,
    typer.Option("--output", "-o", help="Where weights, checkpoints and logs go; an unfinished run there goes on."),
]
_Minutes = Annotated[
    float | None, typer.Option(help="Stop after this many minutes, with the learning rate run down to zero by then.")
]
_Steps = Annotated[int | None, typer.Option(help="Steps to train, in place of the recipe's.")]
_Seed = Annotated[int | None, typer.Option(help="Seed, in place of the recipe's.")]
_Gsd = Annotated[float, typer.Option(help="Ground sample distance of your own tiles, metres.")]
_Devices = Annotated[str, typer.Option(help="How many devices, for Lightning: auto, 1, 2 …")]
_Nodes = Annotated[int, typer.Option(help="How many machines, for Lightning.")]


def register(app: typer.Typer) -> None:
    """Adds the training commands to the application."""
    app.command()(pretrain)
    app.command()(train)
    app.command(name="export")(export_bundle)


def pretrain(
    recipe: _RecipeOrFolder,
    output: _Output,
    data: _Data = None,
    minutes: _Minutes = None,
    steps: _Steps = None,
    seed: _Seed = None,
    gsd: _Gsd = 0.5,
    devices: _Devices = "auto",
    nodes: _Nodes = 1,
) -> None:
    """Teach a network to remove noise from unlabelled images; `train --start` goes on from its weights."""
    from model_core.pretrain import pretrain as run

    chosen, root = _recipe(recipe, data, gsd, steps, seed)
    typer.echo(run(chosen, root, output, minutes, devices=devices, num_nodes=nodes))


def train(
    recipe: _RecipeOrFolder,
    output: _Output,
    data: _Data = None,
    start: Annotated[
        Path | None, typer.Option(help="Weights to begin with (safetensors); else ImageNet's for the encoder.")
    ] = None,
    minutes: _Minutes = None,
    steps: _Steps = None,
    seed: _Seed = None,
    every: Annotated[int, typer.Option(help="Steps between looks at the validation tiles.")] = 500,
    gsd: _Gsd = 0.5,
    devices: _Devices = "auto",
    nodes: _Nodes = 1,
) -> None:
    """Train change and buildings with structured noise, then write a bundle that Detect change runs.

    The bundle lies in OUTPUT/bundle: add it in QGIS under Settings ▸ Options ▸ Noise2Map, or name it with --model.
    """
    from model_core.export import export
    from model_core.train import train as run

    chosen, root = _recipe(recipe, data, gsd, steps, seed)
    run(chosen, root, output, start, minutes, every, devices=devices, num_nodes=nodes)
    typer.echo(export(output, root, output / "bundle", typer.echo))


def export_bundle(
    run: Annotated[Path, typer.Argument(help="The folder that `train` left.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The bundle's folder.")],
    data: Annotated[Path, typer.Option(help="The folder that the recipe's paths start from.")],
) -> None:
    """Make a bundle from a finished run: choose timestep and threshold on validation data, fold, write ONNX, score."""
    from model_core.export import export

    typer.echo(export(run, data, output, typer.echo))


def _recipe(path: Path, data: Path | None, gsd: float, steps: int | None, seed: int | None) -> tuple[Any, Path]:
    from model_core.data.recipe import load_recipe, recipe_for_folder

    if path.is_dir():
        recipe, root = recipe_for_folder(path, gsd), path
    else:
        recipe, root = load_recipe(path), data or Path()
    changed = {name: value for name, value in (("steps", steps), ("seed", seed)) if value is not None}
    return recipe.model_copy(update=changed), root
