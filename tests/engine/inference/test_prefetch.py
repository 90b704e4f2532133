# SPDX-License-Identifier: GPL-2.0-or-later
"""Work done ahead comes in order, its errors arrive in their turn, and nothing goes on when nobody listens any more."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from noise2map_qgis.engine.inference.prefetch import prefetch


def test_answers_come_in_order_whoever_is_quicker() -> None:
    def slow_when_even(number: int) -> int:
        time.sleep(0.01 * (number % 2 == 0))
        return number * number

    assert list(prefetch(slow_when_even, range(12), 3, 5)) == [number * number for number in range(12)]


def test_several_work_at_once_and_not_too_far_ahead() -> None:
    both = threading.Barrier(2, timeout=5)
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(20):
            taken.append(number)
            yield number

    answers = prefetch(lambda number: both.wait() if number < 2 else None, items(), 2, 3)
    next(answers)  # would never come if one thread did the work
    assert len(taken) <= 5
    answers.close()


def test_an_error_is_raised_in_its_turn() -> None:
    def fail_at_three(number: int) -> int:
        if number == 3:
            raise ValueError("three")
        return number

    answers = prefetch(fail_at_three, range(9), 2, 4)
    assert [next(answers) for _ in range(3)] == [0, 1, 2]
    with pytest.raises(ValueError, match="three"):
        next(answers)


def test_a_consumer_that_stops_leaves_no_thread_behind() -> None:
    done: list[int] = []
    answers = prefetch(done.append, range(1000), 2, 4)
    next(answers)
    answers.close()
    begun = len(done)
    time.sleep(0.05)
    assert len(done) == begun < 10
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("noise2map")]
