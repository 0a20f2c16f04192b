"""The debrief: the finished game told, weighed, judged and kept."""
