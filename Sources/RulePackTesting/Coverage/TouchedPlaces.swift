import RulePacks

/// Gathers what the tests of one worker touch.
final class TouchedPlaces {
    private(set) var hits: CoverageHits
    private let map: CoverageMap
    private var recorders: [CoverageRecorder] = []

    init(_ map: CoverageMap, _ decider: PackDecider) {
        self.map = map
        hits = map.noHits
        decider.setUp = { [unowned self] evaluator in
            let recorder = CoverageRecorder(map)
            evaluator.coverage = recorder
            recorders.append(recorder)
        }
    }

    /// What was touched since the last time.
    @discardableResult
    func take(counts: Bool = true) -> CoverageHits {
        var touched = map.noHits
        for recorder in recorders { touched.formUnion(recorder.take()) }
        if counts { hits.formUnion(touched) }
        return touched
    }
}
