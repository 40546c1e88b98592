// Resolves the fields of some panels by what a person sees. Reads only; answers, for each panel, a report of each
// place where it may be. What was found is kept under `slot`, for found.js, until the page goes or newer ones come.
//   panels: [{ titles, fields: [{ key, kind, names }] }]
//     titles that the panel may have ([] is the whole page; "*" at the end stands for anything)
//     kind: one of text, select, checkbox, radio, button, table, shown
// `survey` ({ heads, words }: the known headings of lists, other known words) asks for more: where each thing stands and
// by which words it was found, and, of a panel without title and fields, what the page offers; never what it contains.
({ panels, slot, survey }) => {
  const KEPT = Symbol.for("faturista.found");
  const KEEP = 8;
  if (!document.body) return panels.map(() => []);
  const KINDS = {
    text: "input, textarea, [role=textbox], [role=spinbutton]",
    select: "select, [role=combobox], [role=listbox]",
    checkbox: "input[type=checkbox], [role=checkbox]",
    radio: "input[type=radio], [role=radio]",
    button: "button, input[type=submit], input[type=button], input[type=image], [role=button], a, [role=menuitem]",
    table: "table, [role=table], [role=grid]",
  };
  const NOT_TEXT = /^(hidden|checkbox|radio|button|submit|reset|image|file|color|range)$/;
  const CONTROL = "input, textarea, select, button, [role=textbox], [role=combobox], [role=checkbox], [role=radio]";
  const SILENT = "script, style, template, noscript, option, textarea, button, select";

  const tidy = (text) => text.replace(/\s+/g, " ").trim().replace(/\s*[:*]+$/, "").trim();
  const bare = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const TIERS = [tidy, (text) => bare(tidy(text))];
  const HAS_WORDS = /[\p{L}\p{N}]/u;
  const same = (seen, name, tier) => {
    const open = name.endsWith("*");
    const [a, b] = [TIERS[tier](seen), TIERS[tier](open ? name.slice(0, -1) : name)];
    return a !== "" && (open ? a.startsWith(b) && !/^\w/.test(a.slice(b.length)) : a === b);
  };

  const SEEN = { opacityProperty: true, visibilityProperty: true };
  const visible = (e) => {
    if (!e.checkVisibility(SEEN)) return false;
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const usable = (e) => visible(e) && !e.matches(":disabled, [inert] *, [aria-disabled=true]");
  const words = (root) => {
    const parts = [];
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const owner = walk.currentNode.parentElement;
      if (!owner.closest(SILENT) && (owner === root || owner.checkVisibility(SEEN))) parts.push(walk.currentNode.data);
    }
    return tidy(parts.join(" "));
  };
  const boxOf = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };

  // Every piece of text on the screen, once: its words, where it stands, whose it is.
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const owner = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || owner.closest(SILENT) || !visible(owner)) continue;
    const node = walk.currentNode;
    texts.push({ text: tidy(node.data), owner, node, get box() { return (this.known ??= boxOf(node)); } });
  }
  const before = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);
  const controls = [...document.querySelectorAll(CONTROL)].filter((e) => e.type !== "hidden" && visible(e));

  // ---- the names that a person would give to a control ----------------------------------------------------------
  const spoken = (e) => {
    const ids = (e.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
    const pointed = ids.map((id) => document.getElementById(id)).filter(Boolean).map(words).join(" ");
    return pointed || e.getAttribute("aria-label") || "";
  };
  const cellNames = (e) => {
    const cell = e.closest("td, th");
    const row = cell?.closest("tr");
    if (!row || HAS_WORDS.test(words(cell)) || [...cell.querySelectorAll(CONTROL)].filter(visible).length > 1) return [];
    const own = [...row.cells];
    const at = own.indexOf(cell);
    const left = own[at - 1];
    const names = left && !left.querySelector(CONTROL) && words(left) ? [words(left)] : [];
    const above = headerOf(row, at, own.length);
    return names.length || !above ? names : [above];
  };
  const headerOf = (row, at, width) => {
    const rows = [...row.closest("table").rows].filter((r) => r.cells.length === width && before(r, row));
    const heading = rows.reverse().find((r) => !r.querySelector(CONTROL));
    return heading ? words(heading.cells[at]) : "";
  };
  const gap = (box, text, side) => {
    const middle = (text.top + text.bottom) / 2;
    const level = middle > box.top - 2 && middle < box.bottom + 2;
    if (side === "left") return level && text.right <= box.left + 2 ? box.left - text.right : Infinity;
    if (side === "right") return level && text.left >= box.right - 2 ? text.left - box.right : Infinity;
    const over = text.left < box.right && text.right > box.left - 2;
    return over && text.bottom <= box.top + 2 ? box.top - text.bottom : Infinity;
  };
  const nearest = (e, sides, region) => {
    const box = e.getBoundingClientRect();
    let best = { text: null, far: 200 };
    for (const side of sides) {
      let here = { text: null, far: best.far };
      for (const t of texts) {
        const far = gap(box, t.box, side);
        if (far < here.far && HAS_WORDS.test(t.text) && region.root.contains(t.owner)) here = { text: t, far };
      }
      for (const other of controls) {
        const inner = other.contains(e) || e.contains(other);
        const between = gap(box, other.getBoundingClientRect(), side);
        if (here.text && !inner && between < here.far) here = { text: null, far: best.far };
      }
      if (here.text) best = here;
    }
    return best.text ? [best.text.text, words(best.text.owner)] : [];
  };
  const labelled = (e) => [...(e.labels || [])].filter(visible).map(words).filter(Boolean);
  const namesOf = (e, kind, region) => {
    if (kind === "button") {
      const own = e.tagName === "INPUT" ? e.value || e.alt : tidy(e.innerText || "") || e.querySelector("img")?.alt;
      return [own, spoken(e), e.title].filter(Boolean);
    }
    if (kind === "table") {
      const heads = [...e.querySelectorAll("th")].map(words);
      return [e.caption && words(e.caption), spoken(e), ...nearest(e, ["above"], region), ...heads].filter(Boolean);
    }
    const tied = labelled(e);
    if (tied.length) return tied;
    const sides = kind === "checkbox" || kind === "radio" ? ["right", "left"] : ["left", "above"];
    const unseen = [spoken(e), e.placeholder, e.title].filter(Boolean);
    const cells = kind === "checkbox" || kind === "radio" ? [] : cellNames(e);
    return [...unseen, ...(cells.length ? cells : nearest(e, sides, region))];
  };

  // ---- what is shown beside a label -----------------------------------------------------------------------------
  const shownAfter = ({ node, owner }) => {
    const tied = owner.closest("label")?.control;
    if (tied && visible(tied)) return tied.value;
    for (let n = node.nextSibling; n; n = n.nextSibling) {
      const said = n.nodeType === 3 ? tidy(n.data) : n.nodeType === 1 ? valueIn(n) : "";
      if (said) return said;
    }
    for (let e = owner; e && e !== document.body; e = e.parentElement) {
      for (let n = e.nextSibling; n; n = n.nextSibling) {
        const said = n.nodeType === 3 ? tidy(n.data) : n.nodeType === 1 ? valueIn(n) : "";
        if (said) return said;
        if (n.nodeType === 1 && n.matches("td, th, dd")) return "";
      }
      if (words(e.parentElement || e) !== words(e)) return "";
    }
    return "";
  };
  const valueIn = (e) => {
    const control = e.matches("input, select, textarea") ? e : e.querySelector("input, select, textarea");
    return control && visible(control) ? control.value : visible(e) ? words(e) : "";
  };
  const shown = (names, region, tier) => {
    const found = [];
    for (const piece of texts) {
      if (!region.holds(piece.owner)) continue;
      const [head, ...tail] = piece.node.data.split(":");
      const said = tidy(tail.join(":"));
      if (!names.some((name) => same(head, name, tier))) continue;
      found.push({ element: piece.owner, value: said || shownAfter(piece) });
    }
    return found;
  };

  // ---- resolve --------------------------------------------------------------------------------------------------
  const candidates = (kind, region) =>
    [...region.root.querySelectorAll(KINDS[kind])].filter(
      (e) => region.holds(e) && usable(e) && !(kind === "text" && (NOT_TEXT.test(e.type || "") || e.readOnly)));
  const matches = (field, region) => {
    const named = field.kind === "shown" ? [] : candidates(field.kind, region).map((e) => [e, namesOf(e, field.kind, region)]);
    for (const tier of [0, 1]) {
      const found = field.kind === "shown"
        ? shown(field.names, region, tier)
        : named.filter(([, own]) => own.some((n) => field.names.some((name) => same(n, name, tier))))
            .map(([element]) => ({ element, value: element.type === "password" ? "" : (element.value ?? "") }));
      if (found.length) return found.map((hit) => ({ ...hit, tier }));
    }
    return [];
  };
  // Labels only: what stands in the fields and cells may be a patient's.
  const seenIn = (region) => {
    const kindOf = (e) => ["checkbox", "radio", "button", "select", "text"].find((kind) => e.matches(KINDS[kind]));
    const labels = "label, legend, th, dt, a, h1, h2, h3, h4, h5, h6";
    const carriers = [...region.root.querySelectorAll(`${CONTROL}, ${labels}`)].filter((e) => region.holds(e) && visible(e));
    const said = carriers.flatMap((e) => (e.matches(CONTROL) ? namesOf(e, kindOf(e), region).slice(0, 1) : [words(e)]));
    return [...new Set([region.title, ...said])].filter((t) => t.length > 1 && t.length <= 60).slice(0, 12);
  };

  // ---- what a survey asks for beside ----------------------------------------------------------------------------
  const plain = TIERS[1];
  const placeOf = (e) => {
    const { x, y, width, height } = e.getBoundingClientRect();
    return [x + scrollX, y + scrollY, width, height];
  };
  const closer = ({ element, tier }, field, region) => {
    const own = field.kind === "shown" ? [] : namesOf(element, field.kind, region);
    const said = own.find((n) => field.names.some((name) => same(n, name, tier))) ?? "";
    const options = element.tagName === "SELECT" ? [...element.options].map((o) => tidy(o.label)) : [];
    return { tier, said, options, place: placeOf(element) };
  };
  const inventory = (region) => {
    const heads = new Set(survey.heads.map(plain));
    const headRow = (row) => {
      const said = [...row.cells].map(words).filter(Boolean);
      if (said.length < 2 || row.querySelector(CONTROL)) return false;
      const known = said.filter((text) => heads.has(plain(text))).length;
      return row.querySelectorAll("th").length > 1 || (known > 1 && known * 2 >= said.length);
    };
    const tables = [...document.querySelectorAll("table")].filter(visible)
      .map((table) => ({ table, head: [...table.rows].find(headRow) })).filter(({ head }) => head);
    const inRows = (e) => tables.some(({ table, head }) => table.contains(e) && !head.contains(e) && before(head, e));
    const content = new Set(texts.filter((t) => inRows(t.owner)).map((t) => plain(t.text)));
    const kindOf = (e) => ["checkbox", "radio", "button", "select", "text"].find((kind) => e.matches(KINDS[kind])) ?? "";
    // Words that belong to another block of the page (who is signed in, above a field without a label) name nothing.
    const blocks = [...document.body.children];
    const besides = (e, name) => {
      const said = texts.filter((t) => plain(t.text) === plain(name));
      return !said.length || said.some((t) => blocks.some((block) => block.contains(e) && block.contains(t.owner)));
    };
    const named = (e) =>
      namesOf(e, kindOf(e), region).find((name) => !content.has(plain(name)) && besides(e, name)) ?? "";
    const offered = [...document.querySelectorAll(`${CONTROL}, a, [role=menuitem]`)]
      .filter((e) => e.type !== "hidden" && visible(e) && !inRows(e));
    const titled = "h1, h2, h3, h4, h5, h6, legend, caption, [role=heading]";
    const controls = offered.map((e) => [kindOf(e), named(e)]);
    const titles = [...document.querySelectorAll(titled)].filter((e) => visible(e) && !inRows(e)).map(words).filter(Boolean);
    const columns = tables.map(({ head }) => [...head.cells].map(words));
    const known = [...survey.heads, ...survey.words];
    const kept = new Set([...known, ...controls.map(([, name]) => name), ...titles, ...columns.flat()].map(plain));
    const labels = texts.filter((t) => !inRows(t.owner) && (kept.has(plain(t.text)) || kept.has(plain(words(t.owner)))));
    showOnly([...labels.map(({ node }) => node), ...offered.filter((e) => e.tagName === "BUTTON")]);
    return { controls, titles, columns };
  };
  // Labels are marked, not changed: a picture can then paint them and nothing else.
  const showOnly = (labels) => {
    const ranges = labels.map((node) => { const r = document.createRange(); r.selectNodeContents(node); return r; });
    if (globalThis.CSS?.highlights) CSS.highlights.set("faturista-label", new Highlight(...ranges));
  };

  // ---- panels -------------------------------------------------------------------------------------------------
  const placesOf = ({ titles, fields }) => {
    const alike = (a, b) => a.tagName === b.tagName && a.className === b.className;
    const titled = (tier) => {
      const owners = new Set();
      for (const { owner } of texts) {
        let e = owner;
        while (e.parentElement && tidy(e.parentElement.textContent) === tidy(e.textContent)) e = e.parentElement;
        for (const candidate of [owner, e]) {
          if (candidate.closest("a, button, label, nav, select, [role=button]")) continue;
          if (titles.some((name) => same(words(candidate), name, tier))) owners.add(owner);
        }
      }
      return [...owners];
    };
    const asked = fields.map((f) => f.kind).filter((kind) => kind !== "shown");
    const fillable = asked.filter((kind) => kind !== "button");
    const wanted = (fillable.length ? fillable : asked).map((kind) => KINDS[kind]).join(", ") || "*";
    const reaches = (root, title) =>
      [...root.querySelectorAll(wanted)].some((e) => before(title, e) && !title.contains(e) && visible(e));
    const regionOf = (title) => {
      let root = title;
      while (root.parentElement && !reaches(root, title)) root = root.parentElement;
      while (root.tagName === "TBODY" || root.tagName === "THEAD" || root.tagName === "TR") root = root.parentElement;
      const others = [...root.querySelectorAll(title.tagName)].filter((e) => e !== title && alike(e, title) && visible(e));
      const next = others.find((e) => before(title, e));
      const shared = Boolean(next) || others.length > 0;
      return {
        title: words(title), root,
        holds: (e) => root.contains(e) && (!shared || (before(title, e) && (!next || before(e, next)))),
      };
    };
    const regions = () => {
      if (titles.length === 0) return [{ title: "", root: document.body, holds: () => true }];
      for (const tier of [0, 1]) {
        const found = titled(tier).map(regionOf);
        if (found.length) return found;
      }
      const named = [...document.querySelectorAll("[aria-label], [aria-labelledby]")].filter(
        (e) => !e.matches(CONTROL) && visible(e) && titles.some((name) => same(spoken(e), name, 1)));
      return named.map((root) => ({ title: spoken(root), root, holds: (e) => root.contains(e) }));
    };

    const resolve = (region) => {
      const found = fields.map((field) => ({ field, hits: matches(field, region) }));
      const once = found.filter(({ field, hits }) => hits.length === 1 && field.kind !== "shown");
      const twice = once.flatMap((a, i) => once.slice(i + 1).filter((b) => a.hits[0].element === b.hits[0].element)
        .map((b) => [a.field.names[0], b.field.names[0]]));
      const whole = twice.length === 0 && found.every(({ hits }) => hits.length === 1);
      return {
        elements: found.map(({ hits }) => (hits.length === 1 ? hits[0].element : null)),
        report: {
          title: region.title, seen: whole ? [] : seenIn(region), twice,
          fields: found.map(({ field, hits }) => ({
            key: field.key, count: hits.length, value: hits[0]?.value ?? "",
            active: hits.length === 1 && hits[0].element === document.activeElement,
            ...(survey && { hits: hits.map((hit) => closer(hit, field, region)) }),
          })),
          ...(survey && titles.length + fields.length === 0 && inventory(region)),
        },
      };
    };
    return regions().map(resolve);
  };

  const places = panels.map(placesOf);
  const kept = (window[KEPT] ??= new Map());
  kept.set(slot, places.map((found) => found.map(({ elements }) => elements)));
  for (const old of [...kept.keys()].slice(0, -KEEP)) kept.delete(old);
  return places.map((found) => found.map(({ report }) => report));
}
