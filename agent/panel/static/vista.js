// The portal's page, shown here while the portal waits for a person; mouse and keyboard go there, nothing is kept.
"use strict";
(() => {
  const seat = document.getElementById("visao");
  if (!seat || !window.WebSocket || !window.createImageBitmap) return;
  const [list, over, said, frame, canvas, writing, sizing] =
    ["vistas", "fim", "fala", "janela", "tela", "escrever", "tamanho"].map((id) => document.getElementById(id));
  const paint = canvas.getContext("2d");
  const KEYS = ["Enter", "Tab", "Backspace", "Delete", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "Home", "End",
    "PageUp", "PageDown"];
  const ALIVE_MS = 2500, MOVE_MS = 40, TWICE_MS = 400, SOON_MS = 300, LATER_MS = 5000;
  let socket = null, shown = 0, pause = SOON_MS, drawing = Promise.resolve(), moved = 0;
  let last = { at: 0, x: 0, y: 0, times: 0 };

  const say = (text) => { if (said.textContent !== text) said.textContent = text; };
  const tell = (message) => { if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message)); };
  setInterval(() => tell({ t: "alive" }), ALIVE_MS);

  async function connect() {
    const form = new URLSearchParams({ token: seat.dataset.token });
    let answer;
    try {
      answer = await fetch(seat.dataset.ficha, { method: "POST", body: form });
    } catch {
      return again();
    }
    if (answer.status === 401 || answer.status === 403) return say("Sua entrada no painel venceu. Abra a página de novo.");
    if (!answer.ok) return again();
    const { ficha } = await answer.json();
    socket = new WebSocket(seat.dataset.socket);
    socket.binaryType = "arraybuffer";
    socket.addEventListener("open", () => socket.send(ficha));
    socket.addEventListener("message", ({ data }) => (typeof data === "string" ? heard(JSON.parse(data)) : seen(data)));
    socket.addEventListener("close", closed);
  }

  function again() {
    say("A ligação caiu. Voltando sozinha…");
    setTimeout(connect, pause);
    pause = Math.min(pause * 2, LATER_MS);
  }

  function closed({ code }) {
    show(0);
    if (code === 4409) return say("Você abriu esta página em outra janela; esta parou.");
    if (code === 4401) return say("Sua entrada no painel venceu. Abra a página de novo.");
    again();
  }

  function heard(told) {
    pause = SOON_MS;
    if (told.t === "size") {
      if (canvas.width !== told.w || canvas.height !== told.h) [canvas.width, canvas.height] = [told.w, told.h];
      return;
    }
    list.innerHTML = told.html;
    over.textContent = told.over;
    show(told.shown);
    if (told.over) say(told.over);
    else if (!told.shown) say("Preparando a próxima página…");
  }

  function show(number) {
    if (number === shown) return;
    shown = number;
    frame.hidden = !number;
    if (!number) return paint.clearRect(0, 0, canvas.width, canvas.height);
    const now = list.querySelector(".v-agora strong");
    say(`${now ? now.textContent : "Portal"}: marque “Não sou um robô” na página abaixo.`);
    frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  }

  function seen(bytes) {
    drawing = drawing.then(async () => {
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
      paint.drawImage(picture, 0, 0, canvas.width, canvas.height);
      picture.close();
      canvas.dataset.quadros = Number(canvas.dataset.quadros || 0) + 1;
      tell({ t: "drawn" });
    }, () => tell({ t: "drawn" }));
  }

  function at(event) {
    const box = canvas.getBoundingClientRect();
    const along = (way, from, size, whole) => Math.min(Math.max(((way - from) * whole) / size, 0), whole - 1);
    return {
      x: along(event.clientX, box.left, box.width, canvas.width),
      y: along(event.clientY, box.top, box.height, canvas.height),
    };
  }

  function press(place) {
    const near = Math.hypot(place.x - last.x, place.y - last.y) < 6 && Date.now() - last.at < TWICE_MS;
    last = { ...place, at: Date.now(), times: near ? Math.min(last.times + 1, 3) : 1 };
    tell({ t: "mouse", act: "move", ...place });
    tell({ t: "mouse", act: "press", ...place, times: last.times });
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.focus({ preventScroll: true });
    if (event.pointerType === "touch" || event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    press(at(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType === "touch" || Date.now() - moved < MOVE_MS) return;
    moved = Date.now();
    tell({ t: "mouse", act: "move", ...at(event) });
  });
  canvas.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch" && event.button === 0)
      tell({ t: "mouse", act: "release", ...at(event), times: last.times || 1 });
  });
  canvas.addEventListener("click", (event) => {
    if (event.pointerType !== "touch") return;
    press(at(event));
    tell({ t: "mouse", act: "release", ...at(event), times: last.times });
  });
  canvas.addEventListener("contextmenu", (event) => event.preventDefault());
  canvas.addEventListener("wheel", (event) => {
    if (document.activeElement !== canvas) return;
    event.preventDefault();
    const roll = (by) => Math.max(-5000, Math.min(5000, by));
    tell({ t: "wheel", ...at(event), dx: roll(event.deltaX), dy: roll(event.deltaY) });
  }, { passive: false });
  canvas.addEventListener("keydown", (event) => {
    const typed = event.getModifierState("AltGraph") || !(event.ctrlKey || event.altKey || event.metaKey);
    if (event.key === "Escape") writing.elements.texto.focus();
    else if (KEYS.includes(event.key) && typed) tell({ t: "key", key: event.key, shift: event.shiftKey });
    else if (event.key.length === 1 && typed) tell({ t: "text", text: event.key });
    else return;
    event.preventDefault();
  });
  const write = (text) => {
    const plain = text.replace(/[\u0000-\u001f\u007f]/g, " ").slice(0, 200);
    if (plain) tell({ t: "text", text: plain });
  };
  canvas.addEventListener("paste", (event) => {
    event.preventDefault();
    write(event.clipboardData.getData("text"));
  });
  writing.addEventListener("submit", (event) => {
    event.preventDefault();
    write(writing.elements.texto.value);
    writing.reset();
  });
  sizing.addEventListener("click", () => {
    const whole = frame.classList.toggle("inteira");
    sizing.setAttribute("aria-pressed", String(whole));
  });
  window.addEventListener("pagehide", () => { if (socket) socket.close(); });
  connect();
})();
