"""One game: the only door for a window, a text client, a learner and a test.

The journal (seed, every seat's commands, a fingerprint per month) is the save, the replay, the
golden test and the bug report.
"""
