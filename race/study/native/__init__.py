"""The core translated into plain classes and compiled, for whoever plays many games (decision 054)."""
