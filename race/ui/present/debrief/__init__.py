"""The debrief in words: what decisions were worth, four judges, the place among others, the case file."""
