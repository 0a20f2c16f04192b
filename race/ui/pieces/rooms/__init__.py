"""What the rooms behind the table are drawn with."""
