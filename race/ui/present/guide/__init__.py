"""What is explained: keys, topics of the help, the first steps, hints at first need; words, no pygame."""

LESSON = "lesson"
"""What the settings remember once the first steps were walked or skipped."""
