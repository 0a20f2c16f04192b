"""Arithmetic of the race: chips, quality, demand, tempers, money."""
