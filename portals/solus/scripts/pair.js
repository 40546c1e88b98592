// The second input of a period: the next one after `first`, with nothing but "a" or "até" between them; else null.
(first) => {
  const TEXT = "input:not([type=hidden], [type=checkbox], [type=radio], [type=button], [type=submit])";
  const all = [...document.querySelectorAll(TEXT)];
  const second = all[all.indexOf(first) + 1];
  if (!second || !second.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return null;
  const between = document.createRange();
  between.setStartAfter(first);
  between.setEndBefore(second);
  return /^(a|à|até|ate|e|-|–)?$/i.test(between.toString().trim()) ? second : null;
}
