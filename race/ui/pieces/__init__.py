"""Drawn pieces of the table: the race chart, the shareholder hall, the supply board; plain arguments only."""
