import Evidence
import Testing

@Suite("money and shares")
struct PenceTests {
    @Test(
        "an amount is written in pounds, and with pence where there are any",
        arguments: [(0, "£0"), (5, "£0.05"), (4_879_600, "£48,796"), (11_047_820_142, "£110,478,201.42"), (-4_910_300_992, "−£49,103,009.92"), (-10, "−£0.10")])
    func pence(value: Int, text: String) { #expect(Pence(value).description == text) }

    @Test(
        "a half is rounded up in size, whatever the sign",
        arguments: [(5, 10, 1), (-5, 10, -1), (4, 10, 0), (-4, 10, 0), (15, 10, 2), (25, 10, 3), (-25, 10, -3), (7, 3, 2), (8, 3, 3), (0, 7, 0)])
    func rounding(number: Int, by: Int, expected: Int) { #expect(Share.rounded(number, over: by) == expected) }

    @Test("decimals keep their places", arguments: [(-408, 1, "−40.8"), (5, 1, "0.5"), (5, 3, "0.005"), (1234567, 2, "12,345.67"), (0, 1, "0.0"), (-4, 2, "−0.04")])
    func decimals(scaled: Int, places: Int, text: String) { #expect(Share.decimals(scaled, places: places) == text) }

    @Test("half a pound counts as one", arguments: [(1_877_242, 1_877_200), (150, 200), (149, 100), (-150, -200)])
    func pounds(pence: Int, expected: Int) { #expect(Pence(pence).wholePounds == Pence(expected)) }
}
