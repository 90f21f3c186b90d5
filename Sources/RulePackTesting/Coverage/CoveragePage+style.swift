extension CoveragePage {
    /// What was missed is said in words; colour only helps to find it.
    static let style = """
        :root { color-scheme: light dark; --text: #1b1b1b; --page: #fff; --faint: #595959; --line: #8a8a8a; --no: #a3160b; --no-back: #fdecea; --yes: #1c5c2b; --link: #0b4f9e; }
        @media (prefers-color-scheme: dark) {
          :root { --text: #ececec; --page: #161616; --faint: #b0b0b0; --line: #777; --no: #ffb0a6; --no-back: #3a1613; --yes: #9fdcae; --link: #9cc7ff; }
        }
        * { box-sizing: border-box; }
        body { font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 64rem; margin: 0 auto; padding: 1rem; }
        h1 { font-size: 1.4rem; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; }
        a { color: var(--link); }
        .lead { font-size: 1.125rem; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: var(--faint); padding-bottom: .25rem; }
        th, td { text-align: left; vertical-align: baseline; padding: .125rem .5rem .125rem 0; font-weight: normal; }
        thead th { border-bottom: 1px solid var(--line); font-weight: 600; }
        .summary { max-width: 36rem; }
        .summary td { font-variant-numeric: tabular-nums; white-space: nowrap; }
        code { font: .875rem/1.45 ui-monospace, monospace; overflow-wrap: anywhere; }
        .gaps { padding-left: 2rem; }
        .gaps li { margin: .25rem 0; overflow-wrap: anywhere; }
        .source td code { white-space: pre-wrap; }
        .source th[scope=row] { width: 3rem; font-size: .875rem; color: var(--faint); font-variant-numeric: tabular-nums; }
        .source td:nth-child(2) { width: 4.5rem; white-space: nowrap; font-size: .875rem; }
        .source ul { list-style: none; margin: .125rem 0 .375rem; padding: 0 0 0 .75rem; border-left: 3px solid var(--line); font-size: .875rem; overflow-wrap: anywhere; }
        .missed { background: var(--no-back); }
        .missed:target { outline: 2px solid var(--link); }
        .no { color: var(--no); font-weight: 600; }
        .yes { color: var(--yes); }
        @media (max-width: 30rem) { .source td:nth-child(2) { width: 3rem; white-space: normal; } .source th[scope=row] { width: 2rem; } th, td { padding-right: .375rem; } }
        @media print { body { max-width: none; padding: 0; font-size: 10pt; } tr { break-inside: avoid; } }
        """
}
