// Words and when they are the same, what can be seen and used, and every piece of text on the screen.
const tidy = (text) => text.replace(/\s+/g, " ").trim().replace(/\s*[:*]+$/, "").trim();
const bare = (text) =>
  text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
const TIERS = [tidy, (text) => bare(tidy(text))];
const HAS_WORDS = /[\p{L}\p{N}]/u;
const same = (seen, name, tier) => {
  const open = name.endsWith("*");
  const [a, b] = [TIERS[tier](seen), TIERS[tier](open ? name.slice(0, -1) : name)];
  return a !== "" && (open ? a.startsWith(b) && !/^\w/.test(a.slice(b.length)) : a === b);
};

const SEEN = { opacityProperty: true, visibilityProperty: true };
const visible = (e) => {
  if (!e.checkVisibility(SEEN)) return false;
  const box = e.getBoundingClientRect();
  return box.width > 1 && box.height > 1;
};
// While a dialog of the browser's own is open, nothing behind it can be reached.
const modals = all("dialog:modal");
const reachable = (e) => !closest(e, "[inert]") && (!modals.length || modals.some((modal) => contains(modal, e)));
const usable = (e) => visible(e) && !e.matches(":disabled, [aria-disabled=true]") && reachable(e);
const words = (root) => {
  const seen = (owner) => !closest(owner, SILENT) && (owner === root || owner.checkVisibility(SEEN));
  return tidy(textNodes(root).filter((node) => seen(ownerOf(node))).map((node) => node.data).join(" "));
};
const boxOf = (node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
};

// Every piece of text on the screen, once: its words, where it stands, whose it is.
const texts = [];
for (const node of textNodes(document.body)) {
  const owner = ownerOf(node);
  if (!node.data.trim() || closest(owner, SILENT) || !visible(owner)) continue;
  texts.push({ text: tidy(node.data), owner, node, get box() { return (this.known ??= boxOf(node)); } });
}
const controls = all(CONTROL).filter((e) => e.type !== "hidden" && visible(e));
