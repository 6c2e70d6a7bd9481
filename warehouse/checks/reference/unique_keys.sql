-- table: reference.tables
-- severity: error
-- description: No key stands twice in a reference table.
WITH keys AS (
    SELECT
        'reference.abbreviations' AS table_name,
        short AS row_key
    FROM reference.abbreviations
    UNION ALL
    SELECT
        'reference.administrative_units' AS table_name,
        entity_id AS row_key
    FROM reference.administrative_units
    UNION ALL
    SELECT
        'reference.agreement_kinds' AS table_name,
        kind AS row_key
    FROM reference.agreement_kinds
    UNION ALL
    SELECT
        'reference.bodies' AS table_name,
        entity_id AS row_key
    FROM reference.bodies
    UNION ALL
    SELECT
        'reference.common_words' AS table_name,
        word AS row_key
    FROM reference.common_words
    UNION ALL
    SELECT
        'reference.context_words' AS table_name,
        word || ' (' || role || ')' AS row_key
    FROM reference.context_words
    UNION ALL
    SELECT
        'reference.countries' AS table_name,
        entity_id AS row_key
    FROM reference.countries
    UNION ALL
    SELECT
        'reference.date_words' AS table_name,
        words || ' (' || role || ')' AS row_key
    FROM reference.date_words
    UNION ALL
    SELECT
        'reference.document_kinds' AS table_name,
        kind AS row_key
    FROM reference.document_kinds
    UNION ALL
    SELECT
        'reference.event_kinds' AS table_name,
        kind AS row_key
    FROM reference.event_kinds
    UNION ALL
    SELECT
        'reference.event_words' AS table_name,
        words || ' (' || role || ')' AS row_key
    FROM reference.event_words
    UNION ALL
    SELECT
        'reference.field_names' AS table_name,
        name AS row_key
    FROM reference.field_names
    UNION ALL
    SELECT
        'reference.known_documents' AS table_name,
        kind || ' ' || name AS row_key
    FROM reference.known_documents
    UNION ALL
    SELECT
        'reference.local_symbols' AS table_name,
        symbol AS row_key
    FROM reference.local_symbols
    UNION ALL
    SELECT
        'reference.menu_words' AS table_name,
        text || ' (' || role || ')' AS row_key
    FROM reference.menu_words
    UNION ALL
    SELECT
        'reference.meta_names' AS table_name,
        name || ' (' || meaning || ')' AS row_key
    FROM reference.meta_names
    UNION ALL
    SELECT
        'reference.organisation_heads' AS table_name,
        head AS row_key
    FROM reference.organisation_heads
    UNION ALL
    SELECT
        'reference.organisation_words' AS table_name,
        word AS row_key
    FROM reference.organisation_words
    UNION ALL
    SELECT
        'reference.outlets' AS table_name,
        outlet_id AS row_key
    FROM reference.outlets
    UNION ALL
    SELECT
        'reference.party_words' AS table_name,
        words || ' (' || role || ')' AS row_key
    FROM reference.party_words
    UNION ALL
    SELECT
        'reference.place_words' AS table_name,
        word AS row_key
    FROM reference.place_words
    UNION ALL
    SELECT
        'reference.places' AS table_name,
        entity_id AS row_key
    FROM reference.places
    UNION ALL
    SELECT
        'reference.surnames' AS table_name,
        surname AS row_key
    FROM reference.surnames
    UNION ALL
    SELECT
        'reference.titles' AS table_name,
        title AS row_key
    FROM reference.titles
)

SELECT
    table_name,
    row_key,
    count(*) AS row_count
FROM keys
GROUP BY table_name, row_key
HAVING count(*) > 1
