-- What is known of a person, body, place or document? Asked as
-- `FROM entity_facts('person:nguyen-lan-huong')`.
-- Noted where the linter does not know the syntax: macros of DuckDB.
-- noqa: disable=all

-- One row per fact and article that states it, with the words that show it. `id` may be one that
-- was given up: core.redirects says whose it is now. Duplicate articles are left out.
CREATE OR REPLACE MACRO entity_facts(id) AS TABLE
WITH
meant AS (
    SELECT entities.entity_id
    FROM core.entities
    WHERE entities.entity_id = id
    UNION
    SELECT redirects.entity_id
    FROM core.redirects
    WHERE redirects.old_id = id AND redirects.entity_id IS NOT NULL
),

mentioned AS (
    SELECT mentions.*
    FROM core.mentions
    SEMI JOIN meant ON mentions.entity_id = meant.entity_id
),

facts AS (
    SELECT
        roles.person_id AS entity_id,
        'role' AS fact,
        roles.title AS value,
        roles.as_of AS dated_on,
        roles.organisation_id AS other_id,
        roles.article_id, roles.field, roles.line_no, roles.start_char, roles.end_char,
        roles.surface
    FROM core.roles
    SEMI JOIN meant ON roles.person_id = meant.entity_id
    UNION ALL
    SELECT
        roles.organisation_id AS entity_id,
        'office holder' AS fact,
        roles.title AS value,
        roles.as_of AS dated_on,
        roles.person_id AS other_id,
        roles.article_id, roles.field, roles.line_no, roles.start_char, roles.end_char,
        roles.surface
    FROM core.roles
    SEMI JOIN meant ON roles.organisation_id = meant.entity_id
    UNION ALL
    SELECT
        participants.entity_id,
        'participation' AS fact,
        participants.part AS value,
        events.starts_on AS dated_on,
        events.event_id AS other_id,
        mentioned.article_id, mentioned.field, mentioned.line_no, mentioned.start_char,
        mentioned.end_char, mentioned.surface
    FROM core.event_participants AS participants
    INNER JOIN core.events ON participants.event_id = events.event_id
    INNER JOIN mentioned
        ON participants.article_id = mentioned.article_id
        AND participants.field = mentioned.field
        AND participants.start_char = mentioned.start_char
    UNION ALL
    SELECT
        statements.place_id AS entity_id,
        'place of event' AS fact,
        statements.kind AS value,
        statements.starts_on AS dated_on,
        statements.event_id AS other_id,
        shown.article_id, shown.field, shown.line_no, shown.start_char, shown.end_char,
        shown.surface
    FROM core.event_statements AS statements
    SEMI JOIN meant ON statements.place_id = meant.entity_id
    INNER JOIN core.mentions AS shown
        ON statements.article_id = shown.article_id
        AND statements.place_field = shown.field
        AND statements.place_start = shown.start_char
    UNION ALL
    SELECT
        parties.entity_id,
        'agreement' AS fact,
        agreements.kind AS value,
        agreements.signed_on AS dated_on,
        others.entity_id AS other_id,
        agreements.article_id, agreements.field, agreements.line_no, agreements.start_char,
        agreements.end_char, agreements.surface
    FROM core.agreement_parties AS parties
    SEMI JOIN meant ON parties.entity_id = meant.entity_id
    INNER JOIN core.agreements ON parties.agreement_id = agreements.agreement_id
    LEFT JOIN core.agreement_parties AS others
        ON parties.agreement_id = others.agreement_id AND parties.entity_id <> others.entity_id
    UNION ALL
    SELECT
        mentioned.entity_id,
        'citation' AS fact,
        mentioned.name AS value,
        coalesce(mentioned.document_issued_on, documents.issued_on) AS dated_on,
        documents.issuer_id AS other_id,
        mentioned.article_id, mentioned.field, mentioned.line_no, mentioned.start_char,
        mentioned.end_char, mentioned.surface
    FROM mentioned
    INNER JOIN core.official_documents AS documents ON mentioned.entity_id = documents.entity_id
    UNION ALL
    SELECT
        documents.issuer_id AS entity_id,
        'issued document cited' AS fact,
        mentions.name AS value,
        documents.issued_on AS dated_on,
        documents.entity_id AS other_id,
        mentions.article_id, mentions.field, mentions.line_no, mentions.start_char,
        mentions.end_char, mentions.surface
    FROM core.official_documents AS documents
    SEMI JOIN meant ON documents.issuer_id = meant.entity_id
    INNER JOIN core.mentions ON documents.entity_id = mentions.entity_id
    UNION ALL
    SELECT
        mentioned.entity_id,
        'abbreviation defined' AS fact,
        mentioned.abbreviation AS value,
        NULL AS dated_on,
        NULL AS other_id,
        mentioned.article_id, mentioned.field, mentioned.line_no, mentioned.start_char,
        mentioned.end_char, mentioned.surface
    FROM mentioned
    WHERE mentioned.abbreviation IS NOT NULL
    UNION ALL
    -- A form that an article uses, where it uses it first.
    SELECT
        mentioned.entity_id,
        'alias' AS fact,
        mentioned.surface AS value,
        NULL AS dated_on,
        NULL AS other_id,
        mentioned.article_id, mentioned.field, mentioned.line_no, mentioned.start_char,
        mentioned.end_char, mentioned.surface
    FROM mentioned
    QUALIFY row_number() OVER (
        PARTITION BY mentioned.entity_id, mentioned.article_id, mentioned.surface
        ORDER BY mentioned.field DESC, mentioned.start_char
    ) = 1
    UNION ALL
    -- A form that no article uses.
    SELECT
        aliases.entity_id,
        'alias' AS fact,
        aliases.alias AS value,
        NULL AS dated_on,
        NULL AS other_id,
        NULL AS article_id, NULL AS field, NULL AS line_no, NULL AS start_char, NULL AS end_char,
        NULL AS surface
    FROM core.entity_aliases AS aliases
    SEMI JOIN meant ON aliases.entity_id = meant.entity_id
    ANTI JOIN mentioned
        ON aliases.entity_id = mentioned.entity_id AND aliases.alias = mentioned.surface
    UNION ALL
    -- Named in one paragraph: where it first stands beside the other.
    SELECT
        mentioned.entity_id,
        'co-mention' AS fact,
        others.surface AS value,
        NULL AS dated_on,
        others.entity_id AS other_id,
        mentioned.article_id, mentioned.field, mentioned.line_no, mentioned.start_char,
        mentioned.end_char, mentioned.surface
    FROM mentioned
    INNER JOIN core.mentions AS others
        ON mentioned.article_id = others.article_id
        AND mentioned.field = others.field
        AND mentioned.line_no IS NOT DISTINCT FROM others.line_no
        AND mentioned.entity_id <> others.entity_id
    QUALIFY row_number() OVER (
        PARTITION BY mentioned.entity_id, mentioned.article_id, others.entity_id
        ORDER BY mentioned.field DESC, mentioned.start_char, others.start_char
    ) = 1
)

SELECT DISTINCT
    facts.entity_id,
    facts.fact,
    facts.value,
    facts.dated_on,
    facts.other_id,
    coalesce(others.name, events.name, events.kind) AS other_name,
    facts.article_id,
    articles.published_on,
    facts.field,
    facts.line_no,
    facts.start_char,
    facts.end_char,
    facts.surface
FROM facts
LEFT JOIN core.articles ON facts.article_id = articles.article_id
LEFT JOIN core.entities AS others ON facts.other_id = others.entity_id
LEFT JOIN core.events ON facts.other_id = events.event_id
WHERE articles.duplicate_of IS NULL
ORDER BY
    facts.entity_id, facts.fact, facts.article_id NULLS LAST, facts.field DESC, facts.start_char,
    facts.value, facts.other_id;

COMMENT ON MACRO TABLE entity_facts IS
'What is known of a person, body, place or document (its id): every role, event, agreement, citation, alias and co-mention, with the article and the words that show it.';
