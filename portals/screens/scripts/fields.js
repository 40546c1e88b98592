// Some of the elements that locate found, as they stand: what each holds, which one has the keyboard (-1: none),
// whether all are still there. `focus` (or -1) first gives one of them the keyboard, as a click into it would.
async ({ found, turns, focus }) => {
  const kept = window[Symbol.for("faturista.found")];
  const elements = found.map(({ slot, panel, place, field }) => kept?.get(slot)?.[panel]?.[place]?.[field] ?? null);
  if (elements.includes(null)) return null;
  if (focus >= 0) elements[focus].focus();
  // What the page does with an answer it just got comes first.
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setTimeout(done, 0));
  // A field by its value, a label by the words around it.
  const value = (e) => (e.matches("input, select, textarea") ? e.value : e.parentElement.textContent);
  return {
    values: elements.map((e) => value(e).replace(/\s+/g, " ").trim()),
    active: document.hasFocus() ? elements.indexOf(document.activeElement) : -1,
    whole: elements.every((e) => e.isConnected && e.checkVisibility({ visibilityProperty: true })),
  };
}
