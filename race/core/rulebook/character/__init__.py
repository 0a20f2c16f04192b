"""Numbers of what gives the founder's house its character."""
