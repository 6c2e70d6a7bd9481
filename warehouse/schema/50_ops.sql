-- What the pipeline did: refreshes, checks, changes, and which code derived what.
CREATE SCHEMA IF NOT EXISTS ops;

CREATE TABLE IF NOT EXISTS ops.refreshes (
    refresh_id VARCHAR NOT NULL,
    refresh_no BIGINT NOT NULL,
    dagster_run_id VARCHAR NOT NULL,
    "trigger" VARCHAR,
    input_folder VARCHAR,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    status VARCHAR NOT NULL,
    code_version VARCHAR NOT NULL,
    files_seen BIGINT,
    files_new BIGINT,
    files_changed BIGINT,
    files_rejected BIGINT,
    files_missing BIGINT,
    articles_total BIGINT,
    articles_added BIGINT,
    mentions_total BIGINT,
    entities_total BIGINT,
    events_total BIGINT,
    seconds DOUBLE
);
COMMENT ON TABLE ops.refreshes IS
'One row per refresh.';
COMMENT ON COLUMN ops.refreshes.refresh_id IS
'Identifier: start in UTC and the head of the Dagster run id.';
COMMENT ON COLUMN ops.refreshes.refresh_no IS
'Number of the refresh, from 1 in the order they began: right whatever the clock did.';
COMMENT ON COLUMN ops.refreshes.dagster_run_id IS
'The Dagster run.';
COMMENT ON COLUMN ops.refreshes."trigger" IS
'What started it: cli, sensor, schedule or manual.';
COMMENT ON COLUMN ops.refreshes.input_folder IS
'The folder it read.';
COMMENT ON COLUMN ops.refreshes.started_at IS
'Start.';
COMMENT ON COLUMN ops.refreshes.finished_at IS
'End, just before the file is published; NULL while running or failed.';
COMMENT ON COLUMN ops.refreshes.status IS
'running, succeeded or failed.';
COMMENT ON COLUMN ops.refreshes.code_version IS
'Version of the package and a hash of its code and reference data.';
COMMENT ON COLUMN ops.refreshes.files_seen IS
'Files in the input folder.';
COMMENT ON COLUMN ops.refreshes.files_new IS
'Files not seen before at their path.';
COMMENT ON COLUMN ops.refreshes.files_changed IS
'Files with other content than before.';
COMMENT ON COLUMN ops.refreshes.files_rejected IS
'Files in the folder that could not be loaded.';
COMMENT ON COLUMN ops.refreshes.files_missing IS
'Files known from before that are gone.';
COMMENT ON COLUMN ops.refreshes.articles_total IS
'Articles in the warehouse, duplicates included.';
COMMENT ON COLUMN ops.refreshes.articles_added IS
'Articles that were not there before.';
COMMENT ON COLUMN ops.refreshes.mentions_total IS
'Mentions in the warehouse.';
COMMENT ON COLUMN ops.refreshes.entities_total IS
'Entities in the warehouse.';
COMMENT ON COLUMN ops.refreshes.events_total IS
'Events in the warehouse.';
COMMENT ON COLUMN ops.refreshes.seconds IS
'Seconds from start to publication.';

CREATE TABLE IF NOT EXISTS ops.changes (
    refresh_id VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    row_key VARCHAR NOT NULL,
    change VARCHAR NOT NULL
);
COMMENT ON TABLE ops.changes IS
'Rows of core tables that a refresh added, modified or deleted.';
COMMENT ON COLUMN ops.changes.refresh_id IS
'The refresh (ops.refreshes).';
COMMENT ON COLUMN ops.changes.table_name IS
'Table, with its schema.';
COMMENT ON COLUMN ops.changes.row_key IS
'Key of the row: the values of its key columns, joined by |.';
COMMENT ON COLUMN ops.changes.change IS
'added, modified or deleted, against what readers saw before this refresh.';

-- The linter does not know DuckDB's unpacked COLUMNS.
-- noqa: disable=all
CREATE OR REPLACE MACRO ops.row_hashes(relation, keys) AS TABLE
SELECT
    concat_ws('|', *COLUMNS(lambda name: list_contains(keys, name))) AS row_key,
    hash(every) AS row_hash
FROM query_table(relation) AS every;
-- noqa: enable=all

