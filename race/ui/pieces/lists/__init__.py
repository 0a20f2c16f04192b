"""Lists with a look of their own: orders with what they do, people with faces, switches, headed sections."""
