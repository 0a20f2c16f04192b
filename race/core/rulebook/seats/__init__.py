"""Numbers of those who decide in the other seats: labs and their tempers, the chipmaker, the press."""
