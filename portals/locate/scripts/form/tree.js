// The page as it is drawn: one tree, open shadow roots and what is slotted into them included.
// Where there is no shadow root, the browser's own ways answer: they are faster.
const hosts = (root) => [...root.querySelectorAll("*")].filter((e) => e.shadowRoot);
const deep = hosts(document).length > 0;
const spans = new Map();
const drawn = [];
const below = (node) => {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  const given = node.localName === "slot" ? node.assignedNodes() : [];
  return given.length ? given : node.childNodes;
};
const number = (node) => {
  const span = { first: drawn.push(node) - 1, end: 0 };
  spans.set(node, span);
  below(node).forEach(number);
  span.end = drawn.length;
};
if (deep) number(document);

const slotted = (node) => node.assignedSlot ?? node.parentElement ?? node.parentNode?.host ?? null;
const up = deep ? slotted : (node) => node.parentElement;
// A slot is not drawn itself; what holds it is.
const ownerOf = (node) => {
  let owner = up(node);
  while (owner?.localName === "slot") owner = up(owner);
  return owner;
};
const contains = !deep ? (a, b) => a.contains(b) : (a, b) => {
  const [outer, inner] = [spans.get(a), spans.get(b)];
  return Boolean(outer && inner) && outer.first <= inner.first && inner.first < outer.end;
};
const before = !deep
  ? (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING)
  : (a, b) => spans.get(a)?.first < spans.get(b)?.first;
const closest = !deep ? (e, selector) => e.closest(selector) : (e, selector) => {
  let at = e;
  while (at && !at.matches(selector)) at = up(at);
  return at;
};
const within = (root) => drawn.slice((spans.get(root)?.first ?? drawn.length) + 1, spans.get(root)?.end);
const all = !deep
  ? (selector, root = document) => [...root.querySelectorAll(selector)]
  : (selector, root = document) => within(root).filter((node) => node.nodeType === 1 && node.matches(selector));
const textNodes = (root) => {
  if (deep) return within(root).filter((node) => node.nodeType === 3 && ownerOf(node));
  const found = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) found.push(walk.currentNode);
  return found;
};
const wholeText = !deep ? (e) => e.textContent : (e) => textNodes(e).map((node) => node.data).join("");
const keyboardAt = () => {
  let e = document.activeElement;
  while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  return e;
};
