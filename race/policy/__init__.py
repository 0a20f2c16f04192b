"""Who decides: rivals, founder bots, institutions.

A policy sees a view and returns commands, from its own luck; it cannot touch the world.
"""
