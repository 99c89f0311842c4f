"""The live pipeline: segmenter, stabilizer, schedule (all pure), and the threads around them.

Comes in: AudioBlocks. Goes out: Captions and Notices to the sinks.
"""
