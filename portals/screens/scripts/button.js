// The one visible button with these words in the window over this frame's page, or null.
({ names }) => {
  const fold = (text) => text.replace(/\s+/g, " ").trim().toLowerCase();
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const view = window;
  let over = document.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2);
  while (over && view.getComputedStyle(over).position !== "fixed") over = over.parentElement;
  const named = [...document.querySelectorAll("[role=dialog], [role=alertdialog], [aria-modal=true], dialog[open]")];
  const windows = named.filter(shown).length ? named.filter(shown) : over ? [over] : [];
  const found = windows
    .flatMap((w) => [...w.querySelectorAll("button, input[type=button], input[type=submit], [role=button], a")])
    .filter((b) => shown(b) && names.some((name) => fold(b.innerText || b.value || "") === fold(name)));
  return new Set(found).size === 1 ? found[0] : null;
}
