# SPDX-License-Identifier: GPL-2.0-or-later
"""Names that version 0.1.0 gave to fields, values and options: each still loads, with a warning that states the new
name.

Recipes, plans, saved runs, checkpoints, `--set` settings and command-line options all use these tables. Version 0.3
removes them. Model cards have a table of their own, `RENAMED_FIELDS` in `noise2map_qgis/engine/model/bundle.py`.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from model_core.errors import DataError


class OldNameWarning(FutureWarning):
    """A file or a command uses a name of version 0.1.0; the message states the name that replaces it."""


@dataclass(frozen=True)
class OldNames:
    """The old names of one kind of object.

    `fields` maps an old field name to the new one; `values` maps, by the new field name, an old value to the new one;
    `parts` has the old names of a nested object by its field, `items` those of the objects in a list.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    parts: Mapping[str, OldNames] = field(default_factory=dict)
    items: Mapping[str, OldNames] = field(default_factory=dict)

    def replace(self, found: Any, where: str | None) -> Any:
        """Return an object's fields under their new names; keys may be dotted paths, as in a plan's `set`.

        `where` is the start of the warning, such as "The recipe 'a.yaml'"; None gives no warning. Anything but a
        dictionary is returned as it is. Raises DataError where an old name and its new one are both given.
        """
        if not isinstance(found, dict):
            return found
        replaced: dict[Any, Any] = {}
        for key, value in found.items():
            name = self.replace_path(str(key), where) if isinstance(key, str) else key
            if name in replaced:
                raise DataError(f"{where or 'This file'} gives '{name}' twice, once as '{key}'; keep '{name}'.")
            replaced[name] = self._replace_value(str(name), value, where)
        return replaced

    def replace_path(self, path: str, where: str | None) -> str:
        """Return a dotted path such as `sources.0.ignore_boundary` under the new names."""
        first, dot, rest = path.partition(".")
        name = self.fields.get(first, first)
        if name != first:
            _warn(where, f"the field '{first}'", f"'{name}'")
        if dot and name in self.parts:
            rest = self.parts[name].replace_path(rest, where)
        elif dot and name in self.items:
            item, second_dot, rest_of_item = rest.partition(".")
            rest = item + second_dot + (self.items[name].replace_path(rest_of_item, where) if second_dot else "")
        return name + dot + rest

    def replace_setting(self, setting: str) -> str:
        """Return a setting such as `averaging=0` or `timesteps=fade` under the new names."""
        path, equals, value = setting.partition("=")
        where = f"The setting '{setting}'"
        name = self.replace_path(path.strip(), where)
        if value.strip() in self.values.get(name, {}):
            value = self._replace_value(name, value.strip(), where)
        return name + equals + value

    def _replace_value(self, name: str, value: Any, where: str | None) -> Any:
        known = self.values.get(name, {})
        if isinstance(value, str) and value in known:
            _warn(where, f"'{value}' for {name}", f"'{known[value]}'")
            return known[value]
        if name in self.parts:
            return self.parts[name].replace(value, where)
        if name in self.items and isinstance(value, list):
            return [self.items[name].replace(item, where) for item in value]
        return value


SOURCE = OldNames(fields={"loose": "ignore_boundary"})
RECIPE = OldNames(
    fields={"averaging": "ema_decay", "encoder_rate": "encoder_lr_multiplier", "rate": "lr_schedule"},
    values={"timesteps": {"order": "contrast", "fade": "annealed"}},
    items={"sources": SOURCE},
)
PLAN = OldNames(
    fields={"choose_on": "validation", "score_on": "test", "tests": "public_test"},
    parts={"set": RECIPE},
    items={"arms": OldNames(parts={"set": RECIPE})},
)
# The file that a run of a comparison leaves.
RUN_RESULT = OldNames(
    fields={"tests": "public_test"},
    parts={"places": PLAN, "public_test": PLAN, "result": OldNames(fields={"scored": "test", "tests": "public_test"})},
)
# Arms of the bundled plans: their runs lie in folders of these names.
ARMS = {"order": "contrast", "fade": "annealed", "no-averaging": "no-ema"}
# Lightning callbacks whose state is in checkpoints, by class name.
CALLBACKS = {"Watch": "ValidationCallback"}
OPTIONS = {"--peak": "--high-threshold", "--tests": "--public-test"}


def replace_option(argument: str) -> str:
    """Return a command-line argument with the option's new name: `--peak` and `--peak=0.6`."""
    option, equals, value = argument.partition("=")
    if option not in OPTIONS:
        return argument
    _warn("The command line", f"the option {option}", OPTIONS[option])
    return OPTIONS[option] + equals + value


def replace_arm(name: str) -> str:
    """Return the new name of an arm of the bundled plans."""
    if name not in ARMS:
        return name
    _warn("The command line", f"the arm '{name}'", f"'{ARMS[name]}'")
    return ARMS[name]


def _warn(where: str | None, old: str, new: str) -> None:
    if where is not None:
        warnings.warn(f"{where} uses {old} of version 0.1.0; write {new}.", OldNameWarning, stacklevel=3)
