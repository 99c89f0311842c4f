"""Composition: the command line, the settings file, the log, and the wiring of the rooms into sessions.

Comes in: arguments and settings. Goes out: files, a terminal, an exit status.
"""
