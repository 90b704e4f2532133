# SPDX-License-Identifier: GPL-2.0-or-later
"""The application as a whole: no command is written and then left out of it."""

from __future__ import annotations

import importlib
import pkgutil

import typer
from typer.main import get_command

import model_core.cli
from model_core.cli.app import app


def _names(application: typer.Typer) -> set[str]:
    return set(get_command(application).commands)  # type: ignore[attr-defined]


def test_every_group_of_commands_is_in_the_application():
    modules = [
        importlib.import_module(f"model_core.cli.{found.name}")
        for found in pkgutil.iter_modules(model_core.cli.__path__)
        if found.name != "__main__"
    ]
    groups = [module for module in modules if hasattr(module, "register")]
    assert len(groups) > 10
    for group in groups:
        alone = typer.Typer()
        alone.command("first")(lambda: None)
        alone.command("second")(lambda: None)
        group.register(alone)
        missing = _names(alone) - {"first", "second"} - _names(app)
        assert not missing, f"{group.__name__}: {missing} cannot be run; add the group to model_core/cli/app.py"
