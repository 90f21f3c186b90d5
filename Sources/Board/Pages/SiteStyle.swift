import Reports

/// The stylesheet of the site: that of all reports, and what forms, menus and states need beside it.
enum SiteStyle {
    static let css = PageStyle.css + "\n" + more + "\n" + figures + "\n" + editor

    private static let more = """
        .site { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; margin-bottom: 2rem; padding-bottom: .75rem; border-bottom: 1px solid var(--line); }
        .brand { margin: 0; font-weight: 700; font-size: 1.25rem; }
        .brand a { color: var(--text); text-decoration: none; display: inline-block; padding: .25rem 0; }
        .site nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; }
        .site nav a { display: inline-block; padding: .5rem 0; text-decoration: none; border-bottom: .1875rem solid transparent; }
        .site nav a:hover { text-decoration: underline; }
        .site nav a[aria-current] { font-weight: 600; color: var(--text); border-bottom-color: var(--accent); }
        .who { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; font-size: .9375rem; color: var(--muted); }
        .narrow { max-width: 32rem; }
        .field { margin: 1.25rem 0; }
        .field label { display: block; font-weight: 600; }
        .hint { margin: .125rem 0 .25rem; color: var(--muted); font-size: .9375rem; }
        .problem { margin: .125rem 0 .25rem; font-weight: 600; color: var(--caution); }
        .problem::before { content: "\\25B2\\00A0"; }
        .field input:not([type="checkbox"]):not([type="radio"]), .field select, .field textarea {
          width: 100%; min-height: 2.75rem; margin-top: .25rem; padding: .5rem .625rem; font: inherit; color: var(--text); background: var(--ground);
          border: 2px solid var(--line); border-radius: .25rem;
        }
        .field :is(input, select, textarea)[aria-invalid]:not([type="checkbox"]):not([type="radio"]) { border-color: var(--caution); }
        .tick { display: grid; grid-template-columns: auto 1fr; align-items: center; gap: 0 .75rem; }
        .tick .problem { grid-column: 1 / -1; }
        .tick input { width: 1.5rem; height: 1.5rem; margin: .25rem 0; accent-color: var(--accent); }
        .tick label { font-weight: 400; padding: .25rem 0; }
        button, .button {
          display: inline-block; min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--ground); background: var(--accent);
          border: 2px solid var(--accent); border-radius: .25rem; cursor: pointer; text-decoration: none;
        }
        .button.second, button.second { color: var(--accent); background: var(--ground); }
        button.quiet { min-height: 2rem; padding: .125rem .5rem; font-weight: 400; color: var(--accent); background: none; border: 1px solid var(--line); }
        button:hover, .button:hover { text-decoration: underline; }
        button:focus-visible, .button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1rem 0; }
        .row { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: end; }
        .row .field { flex: 1 1 10rem; margin: .5rem 0; }
        .row > button { margin: .5rem 0; }
        .notice { padding: .75rem 1rem; border-left: .375rem solid var(--s2); background: var(--raised); font-weight: 600; }
        .problems { margin: 0 0 1.5rem; padding: .75rem 1rem; border: 3px solid var(--caution); background: var(--caution-ground); max-width: 42rem; }
        .problems h2 { margin: 0; padding: 0; border: 0; font-size: 1.125rem; }
        .problems a { color: var(--caution); font-weight: 600; }
        .cards { list-style: none; padding: 0; }
        .cards > li { max-width: none; margin: .75rem 0; padding: .75rem 1rem; background: var(--raised); border-radius: .5rem; }
        .cards h3 { margin: 0; }
        .cards p { margin: .25rem 0; }
        .state { display: inline-block; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .9375rem; font-weight: 600; white-space: nowrap; }
        .state.good { border-color: var(--s2); color: var(--s2); }
        .state.waits { border-color: var(--caution); color: var(--caution); }
        .log tbody th { min-width: 0; }
        .log time { white-space: nowrap; }
        .log td:last-child { overflow-wrap: anywhere; min-width: 14rem; }
        .why { color: var(--muted); }
        .scores .number { padding-right: 1.5rem; }
        .scores th svg { display: block; margin-top: .25rem; min-width: 8rem; }
        .maybe { fill: none; stroke: var(--line); stroke-dasharray: 3 2; }
        .purpose { max-width: none; padding: .375rem .75rem; background: var(--raised); font-size: .9375rem; }
        .asked { padding: .25rem 1rem .5rem; border: 2px solid var(--accent); border-radius: .5rem; }
        .asked h2 { margin-top: .5rem; padding: 0; border: 0; }
        .asked h3 { margin-top: 1rem; }
        details { margin: .75rem 0; padding: 0 1rem; border: 1px solid var(--line); border-radius: .5rem; max-width: 42rem; }
        summary { padding: .75rem 0; font-weight: 600; cursor: pointer; }
        details form { padding-bottom: 1rem; }
        .reading dt { font-weight: 600; }
        .reading dd { margin: 0 0 .75rem; color: var(--muted); }
        @media (max-width: 40rem) {
          .log, .log tbody, .log caption { display: block; } .log thead { position: absolute; left: -100rem; }
          .log tr { display: grid; grid-template-columns: auto auto 1fr; gap: 0 .75rem; padding: .4rem 0; border-bottom: 1px solid var(--faint); }
          .log tbody th, .log tbody td { padding: 0; border: 0; } .log tbody td:last-child { grid-column: 1 / -1; min-width: 0; }
        }
        @media (max-width: 30rem) {
          .row .field { flex-basis: 100%; } .who { margin-left: 0; }
          .scores .number { padding-right: .75rem; } .scores tbody th { min-width: 6.5rem; }
        }
        @media (forced-colors: active) { .site nav a:not([aria-current]) { border-color: Canvas; } .state, .notice, .cards > li { border: 1px solid CanvasText; } }
        @media print {
          .site, .actions, .purpose a, form, form.row, .decide, details { display: none; }
          .cards > li { border: 1px solid var(--faint); break-inside: avoid; }
          main { margin: 0; }
        }
        """
}

/// A sign on a way, for the browser's tab.
enum SiteIcon {
    static let path = "/icon.svg"
    static let svg = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#14548c" d="M6 5h16l7 6-7 6H6z"/><path fill="#75808c" d="M13 17h4v12h-4z"/></svg>

        """
}
