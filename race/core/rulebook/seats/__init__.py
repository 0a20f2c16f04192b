"""Numbers of those who decide: labs and their tempers, the chipmaker, the press, the founder's guesses."""
