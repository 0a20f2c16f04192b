"""Words of the game explained: a sentence, a formula with its numbers, a table of values, a source.

Terms call the formulas that the laws call; no law reads a term.
"""
