"""The companies' ground as a plan: power lines, plots that fill with chips, lots on the road."""
