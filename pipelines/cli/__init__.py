"""The command line: `baokho refresh | status | sql | explain | judge | restore | ui`.

One module per command, `console` for what they print. Exit codes: 0 done, 1 the refresh failed, 2
bad arguments or configuration, each with one clear line on standard error.
"""

from pipelines.cli.main import main

__all__ = ["main"]
