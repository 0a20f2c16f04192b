"""The world and its laws: plain data, whole numbers, one month at a time.

No engine, no window, no files, no clock: what is in here can be played in the head.
"""
