"""Who plays beside the game: its processes, the compiled tree they may play in, and who makes that."""
