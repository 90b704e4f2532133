# SPDX-License-Identifier: GPL-2.0-or-later
"""The command `compare`: what it passes on, what it prints, and that its help needs no torch."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from model_core.cli.app import app
from model_core.compare import compare as compare_module
from model_core.compare.summary import comparison
from model_core.errors import DataError
from tests.model_core.compare.conftest import write_plan


@pytest.fixture
def asked(monkeypatch, results):
    """What the command asked for; the answer is made up."""
    calls = []

    def answer(loaded, data, output, tests, folder, only_done, log, **trainer):
        calls.append((loaded.plan, output, tests or only_done, folder, trainer))
        log("1 of 1: a line for people")
        return comparison(loaded.plan, results)

    monkeypatch.setattr(compare_module, "compare", answer)
    return calls


def run(*arguments):
    return CliRunner().invoke(app, ["compare", *map(str, arguments)], env={"COLUMNS": "250"})


def test_json_is_one_object_and_the_rest_goes_to_stderr(asked, tmp_path):
    plan = write_plan(tmp_path)
    done = run(
        plan, "--data", tmp_path, "-o", tmp_path / "runs", "--json", "--only", "noise", "--seeds", 1, "--steps", 9
    )
    assert done.exit_code == 0, done.output
    found = json.loads(done.stdout)
    assert found["contrasts"][0]["verdict"] == "no significant difference"
    assert "a line for people" in done.stderr
    ((narrowed, output, tests, folder, trainer),) = asked
    assert (narrowed.steps, narrowed.seeds_of(narrowed.arms[0]), tests) == (9, [0], False)
    assert [arm.name for arm in narrowed.arms] == ["control", "contrast"]
    assert folder == output / "_only-noise"
    assert trainer["devices"] == "auto"


def test_tables_for_people_and_a_document(asked, tmp_path):
    document = tmp_path / "science.md"
    document.write_text("<!-- compare tests -->\n<!-- end compare -->\n")
    done = run(write_plan(tmp_path), "--data", tmp_path, "-o", tmp_path / "runs", "--into", document)
    assert done.exit_code == 0, done.output
    assert "mean rank" in done.stdout
    assert "no significant difference" in document.read_text()


def test_mistakes_are_sentences(tmp_path):
    done = run("no-such-plan", "--data", tmp_path, "-o", tmp_path)
    assert isinstance(done.exception, DataError)
    assert "There is no plan 'no-such-plan'" in str(done.exception)


def test_help_imports_no_torch():
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom model_core.cli.app import app\n"
        "done = CliRunner().invoke(app, ['compare', '--help'])\nassert done.exit_code == 0\n"
        "sys.exit(any(name in sys.modules for name in ('torch', 'scipy', 'lightning')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
