// A bar that asks a person something, and, with `wanted`, a frame around what the pointer is over: the next click says
// which element is meant, and the page hears nothing of it. What was answered goes to the binding.
//   text: what is asked; buttons: [[word, answer]]; wanted: a selector, or "title" for words; bar: draw the bar here
({ text, buttons, wanted, bar }) => {
  const CLEAR = Symbol.for("faturista.unpick");
  window[CLEAR]?.();
  const host = document.createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const glass = document.createElement("div");
  glass.style.cssText = "position:fixed;pointer-events:none;border:3px solid #b45309;z-index:2147483646;display:none";
  root.append(glass);
  const answer = (said) => { window[CLEAR]?.(); window.faturistaEscolha(said); };
  if (bar) {
    const line = document.createElement("div");
    line.setAttribute("role", "dialog");
    line.style.cssText = "position:fixed;left:0;right:0;bottom:0;z-index:2147483647;background:#1f2937;color:#fff;"
      + "font:16px system-ui,sans-serif;padding:10px 16px;display:flex;gap:12px;align-items:center";
    line.append(Object.assign(document.createElement("span"), { textContent: text, style: "flex:1" }));
    for (const [word, said] of buttons) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: word });
      button.style.cssText = "font:inherit;padding:6px 14px";
      button.addEventListener("click", () => answer(said));
      line.append(button);
    }
    root.append(line);
  }
  const meant = (event) => {
    const hit = event.composedPath()[0];
    const from = hit.nodeType === 1 ? hit : hit.parentElement;
    if (wanted === "title") return from;
    return from.closest(wanted) ?? from.closest("label")?.control ?? null;
  };
  const ours = (event) => event.composedPath().includes(host);
  const over = (event) => {
    const element = ours(event) ? null : meant(event);
    const box = element?.getBoundingClientRect();
    glass.style.display = box ? "block" : "none";
    if (box) Object.assign(glass.style, { left: `${box.x}px`, top: `${box.y}px`, width: `${box.width}px`, height: `${box.height}px` });
  };
  const taken = (event) => {
    if (ours(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== "click" || !event.isTrusted) return;
    const element = meant(event);
    window[Symbol.for("faturista.picked")] = element;
    answer(element ? "picked" : "nothing");
  };
  const STOPPED = ["pointerdown", "pointerup", "mousedown", "mouseup", "click", "dblclick", "auxclick", "contextmenu"];
  window[CLEAR] = () => {
    STOPPED.forEach((type) => window.removeEventListener(type, taken, true));
    window.removeEventListener("pointermove", over, true);
    host.remove();
    delete window[CLEAR];
  };
  if (wanted) {
    STOPPED.forEach((type) => window.addEventListener(type, taken, true));
    window.addEventListener("pointermove", over, true);
  }
  document.documentElement.append(host);
}
