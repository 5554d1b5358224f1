"""The conversation itself: pure functions from what happened to what follows.

Law of this room: no clock, no chance, no database, no network and no platform. Time comes in as `now`.
"""
