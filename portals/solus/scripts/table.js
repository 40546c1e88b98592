// The one visible table with these headings: { elements, rows, tables }. Each row: { [key]: { text, field } }, where
// `field` is the place in `elements` of the input or list in that cell, or -1.
//   columns: { key: [names] }
({ columns }) => {
  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim().replace(/[ :]+$/, "");
  const visible = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const wanted = Object.entries(columns).map(([key, names]) => [key, names.map(folded)]);
  const places = (row) => {
    const cells = [...row.cells].map((cell) => folded(cell.textContent));
    return wanted.map(([key, names]) => [key, cells.findIndex((cell) => names.includes(cell))]);
  };
  const tables = [...document.querySelectorAll("table")].filter(visible).flatMap((table) => {
    const head = [...table.rows].find((row) => places(row).every(([, at]) => at >= 0));
    return head ? [{ table, head }] : [];
  });
  const elements = [];
  const rows = [];
  for (const { table, head } of tables.slice(0, 1)) {
    const at = places(head);
    for (const row of [...table.rows].slice([...table.rows].indexOf(head) + 1)) {
      if (row.cells.length !== head.cells.length) continue;
      rows.push(Object.fromEntries(at.map(([key, place]) => {
        const cell = row.cells[place];
        const field = cell.querySelector("input:not([type=hidden]), select");
        return [key, { text: field ? field.value : cell.innerText.trim(), field: field ? elements.push(field) - 1 : -1 }];
      })));
    }
  }
  return { elements, rows, tables: tables.length };
}
