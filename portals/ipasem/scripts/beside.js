// The words of the menu's bar: the largest block around the element that holds no field to fill in.
(element) => {
  let block = element;
  while (block.parentElement && block.parentElement !== document.body && !block.parentElement.querySelector("input:not([type=hidden]), select, textarea, iframe")) {
    block = block.parentElement;
  }
  return block.innerText;
}
