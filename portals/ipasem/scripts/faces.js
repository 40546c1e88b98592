// The words around a field: the largest block that holds it and no other field to fill in.
(field) => {
  const others = "input:not([type=hidden]):not([type=submit]), select, textarea";
  let block = field;
  while (block.parentElement && block.parentElement.querySelectorAll(others).length <= 1) block = block.parentElement;
  return block.innerText;
}
