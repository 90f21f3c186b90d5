/// The policy in words, and what an editor wants.
extension NewPack {
    var readme: String {
        """
        # \(place)

        This is the policy as the rules have it, in the words of the board. It is a draft: every number in it is illustrative until
        the board has decided it, and the source of each says so.

        - **Who it is for.** Adults who live in \(place) and have two convictions or more.
        - **How people are scored.** Convictions for burglary and robbery in the last twelve months, the chance of reconviction (OGRS2),
          and a marked drug need. 60 points or more are high, 30 or more medium. An OGRS2 older than twelve months counts as missing.
        - **Who is offered joint management.** Anybody in scope with a high score. A medium score is kept under review.
        - **The way out.** Whoever moves away leaves. Whoever has been scored low three times in six months moves to monitoring.
        - **What follows.** For a high score a first visit by police and probation together, within seven days, and none again within
          three months.
        - **What is not known.** Where a missing fact would decide, nobody is selected or left out for want of it: people are asked.

        Waymark recommends. People decide, and say why where they decide otherwise.

        ## For the board to decide

        1. The lawful basis, the owner's contact and the dates in `pack.lua`.
        2. Every number under `parameters` in `pack.lua`, with its bounds and where it comes from.
        3. Whether age is to be read, and the reason given for it under `protected`.

        ## For the analyst

        ```
        waymark check \(path)       what is wrong with the rules
        waymark test \(path)        the tests in tests/
        waymark describe \(path)    the whole pack in words, for the board
        ```

        """
    }

    func overlayReadme(_ base: BaseFacts) -> String {
        """
        # \(place)

        The policy of “\(base.title)” with what differs here. It is a draft until the board has decided it.

        \(base.changed.map { "- **\($0.title).** \($0.value)\($0.unit.map { " \($0)" } ?? "") here, \($0.was) there; \($0.bounds) is allowed." } ?? "- Nothing differs yet.")

        Everything else is as it is there, and changes when it changes there. What may be changed here, and how far, is for that
        policy to say: its `pack.lua` gives the bounds of every number.

        ## For the analyst

        ```
        waymark check \(path)       what is wrong with the rules
        waymark test \(path)        the tests in tests/
        waymark describe \(path)    what differs, in words, for the board
        ```

        """
    }

    /// For the Lua language server. The types lie beside it, in `.editor`.
    static let editorSettings = """
        {
          "runtime.version": "Lua 5.4",
          "runtime.path": ["?.lua", "../?.lua"],
          "runtime.builtin": {
            "coroutine": "disable", "debug": "disable", "ffi": "disable", "io": "disable", "jit": "disable", "os": "disable", "package": "disable"
          },
          "workspace.library": [".editor"],
          "workspace.checkThirdParty": false
        }

        """
}
