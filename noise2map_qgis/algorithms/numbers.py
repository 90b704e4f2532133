# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers as scripts, `qgis_process` and models hand them over: read exactly, or refused with the parameter's name.

QGIS reads text that is no number as 0. Here blank text means "not set", and everything else that is no number is
refused.
"""

from __future__ import annotations

import math
import re
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProperty,
)

from ..translation import tr

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


class NumberProblem(ValueError):
    """A value that is no number, or not one that the parameter allows; its text is meant for the user."""


def is_blank(value: Any) -> bool:
    """Return whether a value stands for "not set": None, NULL, or text of nothing but blanks."""
    return value is None or value == NULL or (isinstance(value, str) and not value.strip())


def read_number(
    parameter: QgsProcessingParameterNumber, value: Any, context: QgsProcessingContext
) -> float | int | None:
    """Return the number that a parameter's value stands for, its default if the value is not set (perhaps None).

    Raises NumberProblem naming the parameter and what it allows.
    """
    if isinstance(value, QgsProperty):
        value, readable = value.value(context.expressionContext())
        if not readable:
            raise NumberProblem(_no_number(parameter, tr("an expression without a value")))
    if is_blank(value):
        value = parameter.defaultValue()
        if is_blank(value):
            return None
    number = _float(value)
    whole = parameter.dataType() == QgsProcessingParameterNumber.Type.Integer
    if number is None or (whole and number != int(number)):
        raise NumberProblem(_no_number(parameter, f"“{value}”"))
    if not parameter.minimum() <= number <= parameter.maximum():
        raise NumberProblem(_outside(parameter, number))
    return int(number) if whole else number


def read_numbers(
    parameters: list[QgsProcessingParameterDefinition], values: dict[str, Any], context: QgsProcessingContext
) -> dict[str, float | int | None]:
    """Return the numbers of all number parameters by name; raises NumberProblem for the first that is none."""
    return {
        parameter.name(): read_number(parameter, values.get(parameter.name()), context)
        for parameter in parameters
        if isinstance(parameter, QgsProcessingParameterNumber)
    }


def _float(value: Any) -> float | None:
    if isinstance(value, bool) or (isinstance(value, str) and not _NUMBER.fullmatch(value.strip())):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _no_number(parameter: QgsProcessingParameterNumber, value: str) -> str:
    whole = parameter.dataType() == QgsProcessingParameterNumber.Type.Integer
    kind = tr("a whole number, such as 128") if whole else tr("a number with a decimal point, such as 0.5")
    return tr("{name} (“{label}”) must be {kind}, not {value}. Correct it, or leave it empty.").format(
        name=parameter.name(), label=parameter.description(), kind=kind, value=value
    )


def _outside(parameter: QgsProcessingParameterNumber, number: float) -> str:
    low, high = parameter.minimum(), parameter.maximum()
    allowed = (
        tr("{low:g} or more").format(low=low)
        if high > 1e300 or (high >= 2**31 - 1 and low > -(2**31))
        else tr("between {low:g} and {high:g}").format(low=low, high=high)
    )
    return tr("{name} (“{label}”) must be {allowed}, not {number:g}.").format(
        name=parameter.name(), label=parameter.description(), allowed=allowed, number=number
    )
