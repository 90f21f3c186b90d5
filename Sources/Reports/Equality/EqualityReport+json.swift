package import Evidence
package import Notation

extension EqualityReport {
    /// One object.
    package func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("pack"); pack.write(to: &json)
        cohort.writeKeys(to: &json)
        json.key("selected"); json.int(selected)
        writeGroups(to: &json)
        json.key("comparisons"); json.int(comparisons)
        if let withOutcome {
            json.key("outcomes")
            json.beginObject()
            json.key("known"); json.int(withOutcome)
            json.key("strangers"); json.int(strangers)
            json.endObject()
        }
        json.key("proxies")
        json.beginArray()
        for proxy in proxies { proxy.write(to: &json) }
        json.endArray()
        json.key("proxy_sample"); json.int(proxySample)
        json.key("findings"); json.strings(findings)
        json.key("in_force"); json.bool(false)
        json.endObject()
    }

    /// `"by":[…]` alone, as it stands in other reports.
    func writeGroups(to json: inout JSONWriter) {
        json.key("by")
        json.beginArray()
        for breakdown in by {
            json.beginObject()
            json.key("field"); json.string(breakdown.field)
            json.key("groups")
            json.beginArray()
            for group in breakdown.groups { group.write(to: &json) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
    }
}

extension EqualityGroup {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("value"); json.string(value)
        if let figures {
            json.key("n"); json.int(figures.n)
            json.key("selected"); json.int(figures.selected)
            json.key("rate"); json.rate(figures.rate)
            json.key("low"); json.rate(figures.low)
            json.key("high"); json.rate(figures.high)
            json.key("ratio"); json.rate(figures.ratio)
            json.key("ratio_to_largest"); json.rate(figures.ratioToLargest)
            json.key("p"); json.chance(figures.p)
            json.key("p_adjusted"); json.chance(figures.adjusted)
        }
        json.suppressed(suppression)
        if let outcomes = figures?.outcomes {
            json.key("outcomes")
            outcomes.write(to: &json)
        }
        json.endObject()
    }
}

extension EqualityGroup.Outcomes {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("tp"); json.int(truePositives)
        json.key("fp"); json.int(falsePositives)
        json.key("tn"); json.int(trueNegatives)
        json.key("fn"); json.int(falseNegatives)
        json.key("fpr"); json.rate(falsePositiveRate)
        json.key("fnr"); json.rate(falseNegativeRate)
        json.key("ppv"); json.rate(positivePredictive)
        json.key("npv"); json.rate(negativePredictive)
        json.endObject()
    }
}

extension ProxyShift {
    func write(to json: inout JSONWriter) {
        json.beginObject()
        json.key("field"); json.string(field)
        json.key("held"); json.string(held)
        json.key("by"); json.string(by)
        json.key("gap"); json.rate(gap)
        json.key("without"); json.rate(without)
        json.key("shift"); json.rate(without - gap)
        json.key("rate"); json.rate(rate)
        json.endObject()
    }
}
