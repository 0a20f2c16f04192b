"""Voices: what somebody at a rival says, and what is said in the hall.

Nobody who exists is quoted. What a rival's people say is about their own work.
"""
