// The boxes of the list whose headings name the guia: { report: [{ guia, checked }], elements } in the list's order.
//   headings: what the column of the guia may be called.  stray: marked boxes anywhere else on this page
({ headings }) => {
  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim().replace(/[ :]+$/, "");
  const wanted = headings.map(folded);
  const visible = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const all = [...document.querySelectorAll("input[type=checkbox]")].filter(visible);

  const found = [];
  for (const table of document.querySelectorAll("table")) {
    const head = [...table.rows].find((row) => [...row.cells].some((cell) => wanted.includes(folded(cell.textContent))));
    if (!head) continue;
    const column = [...head.cells].findIndex((cell) => wanted.includes(folded(cell.textContent)));
    for (const row of table.rows) {
      const boxes = all.filter((box) => box.closest("tr") === row);
      if (boxes.length !== 1 || row.cells.length !== head.cells.length) continue;
      found.push({ box: boxes[0], guia: row.cells[column].innerText.trim() });
    }
  }
  const listed = found.map(({ box }) => box);
  return {
    report: found.map(({ box, guia }) => ({ guia, checked: box.checked, usable: !box.disabled })),
    stray: all.filter((box) => box.checked && !listed.includes(box)).length,
    elements: listed,
  };
}
