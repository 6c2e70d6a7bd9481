-- Adds described entities and their aliases.
INSERT INTO ops.told_entities BY NAME
SELECT
    told_now.*,
    counts.article_total
FROM told_now
INNER JOIN fresh_counts AS counts ON told_now.entity_id = counts.entity_id;

INSERT INTO fresh_aliases BY NAME
SELECT *
FROM aliases_now;
