/// The one stylesheet of all pages. Contrast of every pair of text and ground is 4.5 to 1 or more, of lines and marks 3 to 1.
package enum PageStyle {
    package static let css = """
        :root {
          color-scheme: light dark;
          --ground: #ffffff; --raised: #f3f5f8; --text: #1b1f24; --muted: #4a5460; --line: #75808c; --faint: #d3d9df; --accent: #14548c;
          --caution: #8a4b00; --caution-ground: #fff6e6;
          --s0: #14548c; --s1: #a94a06; --s2: #2a6a36; --s3: #6b3fa0;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --ground: #14181d; --raised: #1e242b; --text: #e8ecf0; --muted: #b4bec9; --line: #8793a0; --faint: #3a444f; --accent: #86bdec;
            --caution: #f2b968; --caution-ground: #2a2217;
            --s0: #86bdec; --s1: #f0a060; --s2: #86cf93; --s3: #c7a6f0;
          }
        }
        * { box-sizing: border-box; }
        body {
          margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; background: var(--ground); color: var(--text);
          font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
        }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 .5rem; text-wrap: balance; overflow-wrap: anywhere; }
        h1 { font-size: 1.75rem; margin-top: 0; }
        h2 { font-size: 1.35rem; padding-top: .75rem; border-top: 1px solid var(--faint); }
        h3 { font-size: 1.125rem; }
        h4, h5, h6 { font-size: 1rem; }
        p, ul, ol, dl, pre, figure { margin: .75rem 0; }
        p, li, dt, dd { overflow-wrap: anywhere; }
        p, li { max-width: 42rem; }
        ul { padding-left: 1.25rem; }
        li { margin: .25rem 0; }
        a { color: var(--accent); }
        a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
        main:focus { outline: none; }
        .skip { position: absolute; left: -100rem; padding: .5rem 1rem; background: var(--ground); }
        .skip:focus { left: 1rem; top: 1rem; z-index: 1; }
        .lead { font-size: 1.1875rem; }
        .facts > div { display: grid; grid-template-columns: minmax(0, 14rem) minmax(60%, 1fr); gap: 0 1rem; padding: .25rem 0; border-bottom: 1px solid var(--faint); }
        .facts dt { color: var(--muted); }
        .facts dd { margin: 0; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr)); gap: .75rem; }
        .figures > div { padding: .75rem 1rem; background: var(--raised); border-radius: .5rem; }
        .figures dt { color: var(--muted); }
        .figures dd { margin: 0; font-size: 1.75rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums; }
        .figures dd span { display: block; font-size: .9375rem; font-weight: 400; color: var(--muted); line-height: 1.4; }
        .note { margin: 1rem 0; padding: .5rem 1rem; border-left: .375rem solid var(--accent); background: var(--raised); }
        .note.caution { border-color: var(--caution); background: var(--caution-ground); }
        .note .title { font-weight: 600; margin: .25rem 0; }
        .note.caution .title { color: var(--caution); }
        .scroll { overflow-x: auto; margin: 1rem 0 .5rem; }
        table { border-collapse: collapse; min-width: 100%; }
        caption { text-align: left; font-weight: 600; padding: .25rem 0 .5rem; max-width: min(42rem, 90vw); }
        th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--faint); overflow-wrap: break-word; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { border-bottom: 2px solid var(--line); vertical-align: bottom; }
        tbody th { font-weight: 400; min-width: 8rem; }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .number { white-space: normal; }
        .total th, .total td { font-weight: 600; border-top: 2px solid var(--line); }
        .below, footer { color: var(--muted); font-size: .9375rem; }
        footer { margin-top: 3rem; border-top: 1px solid var(--faint); }
        pre { overflow-x: auto; padding: .75rem 1rem; background: var(--raised); border-radius: .5rem; }
        code { font: .9375em/1.5 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; }
        figure { margin: 1rem 0; }
        figcaption { font-weight: 600; margin-bottom: .5rem; }
        figure svg { overflow: visible; font-size: .9375rem; }
        svg text { fill: var(--text); }
        svg .value { font-weight: 600; }
        svg .axis { fill: var(--muted); font-size: .875rem; }
        svg .grid { stroke: var(--faint); }
        svg .track { fill: var(--raised); stroke: var(--faint); }
        .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); }
        .l0, .l1, .l2, .l3 { fill: none; stroke-width: 2.5; }
        .l0 { stroke: var(--s0); } .l1 { stroke: var(--s1); stroke-dasharray: 7 4; }
        .l2 { stroke: var(--s2); stroke-dasharray: 2 4; } .l3 { stroke: var(--s3); stroke-dasharray: 10 3 2 3; }
        .m0 { fill: var(--s0); } .m1 { fill: var(--ground); stroke: var(--s1); stroke-width: 2.5; }
        .m2 { fill: var(--s2); } .m3 { fill: var(--ground); stroke: var(--s3); stroke-width: 2.5; }
        .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
        @media (forced-colors: active) {
          .s0, .s1, .s2, .s3, .m0, .m2 { fill: CanvasText; } .l0, .l1, .l2, .l3, .m1, .m3 { stroke: CanvasText; } svg text { fill: CanvasText; }
        }
        @media print {
          :root {
            color-scheme: light;
            --ground: #ffffff; --raised: #ffffff; --text: #000000; --muted: #333333; --line: #555555; --faint: #bbbbbb; --accent: #000000;
            --caution: #000000; --caution-ground: #ffffff;
            --s0: #14548c; --s1: #a94a06; --s2: #2a6a36; --s3: #6b3fa0;
          }
          @page { margin: 18mm 16mm; }
          body { max-width: none; padding: 0; font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          nav, .skip { display: none; }
          .page { break-before: page; }
          h1, h2, h3, h4, caption, figcaption, .note .title { break-after: avoid; }
          tr, figure, .note, .figures > div, .facts > div { break-inside: avoid; }
          .figures > div { border: 1px solid var(--faint); }
          .scroll { overflow: visible; }
          thead { display: table-header-group; }
          pre { white-space: pre-wrap; }
        }
        """
}
