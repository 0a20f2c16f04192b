"""What the founder hears from others: a part of what the chipmaker and those who look for work know.

Nothing here looks at the world: it asks the institutions' own arithmetic, so that a chance that is shown
is the chance that is drawn.
"""
