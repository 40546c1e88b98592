// "/" goes to the search, "j" and "k" from row to row. Without this script Tab goes everywhere.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("table.dados tbody th a, .fila a, .lista a")];
  const step = (by) => {
    const links = rows();
    const next = links[links.indexOf(document.activeElement) + by] || (by > 0 ? links[0] : links.at(-1));
    if (next) next.focus();
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const search = document.querySelector("input[type=search]");
    if (event.key === "/" && search) { search.focus(); search.select(); event.preventDefault(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
})();
