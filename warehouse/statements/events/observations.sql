-- What was observed in the articles of `piece`, whose facts are to be read.
SELECT
    piece.row_id,
    mentions.* EXCLUDE (mention_id, entity_id)
FROM core.mentions
INNER JOIN piece ON mentions.article_id = piece.article_id
ORDER BY piece.row_id, mentions.field, mentions.start_char;
