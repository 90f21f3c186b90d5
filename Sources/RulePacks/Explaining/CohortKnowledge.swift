/// What the rules of a pack have to know of a whole cohort to decide on one person in it: groups, and who has a place.
package struct CohortKnowledge: Sendable {
    let knowledge: WholeCohort.Knowledge

    init(_ knowledge: WholeCohort.Knowledge) { self.knowledge = knowledge }
}
