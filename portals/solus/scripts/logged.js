// Who is signed in, in the page's own words: what stands with "Você está logado", less that sentence.
() => {
  const said = /voc[êe]\s+est[áa]\s+logad[oa](\s+como)?/i;
  const rest = (element) => element.innerText.replace(said, " ").replace(/[\s:,.;-]+/g, " ").trim();
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /logad[oa]/i.test(node.data));
    if (!own || !element.checkVisibility()) continue;
    let block = element;
    while (!rest(block) && block.parentElement && block.parentElement !== document.body) block = block.parentElement;
    found.push(block.innerText.replace(said, " ").replace(/\s+/g, " ").trim());
  }
  return found.filter(Boolean);
}
