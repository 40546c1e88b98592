// What runs now, as it changes. Without this script the page shows it as it was when it was opened.
"use strict";
(() => {
  const list = document.getElementById("agora");
  if (!list || !window.EventSource) return;
  const source = new EventSource(list.dataset.fonte);
  source.addEventListener("agora", (event) => { list.innerHTML = event.data; });
  window.addEventListener("pagehide", () => source.close());
})();
