"""The rooms behind the table: what each of them shows, as pages of figures and lines."""
