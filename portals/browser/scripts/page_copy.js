// The page as it stands, typed values included, secrets blanked, same-origin frames inlined, each field
// that was taken for one of ours marked with its name. Changes nothing on it.
() => {
  const SECRET = /password|senha|token|csrf|captcha/i;
  const secret = (e) =>
    e.type === "password" || (e.type === "hidden" && SECRET.test(e.name + e.id)) || SECRET.test(e.name || "");
  const foreign = (frame) => {
    try { return !frame.contentDocument; } catch { return true; }
  };

  const copy = (doc) => {
    const clone = doc.documentElement.cloneNode(true);
    const fields = doc.querySelectorAll("input, textarea, select");
    const twins = clone.querySelectorAll("input, textarea, select");
    const named = doc.defaultView?.[Symbol.for("faturista.named")];
    fields.forEach((field, i) => {
      writeValue(field, twins[i]);
      if (named?.has(field)) twins[i].setAttribute("data-faturista-campo", named.get(field));
    });
    const frames = doc.querySelectorAll("iframe");
    const twinFrames = clone.querySelectorAll("iframe");
    frames.forEach((frame, i) => {
      twinFrames[i].removeAttribute("src");
      const hidden = foreign(frame) || SECRET.test(frame.src + frame.title + frame.name);
      twinFrames[i].setAttribute("srcdoc", hidden ? "" : copy(frame.contentDocument));
    });
    clone.querySelectorAll("script").forEach((script) => script.remove());
    return "<!DOCTYPE html>" + clone.outerHTML;
  };

  const writeValue = (field, twin) => {
    if (secret(field)) {
      twin.removeAttribute("value");
      if (field.tagName === "TEXTAREA") twin.textContent = "";
    } else if (field.tagName === "TEXTAREA") {
      twin.textContent = field.value;
    } else if (field.tagName === "SELECT") {
      [...field.options].forEach((option, i) => twin.options[i]?.toggleAttribute("selected", option.selected));
    } else {
      twin.setAttribute("value", field.value);
      twin.toggleAttribute("checked", field.checked);
    }
  };

  return copy(document);
}
