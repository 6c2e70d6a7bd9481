"""What every reader tells beside the text: date lines, bylines, outlets, language.

The readers themselves are in `assets.extraction.flattened` and `assets.extraction.html`.
"""
