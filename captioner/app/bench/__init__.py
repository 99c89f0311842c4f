"""``captioner bench``: what live captions are worth on this machine, over recordings whose words are known.

Comes in: recordings, a manifest of their words, variants of the settings. Goes out: a table or JSON.
"""
