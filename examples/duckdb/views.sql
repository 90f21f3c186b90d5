-- Decision records and the cohort they were made from, as tables. Two variables name the files: `records` and `cohort`.

CREATE VIEW records AS
FROM read_json(
  getvariable('records'), format = 'newline_delimited', maximum_object_size = 16777216,
  columns = {
    nominal: 'VARCHAR', as_of: 'DATE', pack: 'VARCHAR', version: 'VARCHAR', digest: 'VARCHAR', input: 'VARCHAR',
    recommendation: 'STRUCT(action VARCHAR, category VARCHAR, rule VARCHAR, title VARCHAR, because VARCHAR[], unknown VARCHAR[])',
    criteria: 'JSON', matrices: 'JSON', groups: 'JSON',
    taskings: 'STRUCT(kind VARCHAR, title VARCHAR, owner VARCHAR, priority VARCHAR, due DATE, because VARCHAR, "key" VARCHAR)[]',
    allocation: 'STRUCT(rank BIGINT, outcome VARCHAR, kept BOOLEAN)', reads: 'VARCHAR[]',
    warnings: 'STRUCT(code VARCHAR, field VARCHAR, text VARCHAR)[]',
    error: 'STRUCT(code VARCHAR, message VARCHAR, file VARCHAR, line BIGINT, rule VARCHAR)'
  });

-- One row a person: what is recommended, and why.
CREATE VIEW decisions AS
SELECT nominal, as_of, pack, version, recommendation.action, recommendation.category, recommendation.rule, recommendation.title,
  recommendation.because, recommendation.unknown, allocation, reads, error
FROM records;

-- One row for each person and criterion: yes, no or unknown.
CREATE VIEW criteria AS
SELECT nominal, criterion, criteria -> criterion ->> 'met' AS met
FROM records, unnest(json_keys(criteria)) AS names (criterion);

-- One row for each person and matrix. `least` and `most` differ where data is missing; no `most` means that there is no end.
CREATE VIEW scores AS
SELECT nominal, matrix, CAST(matrices -> matrix ->> 'score' AS DOUBLE) AS least, CAST(matrices -> matrix ->> 'to' AS DOUBLE) AS most,
  matrices -> matrix ->> 'band' AS band
FROM records, unnest(json_keys(matrices)) AS names (matrix);

-- One row for each person and row of a matrix.
CREATE VIEW points AS
SELECT nominal, matrix, part ->> 'id' AS "row", CAST(part ->> 'points' AS DOUBLE) AS points, part ->> 'because' AS because
FROM (
  SELECT nominal, matrix, unnest(CAST(matrices -> matrix -> 'rows' AS JSON[])) AS part
  FROM records, unnest(json_keys(matrices)) AS names (matrix));

-- One row a tasking.
CREATE VIEW taskings AS
SELECT nominal, tasking.kind, tasking.title, tasking.owner, tasking.priority, tasking.due, tasking.because
FROM records, unnest(taskings) AS each (tasking);

-- The cohort itself, as far as the questions ask.
CREATE VIEW people AS
FROM read_json(
  getvariable('cohort'), format = 'newline_delimited', maximum_object_size = 16777216,
  columns = {
    id: 'VARCHAR', borough: 'VARCHAR', date_of_birth: 'DATE', convictions_total: 'BIGINT', custody_status: 'VARCHAR', ogrs2: 'DOUBLE',
    offences: 'STRUCT(type VARCHAR, date DATE, outcome VARCHAR)[]'
  });
