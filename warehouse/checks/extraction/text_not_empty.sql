-- table: core.articles
-- severity: error
-- description: No article has an empty main text.
-- Grouped, so that only the texts of due articles are looked at: a bare condition would be tried on
-- all texts before those that are due are chosen.
SELECT article_id
FROM due_articles
GROUP BY article_id
HAVING bool_or(trim(text) = '' OR word_count = 0)
