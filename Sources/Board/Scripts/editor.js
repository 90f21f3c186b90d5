// The analyst's editor: CodeMirror over the page's box of text, with what the server says of the draft beside it.
// Words that people read come from the page and from the server's answers, never from here.
(function () {
  "use strict";
  const bench = document.getElementById("bench");
  const form = document.getElementById("edit");
  if (!bench || !form || !window.fetch) return;
  const { draft, file, unsaved, failed, label } = bench.dataset;
  const area = document.getElementById("text");
  const said = document.getElementById("said");
  const panes = { check: document.getElementById("findings"), test: document.getElementById("tests"), impact: document.getElementById("impact") };
  const isLua = /\.lua$/.test(file);
  let findings = [];
  let isChanged = false;

  // The box of text, with CodeMirror or without it.
  let editor = null;
  const text = () => (editor ? editor.getValue() : area.value);

  const say = (words) => { said.textContent = words; };

  // Asking the server. Of each kind the newest counts: null where something newer was asked for, or the server did not answer.
  const asked = {};
  async function ask(act, more) {
    if (asked[act] && act !== "save") asked[act].abort();
    const own = asked[act] = new AbortController();
    const body = new FormData(form);
    body.set("text", text());
    for (const [name, value] of Object.entries(more || {})) body.set(name, value);
    try {
      const answer = await fetch(draft + "/" + act, { method: "POST", body, signal: own.signal, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      const result = await answer.json();
      return asked[act] === own && !result.stale ? result : null;
    } catch (error) {
      if (error.name !== "AbortError" && asked[act] === own) say(failed);
      return null;
    }
  }

  // What the server has no time for is asked for again, unless something newer is.
  async function fill(act) {
    const pane = panes[act];
    for (let tries = 1; ; tries += 1) {
      pane.setAttribute("aria-busy", "true");
      const waiting = ask(act);
      const own = asked[act];
      const result = await waiting;
      if (asked[act] === own) pane.removeAttribute("aria-busy");
      if (result) pane.innerHTML = result.html;
      if (!result || !result.busy || tries === 10) return result;
      await new Promise((done) => setTimeout(done, 3000));
      if (asked[act] !== own) return null;
    }
  }

  async function check() {
    const result = await fill("check");
    if (!result) return;
    findings = result.findings || [];
    if (editor && isLua) editor.performLint();
    say(result.said);
  }

  // One after the other: the second replaces what the first has saved.
  let saving = Promise.resolve();
  const save = () => { saving = saving.then(saveNow); };
  async function saveNow() {
    const sent = text();
    const result = await ask("save", { for: "script" });
    if (!result) return;
    if (result.conflict) {
      // The server shows both texts.
      if (editor) editor.save();
      window.removeEventListener("beforeunload", leaving);
      form.submit();
      return;
    }
    form.elements.mark.value = result.mark;
    isChanged = text() !== sent;
    say(result.said);
    names();
    fill("test").then((tests) => { if (tests) say(result.said + " " + tests.said); });
  }

  let timer = 0;
  function changed() {
    isChanged = true;
    say(unsaved);
    clearTimeout(timer);
    timer = setTimeout(() => { check(); fill("impact"); }, 350);
  }

  const leaving = (event) => { if (isChanged) event.preventDefault(); };
  window.addEventListener("beforeunload", leaving);
  form.addEventListener("submit", (event) => { event.preventDefault(); save(); });
  document.getElementById("run-tests").addEventListener("click", async (event) => {
    event.preventDefault();
    const result = await fill("test");
    if (result) say(result.said);
  });
  document.getElementById("run-impact").addEventListener("click", async (event) => {
    event.preventDefault();
    const result = await fill("impact");
    if (result) say(result.said);
  });

  // Places.
  function go(line, column) {
    if (editor) {
      editor.focus();
      editor.setCursor({ line: line - 1, ch: column });
      editor.scrollIntoView(null, 80);
      return;
    }
    const lines = area.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column;
    area.focus();
    area.setSelectionRange(start, start);
  }
  bench.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    if (!link) return;
    event.preventDefault();
    go(Number(link.dataset.line), Number(link.dataset.from));
  });
  function nextFinding(way) {
    if (!findings.length) return;
    const here = editor.getCursor();
    const order = findings.slice().sort((a, b) => a.line - b.line || a.from - b.from);
    const behind = (one) => one.line - 1 > here.line || (one.line - 1 === here.line && one.from > here.ch);
    const before = (one) => one.line - 1 < here.line || (one.line - 1 === here.line && one.from < here.ch);
    const next = way > 0 ? order.find(behind) || order[0] : order.slice().reverse().find(before) || order[order.length - 1];
    go(next.line, next.from);
    say(next.message);
  }

  // Names: fields, functions and parameters.
  let catalogue = { fields: [], functions: [] };
  let parameters = [];
  async function names() {
    try {
      const answer = await fetch(draft + "/catalogue.json");
      if (!answer.ok) return;
      const known = await answer.json();
      catalogue = known.catalogue;
      parameters = known.parameters;
    } catch (error) { /* Completion waits for the next time. */ }
  }

  // `needs.drugs` as the fields that it names, outermost first; [] where there is none.
  function lineage(path) {
    let level = catalogue.fields;
    const found = [];
    for (const name of path) {
      const field = level.find((one) => one.names.includes(name));
      if (!field) return [];
      found.push(field);
      level = field.parts;
    }
    return found;
  }
  const partsOf = (path) => { const found = lineage(path); return found.length === path.length ? (path.length ? found[path.length - 1].parts : catalogue.fields) : []; };
  const items = (fields) => fields.flatMap((field) => field.names.map((name) => ({ name, about: field.about, kind: field.type })));
  const called = (owner) => catalogue.functions.filter((one) => one.of === owner).map((one) => ({ name: one.name, about: one.signature + ": " + one.about, kind: "" }));

  // The list that a filter around a place is of: `n.offences:count { … }`.
  function filtered(before) {
    const found = /\bn\.(\w+(?:\.\w+)*)\s*:\s*\w+\s*\(?[^(){}]*\{(?:[^{}]|\{[^{}]*\})*$/.exec(before);
    return found ? found[1].split(".") : null;
  }

  // What can stand at a place, by the text of the line up to there.
  function candidates(line, before) {
    let found;
    if ((found = /\bn((?:\.\w+)*)\.\w*$/.exec(line))) {
      const path = found[1].split(".").filter(Boolean);
      const parts = items(partsOf(path));
      return parts.length ? parts : [];
    }
    if ((found = /\bn((?:\.\w+)*):\w*$/.exec(line))) {
      const path = found[1].split(".").filter(Boolean);
      const own = lineage(path).pop();
      return called(own && own.list ? "list" : "record");
    }
    if (/\bparam\.\w*$/.test(line)) return parameters.map((one) => ({ name: one.name, about: one.about, kind: "" }));
    if ((found = /(\w+)\s*=\s*["'][\w-]*$/.exec(line)) || (found = /\bn\.([\w.]+)\s*[=~]=\s*["'][\w-]*$/.exec(line))) {
      const path = found[1].split(".");
      const list = filtered(before) || [];
      const field = lineage(list.concat(path)).pop() || lineage(path).pop();
      return ((field && field.values) || []).map((one) => ({ name: one.name, about: one.about, kind: "" }));
    }
    if (/[.:]\w*$/.test(line) || /["'][^"']*$/.test(line.replace(/(["'])(?:(?!\1).)*\1/g, ""))) return [];
    const list = filtered(before);
    const own = list ? items(partsOf(list)) : [];
    return own.concat(called("anything"), [{ name: "n", about: "", kind: "" }, { name: "d", about: "", kind: "" }]);
  }

  function hints(cm) {
    const cursor = cm.getCursor();
    const line = cm.getLine(cursor.line).slice(0, cursor.ch);
    const before = cm.getRange({ line: Math.max(0, cursor.line - 12), ch: 0 }, cursor);
    const word = (/["'][\w-]*$/.test(line) ? /[\w-]*$/ : /\w*$/).exec(line)[0];
    const begins = word.toLowerCase();
    const all = candidates(line, before).filter((one) => one.name.toLowerCase().includes(begins) && one.name !== word);
    all.sort((a, b) => (b.name.toLowerCase().startsWith(begins) - a.name.toLowerCase().startsWith(begins)));
    const list = all.slice(0, 60).map((one) => ({
      text: one.name,
      render(element) {
        element.append(one.name);
        if (!one.about) return;
        const more = document.createElement("span");
        more.className = "hint-about";
        more.textContent = one.about;
        element.append(more);
      },
    }));
    return { list, from: { line: cursor.line, ch: cursor.ch - word.length }, to: cursor };
  }

  // What a name means, for whoever rests on it.
  function meaning(cm, place) {
    const line = cm.getLine(place.line) || "";
    const isName = (letter) => /\w/.test(letter || "");
    if (!isName(line[place.ch]) && !isName(line[place.ch - 1])) return null;
    let [from, to] = [place.ch, place.ch];
    while (isName(line[from - 1])) from -= 1;
    while (isName(line[to])) to += 1;
    const name = line.slice(from, to);
    const chain = (/\b((?:\w+\.)*)$/.exec(line.slice(0, from)) || ["", ""])[1].split(".").filter(Boolean);
    if (chain[0] === "n") {
      const field = lineage(chain.slice(1).concat(name)).pop();
      return field && field.about;
    }
    if (chain[0] === "param") { const one = parameters.find((own) => own.name === name); return one && one.about; }
    if (chain.length) return null;
    if (line[from - 1] === ":") {
      const own = catalogue.functions.find((one) => one.of !== "anything" && one.name === name);
      return own && own.signature + ": " + own.about;
    }
    const list = filtered(cm.getRange({ line: Math.max(0, place.line - 12), ch: 0 }, { line: place.line, ch: from }));
    const part = list && partsOf(list).find((one) => one.names.includes(name.replace(/^(min|max)_/, "")));
    if (part) return part.about;
    const own = catalogue.functions.find((one) => one.of === "anything" && one.name === name);
    return own && own.signature + ": " + own.about;
  }

  function explain(cm) {
    const about = document.getElementById("about");
    const show = (place) => {
      const words = meaning(cm, place);
      about.textContent = words || "";
      about.hidden = !words;
    };
    let rest = 0;
    cm.on("cursorActivity", () => { clearTimeout(rest); rest = setTimeout(() => show(cm.getCursor()), 200); });

    // Beside the pointer: it stays while the pointer is on it, and goes with Escape.
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.setAttribute("role", "tooltip");
    tip.hidden = true;
    bench.append(tip);
    let hover = 0;
    const hide = () => { clearTimeout(hover); hover = setTimeout(() => { tip.hidden = true; }, 250); };
    cm.getWrapperElement().addEventListener("mousemove", (event) => {
      clearTimeout(hover);
      hover = setTimeout(() => {
        const words = meaning(cm, cm.coordsChar({ left: event.clientX, top: event.clientY }, "window"));
        tip.hidden = !words;
        if (!words) return;
        tip.textContent = words;
        const around = bench.getBoundingClientRect();
        tip.style.left = Math.max(0, Math.min(event.clientX - around.left, around.width - 340)) + "px";
        tip.style.top = event.clientY - around.top + 14 + "px";
      }, 300);
    });
    cm.getWrapperElement().addEventListener("mouseleave", hide);
    tip.addEventListener("mouseenter", () => clearTimeout(hover));
    tip.addEventListener("mouseleave", hide);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });
  }

  const mark = (one) => ({
    from: window.CodeMirror.Pos(one.line - 1, one.from), to: window.CodeMirror.Pos(one.line - 1, one.to),
    message: one.code + ": " + one.message, severity: one.severity,
  });

  if (window.CodeMirror) {
    const has = window.CodeMirror.defaults;
    editor = window.CodeMirror.fromTextArea(area, {
      mode: isLua && window.CodeMirror.modes.lua ? "lua" : null,
      lineNumbers: true, indentUnit: 2, tabSize: 2, inputStyle: "contenteditable", viewportMargin: 40, screenReaderLabel: label,
      matchBrackets: "matchBrackets" in has, autoCloseBrackets: "autoCloseBrackets" in has && isLua,
      gutters: ["CodeMirror-lint-markers", "CodeMirror-linenumbers"],
      // Tab leads on, as everywhere else on the page.
      extraKeys: {
        Tab: false, "Shift-Tab": false, "Ctrl-]": "indentMore", "Ctrl-[": "indentLess", F8: () => nextFinding(1), "Shift-F8": () => nextFinding(-1),
        "Ctrl-S": save, "Cmd-S": save,
        "Ctrl-Space": (cm) => { if (cm.showHint) cm.showHint({ hint: hints, completeSingle: false }); },
      },
    });
    const input = editor.getInputField();
    input.setAttribute("role", "textbox");
    input.setAttribute("aria-multiline", "true");
    input.setAttribute("aria-describedby", "text-hint");
    editor.on("change", changed);
    if (isLua) {
      if ("lint" in has) editor.setOption("lint", { getAnnotations: () => findings.map(mark), lintOnChange: false });
      if (editor.showHint) {
        editor.on("inputRead", (cm, change) => { if (/^[.:]$/.test(change.text.join(""))) cm.showHint({ hint: hints, completeSingle: false }); });
      }
      explain(editor);
    }
    document.querySelector("label[for=text]").addEventListener("click", () => editor.focus());
  } else {
    area.addEventListener("input", changed);
    area.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save(); }
    });
  }
  bench.classList.add("live");
  names();
  check().then(() => { if (bench.dataset.line) go(Number(bench.dataset.line), 0); });
  fill("impact");
})();
