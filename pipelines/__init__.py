"""The pipeline as Dagster runs it and people start it.

Definitions, the job, its schedule and sensor, the resources, settings and the command line. What
does not belong here: what the stages do (`assets`) and SQL (`warehouse`).
"""
