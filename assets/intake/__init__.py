"""Intake: which files lie in the input folder, what their bytes are, and what became of each.

Listing, reading, decoding and the comparison with what earlier refreshes saw. Every file ends in
`raw.files` with a status and, unless loaded, a reason. What does not belong here: what a page says
(`assets.extraction`).
"""
