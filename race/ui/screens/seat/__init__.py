"""Looking on: the table without the hand, a game watched again, a bot in the founder's seat."""
