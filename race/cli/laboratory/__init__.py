"""Commands of the laboratory that compare and fit the world: tables, figures, changed rulebooks."""
