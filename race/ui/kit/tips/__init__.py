"""What tooltips can do beyond telling: words that open more; and messages that pass."""
