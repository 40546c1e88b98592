// The one option with these words in the listbox that an opened, drawn list shows; null for none or several.
(list, value) => {
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const root = list.getRootNode();
  const named = (list.getAttribute("aria-controls") || list.getAttribute("aria-owns") || "").split(/\s+/).filter(Boolean);
  const box = named.map((id) => root.getElementById(id)).find(Boolean)
    ?? (list.matches("[role=listbox]") ? list : list.querySelector("[role=listbox]"));
  const seen = (option) => option.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const found = [...(box?.querySelectorAll("[role=option]") ?? [])].filter((o) => seen(o) && tidy(o.textContent) === value);
  return found.length === 1 ? found[0] : null;
}
