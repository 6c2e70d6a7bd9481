-- The texts of a `piece` of the pending articles; by row ids long texts are reached without unpacking
-- others.
SELECT
    piece.article_no,
    piece.article_id,
    articles.title,
    articles.text
FROM core.articles
INNER JOIN piece ON articles.rowid = piece.row_id
ORDER BY piece.row_id;
