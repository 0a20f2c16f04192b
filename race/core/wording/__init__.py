"""What the founder's house writes and says, as data: lines of the file, quotations of its people."""
