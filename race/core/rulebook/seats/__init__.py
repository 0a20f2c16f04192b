"""Numbers of those who decide in the other seats: rivals, the chipmaker, the press."""
