# SPDX-License-Identifier: GPL-2.0-or-later
"""The bench: python -m benchmarks [--quick] [--json FILE] [--only sizes,naive] [--sides 4000 10000] [--document]"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from benchmarks import report, table
from benchmarks.child import ROOT


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measures runs against the network alone."
    )
    parser.add_argument("--quick", action="store_true", help="under a minute: 2,000 pixels a side, one repetition")
    parser.add_argument("--json", type=Path, help="where results are kept; sections not measured now stay in it")
    parser.add_argument("--only", help=f"some of {','.join(table.SECTIONS)}, with commas between")
    parser.add_argument(
        "--sides", type=int, nargs="+", help="pixels a side; the first serves for all but `sizes` and `dense`"
    )
    parser.add_argument(
        "--repeat", type=int, default=3, help="repetitions up to 4,000 pixels a side; larger ones run once"
    )
    parser.add_argument("--model", type=Path, default=ROOT / "resources" / "models" / "noise2map-lite")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "bench", help="rasters are kept here")
    parser.add_argument("--document", action="store_true", help="write the figures into docs/performance.md")
    parser.add_argument("--baseline", action="store_true", help="make the ratios found the new baseline")
    asked = parser.parse_args()
    found = table.load(asked.json) if asked.json else {}
    bench = table.Bench(asked.folder, asked.model, 1 if asked.quick else asked.repeat, asked.quick, found)
    bench.found.pop("shapes", None)
    chosen = asked.only.split(",") if asked.only else list(table.QUICK if asked.quick else table.SECTIONS)
    sides = asked.sides or ([2000] if asked.quick else [4000, 2000, 10000])
    begun = time.monotonic()
    for name in chosen if not asked.document or asked.only else []:
        print(f"{name}:", flush=True)
        table.SECTIONS[name](bench, sides)
        if asked.json:
            asked.json.parent.mkdir(parents=True, exist_ok=True)
            asked.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    for line in table.compare(found, table.load(table.BASELINE)):
        print(line)
    if asked.baseline:
        table.BASELINE.write_text(json.dumps(table.ratios(found), indent=2) + "\n", encoding="utf-8")
    if asked.document:
        report.write(found, ROOT / "docs")
    print(f"Measured in {time.monotonic() - begun:.0f} s.")


if __name__ == "__main__":
    main()
