"""When they decide: the Mesa engine.

Whoever chooses is a Mesa agent that owns its seat and its policy; every mode of the project runs
its months through `RaceModel.step()`. The books live in `race.core`; this is the only room that
imports Mesa, and none of the game's luck comes from it.
"""
