# SPDX-License-Identifier: GPL-2.0-or-later
"""The terminal's side of a run: stdout stays clean, the first Ctrl-C asks the engine to stop."""

from __future__ import annotations

import os
import signal

import pytest

from model_core.cli.engine_feedback import console_feedback


def test_the_first_ctrl_c_asks_to_stop_and_the_second_interrupts():
    before = signal.getsignal(signal.SIGINT)
    with console_feedback("tiles") as feedback:
        assert not feedback.cancelled()
        os.kill(os.getpid(), signal.SIGINT)
        assert feedback.cancelled()
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_log_and_warnings_go_to_stderr_and_the_log_may_be_left_out(capsys):
    with console_feedback("tiles") as feedback:
        feedback.progress(1, 2)
        feedback.log("grid chosen")
        feedback.warn("[no] markup")
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "grid chosen" in seen.err
    assert "[no] markup" in seen.err
    with console_feedback("tiles", quiet=True) as feedback:
        feedback.log("grid chosen")
        feedback.warn("a warning stays")
    seen = capsys.readouterr()
    assert "grid chosen" not in seen.err
    assert "a warning stays" in seen.err
