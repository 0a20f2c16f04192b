"""The tuner: numbers of the rulebook and means of labs, fitted to what was measured.

`dials` are the numbers that may move, `aims` what they are fitted to, `loss` says how far a world is from
the facts, `tuner` searches, `report` keeps what came of it.
"""
