extension SiteStyle {
    /// Charts that a script draws, and the network of a group.
    static let figures = """
        figure .chart { position: relative; width: 100%; min-height: 8rem; }
        @media screen { figure.drawn > svg, figure.drawn > .legend { display: none; } }
        @media print { figure .chart, form.filters, a[href*=".csv?"] { display: none; } }
        .filters { margin: 0 0 1.5rem; padding: .25rem 1rem .75rem; background: var(--raised); border-radius: .5rem; }
        .network svg { display: block; max-width: 100%; height: auto; font-size: .875rem; }
        .network svg.wide { min-width: 34rem; }
        .network line, .network path { fill: none; stroke: var(--line); stroke-width: 1.5; }
        .network .co_offender { stroke-width: 3; }
        .network .family { stroke-dasharray: 8 4; }
        .network .other { stroke-dasharray: 2 4; }
        .network circle { fill: var(--ground); stroke: var(--s0); stroke-width: 2.5; }
        .network .member { fill: var(--s0); }
        .network .watched { stroke-dasharray: 4 3; }
        .network .asked circle { stroke: var(--s1); stroke-width: 5; }
        .network .hub { fill: var(--raised); stroke: var(--line); stroke-width: 1.5; }
        .network text { paint-order: stroke; stroke: var(--ground); stroke-width: 4; stroke-linejoin: round; }
        .network .asked text { font-weight: 700; }
        .linked li { margin: .5rem 0; }
        .id { white-space: nowrap; }
        .key { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: .9375rem; }
        .network .key svg { display: inline; width: 2rem; height: 1.25rem; vertical-align: middle; }
        @media (forced-colors: active) {
          .network line, .network path, .network circle { stroke: CanvasText; } .network .member { fill: CanvasText; } .network text { stroke: Canvas; }
        }
        """
}
