"""What a game sounds like: which effects a month asks for, and the mood that the score follows."""
