"""What is explained: keys, topics of the help, the first steps, hints at first need; words, no pygame."""
