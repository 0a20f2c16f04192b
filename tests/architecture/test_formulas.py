from tools.formulas import PAGE, page


def test_the_page_of_formulas_says_what_the_rulebook_says() -> None:
    written = PAGE.read_text(encoding="utf-8")

    assert written == page(), "docs/formulas.md is out of step with the rulebook: run `make formulas`"
