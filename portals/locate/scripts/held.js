// What fields hold, by key: the value of a control, or the words that a drawn one shows.
(fields) => {
  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const drawn = (e) => !e.matches("input, select, textarea");
  return Object.fromEntries(Object.entries(fields).map(([key, e]) => [key, drawn(e) ? tidy(e.innerText) : e.value]));
}
