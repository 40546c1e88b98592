// What the form shows as the picked face of that name, innermost, in the block around its field; null unless there is one.
(field, name) => {
  const others = "input:not([type=hidden]):not([type=submit]), select, textarea";
  let block = field;
  while (block.parentElement && block.parentElement.querySelectorAll(others).length <= 1) block = block.parentElement;
  const says = new RegExp(`^${name}\\s*[✓✔]$`, "i");
  const marks = [...block.querySelectorAll("*")].filter((e) => e.checkVisibility() && says.test(e.innerText.trim()));
  const innermost = marks.filter((e) => !marks.some((other) => other !== e && e.contains(other)));
  return innermost.length === 1 ? innermost[0] : null;
}
