"""What may come: what can be compared in the war room, and what its futures say, in words and numbers."""
