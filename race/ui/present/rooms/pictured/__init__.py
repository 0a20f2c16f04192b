"""What rooms show as a picture beside their tables: the ladder, the calendar of one's word, the courses."""
