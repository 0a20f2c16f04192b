"""The same game in a terminal: plain lines in, plain lines out, for a person, a script or a screen reader.

Nothing here knows a rule: what is shown comes from `race.ui.present`, what is refused is refused by
the session's judge.
"""

from race.ui.text.client import run

__all__ = ["run"]
