import Statistics
import Testing

@Suite("error rates and corrections")
struct ErrorRatesTests {
    @Test("are those of the example on the page on outputs")
    func page() {
        let rates = ErrorRates(truePositives: 1, falsePositives: 2, trueNegatives: 3, falseNegatives: 4)
        #expect(rates.falsePositive.value == 0.4)
        #expect(rates.falseNegative.value == 0.8)
        #expect(rates.positivePredictive.value.map { rounded($0, places: 2) } == 0.33)
        #expect(rates.negativePredictive.value.map { rounded($0, places: 2) } == 0.43)
        #expect(rates.all == 10)
    }

    @Test("each pair of a yes or no and what happened has its place")
    func counting() {
        var rates = ErrorRates()
        rates.count(positive: true, outcome: true)
        rates.count(positive: true, outcome: false)
        rates.count(positive: true, outcome: false)
        for _ in 0..<3 { rates.count(positive: false, outcome: false) }
        for _ in 0..<4 { rates.count(positive: false, outcome: true) }
        #expect(rates == ErrorRates(truePositives: 1, falsePositives: 2, trueNegatives: 3, falseNegatives: 4))
    }

    @Test("among nobody a rate is not 0 but nothing")
    func nobody() {
        #expect(ErrorRates(truePositives: 3).falsePositive.value == nil)
        #expect(ErrorRates().positivePredictive.value == nil)
    }

    @Test("Holm's correction multiplies the smallest most, and never puts them out of order")
    func holm() {
        let adjusted = HolmCorrection.adjusted([0.01, 0.04, 0.03, 0.005]).map { rounded($0, places: 6) }
        #expect(adjusted == [0.03, 0.06, 0.06, 0.02])
        #expect(HolmCorrection.adjusted([0.5, 0.9]) == [1, 1])
        #expect(HolmCorrection.adjusted([]).isEmpty)
    }

    @Test(
        "numbers are rounded to the digits that count",
        arguments: [(0.00001234, 2, 0.000012), (0.48571428, 4, 0.4857), (12.345, 3, 12.3), (0, 3, 0), (1234.5, 2, 1235)])
    func digits(value: Double, digits: Int, wanted: Double) { #expect(rounded(value, digits: digits) == wanted) }
}
