// What a survey asks for beside.
const plain = TIERS[1];
const placeOf = (e) => {
  const { x, y, width, height } = e.getBoundingClientRect();
  return [x + scrollX, y + scrollY, width, height];
};
// What a list offers, a native one or one that the page draws: the same as offered.js, without the values.
const offered = (element) => {
  if (element.tagName === "SELECT") return [...element.options].map((o) => tidy(o.label));
  const named = (element.getAttribute("aria-controls") || element.getAttribute("aria-owns") || "").split(/\s+/);
  const root = element.getRootNode();
  const box = named.filter(Boolean).map((id) => root.getElementById(id)).find(Boolean)
    ?? (element.matches("[role=listbox]") ? element : element.querySelector("[role=listbox]"));
  return [...(box?.querySelectorAll("[role=option]") ?? [])].map((o) => tidy(o.textContent));
};
const closer = ({ element, tier }, field, region) => {
  const own = field.kind === "shown" ? [] : namesOf(element, field.kind, region);
  const said = (tier < 2 && own.find((n) => field.names.some((name) => same(n, name, tier)))) || "";
  return { tier, said, options: offered(element), place: placeOf(element), tag: element.localName };
};
// Whether an element stands in a list's rows: those are content, as many as there are today.
const headed = () => {
  const heads = new Set(survey.heads.map(plain));
  const headRow = (row) => {
    const said = [...row.cells].map(words).filter(Boolean);
    if (said.length < 2 || all(CONTROL, row).length) return false;
    const known = said.filter((text) => heads.has(plain(text))).length;
    return row.querySelectorAll("th").length > 1 || (known > 1 && known * 2 >= said.length);
  };
  const tables = all("table").filter(visible)
    .map((table) => ({ table, head: [...table.rows].find(headRow) })).filter(({ head }) => head);
  const inRows = (e) => tables.some(({ table, head }) => contains(table, e) && !contains(head, e) && before(head, e));
  return { tables, inRows };
};
const ROLES = ["checkbox", "radio", "select", "button", "text"];
// What a control is called, without the choice that a drawn list shows: that is content.
const calledOf = (e, role, region) => {
  const names = namesOf(e, role, region).map(tidy);
  const chosen = role === "select" && e.tagName !== "SELECT" ? words(e) : "";
  const bared = (name) => (chosen && name.endsWith(chosen) ? tidy(name.slice(0, -chosen.length)) : name);
  return names.map(bared).filter(Boolean);
};
// The controls of a region that no field was found in, each with its role and name.
const othersIn = (region, taken) => {
  const { inRows } = headed();
  const apart = (e) => !taken.some((one) => contains(one, e) || contains(e, one));
  const found = new Map();
  for (const role of ROLES)
    for (const e of candidates(role, region))
      if (!found.has(e) && apart(e) && !inRows(e)) found.set(e, role);
  return [...found].map(([e, role]) => [role, short(calledOf(e, role, region))[0] ?? ""]);
};
// What a column holds, told without what it holds: a day, money, a count, a number, boxes, buttons, words.
const FORMS = [
  ["data", /^\d{2}\/\d{2}\/\d{4}( \d{2}:\d{2}(:\d{2})?)?$/],
  ["valor", /^-?(R\$ ?)?-?\d{1,3}(\.?\d{3})*,\d{2}$/],
  ["quantidade", /^\d{1,4}$/],
  ["numero", /^(?=.*\d)[\w.\/-]+$/],
];
const formsOf = (table, head) => {
  const below = [...table.rows].slice([...table.rows].indexOf(head) + 1)
    .filter((row) => row.cells.length === head.cells.length && !/^tota(l|is)/i.test(words(row)));
  return [...head.cells].map((_, place) => {
    const every = below.map((row) => row.cells[place]);
    const cells = every.filter((cell) => HAS_WORDS.test(words(cell)));
    const boxed = (cell) => cell.querySelector("input, button, [role=checkbox], [role=radio]");
    if (!cells.length) return every.length && every.every(boxed) ? "caixas" : "";
    const form = FORMS.find(([, shape]) => cells.every((cell) => shape.test(words(cell))));
    const pressed = (cell) => all("a, button, [role=button], [role=link]", cell).map(words).join("");
    const only = (cell) => bare(pressed(cell)).replace(/ /g, "") === bare(words(cell)).replace(/ /g, "");
    return form?.[0] ?? (cells.every(only) ? "botoes" : "texto");
  });
};
const inventory = (region) => {
  const { tables, inRows } = headed();
  const content = new Set(texts.filter((t) => inRows(t.owner)).map((t) => plain(t.text)));
  const kindOf = (e) => ROLES.find((kind) => e.matches(KINDS[kind])) ?? "";
  // Words that belong to another block of the page (who is signed in, above a field without a label) name nothing.
  const blocks = [...document.body.children];
  const besides = (e, name) => {
    const said = texts.filter((t) => plain(t.text) === plain(name));
    return !said.length || said.some((t) => blocks.some((block) => contains(block, e) && contains(block, t.owner)));
  };
  const named = (e) =>
    calledOf(e, kindOf(e), region).find((name) => !content.has(plain(name)) && besides(e, name)) ?? "";
  const pressed = all(`${CONTROL}, a, [role=menuitem]`)
    .filter((e) => e.type !== "hidden" && visible(e) && !inRows(e));
  const titled = "h1, h2, h3, h4, h5, h6, legend, caption, [role=heading]";
  const controls = pressed.map((e) => [kindOf(e), named(e)]);
  const titles = all(titled).filter((e) => visible(e) && !inRows(e)).map(words).filter(Boolean);
  const columns = tables.map(({ head }) => [...head.cells].map(words));
  const known = [...survey.heads, ...survey.words];
  const kept = new Set([...known, ...controls.map(([, name]) => name), ...titles, ...columns.flat()].map(plain));
  const labels = texts.filter((t) => !inRows(t.owner) && (kept.has(plain(t.text)) || kept.has(plain(words(t.owner)))));
  showOnly([...labels.map(({ node }) => node), ...pressed.filter((e) => e.tagName === "BUTTON")]);
  const forms = tables.map(({ table, head }) => formsOf(table, head));
  return { controls, titles, columns, forms };
};
// Labels are marked, not changed: a picture can then paint them and nothing else.
const showOnly = (labels) => {
  const ranges = labels.map((node) => { const r = document.createRange(); r.selectNodeContents(node); return r; });
  if (globalThis.CSS?.highlights) CSS.highlights.set("faturista-label", new Highlight(...ranges));
};
