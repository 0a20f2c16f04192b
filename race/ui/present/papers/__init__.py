"""The papers: what happened, as three of them print it, what rivals say to it, what the hall grumbles.

Everything here is worked out from the reports of a game and its seed. Nothing is drawn, nothing is kept,
and no law reads a line of it.
"""
