/// Horizontal bars, one below the other, each with its name and value in words.
package struct BarChart: Sendable {
    package struct Bar: Sendable {
        package var name: String
        /// Not negative.
        package var value: Double
        /// The value as it is written beside the bar: `12%`, `£3,400`.
        package var text: String
        /// Which of the colours, from 0, for bars of several series; 0 where all are of one.
        package var series: Int

        package init(_ name: String, _ value: Double, _ text: String, series: Int = 0) {
            self.name = name
            self.value = value
            self.text = text
            self.series = series
        }
    }

    package var title: String
    package var bars: [Bar]
    /// The value of a bar of full length; nil for the greatest value.
    package var full: Double?
    /// nil where no table follows that has the same figures.
    package var source: ChartSource?

    package init(_ title: String, _ bars: [Bar], full: Double? = nil, source: ChartSource? = nil) {
        self.title = title
        self.bars = bars
        self.full = full
        self.source = source
    }
}

/// Values over time as lines, each with a mark of its own, so that nothing hangs on colours alone.
package struct LineChart: Sendable {
    package struct Series: Sendable {
        package var name: String
        /// One for each place of the axis; nil where there is none, and the line has a gap.
        package var values: [Double?]

        package init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    package var title: String
    /// Names of the places from left to right, such as dates.
    package var axis: [String]
    /// Up to four.
    package var series: [Series]
    /// nil where no table follows that has the same figures.
    package var source: ChartSource?

    package init(_ title: String, axis: [String], _ series: [Series], source: ChartSource? = nil) {
        self.title = title
        self.axis = axis
        self.series = series
        self.source = source
    }
}
