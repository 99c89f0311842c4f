"""Sound in: media files, the ring between capture and pipeline, resampling, the spool on disk.

Comes in: a device, a file, standard input, an address. Goes out: AudioBlocks at 16 kHz mono, through AudioSource.
"""
