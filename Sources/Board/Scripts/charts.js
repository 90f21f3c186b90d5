// Draws the charts of reports anew with Chart.js, from the tables that stand below them. What it does not draw stays as the
// server drew it, and that is also what is printed.
"use strict";
(() => {
  if (typeof Chart === "undefined") return;
  const dashes = [[], [7, 4], [2, 4], [10, 3, 2, 3]];
  const marks = ["circle", "rectRot", "triangle", "rect"];
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const forced = matchMedia("(forced-colors: active)");
  let drawn = [];

  // Colours as the stylesheet has them now.
  function palette() {
    const probe = document.createElement("span");
    document.body.append(probe);
    const colour = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const colours = {
      series: ["s0", "s1", "s2", "s3"].map(colour), text: colour("text"), muted: colour("muted"), faint: colour("faint"), ground: colour("ground"),
    };
    probe.style.color = "Canvas";
    if (forced.matches) colours.ground = getComputedStyle(probe).color;
    probe.remove();
    return colours;
  }

  // A dash in a table is no number, and leaves a gap.
  function number(text) {
    const value = Number.parseFloat(text.replace(/[,£]/g, "").replace("−", "-"));
    return Number.isFinite(value) ? value : null;
  }

  function tableBelow(figure) {
    for (let place = figure.nextElementSibling; place; place = place.nextElementSibling) {
      const table = place.querySelector("table");
      if (table) return table;
    }
    return null;
  }

  function read(figure) {
    const table = tableBelow(figure);
    if (!table) return null;
    let rows = [...table.tBodies[0].rows].filter((row) => !row.classList.contains("total"));
    if (figure.dataset.rows) rows = rows.slice(0, Number(figure.dataset.rows));
    const columns = figure.dataset.columns.split(" ").map(Number);
    const cell = (row, column) => (row.cells[column] ? row.cells[column].textContent.trim() : "");
    const series = columns.map((column) => ({
      name: cell(table.tHead.rows[0], column),
      values: rows.map((row) => number(cell(row, column))),
    }));
    if (!series.some((one) => one.values.some((value) => value !== null))) return null;
    return {
      labels: rows.map((row) => cell(row, 0)),
      series,
      unit: rows.some((row) => columns.some((column) => cell(row, column).endsWith("%"))) ? "%" : "",
    };
  }

  function lines(one, place, colours) {
    const colour = colours.series[place % 4];
    return {
      label: one.name, data: one.values, borderColor: colour, borderWidth: 2.5, borderDash: dashes[place % 4], pointStyle: marks[place % 4],
      pointRadius: 4.5, pointHoverRadius: 6, pointBackgroundColor: place % 2 ? colours.ground : colour, pointBorderColor: colour, pointBorderWidth: 2,
      spanGaps: false,
    };
  }

  function bars(one, place, colours) {
    const colour = colours.series[place % 4];
    return {
      label: one.name, data: one.values, backgroundColor: forced.matches && place % 2 ? colours.ground : colour, borderColor: colour, borderWidth: forced.matches ? 2 : 0,
      maxBarThickness: 22,
    };
  }

  function settings(figure, figures, colours) {
    const isBars = figure.dataset.chart === "bars";
    const isWhole = figures.series.every((one) => one.values.every((value) => value === null || Number.isInteger(value)));
    const values = {
      beginAtZero: true, grid: { color: colours.faint },
      ticks: { color: colours.muted, ...(isWhole ? { precision: 0 } : {}), callback: (value) => value.toLocaleString(document.documentElement.lang) + figures.unit },
    };
    const names = { grid: { display: false }, ticks: { color: isBars ? colours.text : colours.muted, autoSkip: !isBars, maxRotation: 60 } };
    return {
      type: isBars ? "bar" : "line",
      data: { labels: figures.labels, datasets: figures.series.map((one, place) => (isBars ? bars : lines)(one, place, colours)) },
      options: {
        indexAxis: isBars ? "y" : "x", responsive: true, maintainAspectRatio: false, locale: document.documentElement.lang,
        animation: stillness.matches ? false : { duration: 250 },
        interaction: { mode: "index", axis: isBars ? "y" : "x", intersect: false },
        scales: isBars ? { x: values, y: names } : { x: names, y: values },
        plugins: {
          legend: { display: figures.series.length > 1, position: "top", align: "start", labels: { color: colours.text, usePointStyle: true, boxWidth: 9, boxHeight: 9, padding: 16 } },
          tooltip: { backgroundColor: colours.text, titleColor: colours.ground, bodyColor: colours.ground, usePointStyle: true },
        },
      },
    };
  }

  function draw(figure, colours) {
    const figures = read(figure);
    if (!figures) return null;
    const frame = document.createElement("div");
    frame.className = "chart";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", figure.querySelector("figcaption").textContent);
    const told = figure.querySelector("svg title");
    if (told) canvas.setAttribute("aria-describedby", told.id);
    frame.append(canvas);
    figure.querySelector("figcaption").after(frame);
    const rows = figures.labels.length * figures.series.length;
    frame.style.height = figure.dataset.chart === "bars" ? `${64 + 26 * rows + 12 * figures.labels.length}px` : "18rem";
    try {
      const chart = new Chart(canvas, settings(figure, figures, colours));
      figure.classList.add("drawn");
      return { chart, frame, figure };
    } catch (error) {
      frame.remove();
      console.error(error);
      return null;
    }
  }

  function drawAll() {
    for (const { chart, frame, figure } of drawn) {
      chart.destroy();
      frame.remove();
      figure.classList.remove("drawn");
    }
    const body = getComputedStyle(document.body);
    Chart.defaults.font.family = body.fontFamily;
    Chart.defaults.font.size = 14;
    const colours = palette();
    drawn = [...document.querySelectorAll("figure[data-chart]")].map((figure) => draw(figure, colours)).filter(Boolean);
  }

  drawAll();
  for (const query of [darkness, forced, stillness]) query.addEventListener("change", drawAll);
})();
