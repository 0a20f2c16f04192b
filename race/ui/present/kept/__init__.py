"""What is kept, told: the saves on the shelf, and a game's months on one line."""
