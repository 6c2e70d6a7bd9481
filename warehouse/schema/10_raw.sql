-- What arrived: the files of the input folder and the article captures inside them.
CREATE SCHEMA IF NOT EXISTS raw;

CREATE TABLE IF NOT EXISTS raw.files (
    file_id VARCHAR,
    path VARCHAR NOT NULL,
    bytes BIGINT,
    modified_ns BIGINT,
    media_type VARCHAR,
    encoding VARCHAR,
    beside VARCHAR,
    is_metadata BOOLEAN NOT NULL DEFAULT false,
    status VARCHAR NOT NULL,
    reason VARCHAR,
    note VARCHAR,
    first_seen_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    refresh_id VARCHAR NOT NULL
);
COMMENT ON TABLE raw.files IS
'One row per path and content seen in the input folder, rejected ones included.';
COMMENT ON COLUMN raw.files.file_id IS
'SHA-256 of the bytes in hex; NULL when the bytes could not be read.';
COMMENT ON COLUMN raw.files.path IS
'Path relative to the input folder, with forward slashes.';
COMMENT ON COLUMN raw.files.bytes IS
'Size in bytes; NULL when it could not be told.';
COMMENT ON COLUMN raw.files.modified_ns IS
'Modification time of the file in nanoseconds since 1970, used to tell changed files.';
COMMENT ON COLUMN raw.files.media_type IS
'What the file is, told from its content, such as text/html; NULL when rejected before that.';
COMMENT ON COLUMN raw.files.encoding IS
'Character encoding of a page; NULL for containers and when rejected before that.';
COMMENT ON COLUMN raw.files.beside IS
'Of a JSON file: path of the page beside it by name; NULL when there is none.';
COMMENT ON COLUMN raw.files.is_metadata IS
'Whether the file only states facts about the page beside it and is no article itself.';
COMMENT ON COLUMN raw.files.status IS
'loaded, duplicate (same bytes elsewhere), rejected, superseded (replaced) or missing (gone).';
COMMENT ON COLUMN raw.files.reason IS
'Why the file is not loaded and what to do about it; NULL when loaded.';
COMMENT ON COLUMN raw.files.note IS
'What was mended or left out, such as invalid bytes replaced; NULL when nothing was.';
COMMENT ON COLUMN raw.files.first_seen_at IS
'When a refresh first saw this content, also when it lay at another path then.';
COMMENT ON COLUMN raw.files.last_seen_at IS
'When a refresh last saw this content at this path.';
COMMENT ON COLUMN raw.files.refresh_id IS
'The refresh that last changed the status of this row.';

CREATE TABLE IF NOT EXISTS raw.documents (
    document_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    ordinal INTEGER NOT NULL,
    member VARCHAR,
    media_type VARCHAR,
    url VARCHAR,
    fetched_at TIMESTAMPTZ,
    content_hash VARCHAR,
    sidecar VARCHAR,
    sidecar_id VARCHAR,
    status VARCHAR NOT NULL,
    reason VARCHAR,
    note VARCHAR
);
COMMENT ON TABLE raw.documents IS
'One row per capture inside a file: one for a page or a text dump, many for a container.';
COMMENT ON COLUMN raw.documents.document_id IS
'Identifier: the first 16 hex digits of file_id and the ordinal.';
COMMENT ON COLUMN raw.documents.file_id IS
'The file that holds the capture (raw.files).';
COMMENT ON COLUMN raw.documents.ordinal IS
'Position of the capture in its file, from 1.';
COMMENT ON COLUMN raw.documents.member IS
'Where the capture lies inside an archive; NULL outside archives.';
COMMENT ON COLUMN raw.documents.media_type IS
'text/html or text/plain; NULL for a record that cannot be read as a page.';
COMMENT ON COLUMN raw.documents.url IS
'Address of the page as the capture itself tells it; NULL when it does not.';
COMMENT ON COLUMN raw.documents.fetched_at IS
'When the page was fetched, as its record or sidecar states it; NULL when not stated.';
COMMENT ON COLUMN raw.documents.content_hash IS
'SHA-256 of the page in hex; NULL for a record that cannot be read.';
COMMENT ON COLUMN raw.documents.sidecar IS
'Path of the file that states facts of the page (raw.files, is_metadata); NULL without one.';
COMMENT ON COLUMN raw.documents.sidecar_id IS
'file_id of that file.';
COMMENT ON COLUMN raw.documents.status IS
'loaded, duplicate (the same page elsewhere) or rejected.';
COMMENT ON COLUMN raw.documents.reason IS
'Why the capture gave no article; NULL when loaded.';
COMMENT ON COLUMN raw.documents.note IS
'What was left out or mended, such as a date that cannot be read; NULL when nothing was.';
