"""What the player sets once, and what the program says of itself; needs no world, so the menu can open it."""
