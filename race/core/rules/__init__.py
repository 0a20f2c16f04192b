"""The laws, one per file; a law opens with its rule as one would tell it at the table.

Laws never call each other: what they share is a formula, and their order stands in `race.core.turn`.
"""
