-- Mentions whose article is gone.
SELECT count(*) AS orphan_count
FROM core.mentions
ANTI JOIN core.articles ON mentions.article_id = articles.article_id;
