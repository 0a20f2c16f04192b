"""The companies' ground: sites with what runs there, chips on the way, how the chipmaker weighs."""
