// What the screen says now, as a person would take it in: banners, windows over the page, overlays. Reads only.
//   titles: the screens' titles to look for;  deep: frames of the same origin too
//   before: an earlier look; when given, answers null until something is there that it had not, and nothing loads
//   gone: a window of an earlier look; when given, answers null until it is there no more, and nothing loads
//   press: { lines, button }; when given, answers that button of the window that says these lines, or null
({ titles, deep, before, gone, press }) => {
  const BANNER = ".alert, [role=alert], [role=status], #msg_erro, .msg_erro, .help-block, .invalid-feedback";
  const WINDOW = "[role=dialog], [role=alertdialog], dialog[open], .modal.in, .modal.show";
  const PRESSED = "button, input[type=button], input[type=submit], a, [role=button]";
  const LOADING = /^(carregando|aguarde|processando)/i;

  const folded = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ").trim().replace(/[ :]+$/, "");
  const visible = (e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const lines = (e) => (e.innerText || "").split(/[\n\t]+/).map((line) => line.trim()).filter(Boolean);
  const words = (e) => ((e.tagName === "INPUT" ? e.value : e.innerText) || "").trim();
  const outermost = (all) => all.filter((e) => !all.some((other) => other !== e && other.contains(e)));

  const documents = (doc) => {
    const inner = deep ? [...doc.querySelectorAll("iframe, frame")].filter(visible).map(contentOf) : [];
    return [doc, ...inner.filter(Boolean).flatMap(documents)];
  };
  const contentOf = (frame) => {
    try { return frame.contentDocument; } catch { return null; }
  };

  // Whatever lies over the middle of the page and covers nearly all of it.
  const curtain = (doc) => {
    const { innerWidth: width, innerHeight: height } = doc.defaultView;
    for (let e = doc.elementFromPoint(width / 2, height / 2); e && e !== doc.body; e = e.parentElement) {
      const box = e.getBoundingClientRect();
      if (doc.defaultView.getComputedStyle(e).position !== "fixed") continue;
      if (box.width >= 0.9 * width && box.height >= 0.9 * height) return [e];
    }
    return [];
  };
  const over = (doc) => outermost([...doc.querySelectorAll(WINDOW)].filter(visible).concat(curtain(doc)));
  const pressable = (e) => [...e.querySelectorAll(PRESSED)].filter((one) => visible(one) && words(one));
  // A window that is fading out still holds its words, where nobody sees any of them: it then says nothing.
  const spoken = (e) => [e, ...e.querySelectorAll("*")].some(
    (one) => visible(one) && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const described = (e) => {
    const buttons = pressable(e).map(words);
    const said = buttons.length > 0 || spoken(e) ? lines(e) : [];
    return { lines: said.filter((line) => !buttons.includes(line)), buttons };
  };
  const button = () => {
    const asked = JSON.stringify(press.lines);
    const held = over(document).filter((e) => JSON.stringify(described(e).lines) === asked).flatMap(pressable);
    const found = held.filter((e) => words(e) === press.button);
    return found.length === 1 ? found[0] : null;
  };

  // A page that exchanges its parts without loading says the same title again, in another element: that is an answer.
  const drawn = (doc) => {
    const kept = (doc.defaultView[Symbol.for("faturista.titles")] ??= { marks: new WeakMap(), next: 0 });
    const wanted = new Set(titles.map(folded));
    const found = [...doc.querySelectorAll("h1, h2, h3, legend, [role=heading]")]
      .filter((e) => wanted.has(folded(e.textContent)) && visible(e));
    return found.map((e) => {
      if (!kept.marks.has(e)) kept.marks.set(e, ++kept.next);
      return kept.marks.get(e);
    });
  };

  const blank = { dialogs: [], banners: [], titles: [], drawn: [], headings: [], counted: [], login: false, signed: false };
  const read = (doc) => {
    if (!doc.body || !doc.defaultView) return { stamp: "", loading: true, ...blank };
    const covers = over(doc);
    const windows = covers.map(described);
    const loads = (window) => window.buttons.length === 0 && (window.lines.length === 0 || LOADING.test(window.lines[0]));
    const banners = [...doc.querySelectorAll(BANNER)].filter((e) => visible(e) && !covers.some((c) => c.contains(e)));
    const pressed = [...doc.querySelectorAll("a, button")].filter((e) => folded(e.textContent) === "sair" && visible(e));
    const said = new Set(lines(doc.body).map(folded));
    return {
      stamp: String(doc.defaultView.performance.timeOrigin),
      loading: doc.readyState !== "complete" || windows.some(loads),
      dialogs: windows.filter((window) => !loads(window)),
      banners: outermost(banners).flatMap((e) => described(e).lines),
      login: [...doc.querySelectorAll("input[type=password]")].some(visible),
      signed: pressed.length > 0,
      titles: titles.filter((title) => said.has(folded(title))),
      drawn: titles.length ? drawn(doc) : [],
      headings: [...doc.querySelectorAll("h1, h2, h3")].filter(visible).map(words).filter(Boolean).slice(0, 5),
      counted: [...said].flatMap((line) => line.match(/^quantidade: \d+ de \d+$|pagina \d+ de \d+/g) ?? []),
    };
  };
  const look = () => {
    const all = documents(document).map(read);
    return {
      stamps: all.map((one) => one.stamp),
      loading: all.some((one) => one.loading),
      login: all.some((one) => one.login),
      signed: all.some((one) => one.signed),
      ...Object.fromEntries(["dialogs", "banners", "titles", "drawn", "headings", "counted"].map(
        (name) => [name, all.flatMap((one) => one[name])])),
    };
  };

  if (press) return button();
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const now = look();
  if (gone) return now.loading || now.dialogs.some((window) => same(window, gone)) ? null : now;
  if (!before) return now;
  const more = (name) => now[name].some((one) => !before[name].some((old) => same(old, one)));
  const moved = now.stamps.some((stamp) => !before.stamps.includes(stamp));
  const turned = now.login !== before.login || now.signed !== before.signed;
  const fresh = moved || turned || ["dialogs", "banners", "titles", "drawn", "counted"].some(more);
  return fresh && !now.loading ? now : null;
}
