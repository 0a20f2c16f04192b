"""The pieces look as they did; `python -m tests.ui.golden` records a look that was changed on purpose."""

from pathlib import Path

import pygame
import pytest

from race.speech import set_language
from tests.ui.golden import FOLDER, LOOKS, PICTURES, WIDE, difference, file_of, reduced, whole

MOST_APART = 1.5
MOST_CHANGED = 0.01


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_it_was(name: str) -> None:
    set_language("en")
    pygame.font.init()
    kept = pygame.image.load(str(FOLDER / f"{name}.png"))

    apart, changed = difference(reduced(PICTURES[name]()), kept)

    assert apart <= MOST_APART
    assert changed <= MOST_CHANGED


@pytest.mark.usefixtures("own_home")
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: file_of(*look).stem)
def test_a_whole_screen_is_as_it_was(look: tuple[str, tuple[int, int], str], tmp_path: Path) -> None:
    pygame.font.init()
    kept = pygame.image.load(str(file_of(*look)))

    apart, changed = difference(reduced(whole(*look, tmp_path), WIDE), kept)

    assert apart <= MOST_APART
    assert changed <= MOST_CHANGED


def test_a_picture_notices_what_has_moved_or_changed() -> None:
    pygame.font.init()
    whole = PICTURES["table"]()
    moved, dimmed, bare = whole.copy(), whole.copy(), whole.copy()
    moved.blit(whole, (0, 6))
    dimmed.fill((20, 20, 20), special_flags=pygame.BLEND_RGB_SUB)
    bare.fill((19, 26, 39), pygame.Rect(400, 150, 300, 250))

    seen = [difference(reduced(other), reduced(whole)) for other in (moved, dimmed, bare)]

    assert all(apart > MOST_APART or changed > MOST_CHANGED for apart, changed in seen), seen
