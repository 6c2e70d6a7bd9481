-- Answers: the views of `marts/` live in this schema.
CREATE SCHEMA IF NOT EXISTS mart;
