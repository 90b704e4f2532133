# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample scene, drawn once for all tests of it."""

from __future__ import annotations

import pytest

from resources.sample.scene import SamplePair, make_scene


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> SamplePair:
    return make_scene(tmp_path_factory.mktemp("scene"))
