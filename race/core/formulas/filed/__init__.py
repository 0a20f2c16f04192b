"""The house's file: one dry line for every order, and how damaging it reads in a court."""
