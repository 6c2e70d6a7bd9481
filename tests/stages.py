"""The stages of a refresh one after the other, without the run that Dagster makes of them.

That costs half of what a run costs, and what fails comes out as the error that it is. Stages,
their order and what stops them are Dagster's own; that both ways do the same is held by
`tests/pipeline/test_definitions.py`. What does not belong here: folders, settings (`sandbox`).
"""

import inspect
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import dagster as dg

from assets.refresh import Refresh
from pipelines.definitions import defs
from pipelines.resources import RefreshResource
from pipelines.tags import TRIGGER_TAG

Result = dg.MaterializeResult[Any]
Told = Mapping[str, Any]


@dataclass(frozen=True)
class Context:
    """What stages and resource ask of the contexts that Dagster hands them."""

    run: dg.DagsterRun
    log: logging.Logger


Stage = Callable[[Context, Refresh], Iterable[Result]]


class CheckFailedError(Exception):
    """A check that stops a refresh found rows; the message names its queries."""


def run_stages(resource: RefreshResource, only: Collection[str] | None = None) -> dict[str, Told]:
    """Run the stages of the job `refresh` (`only`: those of these names).

    Returns what they tell of each asset. Raises what a stage raises, and `CheckFailedError` where
    a blocking check failed.
    """
    run = dg.DagsterRun(job_name="refresh", tags={TRIGGER_TAG: "cli"})
    context = Context(run, logging.getLogger("dagster"))
    told: dict[str, Told] = {}
    opened = resource.yield_for_execution(cast("dg.InitResourceContext", context))
    with opened as refresh:
        for name, stage in stages().items():
            if only is None or name in only:
                results = list(stage(context, refresh))
                if failing := list(_failing_queries(results)):
                    raise CheckFailedError(", ".join(failing))
                told |= {_name(result): result.metadata or {} for result in results}
    return told


@cache
def stages() -> dict[str, Stage]:
    """Return the functions of the stages by name, in the order in which the job runs them."""
    nodes = defs.resolve_job_def("refresh").nodes_in_topological_order
    return {node.name: inspect.unwrap(cast("Stage", node.definition)) for node in nodes}


def _name(result: Result) -> str:
    return cast("dg.AssetKey", result.asset_key).to_user_string()


@cache
def _blocking() -> frozenset[dg.AssetCheckKey]:
    definitions = defs.resolve_asset_graph().assets_defs
    specs = [spec for definition in definitions for spec in definition.check_specs]
    return frozenset(spec.key for spec in specs if spec.blocking)


def _failing_queries(results: Iterable[Result]) -> Iterator[str]:
    for check in (check for result in results for check in result.check_results or ()):
        key = dg.AssetCheckKey(cast("dg.AssetKey", check.asset_key), str(check.check_name))
        if not check.passed and key in _blocking():
            outcomes = {name: metadata.value for name, metadata in check.metadata.items()}
            yield from (name for name in outcomes if outcomes[name] not in ("passed", "not due"))
