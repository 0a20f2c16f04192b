"""Record the golden games again (`make golden`); read the difference before you commit it."""

from tests.golden.games import GAMES, RECORDS, first_difference, name_of, record, recorded


def main() -> None:
    """Record every game and say which ones moved, and where."""
    before = recorded() if RECORDS.exists() else {}
    record()
    after = recorded()
    for game in GAMES:
        name = name_of(*game)
        told = first_difference(before[name], after[name]) if name in before else "is new"
        print(f"{name}: {told or 'as it was'}")  # noqa: T201 - a program of `make`


if __name__ == "__main__":
    main()
