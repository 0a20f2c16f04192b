"""The hindcast: what the world does from December 2023 to June 2025 beside what was measured.

`bands` reads the facts, `diary` keeps what one game did, `readers` read a figure from it, `games`
plays many on all cores, `table` judges them, `series`, `figures` and `files` show and write them.
"""
