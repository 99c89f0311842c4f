"""What stays: cues by the rules of good subtitles, the file formats, the SRT that grows while a session runs.

Comes in: words with times. Goes out: cues and files.
"""
