"""Programs of `make`: measure, draw and gather what the repository keeps.

The banner of pygame stays away from what a program prints, whichever module asks for pygame first.
"""

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
