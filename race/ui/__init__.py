"""What a person sees and touches: widgets, pieces and screens in a pygame window."""

import os

# Both are read while pygame is imported and the display opened, which happens beneath this room only.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