CREATE TABLE IF NOT EXISTS ops.checks (
    refresh_id VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    passed BOOLEAN NOT NULL,
    severity VARCHAR NOT NULL,
    failing_rows BIGINT NOT NULL,
    description VARCHAR NOT NULL,
    saw_everything BOOLEAN NOT NULL DEFAULT FALSE
);
COMMENT ON TABLE ops.checks IS
'Result of every check of every refresh.';
COMMENT ON COLUMN ops.checks.refresh_id IS
'The refresh (ops.refreshes).';
COMMENT ON COLUMN ops.checks.check_name IS
'Table and name of the check.';
COMMENT ON COLUMN ops.checks.passed IS
'Whether it passed.';
COMMENT ON COLUMN ops.checks.severity IS
'error (blocks publishing) or warn.';
COMMENT ON COLUMN ops.checks.failing_rows IS
'Rows that fail it.';
COMMENT ON COLUMN ops.checks.description IS
'What it holds.';
COMMENT ON COLUMN ops.checks.saw_everything IS
'Whether it looked at every row; else at those of articles that changed since the last one that did.';

CREATE TABLE IF NOT EXISTS ops.changed_articles (
    refresh_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL
);
COMMENT ON TABLE ops.changed_articles IS
'Articles of which a refresh wrote, altered or deleted rows: what checks and comparisons look at.';
COMMENT ON COLUMN ops.changed_articles.refresh_id IS
'The refresh (ops.refreshes).';
COMMENT ON COLUMN ops.changed_articles.article_id IS
'The article, which may be gone since (core.articles).';

CREATE TABLE IF NOT EXISTS ops.article_bands (
    article_id VARCHAR NOT NULL,
    band BIGINT NOT NULL
);
COMMENT ON TABLE ops.article_bands IS
'Hashes of the main texts by which similar articles are found.';
COMMENT ON COLUMN ops.article_bands.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN ops.article_bands.band IS
'Key that similar texts share.';

CREATE TABLE IF NOT EXISTS ops.article_sketches (
    article_id VARCHAR NOT NULL,
    sketch BLOB NOT NULL
);
COMMENT ON TABLE ops.article_sketches IS
'What tells how alike two main texts are without comparing them.';
COMMENT ON COLUMN ops.article_sketches.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN ops.article_sketches.sketch IS
'A byte of each of 128 MinHashes: the share of equal bytes is about that of common word sequences.';

CREATE TABLE IF NOT EXISTS ops.first_readings (
    article_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    outlet_id VARCHAR,
    outlet_source VARCHAR,
    outlet_name VARCHAR,
    outlet_domain VARCHAR,
    method VARCHAR NOT NULL,
    title_key BIGINT,
    lead_key BIGINT,
    knowledge VARCHAR
);
COMMENT ON TABLE ops.first_readings IS
'What every page told when it was read by itself: the ground on which recurring lines are counted.';
COMMENT ON COLUMN ops.first_readings.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN ops.first_readings.document_id IS
'The capture (raw.documents).';
COMMENT ON COLUMN ops.first_readings.outlet_id IS
'The outlet, as first read.';
COMMENT ON COLUMN ops.first_readings.outlet_source IS
'How the outlet was told; a page read again keeps its outlet with all about it.';
COMMENT ON COLUMN ops.first_readings.outlet_name IS
'Name of an outlet that the reference data does not know, as the page shows it.';
COMMENT ON COLUMN ops.first_readings.outlet_domain IS
'Domain of an outlet that the reference data does not know.';
COMMENT ON COLUMN ops.first_readings.method IS
'html or flattened_text; only flattened pages are read again.';
COMMENT ON COLUMN ops.first_readings.title_key IS
'Hash of the folded headline, as first read; NULL without one.';
COMMENT ON COLUMN ops.first_readings.lead_key IS
'Hash of the folded first paragraph, as first read.';
COMMENT ON COLUMN ops.first_readings.knowledge IS
'Fingerprint of the recurring lines that the page was last read with; empty for none, NULL before.';

CREATE TABLE IF NOT EXISTS ops.line_keys (
    article_id VARCHAR NOT NULL,
    line_key BIGINT NOT NULL
);
COMMENT ON TABLE ops.line_keys IS
'Hashes of the lines of flattened pages, by which lines that recur at an outlet are found.';
COMMENT ON COLUMN ops.line_keys.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN ops.line_keys.line_key IS
'Hash of the folded line.';

