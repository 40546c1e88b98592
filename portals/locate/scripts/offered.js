// The options of a list, [words, value] each: a native one's, or those of the listbox that a drawn one opens.
(list) => {
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  if (list.tagName === "SELECT") return [...list.options].map((option) => [tidy(option.label), option.value]);
  const root = list.getRootNode();
  const named = (list.getAttribute("aria-controls") || list.getAttribute("aria-owns") || "").split(/\s+/).filter(Boolean);
  const box = named.map((id) => root.getElementById(id)).find(Boolean)
    ?? (list.matches("[role=listbox]") ? list : list.querySelector("[role=listbox]"));
  return [...(box?.querySelectorAll("[role=option]") ?? [])].map((option) => [tidy(option.textContent), tidy(option.textContent)]);
}
