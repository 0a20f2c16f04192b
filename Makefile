# One door to every check; pre-commit and .ci/run go through it too.
PYTHON ?= python
FILES = race tests tools main.py hatch_build.py

.PHONY: check fences format lint types imports tests golden looks play messages loops formulas screenshot soak storm measure texts requirements pictures monkey sounds frames coverage

check: fences tests

fences: lint types imports

lint:
	$(PYTHON) -m ruff format --check $(FILES)
	$(PYTHON) -m ruff check $(FILES)

types:
	$(PYTHON) -m mypy

imports:
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as check; check()" --no-logo

tests:
	$(PYTHON) -m pytest -n logical --dist worksteal

# Which branches of the core its own tests reach; fails below what pyproject.toml asks for. A minute or two.
coverage:
	$(PYTHON) -m pytest -q -m "not slow" --cov race.core --cov-report term-missing tests/core race/core

# Write code the way the checks want it.
format:
	$(PYTHON) -m ruff format $(FILES)
	$(PYTHON) -m ruff check --fix $(FILES)

# Record the golden pictures again; look at the difference before you commit it.
looks:
	SDL_VIDEODRIVER=dummy $(PYTHON) -m tests.ui.golden

# Record the golden games again; read the difference before you commit it.
golden:
	$(PYTHON) -m tests.golden.record

play:
	$(PYTHON) main.py

# Collect new sentences for the translators and compile what is translated.
messages:
	$(PYTHON) -m tools.messages
	$(PYTHON) hatch_build.py

# Compile the owners' loops anew after a change of their text.
loops:
	$(PYTHON) hatch_build.py loops

# Write docs/formulas.md from the glossary.
formulas:
	$(PYTHON) -m tools.formulas

# Draw the README's picture without a display.
screenshot:
	SDL_VIDEODRIVER=dummy SDL_AUDIODRIVER=dummy $(PYTHON) -m tools.screenshot

# Draw every screen, at two sizes and in both languages, into pictures/.
pictures:
	$(PYTHON) -m tools.pictures pictures

# 300,000 random commands of every kind.
storm:
	$(PYTHON) -m tools.storm

# 100,000 random events and more, 4,000 on every kind of screen: the better part of an hour in two shares.
monkey:
	$(PYTHON) -m tools.monkey

# Long runs, apart from the tests.
soak:
	$(PYTHON) -m tools.soak

# Are rivals alive, is the open field fair, does the opening swap pay, does it take skill: hours.
measure:
	$(PYTHON) -m tools.measure all

# How much there is to read in five games, and how much of it twice.
texts:
	$(PYTHON) -m tools.texts

# Pin what is installed with this Python; run it once with each supported one.
requirements:
	bash tools/pin.sh $(PYTHON)

# Every effect and the score in five moods as WAV files in sounds/, with their levels.
sounds:
	$(PYTHON) -m tools.sounds sounds

# What a frame costs to draw, without a display.
frames:
	$(PYTHON) -m tools.frames draw
