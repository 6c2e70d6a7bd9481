"""Resolution on the tables: settles what a change can reach, and writes only rows that differ.

The rules are those of `resolving`, in the modules beside this package; SQL finds and counts what a
rule asks for. `stage` is the way in. Nothing here knows how tables are kept: `Tables` is what the
shell hands over.
"""
