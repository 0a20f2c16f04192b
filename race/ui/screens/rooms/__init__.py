"""The rooms behind the table on a full screen."""
