-- The articles of a `piece` of the pending ones with their words; by row ids long texts are reached
-- without unpacking others.
SELECT
    piece.article_no,
    piece.article_id,
    piece.document_id,
    articles.title,
    articles.text
FROM core.articles
INNER JOIN piece ON articles.rowid = piece.row_id
ORDER BY piece.article_no;
