"""Ends between which an outcome lies eight times in ten, reckoned from the laws' numbers without a draw."""
