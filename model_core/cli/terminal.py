# SPDX-License-Identifier: GPL-2.0-or-later
"""The consoles of the command line: text such as a path `runs/[old]` is printed as it is, never read as markup."""

from __future__ import annotations

from rich.console import Console


def terminal(stderr: bool = False) -> Console:
    """Return a console on stdout or stderr without markup, emoji codes and highlighting."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False)
