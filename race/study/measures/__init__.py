"""Measures of the world that one number answers: are rivals alive, is the field fair, does a swap pay.

Each plays its own games on common seeds and returns figures with intervals; `tools.measure` prints them.
"""
