"""Arithmetic that several laws share: pure functions of numbers, each with a table of its values.

A formula knows no world and draws no luck.
"""
