-- What is recommended
SELECT action, category, count(*) AS people FROM decisions GROUP BY ALL ORDER BY people DESC, action, category;

-- By which rule, and the reason given most often
SELECT rule, count(*) AS people, mode(because[1] ORDER BY because[1]) AS "first reason"
FROM decisions WHERE rule IS NOT NULL GROUP BY rule ORDER BY people DESC, rule;

-- What is not known, and how many decisions wait for it
SELECT field, count(*) AS people FROM decisions, unnest(unknown) AS each (field) GROUP BY field ORDER BY people DESC, field;

-- Scores by band
SELECT matrix, band, count(*) AS people, min(least) AS "from", max(most) AS "to", round(avg(least), 1) AS mean
FROM scores WHERE least = most GROUP BY ALL ORDER BY matrix, mean DESC, band;

-- Which rows of the matrices give points, and how many on average
SELECT matrix, "row", count(*) FILTER (points > 0) AS people, round(avg(points), 2) AS mean
FROM points GROUP BY ALL HAVING people > 0 ORDER BY matrix, mean DESC, "row" LIMIT 12;

-- How many are selected, by custody status
SELECT custody_status, count(*) AS people, count(*) FILTER (action = 'select') AS selected,
  round(100.0 * count(*) FILTER (action = 'select') / count(*), 1) AS percent
FROM decisions JOIN people ON nominal = id GROUP BY custody_status ORDER BY selected DESC, custody_status;

-- Taskings by owner
SELECT owner, kind, count(*) AS taskings, min(due) AS "first due" FROM taskings GROUP BY ALL ORDER BY taskings DESC, owner, kind LIMIT 8;

-- Convictions in the year before, of those selected and of the others
SELECT action = 'select' AS selected, count(*) AS people,
  round(avg(len(list_filter(offences, lambda o: o.outcome = 'convicted' AND o.date BETWEEN as_of - INTERVAL 1 YEAR AND as_of))), 2) AS convictions
FROM decisions JOIN people ON nominal = id GROUP BY selected ORDER BY selected;

-- Rules that failed
SELECT error.rule, error.code, count(*) AS people FROM decisions WHERE error IS NOT NULL GROUP BY ALL ORDER BY people DESC;
