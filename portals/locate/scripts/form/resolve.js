// Which controls of a region a field may be.
const AROUND = "summary, [role=link], [role=tab]";
const LENIENT = /^(text|select|checkbox|radio)$/;
const mayHold = (e, kind) => !(kind === "text" && (NOT_TEXT.test(e.type || "") || e.readOnly));
const candidates = (kind, region) => {
  const found = all(KINDS[kind], region.root).filter((e) => region.holds(e) && usable(e) && mayHold(e, kind));
  // A drawn list is often a frame within a frame: the inner one is the list; and so it is with a tab around its link.
  const frame = (e) => kind === "select" || (kind === "button" && e.matches(AROUND));
  return found.filter((e) => !frame(e) || !found.some((other) => other !== e && contains(e, other)));
};
const valueOf = (e) => (e.type === "password" ? "" : (e.value ?? ""));
const short = (names) => [...new Set(names.map(tidy))].filter((name) => name && name.length <= 60);
const matches = (field, region) => {
  const hits = (elements, tier) => elements.map((element) => ({ element, value: valueOf(element), tier }));
  if (field.picked) return hits(candidates(field.kind, region).filter((e) => e === window[PICKED]), 0);
  if (field.locator) return hits(candidates(field.kind, region).filter((e) => e.matches(field.locator)), 0);
  const named = field.kind === "shown" ? [] : candidates(field.kind, region).map((e) => [e, namesOf(e, field.kind, region)]);
  for (const tier of [0, 1]) {
    if (field.kind === "shown") {
      const found = shown(field.names, region, tier);
      if (found.length) return found.map((hit) => ({ ...hit, tier }));
      continue;
    }
    const called = ([, own]) => own.some((n) => field.names.some((name) => same(n, name, tier)));
    const found = hits(named.filter(called).map(([element]) => element), tier);
    if (found.length) return found;
  }
  return [];
};
// Selectors that a page is likely to keep: by what its own makers named, and by nothing that looks counted.
const locatorsOf = (e) => ["name", "data-testid", "data-field", "data-name", "aria-controls", "id"]
  .map((name) => [name, e.getAttribute(name)])
  .filter(([, value]) => value && value.length <= 60 && !/\d{3,}|[0-9a-f]{8,}/i.test(value))
  .map(([name, value]) => `[${name}="${CSS.escape(value)}"]`);
const told = (field, hits, region) => (field.picked && hits.length === 1
  ? { names: short(namesOf(hits[0].element, field.kind, region)), locators: locatorsOf(hits[0].element) } : {});
// For the copies of a page that are kept as evidence: which element was taken for which field.
const noted = (element, name) => (window[NAMED] ??= new WeakMap()).set(element, name);
// Labels only: what stands in the fields and cells may be a patient's.
const seenIn = (region) => {
  const kindOf = (e) => ["checkbox", "radio", "button", "select", "text"].find((kind) => e.matches(KINDS[kind]));
  const labels = "label, legend, th, dt, a, h1, h2, h3, h4, h5, h6";
  const carriers = all(`${CONTROL}, ${labels}`, region.root).filter((e) => region.holds(e) && visible(e));
  const told = carriers.flatMap((e) => (e.matches(CONTROL) ? namesOf(e, kindOf(e), region).slice(0, 1) : [words(e)]));
  return [...new Set([region.title, ...told])].filter((t) => t.length > 1 && t.length <= 60).slice(0, 12);
};
