// One element that form.js found, or null when the page has forgotten it. `name`: the field that it is taken for, noted
// for the copies of the page that are kept as evidence.
({ slot, panel, place, field, name }) => {
  const element = window[Symbol.for("faturista.found")]?.get(slot)?.[panel]?.[place]?.[field] ?? null;
  if (element && name) (window[Symbol.for("faturista.named")] ??= new WeakMap()).set(element, name);
  return element;
}
