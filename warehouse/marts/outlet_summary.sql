-- Which outlets do we hold, how much of each, over what time, and how complete is it?
-- Articles whose page does not show the outlet are one row with a NULL outlet_id.
CREATE OR REPLACE VIEW mart.outlet_summary AS
WITH kept AS (
    SELECT *
    FROM core.articles
    WHERE duplicate_of IS NULL
),

mentioned AS (
    SELECT
        kept.article_id,
        count(DISTINCT mentions.entity_id)
        FILTER (WHERE mentions.entity_type = 'person') AS person_count,
        count(DISTINCT mentions.entity_id)
        FILTER (WHERE mentions.entity_type = 'organisation') AS organisation_count,
        count(DISTINCT mentions.entity_id)
        FILTER (WHERE mentions.entity_type = 'official_document') AS document_count
    FROM kept
    LEFT JOIN core.mentions ON kept.article_id = mentions.article_id
    GROUP BY kept.article_id
)

SELECT
    kept.outlet_id,
    outlets.name AS outlet_name,
    outlets.domain,
    count(*) AS article_count,
    min(kept.published_on) AS first_published_on,
    max(kept.published_on) AS last_published_on,
    count(*) FILTER (WHERE kept.published_at IS NULL) AS undated_count,
    count(*) FILTER (WHERE kept.title IS NULL) AS untitled_count,
    count(*) FILTER (WHERE len(kept.authors) = 0) AS unsigned_count,
    cast(sum(kept.word_count) AS BIGINT) AS word_count,
    round(avg(mentioned.person_count), 1) AS persons_per_article,
    round(avg(mentioned.organisation_count), 1) AS organisations_per_article,
    round(avg(mentioned.document_count), 1) AS documents_per_article
FROM kept
INNER JOIN mentioned ON kept.article_id = mentioned.article_id
LEFT JOIN core.outlets ON kept.outlet_id = outlets.outlet_id
GROUP BY kept.outlet_id, outlets.name, outlets.domain
ORDER BY count(*) DESC, kept.outlet_id ASC NULLS LAST;

COMMENT ON VIEW mart.outlet_summary IS
'Which outlets do we hold, how much of each, over what time, and how complete is it?';
COMMENT ON COLUMN mart.outlet_summary.outlet_id IS
'The outlet (core.outlets); NULL for articles whose page does not show it.';
COMMENT ON COLUMN mart.outlet_summary.outlet_name IS
'Name of the outlet.';
COMMENT ON COLUMN mart.outlet_summary.domain IS
'Main domain of the outlet.';
COMMENT ON COLUMN mart.outlet_summary.article_count IS
'Articles, duplicates not counted.';
COMMENT ON COLUMN mart.outlet_summary.first_published_on IS
'Day of the first dated article.';
COMMENT ON COLUMN mart.outlet_summary.last_published_on IS
'Day of the last dated article.';
COMMENT ON COLUMN mart.outlet_summary.undated_count IS
'Articles without a publication date.';
COMMENT ON COLUMN mart.outlet_summary.untitled_count IS
'Articles without a headline.';
COMMENT ON COLUMN mart.outlet_summary.unsigned_count IS
'Articles that name no author.';
COMMENT ON COLUMN mart.outlet_summary.word_count IS
'Words in the main texts.';
COMMENT ON COLUMN mart.outlet_summary.persons_per_article IS
'Persons named in an article, on average.';
COMMENT ON COLUMN mart.outlet_summary.organisations_per_article IS
'Organisations named in an article, on average.';
COMMENT ON COLUMN mart.outlet_summary.documents_per_article IS
'Official documents cited in an article, on average.';
