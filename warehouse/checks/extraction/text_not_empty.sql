-- table: core.articles
-- severity: error
-- description: No article has an empty main text.
SELECT article_id
FROM due_articles
WHERE trim(text) = '' OR word_count = 0
