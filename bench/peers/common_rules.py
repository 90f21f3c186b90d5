"""The common rules in plain Python, as somebody would write them without Waymark: decide(nominal) gives a decision."""

AS_OF = "2017-06-30"
# start of each look-back window, exclusive: add_months(AS_OF, -k)
C1, C3, C6, C12, C24 = "2017-05-30", "2017-03-30", "2016-12-30", "2016-06-30", "2015-06-30"
AHEAD3 = "2017-09-30"

PILOT = frozenset(("Camden", "Enfield", "Hackney", "Haringey", "Islington", "Newham",
                   "Tower Hamlets", "Waltham Forest"))
ACQ = ("burglary_dwelling", "burglary_other", "robbery", "theft_person",
       "theft_vehicle", "theft_from_vehicle")
ACQ_SET = frozenset(ACQ)
ROB_BURG = frozenset(("robbery", "burglary_dwelling", "burglary_other"))
GRADE = {"A": 3, "B": 2, "C": 1}
HARM = {"low": 0, "medium": 1, "high": 3, "very_high": 4}
CUSTODY = {"licence": 6, "community": 4, "custody": -8, "none": 0}


def features(n):
    """Everything the rules read from the lists, in one pass over each."""
    acq12 = rob24 = bd24 = vio24 = arr6 = cc1 = cc3 = cc6 = acqcc6 = an3 = br3 = crb12 = crv12 = 0
    by_type = {}
    for o in n["offences"]:
        d = o["date"]
        if d <= C24 or d > AS_OF:
            continue
        t = o["type"]
        oc = o["outcome"]
        cc = oc == "convicted" or oc == "charged"
        if cc:
            if t == "robbery":
                rob24 += 1
            elif t == "burglary_dwelling":
                bd24 += 1
        if t == "violence" and oc != "nfa":
            vio24 += 1
        if d > C12:
            acq = t in ACQ_SET
            if acq:
                by_type[t] = by_type.get(t, 0) + 1
                if cc:
                    acq12 += 1
            if oc == "convicted":
                if t in ROB_BURG:
                    crb12 += 1
                if t == "robbery" or t == "violence":
                    crv12 += 1
            if d > C6:
                arr6 += 1
                if cc:
                    cc6 += 1
                    if acq:
                        acqcc6 += 1
                if d > C3:
                    if cc:
                        cc3 += 1
                        if d > C1:
                            cc1 += 1
                    else:
                        an3 += 1
                    if t == "breach":
                        br3 += 1
    iw6 = i3 = 0
    for x in n["intelligence"]:
        d = x["date"]
        if C6 < d <= AS_OF:
            iw6 += GRADE.get(x["grade"], 0)
            if d > C3:
                i3 += 1
    current = ending = False
    for r in n["orders"]:
        e = r["end"]
        if r["start"] <= AS_OF and (e is None or e >= AS_OF):
            current = True
        if r["kind"] == "custody" and e is not None and AS_OF <= e <= AHEAD3:
            ending = True
    dob = n["date_of_birth"]
    return {
        "age": int(AS_OF[:4]) - int(dob[:4]) - (AS_OF[5:] < dob[5:]),
        "acq12": acq12, "rob24": rob24, "bd24": bd24, "vio24": vio24, "arr6": arr6,
        "cc1": cc1, "cc3": cc3, "cc6": cc6, "acqcc6": acqcc6, "an3": an3, "br3": br3,
        "crb12": crb12, "crv12": crv12, "series": max(by_type.values(), default=0),
        "iw6": iw6, "i3": i3, "current": current, "ending": ending,
        "needs": sum(n["needs"].values()),
    }


def decide_from(n, f):
    """The rules proper, over the record and its features."""
    og = n["ogrs2"]
    age = f["age"]
    # (a) eligibility
    reasons = []
    if age < 18:
        reasons.append("age")
    if n["convictions_total"] < 1:
        reasons.append("no_conviction")
    if n["borough"] not in PILOT:
        reasons.append("borough")
    if og is None or not (og >= 75 or (og >= 50 and f["crb12"] > 0)):
        reasons.append("ogrs2")
    eligible = not reasons
    # (b) matrix
    rows = []
    score = 0

    def row(name, p):
        nonlocal score
        if p:
            score += p
            rows.append({"row": name, "points": p})

    v = f["acq12"]
    row("acquisitive_12m", 18 if v >= 4 else 12 if v >= 2 else 6 if v else 0)
    v = f["rob24"]
    row("robbery_24m", 12 if v >= 2 else 6 if v else 0)
    v = f["bd24"]
    row("burglary_dwelling_24m", 12 if v >= 2 else 6 if v else 0)
    v = f["vio24"]
    row("violence_24m", 8 if v >= 2 else 4 if v else 0)
    v = f["arr6"]
    row("arrests_6m", 10 if v >= 6 else 6 if v >= 3 else 3 if v else 0)
    row("recency", 10 if f["cc1"] else 7 if f["cc3"] else 4 if f["cc6"] else 0)
    v = n["convictions_total"]
    row("prolific", 8 if v >= 30 else 5 if v >= 15 else 2 if v >= 5 else 0)
    v = n["age_first_conviction"]
    row("early_onset", 0 if v is None or v > 17 else 5 if v <= 13 else 3)
    v = f["iw6"]
    row("intelligence_6m", 10 if v >= 6 else 6 if v >= 3 else 3 if v else 0)
    row("ogrs2", 0 if og is None or og < 50 else 10 if og >= 90 else 7 if og >= 75 else 3)
    v = f["needs"]
    row("needs", 8 if v >= 15 else 5 if v >= 10 else 2 if v >= 6 else 0)
    cs = n["custody_status"]
    row("custody", CUSTODY[cs])
    category = ("PPO" if score >= 90 else "target" if score >= 50 else "monitor") if eligible else "ineligible"
    # (c) risk matrix
    recent = min(4, f["cc6"])
    harm = HARM[n["risk_of_harm"]]
    intel = min(4, (f["i3"] + f["an3"]) // 2)
    series = min(4, max(0, f["series"] - 1))
    drugs = n["needs"]["drugs"]
    gang = n["gang"] is not None
    mult = 1 + (cs != "custody") + (gang or drugs == 2) + (f["crv12"] > 0)
    total = (recent + harm + intel + series) * mult
    rag = "red" if total >= 39 else "amber" if total >= 20 else "green"
    # (d) taskings
    tasks = []
    if eligible:
        if rag == "red" and (cs == "community" or cs == "licence"):
            tasks.append("home_visit")
        if drugs == 2 and cs != "custody" and f["acqcc6"] > 0:
            tasks.append("drug_test")
        if cs == "custody" and f["ending"]:
            tasks.append("prison_visit")
        if f["br3"] > 0 and f["current"]:
            tasks.append("breach_action")
        if gang and (category == "PPO" or rag != "green"):
            tasks.append("gang_referral")
    return {
        "id": n["id"], "eligible": eligible, "reasons": reasons, "age": age,
        "score": score, "category": category, "rows": rows,
        "risk": {"recent": recent, "harm": harm, "intel": intel, "series": series,
                 "mult": mult, "total": total},
        "rag": rag, "taskings": tasks,
    }


def decide(n):
    return decide_from(n, features(n))
