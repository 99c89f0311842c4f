"""Sound to text: voice activity, engines, the model catalogue and its download, checks against hallucination.

Comes in: samples and Windows. Goes out: VadFrames and Hypotheses, through Vad and Recognizer.
"""
