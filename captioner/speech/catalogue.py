"""The Whisper models that can be had by name: where they live, how large they are and what they know."""
