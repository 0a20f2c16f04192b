"""Say how often the laboratory's statistics are wrong where there is nothing to find.

python -m tools.peeking [STUDIES]
"""

from race.study.statistics.rehearsal import ALPHA, GAMES, KINDS, STUDIES, rehearse
from tools.asked import positive, reader


def main() -> None:
    """Rehearse every kind and print a line for each."""
    asked = reader(__doc__)
    asked.add_argument("studies", nargs="?", type=positive, default=STUDIES)
    studies = asked.parse_args().studies
    print(f"{studies} studies of nothing, up to {GAMES} seeds each, alpha {ALPHA}")
    print(f"{'differences':<18} {'evidence':>9} {'peeking':>9} {'coverage':>9} {'games at stop':>14}")
    for kind in KINDS:
        found = rehearse(kind, studies)
        print(
            f"{found.kind:<18} {found.alarms:>9.3f} {found.peeked:>9.3f} {found.covered:>9.3f} "
            f"{found.games:>14.0f}"
        )


if __name__ == "__main__":
    main()
