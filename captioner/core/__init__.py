"""The vocabulary that every other room speaks.

Frozen data types (sound, speech, captions), the tree of errors, the settings tree, the clock's map and the
Protocols through which the rooms meet. Nothing here opens a device, a file or a thread, and nothing here imports
another room. Time is an integer: samples at 16 kHz since the start of a track inside the pipeline, milliseconds in
cues, nanoseconds of the monotonic clock where the wall is meant.
"""
