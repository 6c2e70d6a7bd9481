"""Marts: the views an analyst opens first, each a `.sql` file in `warehouse/marts`.

The views answer from the core tables, so nothing is computed here; the stage holds what must be
true of their answers.
"""
