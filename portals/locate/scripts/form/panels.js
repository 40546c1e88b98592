// The places where a panel may be, and what is found in each.
const placesOf = ({ titles, fields }) => {
  const alike = (a, b) => a.tagName === b.tagName && a.className === b.className;
  const titled = (tier) => {
    const owners = new Set();
    for (const { owner } of texts) {
      let e = owner;
      while (up(e) && tidy(wholeText(up(e))) === tidy(wholeText(e))) e = up(e);
      for (const candidate of [owner, e]) {
        if (closest(candidate, "a, button, label, nav, select, [role=button]")) continue;
        if (titles.some((name) => same(words(candidate), name, tier))) owners.add(owner);
      }
    }
    return [...owners];
  };
  const asked = fields.map((f) => f.kind).filter((kind) => kind !== "shown");
  const fillable = asked.filter((kind) => kind !== "button");
  const wanted = (fillable.length ? fillable : asked).map((kind) => KINDS[kind]).join(", ") || "*";
  const reaches = (root, title) =>
    all(wanted, root).some((e) => before(title, e) && !contains(title, e) && visible(e));
  const regionOf = (title) => {
    let root = title;
    while (up(root) && !reaches(root, title)) root = up(root);
    while (root.tagName === "TBODY" || root.tagName === "THEAD" || root.tagName === "TR") root = up(root);
    const others = all(title.tagName, root).filter((e) => e !== title && alike(e, title) && visible(e));
    const next = others.find((e) => before(title, e));
    const shared = Boolean(next) || others.length > 0;
    return {
      title: words(title), root,
      holds: (e) => contains(root, e) && (!shared || (before(title, e) && (!next || before(e, next)))),
    };
  };
  const regions = () => {
    if (titles.length === 0) return [{ title: "", root: document.body, holds: () => true }];
    for (const tier of [0, 1]) {
      const found = titled(tier).map(regionOf);
      if (found.length) return found;
    }
    const named = all("[aria-label], [aria-labelledby]").filter(
      (e) => !e.matches(CONTROL) && visible(e) && titles.some((name) => same(spoken(e), name, 1)));
    return named.map((root) => ({ title: spoken(root), root, holds: (e) => contains(root, e) }));
  };

  const resolve = (region) => {
    const found = fields.map((field) => ({ field, hits: matches(field, region) }));
    const once = found.filter(({ field, hits }) => hits.length === 1 && field.kind !== "shown");
    const twice = once.flatMap((a, i) => once.slice(i + 1).filter((b) => a.hits[0].element === b.hits[0].element)
      .map((b) => [a.field.names[0], b.field.names[0]]));
    const whole = twice.length === 0 && found.every(({ hits }) => hits.length === 1);
    const elements = found.map(({ hits }) => (hits.length === 1 ? hits[0].element : null));
    const taken = new Set(found.flatMap(({ hits }) => hits.map((hit) => hit.element)));
    const seen = (hit, field) => ({
      value: hit.value, active: hit.element === keyboardAt(), ...(survey && closer(hit, field, region)),
    });
    once.forEach(({ field, hits }) => noted(hits[0].element, field.names[0]));
    return {
      elements,
      report: {
        title: region.title, seen: whole ? [] : seenIn(region), twice,
        fields: found.map(({ field, hits }) => ({
          key: field.key, count: hits.length, value: hits[0]?.value ?? "",
          active: hits.length === 1 && hits[0].element === keyboardAt(),
          ...told(field, hits, region),
          ...(survey && { hits: hits.map((hit) => closer(hit, field, region)) }),
          // What was not found by its name may have one that is nearly the same: that is judged outside the page.
          near: hits.length || !LENIENT.test(field.kind) ? [] : candidates(field.kind, region)
            .filter((e) => !taken.has(e))
            .map((element) => ({ element, value: valueOf(element), tier: 2 }))
            .map((hit) => ({
              at: elements.push(hit.element) - 1, names: short(namesOf(hit.element, field.kind, region)),
              ...seen(hit, field),
            })),
        })),
        ...(survey && titles.length + fields.length === 0 && inventory(region)),
        ...(survey && titles.length > 0 && { others: othersIn(region, once.map(({ hits }) => hits[0].element)) }),
      },
    };
  };
  // Two titles over the very same fields (a path of menus above a heading) are one panel's: the nearer one stands.
  const sameFields = (a, b) => a.elements.some(Boolean) && a.elements.length === b.elements.length
    && a.elements.every((e, i) => e === b.elements[i]);
  const found = regions().map(resolve);
  return found.filter((place, i) => !found.slice(i + 1).some((later) => sameFields(place, later)));
};

const places = panels.map(placesOf);
const kept = (window[KEPT] ??= new Map());
kept.set(slot, places.map((found) => found.map(({ elements }) => elements)));
for (const old of [...kept.keys()].slice(0, -KEEP)) kept.delete(old);
return places.map((found) => found.map(({ report }) => report));
