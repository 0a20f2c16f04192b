"""Institutions that choose: chipmaker, management, talent, holders, press, court."""
