# SPDX-License-Identifier: GPL-2.0-or-later
"""When an image was taken: dates given as text, found in names, or read from a table.

A date that names a year or a month only stands for its first day.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from ..errors import EngineError
from ..raster.source import Source

_YEAR, _MONTH, _DAY = r"(?P<year>19\d\d|20\d\d)", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"(?P<hour>[01]\d|2[0-3])(?P<colon>:?)(?P<minute>[0-5]\d)(?:(?P=colon)(?P<second>[0-5]\d))?"
_CLOCK = r"(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?"
# The most precise first. A number that goes on to the left or the right is no date, and neither is the size of a
# picture (1920x1080).
_PATTERNS = tuple(
    re.compile(rf"(?<!\d){pattern}(?!\d)")
    for pattern in (
        rf"{_YEAR}(?P<joint>[-_./]?){_MONTH}(?P=joint){_DAY}[Tt]{_TIME}",
        rf"{_YEAR}(?P<joint>[-_./]?){_MONTH}(?P=joint){_DAY}[ _]{_CLOCK}",
        rf"{_YEAR}(?P<joint>[-_./ ]?){_MONTH}(?P=joint){_DAY}",
        rf"{_DAY}\.{_MONTH}\.{_YEAR}",
        rf"{_YEAR}[-_./ ]?{_MONTH}",
        rf"(?<![xX×]){_YEAR}(?![xX×]\d)",
    )
)
# The parts of a date, and what stands for one that is not named.
_PARTS = (("year", 1), ("month", 1), ("day", 1), ("hour", 0), ("minute", 0), ("second", 0))
# Names of the columns of a table of dates, in lower case.
NAME_COLUMNS = ("name", "layer", "image", "file", "path")
DATE_COLUMNS = ("date", "datetime", "time", "begin", "year")
_FORMS = "such as 2019, 2019-08, 2019-08-18, 20190818 or 2019-08-18T10:30"


def find_date(text: str) -> datetime | None:
    """Return the date in a text such as a file's name, or None.

    The most precise form counts, and of several dates of one form the first: product names give when an image was taken
    before when it was processed.
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            try:
                year, month, day, hour, minute, second = (int(parts.get(name) or least) for name, least in _PARTS)
                return datetime(year, month, day, hour, minute, second)
            except ValueError:  # the 31st of a month that has 30 days
                continue
    return None


def parse_date(text: str) -> datetime:
    """Return a date written by hand; raises EngineError that names it."""
    found = find_date(text.strip())
    if found is None:
        raise EngineError(f"'{text.strip()}' is not a date; write it in a form {_FORMS}.")
    return found


def split_dates(text: str) -> tuple[datetime, ...]:
    """Return the dates of a list separated by commas or semicolons; raises EngineError that names what is none."""
    return tuple(parse_date(part) for part in re.split(r"[;,]", text) if part.strip())


def dates_of(
    sources: Sequence[Source],
    given: Sequence[datetime | None] = (),
    table: Mapping[str, datetime] | None = None,
) -> tuple[datetime, ...]:
    """Return when each source was taken.

    given: one a source, in the same order, None where it is not known. table: dates by the name of a layer or file,
    with or without the ending, which count before `given`. What neither tells is read from the name of the layer, of
    the file, or of its folder, in this order. Raises EngineError that names the layer whose date is not known.
    """
    if given and len(given) != len(sources):
        raise EngineError(
            f"{len(given)} date(s) are given for {len(sources)} images; give one for each image, in the images' order."
        )
    known = {name.strip().lower(): date for name, date in (table or {}).items()}
    found = []
    for number, source in enumerate(sources):
        path = Path(source.path)
        names = (source.name, path.name, path.stem, source.path)
        from_table = [known[name.lower()] for name in names if name.lower() in known]
        own = given[number] if given else None
        date = from_table[0] if from_table else own
        for text in (source.name, path.name, path.parent.name):
            date = date or find_date(text)
        if date is None:
            raise EngineError(
                f"The date of the image '{source.name}' is not known: its name holds none. Give the dates of all "
                "images in their order, "
                f"{_FORMS}, or a table with the columns name and date."
            )
        found.append(date)
    return tuple(found)


def table_of(rows: Iterable[Mapping[str, object]], what: str) -> dict[str, datetime]:
    """Return the dates of a table by the name of the layer or file.

    rows: the values of each row by column. what: the table's name, for errors. Raises EngineError where a column is
    missing or a value is no date.
    """
    dates = {}
    for row in rows:
        columns = {str(name).strip().lower(): value for name, value in row.items()}
        name = next((columns[column] for column in NAME_COLUMNS if columns.get(column)), None)
        date = next((columns[column] for column in DATE_COLUMNS if columns.get(column)), None)
        if name is None or date is None:
            raise EngineError(
                f"The table of dates {what} needs a column 'name' (of the layer or file) and a column 'date'; it has "
                f"{', '.join(map(str, row)) or 'none'}. Rename its columns, and fill them in every row."
            )
        dates[Path(str(name).strip()).name] = dates[str(name).strip()] = parse_date(str(date))
    return dates


def read_table(path: Path) -> dict[str, datetime]:
    """Return the dates of a CSV file (comma, semicolon or tab; a header with name and date); raises EngineError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise EngineError(f"The table of dates {path} cannot be read ({error}); save it as CSV in UTF-8.") from error
    header = text.splitlines()[0] if text.strip() else ""
    separator = max(",;\t", key=header.count)
    return table_of(csv.DictReader(text.splitlines(), delimiter=separator), str(path))


def label(date: datetime, precise: bool = False) -> str:
    """Return a date for people: no more of it than differs from the first moment of its year, unless `precise`."""
    if (date.hour, date.minute, date.second) != (0, 0, 0):
        return date.isoformat(sep=" ", timespec="minutes")
    if precise or date.day != 1:
        return date.date().isoformat()
    return f"{date.year}" if date.month == 1 else f"{date.year}-{date.month:02d}"
