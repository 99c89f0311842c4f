"""captioner: live captions for any sound of this computer. See ``captioner/core`` for the vocabulary."""

__version__ = "0.1.0"
