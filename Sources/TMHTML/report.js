// What the page can do beyond being read: choose in the diagram, filter, switch pictures, zoom.
// Texts of the model come from the page or from the data beside it, and reach the page as text nodes
// only. The whole state is in the address, so that a link or the back button restores it.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("ui-data").textContent);
  const root = document.documentElement;
  root.classList.add("js");
  const byId = (id) => document.getElementById(id);

  /** An element with text or elements inside; attributes whose value is null are left out. */
  const make = (name, attributes = {}, ...inside) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...inside.filter((part) => part !== null && part !== undefined));
    return element;
  };
  const button = (text, onClick, attributes = {}) => {
    const element = make("button", { type: "button", class: "button", ...attributes }, text);
    element.addEventListener("click", onClick);
    return element;
  };
  const words = (text) => text.replaceAll("-", " ");
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;

  // ---- Facets: what each row is about ---------------------------------------------------------

  const facets = data.facets.map(([about, status, categories, zones, severity, acceptance]) => ({
    about: new Set(about), status: [status], category: categories, zone: zones,
    severity: [severity || "not rated"], acceptance: acceptance ? [acceptance] : [],
    method: [...new Set(categories.map((category) => data.methods[category]))],
  }));
  const pathPlace = new Map(data.paths.map((path, place) => [path, place]));
  const threats = data.threats.map(([facet, row], place) => ({ facet, row, place }));

  const ORDER = {
    status: ["open", "accepted", "transferred", "mitigated", "avoided", "not-applicable"],
    severity: ["critical", "high", "medium", "low", "none", "not rated"],
    category: Object.keys(data.methods), acceptance: ["unacceptable", "acceptable"],
  };
  const MENUS = [
    ["status", "Status"], ["severity", "Severity"], ["category", "Category"], ["zone", "Zone"],
    ["method", "Method"], ["acceptance", "Acceptance"],
  ].filter(([key]) => valuesOf(key).length > 1);

  function valuesOf(key) {
    const found = new Set(threats.flatMap(({ facet }) => (facet < 0 ? [] : facets[facet][key])));
    const order = ORDER[key];
    return [...found].sort((a, b) =>
      order ? order.indexOf(a) - order.indexOf(b) : a < b ? -1 : a > b ? 1 : 0);
  }

  // ---- State: in the address, behind a question mark -------------------------------------------

  const KEYS = ["status", "severity", "category", "zone", "method", "acceptance", "about"];
  const emptyState = () => ({
    anchor: "", view: data.stage, sel: "", q: "", set: "",
    ...Object.fromEntries(KEYS.map((key) => [key, []])),
  });
  let state = emptyState();

  function readAddress() {
    const [anchor, query = ""] = location.hash.slice(1).split("?");
    const next = { ...emptyState(), anchor: decode(anchor) };
    const known = new Set(Object.keys(next));
    for (const field of query.split("&")) {
      const [key, value = ""] = field.split("=");
      if (!known.has(key) || key === "anchor" || !value) continue;
      next[key] = KEYS.includes(key) ? value.split(",").map(decode) : decode(value);
    }
    if (!data.pictures.some(([id]) => id === next.view)) next.view = emptyState().view;
    if (next.set && !data.sets[next.set]) next.set = "";
    return next;
  }
  function decode(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }
  function address() {
    const fields = [];
    if (state.view !== emptyState().view) fields.push(`view=${encodeURIComponent(state.view)}`);
    for (const key of ["sel", "q", "set"]) {
      if (state[key]) fields.push(`${key}=${encodeURIComponent(state[key])}`);
    }
    for (const key of KEYS) {
      if (state[key].length) fields.push(`${key}=${state[key].map(encodeURIComponent).join(",")}`);
    }
    return `#${encodeURIComponent(state.anchor)}${fields.length ? `?${fields.join("&")}` : ""}`;
  }
  /** Changes the state; typing replaces the last entry of the history instead of adding one. */
  function change(update, how = "push") {
    state = { ...state, ...update };
    const next = address();
    if (next !== location.hash) {
      if (how === "push") history.pushState(null, "", next);
      else history.replaceState(null, "", next);
    }
    show();
  }

  // ---- Filter -----------------------------------------------------------------------------------

  const isFiltered = () =>
    Boolean(state.q || state.set || state.sel) || KEYS.some((key) => state[key].length);

  /** The parts of the picture that is shown, by id, and the one that is selected. */
  const partsOf = (view) => data.pictures.find(([id]) => id === view)?.[3] ?? {};
  function selectedPaths() {
    if (!state.sel) return [];
    const own = pathPlace.get(state.sel);
    if (own === undefined) return [-1];
    const part = Object.values(partsOf(state.view)).find((paths) => paths[0] === own);
    return part ?? [own];
  }

  /** Which facets pass; of a menu that is about to be counted, its own choice is left aside. */
  function passing(aside) {
    const chosen = selectedPaths();
    const about = state.about.map((path) => pathPlace.get(path) ?? -1);
    const keys = MENUS.map(([key]) => key).concat("severity", "status", "category", "zone")
      .filter((key, place, all) => all.indexOf(key) === place);
    return facets.map((facet) =>
      keys.every((key) => key === aside || !state[key].length
        || facet[key].some((value) => state[key].includes(value)))
      && (!chosen.length || chosen.some((path) => facet.about.has(path)))
      && (!about.length || about.some((path) => facet.about.has(path))));
  }

  const tables = Object.entries(data.tables).flatMap(([id, entries]) => {
    const table = byId(id);
    if (!table) return [];
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.matches(".extra"));
    return [{ table, rows, entries, limit: 150, empty: null }];
  });
  const texts = new Map();
  /** The row with the details of another one, below it. */
  const extraOf = (row) => (row?.nextElementSibling?.matches(".extra") ? row.nextElementSibling : null);
  const textOf = (row) => {
    if (!texts.has(row)) {
      texts.set(row, `${row.textContent} ${extraOf(row)?.textContent ?? ""}`.toLowerCase());
    }
    return texts.get(row);
  };

  function applyFilter() {
    const pass = passing();
    const set = state.set ? new Set(data.sets[state.set][1]) : null;
    const query = state.q.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const isShown = (row, entry) => {
      if (entry === 0) return true;
      const [facet, threat] = entry;
      if (!pass[facet]) return false;
      if (set && !(threat >= 0 ? set.has(threat) : setFacets(set).has(facet))) return false;
      return query.every((word) => textOf(row).includes(word));
    };
    for (const entry of tables) {
      let count = 0;
      let total = 0;
      entry.rows.forEach((row, place) => {
        const fits = isShown(row, entry.entries[place]);
        for (const part of [row, extraOf(row)]) {
          part?.classList.toggle("out", !fits);
          part?.classList.toggle("late", fits && count >= entry.limit);
        }
        total += 1;
        if (fits) count += 1;
      });
      entry.count = count;
      showCount(entry, count, total);
    }
    const shown = threats.filter(({ facet, row, place }) => {
      if (facet < 0 || !pass[facet] || (set && !set.has(place))) return false;
      return !query.length || (byId(row) && query.every((word) => textOf(byId(row)).includes(word)));
    });
    showMenus(shown.length);
    dim(shown);
    markFound(query);
  }

  /** Marks the words that are searched, in the rows that are shown; opens details that alone hold them. */
  const openedBySearch = new Set();
  function markFound(query) {
    for (const fold of openedBySearch) fold.open = false;
    openedBySearch.clear();
    if (!globalThis.CSS?.highlights) return;
    CSS.highlights.delete("found");
    if (!query.length) return;
    const ranges = [];
    for (const { rows } of tables) {
      for (const row of rows) {
        if (row.matches(".out, .late") || ranges.length > 3000) continue;
        const extra = extraOf(row);
        const own = row.textContent.toLowerCase();
        const fold = extra?.querySelector("details");
        if (fold && !fold.open && query.some((word) => !own.includes(word)) && textOf(row) !== own) {
          fold.open = true;
          openedBySearch.add(fold);
        }
        for (const part of [row, extra].filter(Boolean)) {
          const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const text = node.data.toLowerCase();
            for (const word of query) {
              for (let at = text.indexOf(word); at >= 0 && text.length === node.data.length; at = text.indexOf(word, at + word.length)) {
                const range = new Range();
                range.setStart(node, at);
                range.setEnd(node, at + word.length);
                ranges.push(range);
              }
            }
          }
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }
  let facetsOfSet = [null, null];
  function setFacets(set) {
    if (facetsOfSet[0] !== set) facetsOfSet = [set, new Set([...set].map((place) => threats[place]?.facet))];
    return facetsOfSet[1];
  }

  /** A line below a table: that there is more, or that nothing is left. */
  function showCount(entry, count, total) {
    entry.empty?.remove();
    entry.empty = null;
    const more = count - entry.limit;
    if (count > 0 && more <= 0) return;
    entry.empty = make("p", { class: "none-left" });
    if (count === 0 && total > 0) {
      entry.empty.append("No row fits the filter. ", button("Show all", clearFilter));
    } else if (more > 0) {
      const next = button(`Show ${Math.min(more, 500)} more of ${more}`, () => {
        entry.limit += 500;
        applyFilter();
      });
      entry.empty.append(next);
    }
    entry.table.after(entry.empty);
  }

  function clearFilter() {
    const none = emptyState();
    change({ q: "", set: "", sel: "", ...Object.fromEntries(KEYS.map((key) => [key, none[key]])) });
  }

  // ---- Filter bar -------------------------------------------------------------------------------

  const bar = byId("ui-filters");
  const search = make("input", {
    type: "search", placeholder: "Search threats", "aria-label": "Search threats", id: "ui-search",
  });
  let typing = 0;
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: search.value }, "replace"), 120);
  });
  const menus = MENUS.map(([key, title]) => {
    const summary = make("summary", { class: "button" }, title);
    const box = make("div", { role: "group", "aria-label": title });
    const menu = make("details", { class: "menu", id: `ui-menu-${key}` }, summary, box);
    const options = valuesOf(key).map((value) => {
      const input = make("input", { type: "checkbox", value });
      const count = make("span", { class: "count" });
      const label = make("label", {}, input, words(value), count);
      input.addEventListener("change", () => {
        const rest = state[key].filter((other) => other !== value);
        change({ [key]: input.checked ? [...rest, value] : rest });
      });
      box.append(label);
      return { value, input, count, label };
    });
    menu.addEventListener("toggle", () => {
      if (menu.open) for (const other of menus) if (other.menu !== menu) other.menu.open = false;
    });
    return { key, title, menu, summary, options };
  });
  const result = make("span", { class: "result", role: "status", id: "ui-result" });
  const all = button("Show all", clearFilter, { class: "button all", id: "ui-all", hidden: "" });
  const chips = make("div", { class: "chips", id: "ui-chips" });
  if (threats.length) {
    // On a narrow screen the menus fold away, so that the bar stays low.
    const fold = button("Filter", () => {
      const isOpen = bar.classList.toggle("unfolded");
      fold.setAttribute("aria-expanded", String(isOpen));
    }, { class: "button fold", "aria-expanded": "false" });
    bar.append(search, fold, make("div", { class: "menus" }, ...menus.map(({ menu }) => menu)), result, all, chips);
    bar.hidden = false;
  }
  // Places that are gone to stop below the bar, however high it is.
  new ResizeObserver(() => root.style.setProperty("--bar", `${bar.offsetHeight}px`)).observe(bar);
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  function showMenus(count) {
    for (const { key, title, menu, summary, options } of menus) {
      const pass = passing(key);
      const set = state.set ? new Set(data.sets[state.set][1]) : null;
      const counts = new Map();
      for (const { facet, place } of threats) {
        if (facet < 0 || !pass[facet] || (set && !set.has(place))) continue;
        for (const value of facets[facet][key]) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      for (const { value, input, count: number, label } of options) {
        const found = counts.get(value) ?? 0;
        input.checked = state[key].includes(value);
        number.textContent = String(found);
        label.classList.toggle("zero", found === 0);
      }
      const chosen = state[key].length;
      menu.classList.toggle("on", chosen > 0);
      summary.textContent = chosen ? `${title}: ${chosen === 1 ? words(state[key][0]) : chosen}` : title;
    }
    const total = threats.length;
    const noun = make("span", { class: "noun" }, total === 1 ? " threat" : " threats");
    result.replaceChildren(isFiltered() ? `${count} of ${total}` : String(total), noun);
    all.hidden = !isFiltered();
    if (document.activeElement !== search) search.value = state.q;
    const chip = (text, update) =>
      make("button", { type: "button", class: "chip", title: "Take this filter away" }, text);
    const list = [];
    const add = (text, update) => {
      const element = chip(text);
      element.addEventListener("click", () => change(update));
      list.push(element);
    };
    if (state.sel) add(`In the diagram: ${titleOf(state.sel)}`, { sel: "" });
    if (state.set) add(data.sets[state.set][0], { set: "" });
    for (const path of state.about) add(`About: ${titleOf(path)}`, { about: state.about.filter((p) => p !== path) });
    for (const [key, title] of MENUS) {
      for (const value of state[key]) {
        add(`${title}: ${words(value)}`, { [key]: state[key].filter((other) => other !== value) });
      }
    }
    chips.replaceChildren(...list);
  }
  const titleOf = (path) => data.declarations[path]?.title ?? path;

  // ---- Pictures ---------------------------------------------------------------------------------

  const place = byId("ui-place");
  const switches = byId("ui-switches");
  const pictures = new Map();
  for (const figure of document.querySelectorAll("figure.picture")) {
    pictures.set(figure.dataset.picture, { figure, home: null });
  }
  const tabs = new Map();
  let viewMenu = null;

  /** Puts the chosen picture on the stage, and the one that stood there back into its chapter. */
  function stage(view) {
    for (const [id, picture] of pictures) {
      if (id !== view && picture.home) {
        picture.home.replaceWith(picture.figure);
        picture.home = null;
        picture.figure.querySelector("svg").style.width = "";
      }
    }
    const picture = pictures.get(view);
    if (!picture || picture.figure.parentElement === place) return;
    for (const figure of [...place.children]) byId("ui-levels")?.append(figure);
    if (!picture.home) {
      const link = make("a", { href: "#diagram" }, "at the top of the page");
      picture.home = make("p", { class: "away" }, "This picture is shown ", link, ".");
      picture.figure.replaceWith(picture.home);
    }
    place.replaceChildren(picture.figure);
  }

  function prepareParts() {
    for (const [view, , , parts] of data.pictures) {
      const picture = pictures.get(view);
      if (!picture) continue;
      for (const id of Object.keys(parts)) {
        const part = byId(id);
        if (!part) continue;
        part.classList.add("part");
        part.setAttribute("role", "button");
        const line = part.querySelector(":scope > .line");
        // A thin line is hard to hit: an unseen wide one lies on it.
        if (line) {
          const hit = line.cloneNode();
          hit.setAttribute("class", "hit");
          part.append(hit);
        }
        for (const end of ["-label", "-title"]) {
          const caption = byId(id + end);
          if (caption) { caption.classList.add("part"); caption.dataset.part = id; }
        }
      }
    }
  }
  /** One stop for the keyboard among many: arrows go on from it to its neighbours. */
  function rove(elements, isShown = () => true) {
    elements.forEach((element, place) => element.setAttribute("tabindex", place === 0 ? "0" : "-1"));
    const step = (from, by) => {
      for (let place = from + by; place >= 0 && place < elements.length; place += by) {
        if (isShown(elements[place])) return elements[place];
      }
      return null;
    };
    const enter = (element) => {
      for (const other of elements) other.setAttribute("tabindex", other === element ? "0" : "-1");
      element.focus();
    };
    for (const [place, element] of elements.entries()) {
      element.addEventListener("focus", () => {
        for (const other of elements) if (other !== element) other.setAttribute("tabindex", "-1");
        element.setAttribute("tabindex", "0");
      });
      element.addEventListener("keydown", (event) => {
        if (event.target !== element) return;
        const next = {
          ArrowRight: () => step(place, 1), ArrowDown: () => step(place, 1),
          ArrowLeft: () => step(place, -1), ArrowUp: () => step(place, -1),
          Home: () => step(-1, 1), End: () => step(elements.length, -1),
        }[event.key]?.();
        if (!next) return;
        event.preventDefault();
        enter(next);
      });
    }
  }
  for (const [id] of data.pictures) {
    const parts = Object.keys(partsOf(id)).map(byId).filter(Boolean);
    parts.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    rove(parts);
  }

  // The words of a part, where the pointer or the keyboard is.
  const tip = make("div", { class: "tip", hidden: "" });
  document.body.append(tip);
  function showTip(part) {
    const paths = part && partsOf(ownerOf(part))[part.id];
    tip.hidden = !paths;
    if (!paths) return;
    const path = data.paths[paths[0]];
    const entry = data.declarations[path] ?? { title: path, kind: "" };
    const title = paths.length > 1 && entry.kind.endsWith("flow") ? plural(paths.length, "flow") : entry.title;
    const about = threats.filter(({ facet }) => facet >= 0 && paths.some((own) => facets[facet].about.has(own)));
    const open = about.filter(({ facet }) => facets[facet].status[0] === "open").length;
    const ends = entry.ends?.map((place) => titleOf(data.paths[place])).join(" → ");
    tip.replaceChildren(make("b", {}, title),
      [entry.kind, ends, `${plural(about.length, "threat")}, ${open} open`].filter(Boolean).join("; "));
    const box = part.getBoundingClientRect();
    tip.style.left = `${Math.max(8, Math.min(box.left + scrollX, scrollX + innerWidth - tip.offsetWidth - 8))}px`;
    const below = box.bottom + 8 + tip.offsetHeight < innerHeight;
    tip.style.top = `${scrollY + (below ? box.bottom + 8 : Math.max(8, box.top - tip.offsetHeight - 8))}px`;
  }
  document.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") showTip(svgPart(event.target)); });
  document.addEventListener("focusin", (event) => showTip(event.target.matches(":focus-visible") ? svgPart(event.target) : null));

  const svgPart = (target) => {
    const part = target.closest?.(".part");
    return part ? byId(part.dataset.part ?? part.id) : null;
  };
  const ownerOf = (part) => part.closest("figure.picture")?.dataset.picture;

  function choose(part) {
    const view = ownerOf(part);
    const paths = partsOf(view)[part.id];
    if (!paths) return;
    const path = data.paths[paths[0]];
    const isSame = state.sel === path && state.view === view;
    change({ view, sel: isSame ? "" : path, set: "", about: [], anchor: "diagram" });
    if (sheet.matches) canvasNow()?.scrollIntoView({ block: "start" });
    reveal();
  }
  // There the panel lies over the page, and only as long as the diagram is in sight.
  const sheet = matchMedia("(max-width: 60rem)");
  new IntersectionObserver(([entry]) => byId("ui-panel").classList.toggle("away-now", !entry.isIntersecting))
    .observe(place);
  let dragged = false;
  document.addEventListener("click", (event) => {
    if (dragged) { dragged = false; return; }
    const part = svgPart(event.target);
    if (part) choose(part);
  });
  document.addEventListener("keydown", (event) => {
    const part = svgPart(document.activeElement ?? document.body);
    if (part && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      choose(part);
    } else if (event.key === "Escape") {
      const open = document.querySelector(".menu[open]");
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      else if (state.sel) change({ sel: "" });
    } else if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement?.tagName)) {
      event.preventDefault();
      search.focus();
    }
  });

  function showSelection() {
    for (const part of document.querySelectorAll(".chosen")) part.classList.remove("chosen");
    const own = pathPlace.get(state.sel);
    for (const [id, paths] of Object.entries(partsOf(state.view))) {
      if (own === undefined || paths[0] !== own) continue;
      for (const end of ["", "-label", "-title"]) byId(id + end)?.classList.add("chosen");
    }
  }

  /** Parts without any threat that is shown step back. */
  function dim(shown) {
    const about = new Set();
    for (const { facet } of shown) for (const path of facets[facet].about) about.add(path);
    const chosen = new Set(selectedPaths());
    for (const [id, paths] of Object.entries(partsOf(state.view))) {
      const out = isFiltered() && !paths.some((path) => about.has(path) || chosen.has(path));
      const isRegion = byId(id)?.classList.contains("region");
      for (const end of ["", "-label", "-title"]) byId(id + end)?.classList.toggle("dim", out && !isRegion);
    }
  }

  // ---- Zoom -------------------------------------------------------------------------------------

  let zoom = 1;
  const canvasNow = () => place.querySelector(".canvas");
  const svgNow = () => place.querySelector("svg");
  const fit = (canvas, svg) => {
    const box = svg.viewBox.baseVal;
    const height = parseFloat(getComputedStyle(canvas).maxHeight) || canvas.clientHeight;
    return Math.min(canvas.clientWidth / box.width, height / box.height, 1.1);
  };
  function setZoom(next, middle) {
    const [canvas, svg] = [canvasNow(), svgNow()];
    if (!canvas || !svg) return;
    const box = svg.viewBox.baseVal;
    const least = Math.min(fit(canvas, svg), 0.25);
    const before = zoom;
    zoom = Math.min(Math.max(next, least), 3);
    const x = middle?.x ?? canvas.clientWidth / 2;
    const y = middle?.y ?? canvas.clientHeight / 2;
    const [left, top] = [(canvas.scrollLeft + x) / before, (canvas.scrollTop + y) / before];
    svg.style.width = `${box.width * zoom}px`;
    canvas.scrollLeft = left * zoom - x;
    canvas.scrollTop = top * zoom - y;
  }
  /** The whole picture: who wants to read a part of it zooms in. */
  function fitPicture() {
    const [canvas, svg] = [canvasNow(), svgNow()];
    if (!canvas || !svg) return;
    setZoom(fit(canvas, svg));
    canvas.scrollLeft = (canvas.scrollWidth - canvas.clientWidth) / 2;
    canvas.scrollTop = 0;
  }
  /** Brings the selection into sight without moving the page. */
  function reveal() {
    const canvas = canvasNow();
    const part = place.querySelector(".chosen");
    if (!canvas || !part) return;
    const [outer, inner] = [canvas.getBoundingClientRect(), part.getBoundingClientRect()];
    const isInside = inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top
      && inner.bottom <= outer.bottom;
    if (isInside || (inner.width > outer.width && inner.height > outer.height)) return;
    canvas.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
    canvas.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
  }
  function prepareStage() {
    if (!place || !data.pictures.length) return;
    place.classList.add("live");
    const group = (label, kinds, text) => {
      const found = data.pictures.filter(([, , kind]) => kinds.includes(kind))
        .sort((a, b) => (kinds.includes("view") ? 0 : a[4] - b[4]));
      const element = make("div", { class: "tabs", role: "group", "aria-label": label },
        make("span", { class: "small" }, label));
      for (const [id, title, , , level] of found) {
        const attributes = { "data-view": id, "aria-label": title, title };
        const tab = button(text(title, level), () => change({ view: id, anchor: "diagram" }), attributes);
        tabs.set(id, tab);
        element.append(tab);
      }
      return element;
    };
    const zooms = make("div", { class: "zoom", role: "group", "aria-label": "Zoom" },
      button("−", () => setZoom(zoom / 1.3), { "aria-label": "Smaller" }),
      button("+", () => setZoom(zoom * 1.3), { "aria-label": "Larger" }),
      button("Whole", () => fitPicture(), { "aria-label": "Whole picture" }));
    const count = (kinds) => data.pictures.filter(([, , kind]) => kinds.includes(kind)).length;
    if (count(["system", "level"]) > 1) {
      switches.append(group("System, levels", ["system", "level"], (title, level) => String(level)));
    } else if (count(["view"])) {
      switches.append(group("", ["system"], (title) => title));
    }
    const views = count(["view"]);
    if (views) {
      const list = group("Views", ["view"], (title) => title);
      if (views <= 3) switches.append(list);
      else {
        // More than a few would push the diagram off the screen.
        viewMenu = make("details", { class: "menu views" }, make("summary", { class: "button" }), list);
        list.addEventListener("click", () => { viewMenu.open = false; });
        switches.append(viewMenu);
      }
    }
    switches.append(zooms);
    place.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = canvasNow().getBoundingClientRect();
      setZoom(zoom * Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top });
    }, { passive: false });
    let start = null;
    place.addEventListener("pointerdown", (event) => {
      const canvas = event.target.closest?.(".canvas");
      if (!canvas || event.pointerType !== "mouse" || event.button !== 0) return;
      start = { x: event.clientX, y: event.clientY, left: canvas.scrollLeft, top: canvas.scrollTop, canvas };
      dragged = false;
    });
    window.addEventListener("pointermove", (event) => {
      if (!start) return;
      const [x, y] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.abs(x) + Math.abs(y) > 5) dragged = true;
      if (!dragged) return;
      start.canvas.classList.add("drag");
      start.canvas.scrollLeft = start.left - x;
      start.canvas.scrollTop = start.top - y;
    });
    window.addEventListener("pointerup", () => {
      start?.canvas.classList.remove("drag");
      start = null;
      // The click that ends a drag comes right after this, if at all.
      if (dragged) setTimeout(() => { dragged = false; }, 0);
    });
  }

  // ---- Panel ------------------------------------------------------------------------------------

  const panel = byId("ui-panel");
  /** A name that selects what it names, if a picture shows it, or else leads to its entry. */
  function name(path) {
    const found = data.declarations[path];
    const text = found?.title ?? path;
    const shown = data.pictures.find(([id, , , parts]) => id === state.view && holds(parts, path))
      ?? data.pictures.find(([, , , parts]) => holds(parts, path));
    if (shown) {
      const link = make("a", { href: "#diagram" }, text);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        event.stopPropagation();
        change({ view: shown[0], sel: path, set: "", about: [], anchor: "diagram" });
      });
      return link;
    }
    return found?.row ? make("a", { href: `#${found.row}` }, text) : make("span", {}, text);
  }
  const holds = (parts, path) => Object.values(parts).some((paths) => data.paths[paths[0]] === path);

  function showPanel() {
    panel.replaceChildren();
    panel.hidden = !state.sel;
    if (!state.sel) return;
    const paths = selectedPaths().filter((path) => path >= 0).map((path) => data.paths[path]);
    const main = data.declarations[state.sel] ?? { kind: "", title: state.sel };
    const isFlow = main.kind.endsWith("flow");
    const several = isFlow && paths.length > 1;
    const close = button("×", () => change({ sel: "" }), { "aria-label": "Close" });
    const heading = make("h3", {}, several ? plural(paths.length, "flow") : main.title);
    const kind = [several ? "several flows in one line" : main.kind, main.zone && `zone ${main.zone}`];
    panel.append(make("header", {}, make("div", {}, make("p", { class: "kind" }, kind.filter(Boolean).join(", ")), heading), close));
    if (!several && main.text) panel.append(make("p", {}, main.text));
    if (!several && main.ends) {
      const [from, to] = main.ends.map((place) => data.paths[place]);
      section("From and to", [name(from), name(to)]);
    }
    if (several) section("Flows", paths.map(name));
    listThreats();
    const gather = (key) => [...new Set((several || main.inside ? paths : [state.sel])
      .flatMap((path) => data.declarations[path]?.[key] ?? []))].map((place) => data.paths[place]);
    const members = new Set(controlsShown());
    section("Controls", [...members].map((path) => {
      const link = name(path);
      const status = data.declarations[path]?.status;
      if (status && status !== "implemented") link.append(` (${status})`);
      return link;
    }));
    section("Assets", gather("assets").map(name));
    section("Interfaces", gather("interfaces").map(name));
    section("Crosses", gather("crosses").map(name));
    section("Flows that cross it", (main.crossed ?? []).map((place) => name(data.paths[place])));
    if (!isFlow && !main.crossed) section("Flows", (main.flows ?? []).map((place) => name(data.paths[place])));
    section("Inside", (main.inside ?? []).map((place) => name(data.paths[place])));
    section("Software of others", gather("components").map(name));
    section("Lies in", (main.in ?? []).map((place) => name(data.paths[place])));
    const links = make("p", { class: "small" });
    if (main.row) links.append(make("a", { href: `#${main.row}` }, "Entry in the report"), " · ");
    links.append(make("a", { href: registerLink() }, "Its threats in the register"));
    panel.append(links);
  }
  const registerLink = () => {
    const first = tables.find(({ table }) => table.id === "table-threats");
    return `#${first?.table.closest(".chapter")?.id ?? "content"}`;
  };
  function section(title, items) {
    if (!items.length) return;
    const list = make("ul", { class: "names" }, ...items.map((item) => make("li", {}, item)));
    panel.append(make("h4", {}, `${title} (${items.length})`), list);
  }
  /** The threats about the selection, whatever else is filtered. */
  function aboutSelection() {
    const chosen = selectedPaths();
    return threats.filter(({ facet }) => facet >= 0 && chosen.some((path) => facets[facet].about.has(path)));
  }
  function controlsShown() {
    const found = [];
    for (const { facet } of aboutSelection()) {
      for (const place of facets[facet].about) {
        const path = data.paths[place];
        if (data.declarations[path]?.kind === "control") found.push(path);
      }
    }
    return found;
  }
  function listThreats() {
    const own = aboutSelection();
    panel.append(make("h4", {}, plural(own.length, "threat")));
    const counts = make("div", { class: "counts" });
    for (const status of ORDER.status) {
      const count = own.filter(({ facet }) => facets[facet].status[0] === status).length;
      if (count) counts.append(make("span", { class: `status ${status}` }, `${count} ${words(status)}`));
    }
    panel.append(counts);
    const weight = ({ facet }) => ORDER.status.indexOf(facets[facet].status[0]) * 10
      + ORDER.severity.indexOf(facets[facet].severity[0]);
    const sorted = [...own].sort((a, b) => weight(a) - weight(b));
    const list = make("ul");
    const add = (from, to) => {
      for (const { facet, row } of sorted.slice(from, to)) {
        const cell = byId(row)?.cells[0];
        if (!cell) continue;
        const status = facets[facet].status[0];
        const severity = facets[facet].severity[0];
        const shade = { critical: "s4", high: "s3", medium: "s2", low: "s1", none: "s0" }[severity];
        list.append(make("li", { class: "threat-line" },
          make("span", { class: `status ${status}`, title: words(status) }, words(status)),
          make("a", { href: `#${row}` }, cell.firstChild.textContent),
          shade ? make("span", { class: `level ${shade}` }, severity) : null));
      }
    };
    const first = 5;
    add(0, first);
    panel.append(list);
    if (sorted.length > first) {
      const more = button(`Show ${sorted.length - first} more`, () => { add(first); more.remove(); });
      panel.append(more);
    }
  }

  // ---- Trace ------------------------------------------------------------------------------------

  for (const figure of document.querySelectorAll("figure.trace")) {
    const chains = data.traces[Number(figure.dataset.trace)];
    const graph = figure.querySelector("svg");
    const nodes = [...graph.querySelectorAll(".node")];
    const bands = [...graph.querySelectorAll(".band")];
    const note = figure.querySelector(".focus");
    let held = null;
    const focus = (node) => {
      graph.classList.toggle("focused", node !== null);
      for (const element of graph.querySelectorAll(".lit")) element.classList.remove("lit");
      note.replaceChildren();
      if (node === null) return;
      const on = chains.filter((chain) => chain.indexOf(node, 1) > 0);
      const lit = new Set([node]);
      const links = new Set();
      for (const [, ...way] of on) {
        way.forEach((step, place) => {
          lit.add(step);
          if (place > 0) links.add(`${way[place - 1]} ${step}`);
        });
      }
      for (const element of nodes) element.classList.toggle("lit", lit.has(Number(element.dataset.node)));
      for (const band of bands) band.classList.toggle("lit", links.has(`${band.dataset.from} ${band.dataset.to}`));
      const count = new Set(on.map(([threat]) => threat).filter((threat) => threat >= 0)).size;
      note.append(`${nodes[node].querySelector("title").textContent}. On its ways: ${plural(count, "threat")}.`);
    };
    for (const element of nodes) {
      const node = Number(element.dataset.node);
      element.setAttribute("role", "button");
      element.addEventListener("mouseenter", () => { if (held === null) focus(node); });
      element.addEventListener("mouseleave", () => { if (held === null) focus(null); });
      const hold = () => { held = held === node ? null : node; focus(held); };
      element.addEventListener("click", hold);
      element.addEventListener("keydown", (event) => {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); hold(); }
      });
    }
    rove(nodes);
  }

  // ---- Rows: sorting, arrow keys, copying an id --------------------------------------------------

  const RANKS = ["open", "accepted", "transferred", "mitigated", "avoided", "not applicable",
    "catastrophic", "critical", "serious", "high", "medium", "moderate", "minor", "low", "negligible", "none"];
  /** What a cell is sorted by: its number, or the rank of its word, or its words. */
  function sortKey(cell) {
    const text = (cell?.textContent ?? "").trim();
    if (text === "") return [3, 0, ""];
    const number = text.match(/^[0-9]+([.][0-9]+)?/);
    if (number && cell.classList.contains("number")) return [0, -Number(number[0]), text];
    const word = cell.querySelector(".status, .level, .score")?.textContent.trim().replace(/^[0-9.]+ /, "") ?? text;
    const rank = RANKS.indexOf(word);
    return rank >= 0 ? [1, rank, text] : [2, 0, text.toLowerCase()];
  }
  const before = (a, b) => (a[0] - b[0]) || (a[1] - b[1]) || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
  const byHand = new Map(tables.map((entry) => [entry.table, entry]));
  for (const table of document.querySelectorAll("table.rows")) {
    const body = table.tBodies[0];
    const original = [...body.rows].filter((row) => !row.matches(".extra"));
    if (original.length < 3 || table.closest(".summary")) continue;
    const extras = new Map(original.map((row) => [row, extraOf(row)]));
    const places = new Map(original.map((row, place) => [row, place]));
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const title = head.textContent;
      const sort = make("button", { type: "button", class: "sort", title: `Sort by ${title}` }, title);
      head.replaceChildren(sort);
      sort.addEventListener("click", () => {
        const next = { none: "ascending", ascending: "descending", descending: "none" }[head.getAttribute("aria-sort") ?? "none"];
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        if (next !== "none") head.setAttribute("aria-sort", next);
        const keys = new Map(original.map((row) => [row, sortKey(row.cells[column])]));
        const order = [...original];
        if (next !== "none") {
          const sign = next === "ascending" ? 1 : -1;
          order.sort((a, b) => sign * before(keys.get(a), keys.get(b)) || places.get(a) - places.get(b));
        }
        body.append(...order.flatMap((row) => [row, extras.get(row)].filter(Boolean)));
        const entry = byHand.get(table);
        if (entry) {
          const known = new Map(entry.rows.map((row, place) => [row, entry.entries[place]]));
          entry.rows = order;
          entry.entries = order.map((row) => known.get(row));
          applyFilter();
        }
      });
    });
  }

  const register = byId("table-threats");
  for (const table of document.querySelectorAll("table.rows")) {
    const rows = [...table.tBodies[0].rows].filter((row) => !row.matches(".extra"));
    // A short table has few links, and Tab goes through them as anywhere.
    if (table !== register && rows.length < 8) continue;
    const isShown = (row) => !row.matches(".out, .late");
    const inside = (row) => [row, extraOf(row)].flatMap((part) => [...(part?.querySelectorAll("a, button, summary") ?? [])]);
    for (const row of rows) {
      const code = row.cells[0].querySelector("code");
      const copy = table !== register ? "" : make("button", { type: "button", class: "copy", "aria-label": `Copy the id ${code?.textContent ?? ""}` }, "copy");
      if (copy) copy.addEventListener("click", () => copyId(row));
      if (copy) code?.after(copy);
      for (const stop of inside(row)) stop.setAttribute("tabindex", "-1");
    }
    // The links of one row at a time are stops for the keyboard: of the one that has it.
    let active = null;
    const activate = (row) => {
      if (row === active) return;
      if (active) for (const stop of inside(active)) stop.setAttribute("tabindex", "-1");
      active = row;
      for (const stop of inside(row)) stop.removeAttribute("tabindex");
    };
    const rowsInOrder = () => [...table.tBodies[0].rows].filter((row) => !row.matches(".extra") && isShown(row));
    const enter = (row) => {
      if (!row) return;
      for (const other of rows) other.setAttribute("tabindex", other === row ? "0" : "-1");
      activate(row);
      row.focus();
    };
    rows.forEach((row, place) => row.setAttribute("tabindex", place === 0 ? "0" : "-1"));
    table.addEventListener("focusin", (event) => {
      const row = event.target.closest("tr");
      const own = row?.matches(".extra") ? row.previousElementSibling : row;
      if (own && rows.includes(own)) activate(own);
    });
    table.addEventListener("keydown", (event) => {
      const row = event.target;
      if (!rows.includes(row)) return;
      const shown = rowsInOrder();
      const place = shown.indexOf(row);
      const act = {
        ArrowDown: () => enter(shown[place + 1]), ArrowUp: () => enter(shown[place - 1]),
        Home: () => enter(shown[0]), End: () => enter(shown.at(-1)),
        Enter: () => { const fold = extraOf(row)?.querySelector("details"); if (fold) fold.open = !fold.open; },
        c: () => copyId(row),
      }[event.key];
      if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    });
  }
  register?.closest(".scroll").before(make("p", { class: "keys" },
    "Arrow keys go from row to row, Enter opens the details, c copies the id; a click on a heading sorts."));
  for (const grid of document.querySelectorAll("table.grid, .stack, .matrix")) rove([...grid.querySelectorAll("a")]);
  function copyId(row) {
    const copy = row.querySelector(".copy");
    if (!copy) return;
    const text = row.cells[0].querySelector("code")?.textContent ?? "";
    const said = (word) => {
      copy.textContent = word;
      copy.classList.add("done");
      setTimeout(() => { copy.textContent = "copy"; copy.classList.remove("done"); }, 1500);
    };
    // A page from a file may have no clipboard: then the id is selected, ready to be copied.
    const select = () => {
      getSelection().selectAllChildren(row.cells[0].querySelector("code"));
      said("selected");
    };
    if (!navigator.clipboard) select();
    else navigator.clipboard.writeText(text).then(() => said("copied"), select);
  }

  // ---- Links inside the page -----------------------------------------------------------------------

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    const anchor = decode(link.getAttribute("href").slice(1));
    const none = Object.fromEntries(KEYS.map((key) => [key, []]));
    if (link.dataset.set) {
      change({ ...none, q: "", sel: "", set: link.dataset.set, anchor });
    } else if (link.dataset.filter) {
      const update = { ...none, q: "", sel: "", set: "", anchor };
      for (const field of link.dataset.filter.split("&")) {
        const [key, value] = field.split("=");
        update[key] = value.split(",").map(decode);
      }
      change(update);
    } else {
      change({ anchor });
    }
    go(anchor);
  });
  /** Goes to a place, and brings out what a filter or a long table hides. */
  function go(anchor) {
    const target = byId(anchor);
    if (!target) return;
    for (const row of document.querySelectorAll("tr.here")) row.classList.remove("here");
    if (target.matches("tr")) {
      if (target.classList.contains("out")) clearFilter();
      const extra = extraOf(target);
      for (const part of [target, extra]) {
        part?.classList.remove("late");
        part?.classList.add("here");
      }
      const details = extra?.querySelector("details");
      if (details) details.open = true;
    }
    const fold = target.closest("details");
    if (fold) fold.open = true;
    const figure = target.closest("figure.picture");
    if (figure && figure.parentElement !== place) {
      const id = figure.dataset.picture;
      if (target === figure && tabs.has(id)) change({ view: id }, "replace");
    }
    target.scrollIntoView({ block: target.matches("tr") ? "center" : "start" });
    if (!target.matches("a, button, input, [tabindex]")) target.setAttribute("tabindex", "-1");
    target.focus({ preventScroll: true });
  }

  // The chapter that is being read is marked in the contents.
  const entries = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    entries.set(link.getAttribute("href").slice(1), link);
  }
  const marks = [...entries.keys()].map(byId).filter(Boolean);
  let isMarking = false;
  function markChapter() {
    isMarking = false;
    let current = null;
    for (const mark of marks) {
      if (mark.getBoundingClientRect().top > 140) break;
      current = mark.id;
    }
    for (const [id, link] of entries) {
      if (id === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
  addEventListener("scroll", () => {
    if (isMarking) return;
    isMarking = true;
    requestAnimationFrame(markChapter);
  }, { passive: true });

  // ---- Light and dark, print -------------------------------------------------------------------

  const themes = ["auto", "light", "dark"];
  let theme = "auto";
  try { theme = localStorage.getItem("drawbridge-theme") ?? "auto"; } catch { /* A file may have no storage. */ }
  const themeButton = button("", () => setTheme(themes[(themes.indexOf(theme) + 1) % 3]), { id: "ui-theme" });
  function setTheme(next) {
    theme = themes.includes(next) ? next : "auto";
    if (theme === "auto") delete root.dataset.theme;
    else root.dataset.theme = theme;
    themeButton.textContent = { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" }[theme];
    try { localStorage.setItem("drawbridge-theme", theme); } catch { /* Then it lasts as long as the page. */ }
  }
  byId("ui-tools").append(themeButton, button("Print", () => print(), { id: "ui-print" }));
  setTheme(theme);
  // On paper every picture stands in its place, and all folds are open for browsers that cannot do so
  // by their style sheet.
  let opened = [];
  addEventListener("beforeprint", () => {
    stage(emptyState().view);
    opened = [...document.querySelectorAll("details:not([open]):not(.levels)")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    show();
  });

  // ---- All together --------------------------------------------------------------------------------

  let shownView = null;
  let shownPanel = null;
  function show() {
    stage(state.view);
    for (const [id, tab] of tabs) tab.setAttribute("aria-pressed", String(id === state.view));
    if (viewMenu) {
      const own = data.pictures.find(([id, , kind]) => id === state.view && kind === "view");
      viewMenu.querySelector("summary").textContent = own ? `View: ${own[1]}` : `Views (${viewMenu.querySelectorAll("button").length})`;
      viewMenu.classList.toggle("on", Boolean(own));
    }
    showSelection();
    showPanel();
    if (state.view !== shownView || panel.hidden !== shownPanel) {
      const isNew = state.view !== shownView;
      shownView = state.view;
      shownPanel = panel.hidden;
      if (isNew) fitPicture();
    }
    reveal();
    applyFilter();
  }
  addEventListener("popstate", () => {
    state = readAddress();
    show();
    go(state.anchor);
  });
  // On a narrow screen rows are cards, and would no longer be said to be rows of a table.
  const narrow = matchMedia("(max-width: 40rem)");
  function setRoles() {
    if (!narrow.matches) return;
    for (const table of document.querySelectorAll("table.rows:not([role])")) {
      table.setAttribute("role", "table");
      for (const row of table.rows) {
        row.setAttribute("role", "row");
        for (const cell of row.cells) {
          cell.setAttribute("role", cell.tagName === "TD" ? "cell" : cell.scope === "row" ? "rowheader" : "columnheader");
        }
      }
    }
  }
  narrow.addEventListener("change", setRoles);
  setRoles();
  prepareParts();
  prepareStage();
  state = readAddress();
  show();
  if (state.anchor) go(state.anchor);
  markChapter();
})();
