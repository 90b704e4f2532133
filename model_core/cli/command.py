# SPDX-License-Identifier: GPL-2.0-or-later
"""The class of every command: it also accepts the option names of version 0.1.0, which `--help` does not list."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

from model_core.old_names import replace_option


class Command(TyperCommand):
    """A typer command that replaces old option names before it parses them, with an OldNameWarning."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        options = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, [*map(replace_option, args[:options]), *args[options:]])
