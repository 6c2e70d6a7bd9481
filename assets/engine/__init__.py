"""Engines: where pure functions over many pages run, and what becomes of a page that hangs."""
