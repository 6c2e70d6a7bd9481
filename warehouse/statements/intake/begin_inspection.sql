-- Where the records of inspected files are put while files are read.
CREATE OR REPLACE TEMPORARY TABLE inspected_records (
    path VARCHAR,
    document_id VARCHAR,
    file_id VARCHAR,
    ordinal INTEGER,
    member VARCHAR,
    media_type VARCHAR,
    url VARCHAR,
    fetched_at TIMESTAMPTZ,
    content_hash VARCHAR,
    reason VARCHAR,
    note VARCHAR
);
