"""Arithmetic of the founder's own house."""
