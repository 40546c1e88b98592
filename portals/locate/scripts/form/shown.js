// What is shown beside a label.
const shownAfter = ({ node, owner }) => {
  const tied = closest(owner, "label")?.control;
  if (tied && visible(tied)) return tied.value;
  for (let n = node.nextSibling; n; n = n.nextSibling) {
    const said = n.nodeType === 3 ? tidy(n.data) : n.nodeType === 1 ? valueIn(n) : "";
    if (said) return said;
  }
  for (let e = owner; e && e !== document.body; e = up(e)) {
    for (let n = e.nextSibling; n; n = n.nextSibling) {
      const said = n.nodeType === 3 ? tidy(n.data) : n.nodeType === 1 ? valueIn(n) : "";
      if (said) return said;
      if (n.nodeType === 1 && n.matches("td, th, dd")) return "";
    }
    if (words(up(e) || e) !== words(e)) return "";
  }
  return "";
};
const valueIn = (e) => {
  const control = e.matches("input, select, textarea") ? e : all("input, select, textarea", e)[0];
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
