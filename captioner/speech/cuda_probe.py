"""Whether Whisper runs on this machine's NVIDIA GPU, tried in a child process so that a bad driver costs only the child."""
