"""Many games: plan them, play them on all cores, keep them in tables, compare them.

A results folder is a manifest, part files and three merged tables; what is in them depends on the
spec alone, never on the number of workers or on an interruption.
"""
