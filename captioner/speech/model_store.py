"""Models on disk: which are installed, and whether a folder holds a complete Whisper before CTranslate2 reads it."""
