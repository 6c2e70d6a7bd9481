"""The run tags that say what started a refresh and why."""

TRIGGER_TAG = "baokho/trigger"
REASON_TAG = "baokho/reason"
