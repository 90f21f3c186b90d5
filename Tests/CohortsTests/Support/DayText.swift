import Notation

/// Days since 1970 as ISO 8601.
func dayText(_ number: Int64) -> String { Day(number: Int(number)).description }

/// ISO 8601 as days since 1970.
func dayNumber(_ text: String) -> Int64 { Int64(Day(iso: text)?.number ?? .min) }
