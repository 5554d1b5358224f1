"""Run the long forms by name, on one kind of database; a table to read, JSON to keep.

    python -m torture                                     all, on SQLite
    python -m torture outbound --database postgresql
    python -m torture inbound outbound --short

It ends with 1 when a promise was broken.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path

from torture.results import as_json, as_table
from torture.runs import RUNS, run


def main() -> int:
    options = asked_for()
    results = []
    for name in options.runs or list(RUNS):
        result = asyncio.run(run(name, options.database, is_short=options.short, seed=options.seed))
        if result is None:
            continue
        results.append(result)
        print(as_table([result]).splitlines()[-1], file=sys.stderr, flush=True)
        if options.json:
            options.json.write_text(as_json(results), encoding="utf-8")
    print(as_table(results))
    return int(any(result.broken for result in results))


def asked_for() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", nargs="*", choices=[*RUNS, []], metavar="RUN", help=", ".join(RUNS))
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--short", action="store_true", help="the form that is among the tests")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    parser.add_argument("--json", type=Path, help="where to write the figures")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
