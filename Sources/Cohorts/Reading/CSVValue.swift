/// One value of a record of CSV: where it stands, quotes not counted.
struct CSVValue {
    var start: Int
    var end: Int
    /// It holds quotes, each written twice.
    var hasDoubledQuotes = false
}
