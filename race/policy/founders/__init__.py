"""Founder bots: one shared way to run the lab, different habits toward the owners."""
