"""The tuner: numbers of the rulebook and means of labs, fitted to what was measured.

`dials` are the numbers that may move, `loss` says how far a world is from the facts, `overrides`
writes changed numbers as a scenario, `tuner` searches, `report` keeps what came of it.
"""
