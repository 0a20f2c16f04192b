"""Play Diverted: hand over to the command line (`python main.py --help`)."""

import sys


def start() -> int:
    """Run the program, or say in one sentence that this Python is too old."""
    if sys.version_info < (3, 11):
        version = ".".join(str(part) for part in sys.version_info[:3])
        sys.stderr.write(
            "Diverted needs Python 3.11 or newer; this is %s: install a newer one and try again.\n" % version
        )
        return 2
    from race.cli import main

    return main()


if __name__ == "__main__":
    sys.exit(start())
