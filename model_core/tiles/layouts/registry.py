# SPDX-License-Identifier: GPL-2.0-or-later
"""Every layout by its name in recipes."""

from __future__ import annotations

from typing import Literal

from model_core.tiles.layouts import levir_cd, oscd, plain_folders, s2looking, spacenet7, whu, xview2
from model_core.tiles.layouts.tile import Layout

LayoutName = Literal[
    "pairs",
    "images",
    "plain",
    "whu-cd",
    "whu-ss",
    "xview2",
    "xview2-ss",
    "spacenet7",
    "spacenet7-ss",
    "levir-cd",
    "s2looking",
    "oscd",
]

LAYOUTS: dict[str, Layout] = {
    "pairs": plain_folders.PAIRS,
    "images": plain_folders.IMAGES,
    "plain": plain_folders.PLAIN,
    "whu-cd": whu.CHANGE,
    "whu-ss": whu.BUILDINGS,
    "xview2": xview2.CHANGE,
    "xview2-ss": xview2.BUILDINGS,
    "spacenet7": spacenet7.CHANGE,
    "spacenet7-ss": spacenet7.BUILDINGS,
    "levir-cd": levir_cd.LAYOUT,
    "s2looking": s2looking.LAYOUT,
    "oscd": oscd.LAYOUT,
}
