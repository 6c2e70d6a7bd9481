-- What did each organisation do, month by month: events, agreements, and how much was told of it?
-- Events count in the month they began, agreements in the month of signing, mentions in that of
-- publication; what has no date counts in the NULL month. Duplicate articles are not counted again.
CREATE OR REPLACE VIEW mart.organisation_activity AS
WITH kept AS (
    SELECT
        article_id,
        published_on
    FROM core.articles
    WHERE duplicate_of IS NULL
),

told AS (
    SELECT
        mentions.entity_id AS organisation_id,
        cast(date_trunc('month', kept.published_on) AS DATE) AS month,
        count(DISTINCT kept.article_id) AS article_count,
        count(*) AS mention_count
    FROM core.mentions
    INNER JOIN kept ON mentions.article_id = kept.article_id
    WHERE mentions.entity_type = 'organisation'
    GROUP BY ALL
),

-- A person stands for the bodies whose offices the same article gives them.
took_part AS (
    SELECT
        participants.event_id,
        participants.entity_id AS organisation_id,
        participants.part
    FROM core.event_participants AS participants
    SEMI JOIN kept ON participants.article_id = kept.article_id
    UNION ALL
    SELECT
        participants.event_id,
        roles.organisation_id,
        'represented' AS part
    FROM core.event_participants AS participants
    SEMI JOIN kept ON participants.article_id = kept.article_id
    INNER JOIN core.roles
        ON
            participants.entity_id = roles.person_id
            AND participants.article_id = roles.article_id
    WHERE NOT regexp_matches(lower(roles.title), '^(nguyên|cựu|cố|former) ')
),

held AS (
    SELECT
        took_part.organisation_id,
        cast(date_trunc('month', events.starts_on) AS DATE) AS month,
        count(DISTINCT events.event_id)
        FILTER (WHERE took_part.part = 'organiser') AS events_organised,
        count(DISTINCT events.event_id)
        FILTER (WHERE took_part.part NOT IN ('organiser', 'represented')) AS events_attended,
        count(DISTINCT events.event_id)
        FILTER (WHERE took_part.part = 'represented') AS events_represented
    FROM took_part
    INNER JOIN core.events ON took_part.event_id = events.event_id
    SEMI JOIN core.organisations ON took_part.organisation_id = organisations.entity_id
    GROUP BY ALL
),

signed AS (
    SELECT
        parties.organisation_id,
        cast(date_trunc('month', parties.signed_on) AS DATE) AS month,
        count(DISTINCT parties.agreement_id) AS agreement_count
    FROM (
        SELECT
            agreement_id,
            -- A year alone tells no month.
            CASE WHEN date_precision <> 'year' THEN signed_on END AS signed_on,
            unnest(party_ids) AS organisation_id
        FROM mart.agreements
    ) AS parties
    SEMI JOIN core.organisations ON parties.organisation_id = organisations.entity_id
    GROUP BY ALL
),

months AS (
    SELECT
        organisation_id,
        month
    FROM told
    UNION
    SELECT
        organisation_id,
        month
    FROM held
    UNION
    SELECT
        organisation_id,
        month
    FROM signed
)

SELECT
    months.organisation_id,
    organisations.name AS organisation_name,
    months.month,
    coalesce(held.events_organised, 0) AS events_organised,
    coalesce(held.events_attended, 0) AS events_attended,
    coalesce(held.events_represented, 0) AS events_represented,
    coalesce(signed.agreement_count, 0) AS agreement_count,
    coalesce(told.article_count, 0) AS article_count,
    coalesce(told.mention_count, 0) AS mention_count
FROM months
INNER JOIN core.organisations ON months.organisation_id = organisations.entity_id
LEFT JOIN told
    ON
        months.organisation_id = told.organisation_id
        AND months.month IS NOT DISTINCT FROM told.month
LEFT JOIN held
    ON
        months.organisation_id = held.organisation_id
        AND months.month IS NOT DISTINCT FROM held.month
LEFT JOIN signed
    ON
        months.organisation_id = signed.organisation_id
        AND months.month IS NOT DISTINCT FROM signed.month
ORDER BY months.organisation_id, months.month NULLS LAST;

COMMENT ON VIEW mart.organisation_activity IS
'What did each organisation do, month by month: events, agreements, and how much was told of it?';
COMMENT ON COLUMN mart.organisation_activity.organisation_id IS
'The organisation (core.organisations).';
COMMENT ON COLUMN mart.organisation_activity.organisation_name IS
'Name of the organisation.';
COMMENT ON COLUMN mart.organisation_activity.month IS
'First day of the month; NULL for what has no date, or only a year.';
COMMENT ON COLUMN mart.organisation_activity.events_organised IS
'Events of the month that it held.';
COMMENT ON COLUMN mart.organisation_activity.events_attended IS
'Events of the month in which it took part itself without holding them.';
COMMENT ON COLUMN mart.organisation_activity.events_represented IS
'Events of the month in which a person took part whose office in it the same article states.';
COMMENT ON COLUMN mart.organisation_activity.agreement_count IS
'Agreements that it signed in the month.';
COMMENT ON COLUMN mart.organisation_activity.article_count IS
'Articles of the month that name it, duplicates not counted.';
COMMENT ON COLUMN mart.organisation_activity.mention_count IS
'Mentions of it in those articles.';
