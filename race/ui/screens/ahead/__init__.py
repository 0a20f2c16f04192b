"""Screens that look ahead and back: the war room, the charts of the race."""
