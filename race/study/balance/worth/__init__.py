"""What a report says that something is worth: diverting, each mechanic, and skill."""
