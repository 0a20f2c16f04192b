"""Mistakes in the words of the command line are told in the reader's language, not in the parser's."""

import pytest
import typer

from race.cli.exits import Exit
from race.cli.program import program, run
from race.speech import set_language


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("batch --nowhere", "Il n’y a pas d’option --nowhere"),
        ("bacth", "Il n’y a pas de commande «\u00a0bacth\u00a0»"),
        ("batch --runs many", "--runs attend un nombre entier"),
        ("batch --runs", "L’option --runs attend une valeur"),
        ("watch --until teatime", "--until n’accepte que 'leak'"),
        ("check", "Nommez le scénario ou la sauvegarde à juger"),
        ("batch --founder steward --founder swapper", "L’option --founder est donnée plus d’une fois"),
        ("--seed 1 --seed=2", "L’option --seed est donnée plus d’une fois"),
        ("check first second", "second est de trop ici"),
    ],
)
def test_a_mistake_is_told_in_the_readers_language(
    words: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_language("fr")

    code = run(words.split())

    set_language("en")
    assert code == Exit.USAGE
    assert capsys.readouterr().err.startswith(told)


@pytest.mark.parametrize("words", ["--help", "batch --help", "check --help"])
def test_a_page_of_help_is_headed_in_the_readers_language(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_language("fr")

    code = run(words.split())

    set_language("en")
    page = capsys.readouterr().out
    assert code == Exit.FINE
    assert page.startswith("Utilisation\xa0: diverted")
    assert "Afficher cette page et sortir." in page
    assert not any(left in page for left in ("Usage", "\nCommands:", "Options:", "[default", "Show this"))


def test_every_command_says_what_it_cannot_do_without(capsys: pytest.CaptureFixture[str]) -> None:
    commands = vars(typer.main.get_command(program()))["commands"]
    needing = [name for name, command in commands.items() if any(one.required for one in command.params)]

    for name in needing:
        code = run([name])

        assert code == Exit.USAGE
        assert f"as in: diverted {name} " in capsys.readouterr().err
    assert {"replay", "merge", "check"} <= set(needing)
