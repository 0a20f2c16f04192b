"""The screens of the window: what stands where, what is drawn, what a click or a key asks for.

A screen never opens a file of its own accord and never asks the clock: `race.ui.window` tells it the time and
carries out its wishes.
"""
