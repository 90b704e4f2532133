# SPDX-License-Identifier: GPL-2.0-or-later
"""The `noise2map` command: one file for each group of commands, the terminal's progress bars and tables."""


def main() -> None:
    """Run the command line; see `app.main`."""
    from model_core.cli.app import main as run

    run()
