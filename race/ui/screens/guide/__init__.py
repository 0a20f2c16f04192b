"""What stands beside the object it explains: the first steps, and hints at first need."""
