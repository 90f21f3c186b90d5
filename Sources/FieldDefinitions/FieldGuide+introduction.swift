extension FieldGuide {
    static let introduction = """
        # Fields

        What a cohort file may say about a person, and what a rule may read. `waymark fields` writes this page, `waymark
        schema` the JSON Schema of a cohort line and `waymark stubs` the types for an editor, all from one catalogue.

        **Given.** A line without a *required* field is rejected. A field that is *optional* may be left out or be `null`:
        it is then **unknown**. Unknown is not no, and it is not zero. A rule that reads an unknown field stops with the
        answer *unknown* and the name of the field; it never counts as not met. A rule asks first with `n:has "ogrs2"`, or
        gives a default with `n:get("ogrs2", 0)`. A list that is left out is unknown; an empty list is known to be empty.
        A value older than the pack's `max_age` is unknown too.

        **Care.** *Protected* marks a characteristic that the Equality Act 2010 protects. *Sensitive* marks data on health,
        safeguarding, intelligence and associations. A pack that reads either says why, under `protected` in its
        `pack.lua`. A mark on a record or a list holds for all its parts. Fields with no mark are personal data like any other.

        **Names.** A dot leads into a record (`needs.drugs`) and names a part of a list's items (`offences.type`). A part is
        required or optional within its record or item.

        **Values.** Dates are written `2026-11-01`. Percentages run from 0 to 100. Words are a text or a list of texts; a
        filter's condition on them holds where one of the words is the value. Lists stand in date order, and rules see no
        event dated after the date of the run; planned dates such as `release_date` are seen.

        """
}
