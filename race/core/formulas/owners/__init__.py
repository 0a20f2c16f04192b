"""Arithmetic of the owners: holders, news, votes, diversions, cases, and the carmaker's programme."""
