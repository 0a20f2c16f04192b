"""What may be concluded from games: figures, intervals, differences on common seeds, and when to stop.

Whatever a library has is taken from it (scipy, statsmodels); what is written here is small and tested by
simulation (`python -m tools.peeking`).
"""
