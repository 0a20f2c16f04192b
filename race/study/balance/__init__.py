"""The balance of the game by experiment: a plan of paired games, the measures, and one page that shows them.

It reads records of games and never a world; what it draws is text, so that a page opens anywhere.
"""
