-- Settles what captures are to each other and to sidecars, whatever the order of arrival: of equal
-- pages the first by path and place in the file is kept, files that lie in the folder before those
-- that are missing.
CREATE OR REPLACE TEMPORARY TABLE places AS
SELECT
    file_id,
    min(path) FILTER (WHERE status <> 'missing') IS NULL AS is_missing,
    coalesce(min(path) FILTER (WHERE status <> 'missing'), min(path)) AS path,
    any_value(media_type) AS file_type
FROM raw.files
WHERE
    status IN ('loaded', 'duplicate', 'rejected', 'missing')
    AND media_type IS NOT NULL
    AND NOT is_metadata
GROUP BY file_id;

CREATE OR REPLACE TEMPORARY TABLE equal_pages AS
WITH repeated AS (
    SELECT content_hash
    FROM raw.documents
    WHERE content_hash IS NOT NULL
    GROUP BY content_hash
    HAVING count(*) > 1
)

SELECT
    documents.document_id,
    first_value(documents.document_id) OVER same_page AS kept_id,
    first_value(
        CASE
            WHEN documents.member IS NOT NULL THEN places.path || ' > ' || documents.member
            WHEN places.file_type IN ('text/html', 'text/plain', 'multipart/related')
                THEN places.path
            ELSE 'record ' || documents.ordinal || ' of ' || places.path
        END
    ) OVER same_page AS kept_place
FROM raw.documents
SEMI JOIN repeated ON documents.content_hash = repeated.content_hash
INNER JOIN places ON documents.file_id = places.file_id
WINDOW
    same_page AS (
        PARTITION BY documents.content_hash
        ORDER BY places.is_missing, places.path, documents.ordinal
    );

UPDATE raw.documents
SET status = 'duplicate', reason = 'is the same page as ' || equal_pages.kept_place
FROM equal_pages
WHERE
    documents.document_id = equal_pages.document_id
    AND equal_pages.document_id <> equal_pages.kept_id
    AND (
        documents.status <> 'duplicate'
        OR documents.reason IS DISTINCT FROM 'is the same page as ' || equal_pages.kept_place
    );

UPDATE raw.documents
SET status = 'loaded', reason = NULL
WHERE
    status = 'duplicate'
    AND document_id NOT IN (
        SELECT equal_pages.document_id
        FROM equal_pages
        WHERE equal_pages.document_id <> equal_pages.kept_id
    );

-- Which sidecar tells of a capture: "page.html.json" before "page.json".
CREATE OR REPLACE TEMPORARY TABLE other_sidecars AS
SELECT
    documents.document_id,
    sidecars.path,
    sidecars.file_id
FROM raw.documents
INNER JOIN places ON documents.file_id = places.file_id
LEFT JOIN (
    SELECT
        beside,
        arg_max(path, length(path)) AS path,
        arg_max(file_id, length(path)) AS file_id
    FROM raw.files
    WHERE is_metadata AND status = 'loaded'
    GROUP BY beside
) AS sidecars ON places.path = sidecars.beside
WHERE
    NOT places.is_missing
    AND (
        documents.sidecar IS DISTINCT FROM sidecars.path
        OR documents.sidecar_id IS DISTINCT FROM sidecars.file_id
    );

UPDATE raw.documents
SET sidecar = other_sidecars.path, sidecar_id = other_sidecars.file_id
FROM other_sidecars
WHERE documents.document_id = other_sidecars.document_id;

-- What a sidecar tells is part of the article: with another one it is read again.
DELETE FROM ops.derivations
WHERE
    stage = 'extraction'
    AND subject IN (SELECT other_sidecars.document_id FROM other_sidecars);
