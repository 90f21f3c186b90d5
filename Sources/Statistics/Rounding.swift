/// A number with so many digits behind its point, halves going away from zero.
package func rounded(_ value: Double, places: Int) -> Double {
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    return (value * scale).rounded() / scale
}

/// A number with so many digits that count, wherever its point is: `0.00001234` with two is `0.000012`.
package func rounded(_ value: Double, digits: Int) -> Double {
    guard value != 0, value.isFinite else { return value }
    var places = digits - 1
    var magnitude = value.magnitude
    while magnitude < 1, places < 300 {
        magnitude *= 10
        places += 1
    }
    while magnitude >= 10, places > 0 {
        magnitude /= 10
        places -= 1
    }
    return rounded(value, places: places)
}
