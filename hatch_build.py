"""Compile the translations when a wheel, an archive or an editable install is built."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Write `diverted.mo` beside every `diverted.po`; the files are artefacts, not sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile all catalogues under `assets/locale`."""
        for source in sorted(Path(self.root, "assets", "locale").glob("*/LC_MESSAGES/*.po")):
            compile_catalogue(source)


def compile_catalogue(source: Path) -> None:
    """Compile one catalogue; an untranslated string stays English."""
    with source.open("rb") as file:
        catalogue = read_po(file)
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


if __name__ == "__main__":
    for path in sorted(Path(__file__).parent.glob("assets/locale/*/LC_MESSAGES/*.po")):
        compile_catalogue(path)
