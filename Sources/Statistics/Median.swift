/// The middle of some numbers, or the lower of the two in the middle; nil where there are none.
///
/// The lower of two is one that somebody has, which a mean of the two need not be.
package func lowerMedian(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
}
