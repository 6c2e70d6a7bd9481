"""The stages of the pipeline, one room each, in the order that data flows.

`intake` -> `extraction` -> `entities` -> `events` -> `marts` -> `publication`; `language` and
`reference` are what every stage may use. In each room the pure functions stand beside one thin
`asset.py` (the Dagster shell). What belongs here: everything that turns bytes into rows. What does
not: the command line, schedules and sensors (`pipelines`), SQL and database files (`warehouse`).
"""
