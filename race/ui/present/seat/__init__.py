"""The founder's seat in other hands, told: who can hold it, how fast, what they stop at, what they order."""
