"""The war room's futures: the same months played with an order and without it, on the same luck.

Nothing here knows more than the founder: hidden things are drawn anew in every future
(`race.sim.imagined`). Futures are played in processes beside the game, a few at a time; what is
finished can be looked at while the rest is played.
"""
