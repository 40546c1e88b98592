// Whether "Não sou um robô" is on this page, and whether somebody has ticked it. Looks only.
() => {
  const answers = [...document.querySelectorAll("textarea, input")].filter((e) => /captcha/i.test(e.name + e.id));
  if (answers.some((e) => e.value)) return "ticked";
  const boxes = [...document.querySelectorAll("[role=checkbox]")].filter((e) => /rob[oô]/i.test(document.body.textContent));
  if (boxes.some((e) => e.getAttribute("aria-checked") === "true")) return "ticked";
  const frames = [...document.querySelectorAll("iframe")].filter((e) => /captcha|robo/i.test(e.src + e.title + e.name));
  return answers.length || boxes.length || frames.length ? "waiting" : "absent";
}
