"""Everything that is Qt: the overlay, and what all windows share.

In come captions and notices (through ``bridge``, from any thread) and the settings; out go what the user wants, as
signals, and changed settings. Nothing here hears, recognizes, or keeps files: ``app`` wires that. Widgets live in the
GUI thread and never wait for anything.
"""
