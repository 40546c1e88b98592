// The row of headings that a person clicked into, as words, and which of them; null where it was no cell of a table.
() => {
  const cell = window[Symbol.for("faturista.picked")]?.closest("th, td");
  const row = cell?.closest("tr");
  if (!row) return null;
  const head = [...row.cells].map((one) => one.innerText.replace(/\s+/g, " ").trim());
  return { head, place: [...row.cells].indexOf(cell) };
}
