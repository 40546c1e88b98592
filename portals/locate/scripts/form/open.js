// Resolves the fields of some panels by what a person sees. Reads only; answers, for each panel, a report of each
// place where it may be. What was found is kept under `slot`, for found.js, until the page goes or newer ones come.
//   panels: [{ titles, fields: [{ key, kind, names, locator, picked }] }]
//     titles that the panel may have ([] is the whole page; "*" at the end stands for anything)
//     kind: one of text, select, checkbox, radio, button, table, shown
//     locator: a selector that a person's click was turned into; then it is asked instead of the names ("" for none)
//     picked: the element that a person clicked is meant, whatever it is called; its names and locators are answered
// `survey` ({ heads, words }: the known headings of lists, other known words) asks for more: where each thing stands and
// by which words it was found, what else its panel has, and, of a panel without title and fields, what the page offers;
// never what it contains.
// The parts of this script share one scope, in this order: open, tree, words, names, shown, resolve, survey, panels.
const KEPT = Symbol.for("faturista.found");
const NAMED = Symbol.for("faturista.named");
const PICKED = Symbol.for("faturista.picked");
const KEEP = 8;
if (!document.body) return panels.map(() => []);
const DRAWN = ":is(div, span)[tabindex]:is([class*=select i], [class*=dropdown i], [class*=combo i])";
const KINDS = {
  text: "input, textarea, [role=textbox], [role=spinbutton]",
  select: `select, [role=combobox], [role=listbox], [aria-haspopup=listbox], ${DRAWN}`,
  checkbox: "input[type=checkbox], [role=checkbox]",
  radio: "input[type=radio], [role=radio]",
  button: "button, input[type=submit], input[type=button], input[type=image], summary, [role=button], a, [role=link], "
    + "[role=menuitem], [role=tab]",
  table: "table, [role=table], [role=grid]",
};
const NOT_TEXT = /^(hidden|checkbox|radio|button|submit|reset|image|file|color|range)$/;
const CONTROL = "input, textarea, select, button, [role=textbox], [role=spinbutton], [role=combobox], [role=listbox], "
  + `[role=checkbox], [role=radio], ${DRAWN}`;
const SILENT = "script, style, template, noscript, option, textarea, button, select";
