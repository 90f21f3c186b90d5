extension SiteStyle {
    /// The analyst's editor: the text and, beside it, what is said of it; one below the other where there is no room.
    static let editor = """
        body:has(.bench) { max-width: 100rem; }
        .files { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline; margin: .25rem 0; }
        .files p { margin: 0; color: var(--muted); }
        .files ul { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 0; padding: 0; }
        .files li { margin: 0; max-width: none; }
        .files a { display: inline-block; padding: .25rem 0; overflow-wrap: anywhere; }
        .files a[aria-current] { font-weight: 600; color: var(--text); }
        .bench { position: relative; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 1.5rem; align-items: start; }
        .bench > form { position: sticky; top: .5rem; }
        .bench .field { margin-top: .5rem; }
        .bench textarea { font: .9375rem/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; white-space: pre; overflow: auto; tab-size: 2; }
        .bench #said { align-self: center; font-weight: 600; }
        .about { margin: .25rem 0; padding: .25rem .75rem; border-left: .25rem solid var(--accent); background: var(--raised); font-size: .9375rem; max-width: none; }
        .tip {
          position: absolute; z-index: 5; max-width: min(21rem, 90vw); padding: .5rem .75rem; color: var(--text); background: var(--raised); border: 1px solid var(--line);
          border-radius: .25rem; font-size: .9375rem; overflow-wrap: anywhere;
        }
        .panes h2 { margin-top: .5rem; font-size: 1.125rem; }
        .panes section { margin-bottom: 1rem; }
        .panes section section { margin: 0; }
        .panes h3 { margin-top: 1rem; font-size: 1rem; }
        .panes #impact h2 { padding: 0; border: 0; }
        .panes [aria-busy] { box-shadow: -.5rem 0 var(--ground), -.75rem 0 var(--accent); }
        .panes .figures { grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); }
        .panes .figures dd { font-size: 1.25rem; }
        .panes .good { color: var(--s2); font-weight: 600; }
        .panes .bad { color: var(--caution); font-weight: 600; }
        .found { padding-left: 1.5rem; }
        .found li { max-width: none; margin: .5rem 0; }
        .found .why { display: block; font-size: .9375rem; }
        .found .error strong { color: var(--caution); }
        .bench .CodeMirror { height: 44rem; max-height: 72vh; color: var(--text); background: var(--ground); border: 2px solid var(--line); border-radius: .25rem; font: .9375rem/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; }
        .bench .CodeMirror-focused { border-color: var(--accent); outline: 3px solid var(--accent); outline-offset: 1px; }
        .bench .CodeMirror-gutters { background: var(--raised); border-color: var(--faint); }
        .bench .CodeMirror-scrollbar-filler, .bench .CodeMirror-gutter-filler { background: var(--ground); }
        .bench .CodeMirror-linenumber { color: var(--muted); }
        .bench .CodeMirror-cursor { border-color: var(--text); }
        .bench .CodeMirror-selected, .bench .CodeMirror-focused .CodeMirror-selected { background: var(--faint); }
        .bench .CodeMirror-line::selection, .bench .CodeMirror-line > span::selection, .bench .CodeMirror-line > span > span::selection { background: var(--faint); }
        .bench .cm-s-default .cm-comment { color: var(--muted); font-style: italic; }
        .bench .cm-s-default .cm-keyword { color: var(--s3); font-weight: 600; }
        .bench .cm-s-default .cm-string, .bench .cm-s-default .cm-string-2 { color: var(--s2); }
        .bench .cm-s-default .cm-number { color: var(--s1); }
        .bench .cm-s-default .cm-builtin { color: var(--accent); }
        .bench .cm-s-default .cm-variable, .bench .cm-s-default .cm-def, .bench .cm-s-default .cm-variable-2 { color: var(--text); }
        .bench .cm-s-default .cm-error { color: var(--caution); }
        .bench div.CodeMirror span.CodeMirror-matchingbracket { color: var(--text); background: var(--faint); font-weight: 700; }
        .bench div.CodeMirror span.CodeMirror-nonmatchingbracket { color: var(--caution); }
        .bench .CodeMirror-lint-markers { width: 1.125rem; }
        .bench .CodeMirror-lint-marker { cursor: pointer; font: 700 .8125rem/1.5rem system-ui, sans-serif; color: var(--caution); text-align: center; }
        .bench .CodeMirror-lint-marker-error::before { content: "\\25B2"; }
        .bench .CodeMirror-lint-marker-warning::before { content: "\\25C6"; }
        .bench .CodeMirror-lint-marker-note::before { content: "\\25CF"; color: var(--accent); }
        .bench .CodeMirror-lint-marker-multiple { display: none; }
        .bench .CodeMirror-lint-mark { text-decoration: underline wavy var(--caution); text-underline-offset: .2em; }
        .bench .CodeMirror-lint-mark-note { text-decoration-color: var(--accent); }
        body > .CodeMirror-lint-tooltip { position: fixed; z-index: 6; max-width: min(28rem, 90vw); padding: .5rem .75rem; color: var(--text); background: var(--raised); border: 1px solid var(--line); border-radius: .25rem; font-size: .9375rem; }
        body > .CodeMirror-hints { z-index: 7; max-width: min(34rem, 95vw); max-height: 18rem; padding: .25rem; color: var(--text); background: var(--ground); border-color: var(--line); border-radius: .25rem; font: inherit; font-size: .9375rem; }
        body > .CodeMirror-hints .CodeMirror-hint { max-width: none; margin: 0; padding: .25rem .5rem; color: var(--text); white-space: normal; }
        body > .CodeMirror-hints li.CodeMirror-hint-active { color: var(--ground); background: var(--accent); }
        .hint-about { display: block; font-size: .8125rem; color: var(--muted); }
        body > .CodeMirror-hints .CodeMirror-hint-active .hint-about { color: var(--ground); }
        .bench .CodeMirror-dialog { color: var(--text); background: var(--raised); border-color: var(--line); }
        .bench .CodeMirror-dialog input { min-height: 1.5rem; border: 1px solid var(--line); width: 14rem; }
        @media (max-width: 60rem) { .bench { grid-template-columns: minmax(0, 1fr); } .bench > form { position: static; } .bench .CodeMirror { height: 24rem; } }
        @media print { .bench { display: block; } .bench form { display: block; } }
        """
}
