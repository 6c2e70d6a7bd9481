"""A small trained model of which lines are main text, for pages that are not Vietnamese.

`network.py` is the way in. What the reader makes of the probabilities is decided in `main_text`.
"""
