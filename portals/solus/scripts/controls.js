// Fields that stand on the screen several times, by the words before each: { [key]: [elements] } in the page's order.
//   labels: { key: [names] }
({ labels }) => {
  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim().replace(/[ :]+$/, "");
  const FIELD = "input:not([type=hidden], [type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), select";
  const SILENT = "script, style, option, button";
  const visible = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const wanted = Object.entries(labels).map(([key, names]) => [key, names.map(folded)]);
  const found = Object.fromEntries(wanted.map(([key]) => [key, []]));
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let said = "";
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (node.nodeType === 3) {
      if (node.data.trim() && !node.parentElement.closest(SILENT) && visible(node.parentElement)) said = folded(node.data);
    } else if (node.matches(FIELD) && visible(node)) {
      for (const [key, names] of wanted) if (names.includes(said) && !node.readOnly) found[key].push(node);
      said = "";
    }
  }
  return found;
}
