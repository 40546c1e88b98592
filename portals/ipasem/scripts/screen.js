// What a person notices on the screen: which screen it is, what it says, a window over it, "Carregando...".
//   mode "arm"   remembers what is there now, so that later only what is new counts
//   mode "look"  answers what is there now
//   mode "wait"  answers once something new is there, null until then
//   mode "new"   answers at once what is new
//   mode "there" answers once one of the screens or the login is there, new or not
//   screens: { name: [titles] }, "*" at the end stands for anything; busy: words that only mean "wait"
({ mode, screens, busy }) => {
  const KEY = Symbol.for("faturista.seen");
  const SAYS = /(^|[-_ ])(alert|alerta|erro|error|errors|msg|mensagem|message|aviso|notice|toast|feedback|help-block|flash|growl)([-_ ]|$)/i;
  const NOTICES = "[role=alert], [role=status], [aria-live], [class]";
  const WINDOWS = "[role=dialog], [role=alertdialog], [aria-modal=true], dialog[open]";
  const PRESSED = "button, input[type=button], input[type=submit], [role=button], a";
  const SILENT = "script, style, template, noscript, option, textarea, select";
  const LOOK_AT = 800;

  const tidy = (text) => text.replace(/\s+/g, " ").trim();
  const fold = (text) =>
    tidy(text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase()).replace(/\s*[:*]+$/, "");
  const matches = (text, name) => {
    const [a, b] = [fold(text), fold(name)];
    return name.endsWith("*") ? a.startsWith(b) && !/^\w/.test(a.slice(b.length)) : a === b;
  };
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
    const said = [...doc.querySelectorAll(NOTICES)].filter(
      (e) => (e.matches("[role=alert], [role=status], [aria-live]") || SAYS.test(e.getAttribute("class"))) &&
        !e.matches(`${PRESSED}, input, select, textarea, ${WINDOWS}`) && !e.closest(WINDOWS) &&
        !e.querySelector("input, select, textarea, table") && visible(e) && words(e));
    return said.filter((e) => !said.some((other) => other !== e && e.contains(other)));
  };
  const screensOf = (doc) => {
    const asked = Object.entries(screens);
    const found = [];
    for (const node of pieces(doc.body, LOOK_AT)) {
      const owner = node.parentElement;
      if (owner.closest(`${PRESSED}, label, nav, ${WINDOWS}`) || owner.textContent.length > 200) continue;
      for (const [name, titles] of asked)
        if (titles.some((title) => matches(owner.textContent, title))) found.push({ name, element: owner });
    }
    return found;
  };
  const loginOf = (doc) => [...doc.querySelectorAll("input[type=password]")].filter(visible).slice(0, 1);
  const waiting = (doc) => {
    if (doc.readyState === "loading") return true;
    const view = doc.defaultView;
    let over = doc.elementFromPoint(view.innerWidth / 2, view.innerHeight / 2);
    while (over && view.getComputedStyle(over).position !== "fixed") over = over.parentElement;
    return Boolean(over) && busy.some((title) => matches(words(over), title));
  };
  const noticed = (doc) => ({
    windows: windowsOf(doc), notices: noticesOf(doc), screens: screensOf(doc), login: loginOf(doc),
  });

  // ---- what is new since it was armed ---------------------------------------------------------------------------
  const arm = (doc) => {
    const view = doc.defaultView;
    view[KEY]?.observer.disconnect();
    const now = noticed(doc);
    const carriers = [...now.windows, ...now.notices, ...now.screens.map((s) => s.element), ...now.login];
    const memory = { stale: new Map(carriers.map((e) => [e, e.textContent])), touched: new Set() };
    memory.note = (records) => records.forEach((r) => memory.touched.add(r.target));
    memory.observer = new view.MutationObserver(memory.note);
    memory.observer.observe(doc, { subtree: true, childList: true, characterData: true });
    view[KEY] = memory;
  };
  const fresh = (e) => {
    const memory = e.ownerDocument.defaultView[KEY];
    if (!memory) return true;
    memory.note(memory.observer.takeRecords());
    if (memory.stale.get(e) !== e.textContent) return true;
    return [...memory.touched].some((node) => e.contains(node));
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
      notices: [...new Set(of("notices").filter(keep).map((e) => words(e)))],
      screens: Object.fromEntries(of("screens").filter((s) => keep(s.element)).map((s) => [s.name, words(s.element)])),
      login: of("login").some(keep),
    };
  };

  const docs = documents(document);
  if (mode === "arm") { docs.forEach(arm); return true; }
  if (mode === "look") return report(docs.map(noticed), () => true);
  if (mode === "new") return report(docs.map(noticed), fresh);
  if (docs.some(waiting)) return null;
  const now = report(docs.map(noticed), mode === "there" ? () => true : fresh);
  const stands = Object.keys(now.screens).length > 0 || now.login;
  const spoken = now.windows.length > 0 || now.notices.length > 0;
  return stands || (mode === "wait" && spoken) ? now : null;
}
