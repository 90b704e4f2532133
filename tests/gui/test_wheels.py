# SPDX-License-Identifier: GPL-2.0-or-later
"""The wheel that is chosen is the one pip would choose, on machines that are not here, too."""

from __future__ import annotations

import pytest

from noise2map_qgis.gui.wheels import (
    KINDS,
    Machine,
    choose,
    pinned_sha256,
    wheel_at,
    wheels_in_folder,
    wheels_in_index,
)
from noise2map_qgis.preferences import RUNTIMES

# What the package index lists, of the versions that matter here.
LISTED = [
    "onnxruntime-1.31.1-cp311-cp311-manylinux_2_28_x86_64.whl",
    "onnxruntime-1.31.1-cp311-cp311-macosx_14_0_arm64.whl",
    "onnxruntime-1.31.1-cp311-cp311-win_amd64.whl",
    "onnxruntime-1.31.1-cp311-cp311-win_arm64.whl",
    "onnxruntime-1.31.1-cp313-cp313-win_amd64.whl",
    "onnxruntime-1.31.1-cp313-cp313t-win_amd64.whl",
    "onnxruntime-1.23.2-cp310-cp310-win_amd64.whl",
    "onnxruntime-1.23.2-cp311-cp311-macosx_13_0_arm64.whl",
    "onnxruntime-1.23.2-cp311-cp311-macosx_13_0_x86_64.whl",
    "onnxruntime-1.23.2-cp311-cp311-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
    "onnxruntime-1.19.2-cp39-cp39-macosx_11_0_universal2.whl",
    "onnxruntime-1.19.2-cp39-cp39-win_amd64.whl",
    "onnxruntime-1.40.0-cp311-cp311-manylinux_2_28_x86_64.whl",
]


@pytest.mark.parametrize(
    ("machine", "expected"),
    [
        (Machine("cp311", "linux", "x86_64", (2, 36)), LISTED[0]),
        (Machine("cp311", "linux", "x86_64", (2, 27)), LISTED[9]),
        (Machine("cp311", "linux", "riscv64", (2, 36)), None),
        (Machine("cp311", "darwin", "arm64", (15, 1)), LISTED[1]),
        (Machine("cp311", "darwin", "arm64", (13, 6)), LISTED[7]),
        (Machine("cp311", "darwin", "x86_64", (14, 0)), LISTED[8]),
        (Machine("cp311", "win32", "amd64"), LISTED[2]),
        (Machine("cp311", "win32", "arm64"), LISTED[3]),
        (Machine("cp313", "win32", "amd64"), LISTED[4]),
        (Machine("cp310", "win32", "amd64"), LISTED[6]),
        (Machine("cp39", "darwin", "arm64", (12, 0)), LISTED[10]),
        (Machine("cp39", "win32", "amd64"), LISTED[11]),
        (Machine("cp38", "win32", "amd64"), None),
    ],
    ids=str,
)
def test_the_wheel_for_a_machine(machine, expected):
    chosen = choose([wheel_at(name) for name in LISTED], machine, pinned=True)
    assert (chosen.place if chosen else None) == expected


def test_what_is_not_pinned_comes_from_a_folder_only(tmp_path):
    name = "onnxruntime_gpu-1.22.0-cp311-cp311-manylinux_2_28_x86_64.whl"
    for file in (name, "numpy-2.2.0-cp311-cp311-manylinux_2_28_x86_64.whl", "notes.txt"):
        (tmp_path / file).touch()
    machine = Machine("cp311", "linux", "x86_64", (2, 36))
    found = wheels_in_folder(tmp_path)
    assert [wheel.package for wheel in found] == ["onnxruntime_gpu"]
    assert choose(found, machine, pinned=True) is None
    assert choose(found, machine, pinned=False).place == str(tmp_path / name)


def test_an_index_is_read_without_its_checksums():
    page = """<html><body>
      <a href="../../packages/aa/onnxruntime-1.31.1-cp311-cp311-win_amd64.whl#sha256=abc">w</a>
      <a href="https://elsewhere.example/onnxruntime-1.31.1.tar.gz#sha256=def">source</a>
      <a href="onnxruntime_gpu-1.31.1-cp311-cp311-win_amd64.whl#sha256=123">another package</a>
    </body></html>"""
    (wheel,) = wheels_in_index(page, "https://pypi.example/simple/onnxruntime/")
    assert wheel.place == "https://pypi.example/packages/aa/onnxruntime-1.31.1-cp311-cp311-win_amd64.whl"
    (wheel,) = wheels_in_index(page, "https://pypi.example/simple/onnxruntime-gpu/", "onnxruntime-gpu")
    assert wheel.file_name == "onnxruntime_gpu-1.31.1-cp311-cp311-win_amd64.whl"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_version_of_every_kind_is_pinned(kind):
    known = [wheel_at(name) for name in pinned_sha256()]
    package = KINDS[kind].package.replace("-", "_")
    for version in KINDS[kind].versions:
        assert any((wheel.package, wheel.version) == (package, version) for wheel in known), version
    assert all(len(sha256) == 64 and int(sha256, 16) for sha256 in pinned_sha256().values())
    assert set(KINDS) == set(RUNTIMES)


@pytest.mark.parametrize(
    ("kind", "machine", "expected"),
    [
        (
            "cpu",
            Machine("cp311", "linux", "x86_64", (2, 36)),
            "onnxruntime-1.31.1-cp311-cp311-manylinux_2_28_x86_64.whl",
        ),
        ("cuda", Machine("cp312", "win32", "amd64"), "onnxruntime_gpu-1.31.1-cp312-cp312-win_amd64.whl"),
        ("directml", Machine("cp39", "win32", "amd64"), "onnxruntime_directml-1.19.2-cp39-cp39-win_amd64.whl"),
        ("cuda", Machine("cp311", "darwin", "arm64", (15, 0)), None),
    ],
)
def test_the_pinned_wheel_of_a_kind(kind, machine, expected):
    chosen = choose([wheel_at(name) for name in pinned_sha256()], machine, pinned=True, kind=kind)
    assert (chosen.place if chosen else None) == expected


def test_this_machine_has_a_name():
    machine = Machine.here()
    assert machine.python.startswith("cp3")
    assert "Python 3." in str(machine)
