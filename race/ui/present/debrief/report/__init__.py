"""The saved report: one page of HTML with its drawings in it, light or dark as the reader's screen is."""
