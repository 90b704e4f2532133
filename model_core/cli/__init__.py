# SPDX-License-Identifier: GPL-2.0-or-later
"""The `noise2map` command line: one file for each group of commands, and their progress bars and tables."""


def main() -> None:
    """Run the command line."""
    from model_core.cli.app import main as run

    run()
