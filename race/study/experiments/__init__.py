"""Experiments: sides that differ in a founder or a number, played on common seeds and compared.

An experiment is a batch whose cells say what differs; what it adds is how the sides are written, and the
answer that is read from the tables.
"""
