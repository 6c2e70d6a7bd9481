-- What the pipeline did: refreshes, checks, changes, and which code derived what.
CREATE SCHEMA IF NOT EXISTS ops;

CREATE TABLE IF NOT EXISTS ops.refreshes (
    refresh_id VARCHAR NOT NULL,
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
'Key of the row.';
COMMENT ON COLUMN ops.changes.change IS
'added, modified or deleted.';

CREATE TABLE IF NOT EXISTS ops.checks (
    refresh_id VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    passed BOOLEAN NOT NULL,
    severity VARCHAR NOT NULL,
    failing_rows BIGINT NOT NULL,
    description VARCHAR NOT NULL
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

CREATE TABLE IF NOT EXISTS ops.derivations (
    stage VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    version VARCHAR NOT NULL
);
COMMENT ON TABLE ops.derivations IS
'What has been through which stage, with which version of code and reference data.';
COMMENT ON COLUMN ops.derivations.stage IS
'reference, intake, extraction, entities or events.';
COMMENT ON COLUMN ops.derivations.subject IS
'Path of a file (intake), data (reference), or document_id of a capture (the other stages).';
COMMENT ON COLUMN ops.derivations.version IS
'Hash of the code and reference data that the stage uses.';
