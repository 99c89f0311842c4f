"""``captioner doctor``: everything that captions need is looked at, and what is wrong is told with the way out.

Comes in: folders, settings, the computer as it is. Goes out: findings, a line each, and an exit status.
"""
