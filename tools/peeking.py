"""Say how often the laboratory's statistics are wrong where there is nothing to find.

python -m tools.peeking [STUDIES]
"""

import sys

from race.study.statistics.rehearsal import KINDS, STUDIES, rehearse


def main(words: list[str]) -> int:
    """Rehearse every kind and print a line for each."""
    studies = int(words[0]) if words else STUDIES
    print(f"{studies} studies of nothing, up to 400 seeds each, alpha .05")
    print(f"{'differences':<18} {'evidence':>9} {'peeking':>9} {'coverage':>9} {'games at stop':>14}")
    for kind in KINDS:
        found = rehearse(kind, studies)
        print(
            f"{found.kind:<18} {found.alarms:>9.3f} {found.peeked:>9.3f} {found.covered:>9.3f} "
            f"{found.games:>14.0f}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
