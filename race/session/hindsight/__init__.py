"""Looking back on a finished game: the same world played again without a decision, and by others.

What is played again starts from the journal alone, on the same seed: rivals, owners, press and court
decide afresh, and only the founder orders again what was ordered. `looking` does it in processes
beside the game; everything else here is plain arithmetic on journals. `code` writes a world as a
short code that can be told to a friend.
"""
