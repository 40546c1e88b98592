// What a person notices on the screen: which screen it is, what it says, a window over it, "Carregando...".
//   mode "arm"   remembers what is there now, so that later only what is new counts
//   mode "look"  answers what is there now
//   mode "new"   answers at once what is new since it was armed
//   mode "wait"  answers once a text, a window, the login or one of the screens `until` is new; null until then
//   mode "there" answers once one of the screens `until` or the login is there, new or not; null until then
// What "wait" and "there" answer is remembered as if it had been armed then; asked again in the same `turn`, they
// answer the same again, for an answer may be lost on its way out.
//   screens: { name: [titles] }, "*" at the end stands for anything; busy: words that only mean "wait"
({ mode, turn, screens, until, busy }) => {
  const KEY = Symbol.for("faturista.seen");
  const SAYS = /(^|[-_ ])(alert|alerta|erro|error|errors|msg|mensagem|message|aviso|notice|toast|feedback|help-block|flash|growl)([-_ ]|$)/i;
  const NOTICES = "[role=alert], [role=status], [aria-live], [class]";
  const WINDOWS = "[role=dialog], [role=alertdialog], [aria-modal=true], dialog[open]";
  const PRESSED = "button, input[type=button], input[type=submit], [role=button], a";
  const SILENT = "script, style, template, noscript, option, textarea, select";
  const LOOK_AT = 800;
  const RESCAN_MS = 100;

  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const fold = (text) =>
    tidy(text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()).replace(/\s*[:*]+$/, "");
  const folded = (name) => ({ open: name.endsWith("*"), words: fold(name) });
  const matches = (text, { open, words }) =>
    open ? text.startsWith(words) && !/^\w/.test(text.slice(words.length)) : text === words;
  const visible = (e) => {
    if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  };
  const pieces = (root, limit) => {
    const found = [];
    const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode() && found.length < limit) {
      const owner = walk.currentNode.parentElement;
      if (walk.currentNode.data.trim() && !owner.closest(SILENT) && visible(owner)) found.push(walk.currentNode);
    }
    return found;
  };
  const words = (root, except) =>
    tidy(pieces(root, LOOK_AT).filter((n) => !except || !n.parentElement.closest(except)).map((n) => n.data).join(" "));

  // What a notice says, without the button that closes it.
  const said = (e) => words(e, "button, [role=button]") || words(e);

  const documents = (doc) => {
    const inner = [...doc.querySelectorAll("iframe, frame")].filter(visible).flatMap((frame) => {
      try { return frame.contentDocument?.body ? documents(frame.contentDocument) : []; } catch { return []; }
    });
    return [doc, ...inner];
  };

  // ---- what is there, each with the element that carries it ----------------------------------------------------
  const windowsOf = (doc) => {
    const named = [...doc.querySelectorAll(WINDOWS)].filter((e) => visible(e) && e.querySelector(PRESSED));
    const view = doc.defaultView;
    let over = doc.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2);
    while (over && view.getComputedStyle(over).position !== "fixed") over = over.parentElement;
    const drawn = over && over.querySelector(PRESSED) && !over.querySelector("input[type=text], iframe") ? [over] : [];
    return named.length ? named : drawn;
  };
  const noticesOf = (doc) => {
    const found = [...doc.querySelectorAll(NOTICES)].filter(
      (e) => (e.matches("[role=alert], [role=status], [aria-live]") || SAYS.test(e.getAttribute("class"))) &&
        !e.matches(`${PRESSED}, input, select, textarea, ${WINDOWS}`) && !e.closest(WINDOWS) &&
        !e.querySelector("input, select, textarea, table") && visible(e) && words(e));
    return found.filter((e) => !found.some((other) => other !== e && e.contains(other)));
  };
  const screensOf = (doc) => {
    const asked = Object.entries(screens).map(([name, titles]) => [name, titles.map(folded)]);
    const found = [];
    for (const node of pieces(doc.body, LOOK_AT)) {
      const owner = node.parentElement;
      if (owner.closest(`${PRESSED}, label, nav, ${WINDOWS}`) || owner.textContent.length > 200) continue;
      const said = fold(owner.textContent);
      for (const [name, titles] of asked)
        if (titles.some((title) => matches(said, title))) found.push({ name, element: owner });
    }
    return found;
  };
  const loginOf = (doc) => [...doc.querySelectorAll("input[type=password]")].filter(visible).slice(0, 1);
  const waiting = (doc) => {
    const view = doc.defaultView;
    let over = doc.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2);
    while (over && view.getComputedStyle(over).position !== "fixed") over = over.parentElement;
    return Boolean(over) && busy.some((title) => matches(fold(words(over)), folded(title)));
  };
  const noticed = (doc) => ({
    windows: windowsOf(doc), notices: noticesOf(doc), screens: screensOf(doc), login: loginOf(doc),
  });

  // ---- what is new since it was armed ---------------------------------------------------------------------------
  const carriersOf = (seen) => [...seen.windows, ...seen.notices, ...seen.screens.map((s) => s.element), ...seen.login];
  const arm = (doc, now) => {
    const view = doc.defaultView;
    view[KEY]?.observer.disconnect();
    const memory = { stale: new Map(carriersOf(now).map((e) => [e, e.textContent])), touched: new Set(), stirred: false };
    memory.note = (records) => {
      memory.stirred ||= records.length > 0;
      records.filter((r) => r.type !== "attributes").forEach((r) => memory.touched.add(r.target));
    };
    memory.observer = new view.MutationObserver(memory.note);
    memory.observer.observe(doc, { subtree: true, childList: true, characterData: true, attributes: true });
    view[KEY] = memory;
  };
  const fresh = (e) => {
    const memory = e.ownerDocument.defaultView[KEY];
    if (!memory || memory.stale.get(e) !== e.textContent) return true;
    return [...memory.touched].some((node) => e.contains(node));
  };
  const stirred = (doc) => {
    const memory = doc.defaultView[KEY];
    memory?.note(memory.observer.takeRecords());
    const moved = !memory || memory.stirred;
    if (memory) memory.stirred = false;
    return moved;
  };
  // Looking at every frame that is painted is cheap as long as nothing moved; what only fades in moves nothing.
  const worthALook = (docs) => {
    const moved = docs.map(stirred).some(Boolean);
    const due = performance.now() - (window[KEY]?.scanned ?? -Infinity) > RESCAN_MS;
    if ((moved || due) && window[KEY]) window[KEY].scanned = performance.now();
    return moved || due;
  };

  const told = (window) => {
    const title = window.querySelector("h1, h2, h3, h4, h5, h6, [class*=title i], [class*=titulo i], legend");
    const buttons = [...window.querySelectorAll(PRESSED)].filter(visible);
    const inside = pieces(window, LOOK_AT).filter(
      (n) => !(title && title.contains(n)) && !buttons.some((b) => b.contains(n)));
    return {
      title: title ? words(title) : "",
      text: tidy(inside.map((n) => n.data).join(" ")),
      buttons: buttons.map((b) => words(b) || b.value || "").filter(Boolean),
    };
  };
  const report = (all, keep) => {
    const of = (key) => all.flatMap((seen) => seen[key]);
    return {
      windows: of("windows").filter(keep).map(told),
      notices: [...new Set(of("notices").filter(keep).map(said))],
      screens: Object.fromEntries(of("screens").filter((s) => keep(s.element)).map((s) => [s.name, words(s.element)])),
      login: of("login").some(keep),
    };
  };

  // The browser's own page about a failed connection is none of the portal's words.
  const broken = location.protocol === "chrome-error:" || document.documentURI.startsWith("about:neterror");
  const docs = broken ? [] : documents(document);
  const everything = () => true;
  if (mode === "wait" || mode === "there") {
    if (window[KEY]?.answered?.turn === turn) return window[KEY].answered.now;
    if (docs.length === 0 || docs.some((doc) => doc.readyState === "loading") || !worthALook(docs) || docs.some(waiting)) return null;
  }
  const all = docs.map(noticed);
  if (mode === "look") return report(all, everything);
  if (mode === "arm") { docs.forEach((doc, i) => arm(doc, all[i])); return true; }
  docs.forEach(stirred);
  const now = report(all, mode === "there" ? everything : fresh);
  if (mode === "new") return now;
  const stands = until.some((name) => name in now.screens) || now.login;
  const spoken = mode === "wait" && (now.windows.length > 0 || now.notices.length > 0);
  if (!stands && !spoken) return null;
  docs.forEach((doc, i) => arm(doc, all[i]));
  window[KEY].answered = { turn, now };
  return now;
}
