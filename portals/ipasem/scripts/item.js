// The one button with these words in the block that shows this label with this number, and no other button so named.
({ names, label, number }) => {
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\s+/g, " ").trim().toLowerCase();
  const shown = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const buttons = [...document.querySelectorAll("button, input[type=button], input[type=submit], [role=button], a")]
    .filter((b) => shown(b) && names.some((name) => fold(b.innerText || b.value || "") === fold(name)));
  const numbered = new RegExp(`${fold(label)}\\s*:?\\s*(\\w+)`);
  const found = buttons.filter((button) => {
    let block = button.parentElement;
    while (block && !numbered.test(fold(block.innerText))) block = block.parentElement;
    const alone = block && buttons.filter((other) => block.contains(other)).length === 1;
    return alone && numbered.exec(fold(block.innerText))[1] === fold(number);
  });
  return found.length === 1 ? found[0] : null;
}
