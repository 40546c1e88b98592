// The choices of one group of round buttons, by the words before the group: { elements, texts, groups }.
//   names: what the group may be called;  groups: how many groups of that name the page has
({ names }) => {
  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim().replace(/[ :]+$/, "");
  const visible = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const wanted = names.map(folded);
  const radios = [...document.querySelectorAll("input[type=radio], [role=radio]")].filter(visible);
  const groupOf = (radio) => radio.closest("[role=radiogroup]") ?? radio.name;
  const before = (radio) => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let said = "";
    while (walk.nextNode() && walk.currentNode !== radio) {
      const node = walk.currentNode;
      if (node.nodeType === 3 && node.data.trim() && visible(node.parentElement)) said = folded(node.data);
    }
    return said;
  };
  const groups = [...new Set(radios.map(groupOf))].map((group) => radios.filter((r) => groupOf(r) === group));
  const held = groups.filter((group) => wanted.includes(before(group[0])));
  const elements = held.flat();
  const wordsOf = (e) => (e.matches("input") ? e.closest("label") || e.parentElement : e).innerText.trim();
  const texts = elements.map(wordsOf);
  return { elements, texts, groups: held.length };
}
