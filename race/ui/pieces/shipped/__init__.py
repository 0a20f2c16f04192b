"""Shipments as they are drawn on the supply board."""
