-- What was observed in the articles of `piece`, whose facts are to be read.
SELECT mentions.* EXCLUDE (mention_id, entity_id)
FROM core.mentions
SEMI JOIN piece ON mentions.article_id = piece.article_id
ORDER BY mentions.article_id, mentions.field, mentions.start_char;
