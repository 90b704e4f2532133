# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates as people and products write them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from noise2map_qgis.engine.errors import EngineError
from noise2map_qgis.engine.raster.source import Source
from noise2map_qgis.engine.timeseries.dates import dates_of, find_date, label, read_table, split_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019", datetime(2019, 1, 1)),
        ("town_2019.tif", datetime(2019, 1, 1)),
        ("20190818", datetime(2019, 8, 18)),
        ("naip_20090818.tif", datetime(2009, 8, 18)),
        ("2019-08-18", datetime(2019, 8, 18)),
        ("2019_08_18", datetime(2019, 8, 18)),
        ("2019/08/18", datetime(2019, 8, 18)),
        ("2019_08", datetime(2019, 8, 1)),
        ("ortho-201908-rgb", datetime(2019, 8, 1)),
        ("18.08.2019", datetime(2019, 8, 18)),
        ("2019-08-18T10:30", datetime(2019, 8, 18, 10, 30)),
        ("2019-08-18 10:30:21", datetime(2019, 8, 18, 10, 30, 21)),
        # Products name when they were taken before when they were processed.
        ("S2A_MSIL1C_20190818T103021_N0208_R108_T32TMT_20190818T143000", datetime(2019, 8, 18, 10, 30, 21)),
        ("LC08_L1TP_193027_20190818_20190902_01_T1", datetime(2019, 8, 18)),
        # The most precise form counts.
        ("survey2020_flown_2019-06-30", datetime(2019, 6, 30)),
        ("2019_2012", datetime(2019, 1, 1)),
        # Neither the size of a picture, nor a CRS, nor a number of many digits.
        ("tile_1920x1080_2015", datetime(2015, 1, 1)),
        ("EPSG32614_2017", datetime(2017, 1, 1)),
        ("id12019", None),
        ("2019083", None),
        ("20190231", None),
        ("before", None),
    ],
)
def test_a_date_is_found(text: str, expected: datetime | None) -> None:
    assert find_date(text) == expected


def images(*paths: str) -> list[Source]:
    return [Source(path, Path(path).stem) for path in paths]


def test_the_name_of_the_layer_counts_before_file_and_folder() -> None:
    sources = [
        Source("/data/2011/a.tif", "spring 2012"),
        Source("/data/2013/b_2014.tif", "b"),
        Source("/2015/c.tif", "c"),
    ]
    assert [date.year for date in dates_of(sources)] == [2012, 2014, 2015]


def test_given_dates_count_before_names_and_a_table_before_both() -> None:
    sources = images("/data/a_2011.tif", "/data/b_2012.tif", "/data/c_2013.tif")
    given = [datetime(2001, 1, 1), None, datetime(2003, 1, 1)]
    table = {"C_2013.tif": datetime(2007, 7, 7)}
    assert [date.year for date in dates_of(sources, given, table)] == [2001, 2012, 2007]


def test_what_is_not_known_is_named() -> None:
    with pytest.raises(EngineError, match=r"'b' is not known.*columns name and date"):
        dates_of(images("/data/a_2011.tif", "/data/b.tif"))
    with pytest.raises(EngineError, match=r"1 date\(s\) are given for 2 images"):
        dates_of(images("/data/a_2011.tif", "/data/b.tif"), split_dates("2011"))
    with pytest.raises(EngineError, match="'last summer' is not a date; write it in a form such as 2019"):
        split_dates("2011; last summer")


@pytest.mark.parametrize(
    "text", ["name,date\na.tif,2011\nb,2012-05\n", "\ufeffFile;Datum;Date\na.tif;x;2011\nb;x;2012-05\n"]
)
def test_a_table_is_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "dates.csv"
    path.write_text(text, encoding="utf-8")
    assert dates_of(images("/data/a.tif", "/data/b.tif"), table=read_table(path)) == (
        datetime(2011, 1, 1),
        datetime(2012, 5, 1),
    )


def test_a_table_without_the_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dates.csv"
    path.write_text("image,when\na,2011\n")
    with pytest.raises(EngineError, match=r"needs a column 'name'.*it has image, when"):
        read_table(path)
    with pytest.raises(EngineError, match=r"gone\.csv cannot be read"):
        read_table(tmp_path / "gone.csv")


def test_labels_say_no_more_than_needed() -> None:
    assert [label(datetime(*parts)) for parts in ((2019, 1, 1), (2019, 8, 1), (2019, 8, 18), (2019, 1, 1, 10, 30))] == [
        "2019",
        "2019-08",
        "2019-08-18",
        "2019-01-01 10:30",
    ]
