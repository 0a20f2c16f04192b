"""The bench: ratios measured side by side in one run, and one hash that says it is the same game.

A ratio means something on any machine; a figure of games per second alone does not.
"""
