-- What was observed in the articles whose facts are to be read.
SELECT mentions.* EXCLUDE (mention_id, entity_id)
FROM core.mentions
SEMI JOIN pending ON mentions.article_id = pending.article_id
ORDER BY mentions.article_id, mentions.field, mentions.start_char;
