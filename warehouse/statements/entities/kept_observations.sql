-- What was observed earlier in articles that need no new look, judged to be no entity or not.
SELECT mentions.* EXCLUDE (mention_id, entity_id)
FROM (
    FROM core.mentions
    UNION ALL BY NAME
    FROM core.dismissed_mentions
) AS mentions
SEMI JOIN core.articles ON mentions.article_id = articles.article_id
ANTI JOIN pending ON mentions.article_id = pending.article_id
ORDER BY mentions.article_id, mentions.field, mentions.start_char;
