"""What is drawn into the hall of holders: rings round those whom many hear."""
