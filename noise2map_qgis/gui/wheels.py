# SPDX-License-Identifier: GPL-2.0-or-later
"""Which wheel of ONNX Runtime fits this machine.

A wheel's file name says what it fits (PEP 427, binary distribution format; PEP 425, tags; PEP 600, manylinux). The
packages that read such names are not part of every QGIS, and the few tags that matter here are quickly read.
"""

from __future__ import annotations

import platform
import re
import sys
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

PACKAGE = "onnxruntime"
# The tested versions, best first. 1.31.1 has wheels for Python 3.11 and later, 1.23.2 also for Python 3.10, for Macs
# with an Intel processor and for older macOS, 1.19.2 for Python 3.9 (QGIS 3.22 on Windows and macOS).
PINNED_VERSIONS = ("1.31.1", "1.23.2", "1.19.2")

_NAME = re.compile(r"(?P<package>[^-]+)-(?P<version>[^-]+)-(?P<python>[^-]+)-(?P<abi>[^-]+)-(?P<platforms>[^-]+)\.whl")


@dataclass(frozen=True)
class Machine:
    """What a wheel must fit: `python` like "cp311", `system` as in sys.platform, `arch` as in wheel names, and the
    version of macOS or of the C library (glibc)."""

    python: str
    system: str
    arch: str
    version: tuple[int, int] = (0, 0)

    @classmethod
    def here(cls) -> Machine:
        """Return the machine this Python runs on; its own architecture counts, not that of the processor."""
        arch = sysconfig.get_platform().split("-")[-1]
        if arch == "universal2":
            arch = platform.machine()
        version = platform.mac_ver()[0] if sys.platform == "darwin" else platform.libc_ver()[1]
        numbers = [int(number) for number in re.findall(r"\d+", version)[:2]] + [0, 0]
        python = f"cp{sys.version_info[0]}{sys.version_info[1]}"
        return cls(python, sys.platform, arch, (numbers[0], numbers[1]))

    def __str__(self) -> str:
        return f"Python {self.python[2]}.{self.python[3:]}, {self.system}, {self.arch}"


@dataclass(frozen=True)
class Wheel:
    """A wheel somewhere: `place` is its address or path, `sha256` "" where nobody vouches for it."""

    package: str
    version: str
    python: str
    abi: str
    platforms: tuple[str, ...]
    place: str
    sha256: str = ""

    def fits(self, machine: Machine) -> bool:
        """Say whether the wheel's compiled code runs on `machine`."""
        if (self.python, self.abi) != (machine.python, machine.python):
            return False
        return any(_platform_fits(tag, machine) for tag in self.platforms)


def _platform_fits(tag: str, machine: Machine) -> bool:
    if machine.system == "win32":
        return tag == {"amd64": "win_amd64", "arm64": "win_arm64"}.get(machine.arch)
    kind = "macosx" if machine.system == "darwin" else "manylinux"
    match = re.fullmatch(kind + r"_(\d+)_(\d+)_(\w+)", tag)
    if match is None:
        return False
    arches = (machine.arch, "universal2") if kind == "macosx" else (machine.arch,)
    return match[3] in arches and (int(match[1]), int(match[2])) <= machine.version


def wheel_at(place: str, sha256: str = "") -> Wheel | None:
    """Return the wheel that lies at `place`, or None if its name is not that of an ONNX Runtime wheel."""
    match = _NAME.fullmatch(unquote(re.split(r"[/\\]", place)[-1]))
    if match is None or not match["package"].startswith(PACKAGE):
        return None
    return Wheel(
        match["package"],
        match["version"],
        match["python"],
        match["abi"],
        tuple(match["platforms"].split(".")),
        place,
        sha256,
    )


def wheels_in_folder(folder: Path) -> list[Wheel]:
    """Return the ONNX Runtime wheels that lie in `folder`, of any version and for any device."""
    found = (wheel_at(str(path)) for path in sorted(folder.glob("*.whl")))
    return [wheel for wheel in found if wheel is not None]


def wheels_in_index(page: str, address: str) -> list[Wheel]:
    """Return the plain `onnxruntime` wheels listed on an index `page` (PEP 503) that was read from `address`."""
    parser = _Links()
    parser.feed(page)
    found = []
    for link in parser.links:
        place, fragment = urldefrag(urljoin(address, link))
        wheel = wheel_at(place, fragment[len("sha256=") :] if fragment.startswith("sha256=") else "")
        if wheel is not None and wheel.package == PACKAGE:
            found.append(wheel)
    return found


class _Links(HTMLParser):
    """Collects the addresses a page links to."""

    def __init__(self):
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.links += [value for key, value in attrs if tag == "a" and key == "href" and value]


def choose(wheels: Iterable[Wheel], machine: Machine, pinned: bool) -> Wheel | None:
    """Return the best wheel for `machine`, or None. With `pinned` only the tested versions count; without, they come
    first, and then whatever fits (a wheel that a person put into a folder was put there for a reason)."""
    fitting = [wheel for wheel in wheels if wheel.fits(machine)]
    for version in PINNED_VERSIONS:
        for wheel in fitting:
            if wheel.version == version:
                return wheel
    return None if pinned or not fitting else fitting[-1]
