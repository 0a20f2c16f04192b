"""Sheets over the table, one a matter."""
