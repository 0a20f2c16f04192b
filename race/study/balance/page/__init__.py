"""The page of a report: one file of HTML with its charts drawn as text, nothing fetched, no script."""
