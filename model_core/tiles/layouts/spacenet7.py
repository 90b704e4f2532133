# SPDX-License-Identifier: GPL-2.0-or-later
"""SpaceNet 7 (Van Etten et al. 2021, arXiv 2102.04420): monthly PlanetScope mosaics, about 4 m, 1024 x 1024.

`train/<AOI>/images_masked/global_monthly_YYYY_MM_mosaic_<AOI>.tif` with `labels_raster/..._Buildings.tif` beside it. A
pair is two months of one AOI and its label the exclusive or of their buildings; the images' last band is alpha, and
what it hides is unknown. Splits go by AOI, unless told otherwise as in Hafner et al. 2023 (doi 10.3390/rs15215135):
training pairs are any month with the first one at least `months` later, validation and test the first and last month.
"""

from __future__ import annotations

import re
from pathlib import Path

from model_core.errors import DataError
from model_core.tiles.layouts.folders import images_in, missing
from model_core.tiles.layouts.places import split_of_place
from model_core.tiles.layouts.tile import Layout, Options, Split, Tile

_EXPECTED = (
    "train/<AOI>/images_masked/global_monthly_YYYY_MM_mosaic_<AOI>.tif and "
    "train/<AOI>/labels_raster/global_monthly_YYYY_MM_mosaic_<AOI>_Buildings.tif (SpaceNet 7)"
)
_IMAGE = re.compile(r"global_monthly_(\d{4})_(\d{2})_mosaic_.+")

# Hafner et al. 2023.
AOIS: dict[Split, list[str]] = {
    "train": [
        "L15-0331E-1257N_1327_3160_13",
        "L15-0358E-1220N_1433_3310_13",
        "L15-0457E-1135N_1831_3648_13",
        "L15-0487E-1246N_1950_3207_13",
        "L15-0577E-1243N_2309_3217_13",
        "L15-0586E-1127N_2345_3680_13",
        "L15-0595E-1278N_2383_3079_13",
        "L15-0632E-0892N_2528_4620_13",
        "L15-0683E-1006N_2732_4164_13",
        "L15-0924E-1108N_3699_3757_13",
        "L15-1015E-1062N_4061_3941_13",
        "L15-1138E-1216N_4553_3325_13",
        "L15-1203E-1203N_4815_3378_13",
        "L15-1204E-1202N_4816_3380_13",
        "L15-1209E-1113N_4838_3737_13",
        "L15-1210E-1025N_4840_4088_13",
        "L15-1276E-1107N_5105_3761_13",
        "L15-1298E-1322N_5193_2903_13",
        "L15-1389E-1284N_5557_3054_13",
        "L15-1438E-1134N_5753_3655_13",
        "L15-1439E-1134N_5759_3655_13",
        "L15-1481E-1119N_5927_3715_13",
        "L15-1538E-1163N_6154_3539_13",
        "L15-1615E-1206N_6460_3366_13",
        "L15-1669E-1153N_6678_3579_13",
        "L15-1669E-1160N_6679_3549_13",
        "L15-1672E-1207N_6691_3363_13",
        "L15-1703E-1219N_6813_3313_13",
        "L15-1709E-1112N_6838_3742_13",
        "L15-1716E-1211N_6864_3345_13",
    ],
    "validation": [
        "L15-0357E-1223N_1429_3296_13",
        "L15-0361E-1300N_1446_2989_13",
        "L15-0368E-1245N_1474_3210_13",
        "L15-0566E-1185N_2265_3451_13",
        "L15-0614E-0946N_2459_4406_13",
        "L15-0760E-0887N_3041_4643_13",
        "L15-1014E-1375N_4056_2688_13",
        "L15-1049E-1370N_4196_2710_13",
        "L15-1185E-0935N_4742_4450_13",
        "L15-1289E-1169N_5156_3514_13",
        "L15-1296E-1198N_5184_3399_13",
        "L15-1615E-1205N_6460_3370_13",
        "L15-1617E-1207N_6468_3360_13",
        "L15-1669E-1160N_6678_3548_13",
        "L15-1748E-1247N_6993_3202_13",
    ],
    "test": [
        "L15-0387E-1276N_1549_3087_13",
        "L15-0434E-1218N_1736_3318_13",
        "L15-0506E-1204N_2027_3374_13",
        "L15-0544E-1228N_2176_3279_13",
        "L15-0977E-1187N_3911_3441_13",
        "L15-1025E-1366N_4102_2726_13",
        "L15-1172E-1306N_4688_2967_13",
        "L15-1200E-0847N_4802_4803_13",
        "L15-1204E-1204N_4819_3372_13",
        "L15-1335E-1166N_5342_3524_13",
        "L15-1479E-1101N_5916_3785_13",
        "L15-1690E-1211N_6763_3346_13",
        "L15-1691E-1211N_6764_3347_13",
        "L15-1848E-0793N_7394_5018_13",
    ],
}


# A month counted from year 0, its name, the mosaic and its buildings.
_Month = tuple[int, str, Path, Path]


def _series(folder: Path, options: Options) -> list[tuple[str, Split, list[_Month]]]:
    """Every AOI of the splits with its labelled months in order."""
    root = folder / "train"
    if not root.is_dir():
        raise missing(folder, _EXPECTED, root)
    there = sorted(place.name for place in root.iterdir() if place.is_dir())
    found = []
    for aoi, split in split_of_place(there, options.places or AOIS, root, _EXPECTED).items():
        for part in ("images_masked", "labels_raster"):
            if not (root / aoi / part).is_dir():
                raise missing(folder, _EXPECTED, root / aoi / part)
        labels = images_in(root / aoi / "labels_raster")
        months: list[_Month] = []
        for stem, image in images_in(root / aoi / "images_masked").items():
            named = _IMAGE.fullmatch(stem)
            label = labels.get(f"{stem}_Buildings")
            # Months too cloudy to label have an image alone.
            if named and label:
                year, month = named.groups()
                months.append((int(year) * 12 + int(month), f"{year}_{month}", image, label))
        if not months:
            raise DataError(f"'{root / aoi}' holds no labelled month; '{folder}' should hold {_EXPECTED}.")
        found.append((aoi, split, sorted(months)))
    return found


def _change(folder: Path, options: Options) -> list[Tile]:
    found = []
    for aoi, split, months in _series(folder, options):
        if split == "train":
            pairs = []
            for before in months:
                later = [month for month in months if month[0] >= before[0] + options.months]
                pairs += [(before, later[0])] if later else []
        else:
            pairs = [(months[0], months[-1])] if len(months) > 1 else []
        for (_, then, first, built), (_, now, second, standing) in pairs:
            name = f"{split}/{aoi}/{then}-{now}"
            files = ((first,), (second,))
            found.append(Tile(name, files, (built, standing), "exclusive", published=True, split=split, site=aoi))
    if not found:
        raise DataError(
            f"No AOI of '{folder}' has two labelled months that are {options.months} apart; lower `months`."
        )
    return found


def _buildings(folder: Path, options: Options) -> list[Tile]:
    return [
        Tile(f"{split}/{aoi}/{name}", ((image,),), (label,), published=True, split=split, site=aoi)
        for aoi, split, months in _series(folder, options)
        for _, name, image, label in months
    ]


CHANGE = Layout("pairs", _EXPECTED, _change)
BUILDINGS = Layout("images", _EXPECTED, _buildings)
