-- The common rules as one question to DuckDB, over the file COHORT into the file OUT.
COPY (
WITH nominals AS (
  SELECT * FROM read_json('COHORT', format = 'newline_delimited', columns = {
    id: 'VARCHAR', borough: 'VARCHAR', date_of_birth: 'VARCHAR', custody_status: 'VARCHAR', ogrs2: 'INTEGER', convictions_total: 'INTEGER',
    age_first_conviction: 'INTEGER', risk_of_harm: 'VARCHAR', gang: 'STRUCT(name VARCHAR)',
    needs: 'STRUCT(accommodation INTEGER, ete INTEGER, drugs INTEGER, alcohol INTEGER, finance INTEGER, relationships INTEGER, lifestyle INTEGER,
      thinking INTEGER, attitudes INTEGER, mental_health INTEGER, physical_health INTEGER)',
    offences: 'STRUCT("type" VARCHAR, "date" VARCHAR, outcome VARCHAR)[]',
    intelligence: 'STRUCT("date" VARCHAR, grade VARCHAR)[]',
    orders: 'STRUCT(kind VARCHAR, start VARCHAR, "end" VARCHAR)[]' })
), recent AS (
  SELECT *,
    list_filter(offences, lambda o: o.date > '2015-06-30' AND o.date <= '2017-06-30') AS o24,
    list_filter(intelligence, lambda i: i.date > '2016-12-30' AND i.date <= '2017-06-30') AS i6
  FROM nominals
), counted AS (
  SELECT *,
    list_filter(o24, lambda o: o.date > '2016-06-30') AS o12,
    list_filter(o24, lambda o: o.date > '2016-12-30') AS o6,
    list_filter(o24, lambda o: o.date > '2017-03-30') AS o3
  FROM recent
), features AS (
  SELECT *,
    2017 - CAST(date_of_birth[1:4] AS INTEGER) - CAST('06-30' < date_of_birth[6:10] AS INTEGER) AS age,
    len(list_filter(o12, lambda o: o.outcome IN ('convicted', 'charged') AND o.type IN ('burglary_dwelling', 'burglary_other', 'robbery', 'theft_person',
      'theft_vehicle', 'theft_from_vehicle'))) AS acq12,
    len(list_filter(o24, lambda o: o.outcome IN ('convicted', 'charged') AND o.type = 'robbery')) AS rob24,
    len(list_filter(o24, lambda o: o.outcome IN ('convicted', 'charged') AND o.type = 'burglary_dwelling')) AS bd24,
    len(list_filter(o24, lambda o: o.type = 'violence' AND o.outcome <> 'nfa')) AS vio24,
    len(o6) AS arr6,
    len(list_filter(o3, lambda o: o.outcome IN ('convicted', 'charged') AND o.date > '2017-05-30')) AS cc1,
    len(list_filter(o3, lambda o: o.outcome IN ('convicted', 'charged'))) AS cc3,
    len(list_filter(o6, lambda o: o.outcome IN ('convicted', 'charged'))) AS cc6,
    len(list_filter(o6, lambda o: o.outcome IN ('convicted', 'charged') AND o.type IN ('burglary_dwelling', 'burglary_other', 'robbery', 'theft_person',
      'theft_vehicle', 'theft_from_vehicle'))) AS acqcc6,
    len(list_filter(o3, lambda o: o.outcome NOT IN ('convicted', 'charged'))) AS an3,
    len(list_filter(o3, lambda o: o.type = 'breach')) AS br3,
    len(list_filter(o12, lambda o: o.outcome = 'convicted' AND o.type IN ('robbery', 'burglary_dwelling', 'burglary_other'))) AS crb12,
    len(list_filter(o12, lambda o: o.outcome = 'convicted' AND o.type IN ('robbery', 'violence'))) AS crv12,
    greatest(
      len(list_filter(o12, lambda o: o.type = 'burglary_dwelling')), len(list_filter(o12, lambda o: o.type = 'burglary_other')),
      len(list_filter(o12, lambda o: o.type = 'robbery')), len(list_filter(o12, lambda o: o.type = 'theft_person')),
      len(list_filter(o12, lambda o: o.type = 'theft_vehicle')), len(list_filter(o12, lambda o: o.type = 'theft_from_vehicle'))) AS most,
    coalesce(list_sum(list_transform(i6, lambda i: CASE i.grade WHEN 'A' THEN 3 WHEN 'B' THEN 2 WHEN 'C' THEN 1 ELSE 0 END)), 0) AS iw6,
    len(list_filter(i6, lambda i: i.date > '2017-03-30')) AS i3,
    len(list_filter(orders, lambda r: r.start <= '2017-06-30' AND (r."end" IS NULL OR r."end" >= '2017-06-30'))) > 0 AS current,
    len(list_filter(orders, lambda r: r.kind = 'custody' AND r."end" >= '2017-06-30' AND r."end" <= '2017-09-30')) > 0 AS ending,
    needs.accommodation + needs.ete + needs.drugs + needs.alcohol + needs.finance + needs.relationships + needs.lifestyle + needs.thinking + needs.attitudes
      + needs.mental_health + needs.physical_health AS need
  FROM counted
), scored AS (
  SELECT *,
    list_filter([
      CASE WHEN age < 18 THEN 'age' END, CASE WHEN convictions_total < 1 THEN 'no_conviction' END,
      CASE WHEN borough NOT IN ('Camden', 'Enfield', 'Hackney', 'Haringey', 'Islington', 'Newham', 'Tower Hamlets', 'Waltham Forest') THEN 'borough' END,
      CASE WHEN NOT coalesce(ogrs2 >= 75 OR (ogrs2 >= 50 AND crb12 > 0), false) THEN 'ogrs2' END], lambda reason: reason IS NOT NULL) AS reasons,
    list_filter([
      {'row': 'acquisitive_12m', 'points': CASE WHEN acq12 >= 4 THEN 18 WHEN acq12 >= 2 THEN 12 WHEN acq12 >= 1 THEN 6 ELSE 0 END},
      {'row': 'robbery_24m', 'points': CASE WHEN rob24 >= 2 THEN 12 WHEN rob24 >= 1 THEN 6 ELSE 0 END},
      {'row': 'burglary_dwelling_24m', 'points': CASE WHEN bd24 >= 2 THEN 12 WHEN bd24 >= 1 THEN 6 ELSE 0 END},
      {'row': 'violence_24m', 'points': CASE WHEN vio24 >= 2 THEN 8 WHEN vio24 >= 1 THEN 4 ELSE 0 END},
      {'row': 'arrests_6m', 'points': CASE WHEN arr6 >= 6 THEN 10 WHEN arr6 >= 3 THEN 6 WHEN arr6 >= 1 THEN 3 ELSE 0 END},
      {'row': 'recency', 'points': CASE WHEN cc1 > 0 THEN 10 WHEN cc3 > 0 THEN 7 WHEN cc6 > 0 THEN 4 ELSE 0 END},
      {'row': 'prolific', 'points': CASE WHEN convictions_total >= 30 THEN 8 WHEN convictions_total >= 15 THEN 5 WHEN convictions_total >= 5 THEN 2 ELSE 0 END},
      {'row': 'early_onset', 'points': CASE WHEN age_first_conviction <= 13 THEN 5 WHEN age_first_conviction <= 17 THEN 3 ELSE 0 END},
      {'row': 'intelligence_6m', 'points': CASE WHEN iw6 >= 6 THEN 10 WHEN iw6 >= 3 THEN 6 WHEN iw6 >= 1 THEN 3 ELSE 0 END},
      {'row': 'ogrs2', 'points': CASE WHEN ogrs2 >= 90 THEN 10 WHEN ogrs2 >= 75 THEN 7 WHEN ogrs2 >= 50 THEN 3 ELSE 0 END},
      {'row': 'needs', 'points': CASE WHEN need >= 15 THEN 8 WHEN need >= 10 THEN 5 WHEN need >= 6 THEN 2 ELSE 0 END},
      {'row': 'custody', 'points': CASE custody_status WHEN 'licence' THEN 6 WHEN 'community' THEN 4 WHEN 'custody' THEN -8 ELSE 0 END}],
      lambda row: row.points <> 0) AS rows,
    least(4, cc6) AS recent,
    CASE risk_of_harm WHEN 'low' THEN 0 WHEN 'medium' THEN 1 WHEN 'high' THEN 3 ELSE 4 END AS harm,
    least(4, (i3 + an3) // 2) AS intel,
    least(4, greatest(0, most - 1)) AS series,
    1 + CAST(custody_status <> 'custody' AS INTEGER) + CAST(gang IS NOT NULL OR needs.drugs = 2 AS INTEGER) + CAST(crv12 > 0 AS INTEGER) AS mult
  FROM features
), banded AS (
  SELECT *, len(reasons) = 0 AS eligible, coalesce(list_sum(list_transform(rows, lambda row: row.points)), 0) AS score,
    (recent + harm + intel + series) * mult AS total
  FROM scored
), named AS (
  SELECT *,
    CASE WHEN NOT eligible THEN 'ineligible' WHEN score >= 90 THEN 'PPO' WHEN score >= 50 THEN 'target' ELSE 'monitor' END AS category,
    CASE WHEN total >= 39 THEN 'red' WHEN total >= 20 THEN 'amber' ELSE 'green' END AS rag
  FROM banded
)
SELECT id, eligible, reasons, age, CAST(score AS INTEGER) AS score, category, rows,
  {'recent': recent, 'harm': harm, 'intel': intel, 'series': series, 'mult': mult, 'total': total} AS risk, rag,
  CASE WHEN eligible THEN list_filter([
    CASE WHEN rag = 'red' AND custody_status IN ('community', 'licence') THEN 'home_visit' END,
    CASE WHEN needs.drugs = 2 AND custody_status <> 'custody' AND acqcc6 > 0 THEN 'drug_test' END,
    CASE WHEN custody_status = 'custody' AND ending THEN 'prison_visit' END,
    CASE WHEN br3 > 0 AND current THEN 'breach_action' END,
    CASE WHEN gang IS NOT NULL AND (category = 'PPO' OR rag <> 'green') THEN 'gang_referral' END], lambda task: task IS NOT NULL) ELSE [] END AS taskings
FROM named
) TO 'OUT' (FORMAT json);