CREATE TABLE IF NOT EXISTS ops.recurring_lines (
    outlet_id VARCHAR NOT NULL,
    line_key BIGINT NOT NULL
);
COMMENT ON TABLE ops.recurring_lines IS
'Lines that stand in three articles of an outlet or more, of different headlines and leads.';
COMMENT ON COLUMN ops.recurring_lines.outlet_id IS
'The outlet (core.outlets).';
COMMENT ON COLUMN ops.recurring_lines.line_key IS
'Hash of the folded line (ops.line_keys).';

CREATE TABLE IF NOT EXISTS ops.given_up (
    stage VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE ops.given_up IS
'Articles in which a stage found nothing because looking took too long or failed.';
COMMENT ON COLUMN ops.given_up.stage IS
'entities, events or search.';
COMMENT ON COLUMN ops.given_up.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN ops.given_up.reason IS
'Why, and which setting to raise.';

CREATE TABLE IF NOT EXISTS ops.derivations (
    stage VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    version VARCHAR NOT NULL
);
COMMENT ON TABLE ops.derivations IS
'What has been through which stage, with which version of code and reference data.';
COMMENT ON COLUMN ops.derivations.stage IS
'The stage, or what stands for one: judgements, event links, begun anew (stages still to run).';
COMMENT ON COLUMN ops.derivations.subject IS
'Path of a file (intake), data (reference), file (judgements), or document_id (other stages).';
COMMENT ON COLUMN ops.derivations.version IS
'Hash of the code and reference data that the stage uses.';

CREATE TABLE IF NOT EXISTS ops.entity_moves (
    refresh_id VARCHAR NOT NULL,
    old_id VARCHAR NOT NULL,
    entity_id VARCHAR,
    mention_count BIGINT NOT NULL
);
COMMENT ON TABLE ops.entity_moves IS
'Where the mentions of an entity went that a refresh no longer found: history, beside core.redirects.';
COMMENT ON COLUMN ops.entity_moves.refresh_id IS
'The refresh (ops.refreshes).';
COMMENT ON COLUMN ops.entity_moves.old_id IS
'The entity of the refresh before.';
COMMENT ON COLUMN ops.entity_moves.entity_id IS
'The entity that the mentions stand for since; NULL for mentions that are gone.';
COMMENT ON COLUMN ops.entity_moves.mention_count IS
'How many mentions went there.';

CREATE TABLE IF NOT EXISTS ops.event_blocks (
    statement_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    block BIGINT NOT NULL,
    is_day BOOLEAN NOT NULL,
    is_dated BOOLEAN NOT NULL
);
COMMENT ON TABLE ops.event_blocks IS
'What statements of events have in common: only those that share a block are compared.';
COMMENT ON COLUMN ops.event_blocks.statement_id IS
'The statement (core.event_statements).';
COMMENT ON COLUMN ops.event_blocks.article_id IS
'Its article (core.articles).';
COMMENT ON COLUMN ops.event_blocks.block IS
'Hash of a name or of words, with the day where they count on one day.';
COMMENT ON COLUMN ops.event_blocks.is_day IS
'Whether the block is of one day.';
COMMENT ON COLUMN ops.event_blocks.is_dated IS
'Whether the statement is dated by day.';

CREATE TABLE IF NOT EXISTS ops.event_edges (
    left_id VARCHAR NOT NULL,
    right_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL
);
COMMENT ON TABLE ops.event_edges IS
'Pairs of statements that may be one event: what is linked together hangs together by them.';
COMMENT ON COLUMN ops.event_edges.left_id IS
'A statement (core.event_statements).';
COMMENT ON COLUMN ops.event_edges.right_id IS
'Another statement.';
COMMENT ON COLUMN ops.event_edges.kind IS
'alike (they reach the least score), copy (of one article) or judged (by a user).';

CREATE TABLE IF NOT EXISTS ops.event_places (
    place_id VARCHAR NOT NULL,
    containers VARCHAR NOT NULL
);
COMMENT ON TABLE ops.event_places IS
'In which places the places of events lay when events were linked last.';
COMMENT ON COLUMN ops.event_places.place_id IS
'The place (core.places).';
COMMENT ON COLUMN ops.event_places.containers IS
'The places it lies in, joined by |.';
