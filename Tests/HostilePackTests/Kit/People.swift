/// Three people who differ in all that a rule may look at.
enum People {
    static let all = [burglar, newcomer, member]

    static let burglar = """
        {"id":"N-0001","borough":"Camford","date_of_birth":"1998-02-28","convictions_total":6,"arrests_total":9,"custody_status":"community",\
        "statutory":true,"ogrs2":82,"ogrs2_date":"2026-09-01","gang":{"name":"Mill Lane","role":"member"},"cohort":null,"scores":[],\
        "offences":[{"type":"burglary_dwelling","date":"2026-08-02","outcome":"convicted"},\
        {"type":"robbery","date":"2026-03-14","outcome":"convicted"},{"type":"theft_shop","date":"2025-12-24","outcome":"charged"}]}
        """
    static let newcomer = """
        {"id":"N-0002","borough":"Oxbridge","date_of_birth":"2004-07-15","convictions_total":1,"arrests_total":1,"custody_status":"custody",\
        "statutory":false,"offences":[],"gang":null,"cohort":null,"scores":[]}
        """
    static let member = """
        {"id":"N-0003","borough":"Camford","date_of_birth":"1981-12-01","convictions_total":22,"arrests_total":40,"custody_status":"none",\
        "statutory":true,"ogrs2":51,"ogrs2_date":"2026-05-20","gang":null,"cohort":{"category":"ppo","since":"2025-01-01"},\
        "scores":[{"date":"2026-10-01","matrix":"risk","score":12,"band":"green"}],\
        "offences":[{"type":"theft_shop","date":"2026-01-09","outcome":"convicted"}]}
        """
}
