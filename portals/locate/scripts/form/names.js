// The names that a person would give to a control.
const spoken = (e) => {
  const ids = (e.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean);
  const pointed = ids.map((id) => e.getRootNode().getElementById(id)).filter(Boolean).map(words).join(" ");
  return pointed || e.getAttribute("aria-label") || "";
};
const cellNames = (e) => {
  const cell = closest(e, "td, th");
  const row = cell?.closest("tr");
  if (!row || HAS_WORDS.test(words(cell)) || all(CONTROL, cell).filter(visible).length > 1) return [];
  const own = [...row.cells];
  const at = own.indexOf(cell);
  const left = own[at - 1];
  const names = left && !all(CONTROL, left).length && words(left) ? [words(left)] : [];
  const above = headerOf(row, at, own.length);
  return names.length || !above ? names : [above];
};
const headerOf = (row, at, width) => {
  const rows = [...row.closest("table").rows].filter((r) => r.cells.length === width && before(r, row));
  const heading = rows.reverse().find((r) => !all(CONTROL, r).length);
  return heading ? words(heading.cells[at]) : "";
};
const gap = (box, text, side) => {
  const middle = (text.top + text.bottom) / 2;
  const level = middle > box.top - 2 && middle < box.bottom + 2;
  if (side === "left") return level && text.right <= box.left + 2 ? box.left - text.right : Infinity;
  if (side === "right") return level && text.left >= box.right - 2 ? text.left - box.right : Infinity;
  const over = text.left < box.right && text.right > box.left - 2;
  return over && text.bottom <= box.top + 2 ? box.top - text.bottom : Infinity;
};
const REACH = 200;
// The nearest text on one side that no other control stands before, within `reach` pixels; null for none.
const beside = (e, side, region, reach = REACH, pieces = texts) => {
  const box = e.getBoundingClientRect();
  let here = { text: null, far: reach };
  for (const t of pieces) {
    const far = gap(box, t.box, side);
    if (far < here.far && HAS_WORDS.test(t.text) && contains(region.root, t.owner)) here = { text: t, far };
  }
  if (!here.text) return null;
  const cut = controls.some((other) => !contains(other, e) && !contains(e, other)
    && gap(box, other.getBoundingClientRect(), side) < here.far);
  return cut ? null : here;
};
const said = (found) => [found.text.text, words(found.text.owner)];
const nearest = (e, sides, region) => {
  let best = null;
  for (const side of sides) best = beside(e, side, region, best?.far ?? REACH) ?? best;
  return best ? said(best) : [];
};
// Words drawn within a field's own frame, as of a label that floats there.
const inside = (e) => {
  const box = e.getBoundingClientRect();
  const holds = (t) => t.left >= box.left && t.right <= box.right && t.top >= box.top - 2 && t.bottom <= box.bottom + 2;
  return texts.filter((t) => !contains(e, t.owner) && !contains(t.owner, e) && holds(t.box)).map((t) => words(t.owner));
};

// ---- boxes and round buttons: their words stand all on the right or all on the left -----------------------------
const BLOCK = "td, th, li, p, label, dd, dt, div, fieldset, form, body";
const onLine = (e, kind, region) => {
  const box = e.getBoundingClientRect();
  const level = (other) => {
    const { top, bottom } = other.getBoundingClientRect();
    return (top + bottom) / 2 > box.top - 2 && (top + bottom) / 2 < box.bottom + 2;
  };
  return controls.filter((other) => other.matches(KINDS[kind]) && contains(region.root, other) && level(other));
};
const CAPTION = /[?:]\s*$/;
const sidesOf = (group, region, pieces) => {
  const left = group.map((e) => beside(e, "left", region, REACH, pieces(e)));
  const right = group.map((e) => beside(e, "right", region, REACH, pieces(e)));
  const asks = (found) => Boolean(found) && CAPTION.test(found.text.node.data);
  const first = left.findIndex(Boolean);
  const captioned = group.length > 1 && asks(left[first]) && left.filter(asks).length === 1;
  return { left: captioned ? left.map((found, i) => (i === first ? null : found)) : left, right };
};
const far = (found) => found.map((one) => one.far);
const oneSide = ({ left, right }) => {
  const [lefts, rights] = [left.every(Boolean), right.every(Boolean)];
  if (lefts !== rights) return lefts ? left : right;
  if (!lefts) return null;
  if (Math.max(...far(right)) * 2 < Math.min(...far(left))) return right;
  return Math.max(...far(left)) * 2 < Math.min(...far(right)) ? left : null;
};
const boxNames = (e, kind, region) => {
  const group = onLine(e, kind, region);
  const block = (one) => closest(one, BLOCK);
  const near = sidesOf(group, region, (one) => texts.filter((t) => block(t.owner) === block(one)));
  const wide = sidesOf(group, region, () => texts);
  const at = group.indexOf(e);
  const side = oneSide(near) ?? oneSide(wide);
  // Where the side cannot be told, both have a say: then only what no other box could mean is unique.
  const held = side ? [side[at]] : [wide.left[at], wide.right[at]];
  return held.filter(Boolean).flatMap(said);
};

const labelled = (e) => [...(e.labels || [])].filter(visible).map(words).filter(Boolean);
// A button's words without the icons that its page keeps from being read aloud; "" where it has none.
const withoutIcons = (e) => {
  const icons = all("[aria-hidden=true]", e).filter((icon) => !HAS_WORDS.test(wholeText(icon)));
  if (!icons.length) return "";
  const shownOf = textNodes(e).filter((node) => ownerOf(node).checkVisibility(SEEN));
  return tidy(shownOf.filter((node) => !icons.some((icon) => contains(icon, node))).map((node) => node.data).join(" "));
};
const namesOf = (e, kind, region) => {
  if (kind === "button") {
    const own = e.tagName === "INPUT" ? e.value || e.alt : tidy(e.innerText || "") || e.querySelector("img")?.alt;
    return [withoutIcons(e), own, spoken(e), e.title].filter(Boolean);
  }
  if (kind === "table") {
    const heads = all("th", e).map(words);
    return [e.caption && words(e.caption), spoken(e), ...nearest(e, ["above"], region), ...heads].filter(Boolean);
  }
  const tied = labelled(e);
  if (tied.length) return tied;
  const unseen = [spoken(e), e.placeholder, e.title].filter(Boolean);
  if (kind === "checkbox" || kind === "radio") {
    const drawn = tidy(e.innerText || "");
    const own = HAS_WORDS.test(drawn) ? [drawn] : [];
    return [...unseen, ...own, ...(own.length || spoken(e) ? [] : boxNames(e, kind, region))];
  }
  const cells = cellNames(e);
  return [...unseen, ...inside(e), ...(cells.length ? cells : nearest(e, ["left", "above"], region))];
};
