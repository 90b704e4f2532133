# SPDX-License-Identifier: GPL-2.0-or-later
"""The commands of training: `pretrain`, `train`, `export`, `schema`. Torch is imported when one of them runs, not before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from model_core.errors import DataError

if TYPE_CHECKING:
    from rich.console import Console

    from model_core.data.recipe import Recipe

_HARDWARE = "Hardware, as Lightning takes it"
_RecipeOrFolder = Annotated[
    str,
    typer.Argument(
        metavar="RECIPE|FOLDER",
        help="A recipe (a YAML file, or the name of one that comes along, such as whu-cd), or a folder of your own "
        "tiles: A/ B/ label/ for change, image/ label/ for buildings.",
    ),
]
_Data = Annotated[
    Path | None, typer.Option(help="The folder that the recipe's paths start from. Default: this one, or FOLDER.")
]
_Output = Annotated[
    Path,
    typer.Option("--output", "-o", help="Where weights, checkpoints and logs go; an unfinished run there goes on."),
]
_Minutes = Annotated[
    float | None,
    typer.Option(min=0.01, help="Stop after this many minutes, with the learning rate run down to zero by then."),
]
_Steps = Annotated[int | None, typer.Option(min=1, help="Steps to train, in place of the recipe's.")]
_Seed = Annotated[int | None, typer.Option(min=0, help="Seed, in place of the recipe's.")]
_Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="Any field of the recipe, and again for another: --set pairs=4 --set sources.0.weight=0.5 "
        "--set network=noise2map-unet. `noise2map schema` lists them.",
    ),
]
_Gsd = Annotated[float, typer.Option(min=0.001, help="Ground sample distance of your own tiles, metres a pixel.")]
_Accelerator = Annotated[str, typer.Option(rich_help_panel=_HARDWARE, help="auto, cpu, gpu, mps …")]
_Devices = Annotated[str, typer.Option(rich_help_panel=_HARDWARE, help="How many, or which: auto, 2, 0,1 …")]
_Nodes = Annotated[int, typer.Option(rich_help_panel=_HARDWARE, min=1, help="How many machines.")]
_Strategy = Annotated[str, typer.Option(rich_help_panel=_HARDWARE, help="auto, ddp, fsdp …")]
_Precision = Annotated[
    str,
    typer.Option(
        rich_help_panel=_HARDWARE,
        help="auto: the faster one, by a few steps of each; bf16-mixed, 16-mixed (GPUs without bfloat16), 32-true …",
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Print what came out as one JSON object.")]


def register(app: typer.Typer) -> None:
    """Adds the training commands to the application."""
    app.command()(pretrain)
    app.command()(train)
    app.command(name="export")(export_bundle)
    app.command()(schema)


def pretrain(
    recipe: _RecipeOrFolder,
    output: _Output,
    data: _Data = None,
    minutes: _Minutes = None,
    steps: _Steps = None,
    seed: _Seed = None,
    settings: _Set = None,
    gsd: _Gsd = 0.5,
    accelerator: _Accelerator = "auto",
    devices: _Devices = "auto",
    nodes: _Nodes = 1,
    strategy: _Strategy = "auto",
    precision: _Precision = "auto",
    as_json: _Json = False,
) -> None:
    """Teach a network to remove noise from images; their labels are not read.

    The weights it leaves are what `noise2map train --start OUTPUT/weights.safetensors` goes on from.

    Example: noise2map pretrain noise2map-lite --data DATA -o runs/pre --minutes 30
    """
    shorter = [f"pretrain_steps={steps}"] if steps is not None else []
    # A mistake in the recipe is told before torch, which takes seconds, is imported.
    chosen, root = _recipe(recipe, data, gsd, [*(settings or []), *shorter, *_seeded(seed)])
    from model_core.pretrain import pretrain as run
    from model_core.training_tables import facts_of

    with _terminal() as (console, bar):
        console.print(f"Pre-training {chosen.name} on {root}", markup=False, highlight=False)
        weights = run(
            chosen,
            root,
            output,
            minutes,
            **_hardware(accelerator, devices, nodes, strategy, precision),
            callbacks=[bar],
        )
    _tell(facts_of(weights), as_json)


def train(
    recipe: _RecipeOrFolder,
    output: _Output,
    data: _Data = None,
    start: Annotated[
        Path | None, typer.Option(help="Weights to begin with (safetensors); else those that come with the network.")
    ] = None,
    minutes: _Minutes = None,
    steps: _Steps = None,
    seed: _Seed = None,
    settings: _Set = None,
    every: Annotated[int, typer.Option(min=1, help="Steps between looks at the validation tiles.")] = 500,
    gsd: _Gsd = 0.5,
    accelerator: _Accelerator = "auto",
    devices: _Devices = "auto",
    nodes: _Nodes = 1,
    strategy: _Strategy = "auto",
    precision: _Precision = "auto",
    bundle: Annotated[bool, typer.Option(help="End with a bundle, or with the weights alone.")] = True,
    as_json: _Json = False,
) -> None:
    """Train change, buildings or both with structured noise, then write a bundle that Detect change runs.

    The bundle lies in OUTPUT/bundle: add it in QGIS under Settings ▸ Options ▸ Noise2Map, or name it with --model.
    Ctrl-C stops after the step it is in, and the same command goes on from there.

    Examples:

    noise2map train my/tiles -o runs/mine --minutes 30

    noise2map train whu-cd-folding --data WHU-CD -o runs/whu --set seed=1
    """
    # A number of steps takes the place of a number of epochs, too.
    shorter = [f"steps={steps}", "epochs=null"] if steps is not None else []
    chosen, root = _recipe(recipe, data, gsd, [*(settings or []), *shorter, *_seeded(seed)])
    from lightning.pytorch.utilities import rank_zero_only

    from model_core.plan import require_held_out
    from model_core.train import train as run

    if bundle or chosen.patience is not None:
        require_held_out(chosen, root)
    with _terminal() as (console, bar):
        console.print(f"Training {chosen.name} on {root}", markup=False, highlight=False)
        hardware = _hardware(accelerator, devices, nodes, strategy, precision)
        weights = run(chosen, root, output, start, minutes, every, **hardware, callbacks=[bar])
        # Lightning runs this very command once for each further device; one of them ends it.
        rank_zero_only(_finish)(weights, root, bundle, as_json, console)


def _finish(weights: Path, data: Path, bundle: bool, as_json: bool, console: Console) -> None:
    """Writes the bundle, if it is wanted, and tells what came out."""
    from model_core.export import export
    from model_core.training_tables import facts_of, facts_of_bundle

    facts = facts_of(weights)
    if bundle:
        console.print("Choosing timestep and threshold on validation tiles", markup=False, highlight=False)
        facts |= facts_of_bundle(export(weights.parent, data, weights.parent / "bundle", lambda line: None))
    _tell(facts, as_json)


def export_bundle(
    run: Annotated[Path, typer.Argument(help="The folder that `train` left.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The bundle's folder.")],
    data: Annotated[Path, typer.Option(help="The folder that the recipe's paths start from.")],
    float16: Annotated[bool, typer.Option("--float16", help="Add float16 files, which GPUs prefer.")] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Add files that keep the timestep as an input, for tools that explain maps."),
    ] = False,
    as_json: _Json = False,
) -> None:
    """Make a bundle from a finished run: choose timestep and threshold on validation data, fold, write ONNX, score."""
    from model_core.export import export
    from model_core.training_tables import facts_of_bundle

    with _terminal() as (console, _):
        card = export(
            run,
            data,
            output,
            lambda line: console.print(line, style="dim", markup=False, soft_wrap=True),
            float16=float16,
            explain=explain,
        )
    _tell(facts_of_bundle(card), as_json)


def schema(
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; else it is printed.")] = None,
) -> None:
    """Write the JSON schema of recipe files: every field, its type, its default and what it means.

    Editors complete and check recipes by it: put `# yaml-language-server: $schema=recipe.schema.json` into the first line.
    """
    from model_core.recipe_schema import schema_text

    if output is None:
        typer.echo(schema_text(), nl=False)
    else:
        try:
            output.write_text(schema_text(), encoding="utf-8")
        except OSError as error:
            raise DataError(f"'{output}' can't be written: {error.strerror}.") from error


def _recipe(name: str, data: Path | None, gsd: float, settings: list[str]) -> tuple[Recipe, Path]:
    """The recipe of a folder, a file or a name, with settings, and the folder that its paths start from."""
    from model_core.data.recipe import load_recipe, recipe_for_folder, with_settings
    from model_core.recipe_schema import bundled_recipes

    path, bundled = Path(name), bundled_recipes()
    if path.is_dir():
        return with_settings(recipe_for_folder(path, gsd), settings), path
    if not path.exists() and name not in bundled:
        raise DataError(
            f"There is no recipe and no folder '{name}' here. The recipes that come along are {', '.join(bundled)}."
        )
    recipe, root = load_recipe(path if path.exists() else bundled[name], settings), data or Path()
    if not root.is_dir():
        raise DataError(f"The data folder '{root}' is not there; name it with --data.")
    return recipe, root


@contextmanager
def _terminal() -> Iterator[tuple[Console, Any]]:
    """The console on stderr and the bar of a run; other libraries' talk is kept off it."""
    from rich.console import Console

    from model_core.progress import PaceBar, speaking

    console = Console(stderr=True)
    with speaking(console):
        yield console, PaceBar(console)


def _seeded(seed: int | None) -> list[str]:
    return [f"seed={seed}"] if seed is not None else []


def _hardware(accelerator: str, devices: str, nodes: int, strategy: str, precision: str) -> dict[str, Any]:
    """Trainer arguments."""
    return {
        "accelerator": accelerator,
        "devices": devices,
        "num_nodes": nodes,
        "strategy": strategy,
        "precision": precision,
        # The bar is ours: it knows the minutes, too.
        "enable_progress_bar": False,
    }


def _tell(facts: dict[str, Any], as_json: bool) -> None:
    from model_core.training_tables import show_facts

    if as_json:
        typer.echo(json.dumps(facts))
    else:
        show_facts(facts)
