-- Many articles came or leave: the whole index is put into order again, so that a term is found in
-- one place.
TRUNCATE search.postings;

TRUNCATE search.terms;
