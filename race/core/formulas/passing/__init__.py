"""Arithmetic of what passes between the founder's two companies."""
