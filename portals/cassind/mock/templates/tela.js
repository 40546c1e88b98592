"use strict";
// Menus, marks, notices, and the modals, overlay and background posts of the skin "antiga".
(function () {
  var antiga = document.documentElement.dataset.skin === "antiga";

  function loading(on) {
    var veil = document.getElementById("carregando");
    if (veil) veil.hidden = !on;
  }

  // The buttons stay alive while the dialog fades, as on the portals of its time: a double click counts twice.
  function ask(title, text, buttons) {
    var curtain = document.createElement("div");
    curtain.className = "cortina";
    var box = document.createElement("div");
    box.className = "aviso";
    box.appendChild(document.createElement("h2")).textContent = title;
    box.appendChild(document.createElement("p")).textContent = text;
    buttons.forEach(function (button) {
      var element = document.createElement("button");
      element.type = "button";
      element.className = button.run ? "btn btn-primary" : "btn";
      element.textContent = button.text;
      element.addEventListener("click", function () {
        curtain.classList.add("fechando");
        setTimeout(function () { curtain.remove(); }, 200);
        if (button.run) button.run();
      });
      box.appendChild(element);
    });
    curtain.appendChild(box);
    document.body.appendChild(curtain);
  }

  function show(html) {
    var answer = new DOMParser().parseFromString(html, "text/html");
    var fresh = answer.getElementById("conteudo");
    var place = document.getElementById("conteudo");
    if (fresh && place) {
      place.replaceWith(fresh);
      window.scrollTo(0, 0);
      masks();
      announce(answer.body);
    } else {
      document.body.replaceWith(answer.body);
    }
  }

  function post(form, submitter) {
    var data = new FormData(form, submitter);
    loading(true);
    fetch((submitter && submitter.getAttribute("formaction")) || form.action, {
      method: "POST",
      body: form.enctype === "multipart/form-data" ? data : new URLSearchParams(data),
    }).then(function (answer) { return answer.text(); }).then(function (html) {
      loading(false);
      show(html);
    }).catch(function () {
      loading(false);
      ask("Erro", "Erro na comunicação com o servidor.", [{ text: "OK" }]);
    });
  }

  function submit(event) {
    var form = event.target;
    var plain = event.submitter && event.submitter.hasAttribute("data-plain");
    if (!plain && form.dataset.kind && !native(form.dataset)) return event.preventDefault();
    if (!form.hasAttribute("data-each-click") && !(antiga && form.hasAttribute("data-ajax"))) return;
    event.preventDefault();
    if (!form.hasAttribute("data-confirm") || event.submitter?.hasAttribute("data-plain")) {
      return post(form, event.submitter);
    }
    if (form.dataset.confirm) {
      return ask("Confirmação", form.dataset.confirm, [
        { text: "Cancelar" },
        { text: "Confirmar", run: function () { post(form, event.submitter); } },
      ]);
    }
    var count = form.querySelectorAll("input[name=guia]:checked").length;
    if (!count) return ask("Atenção", "Nenhuma guia marcada. Marque ao menos uma guia para faturar.", [{ text: "OK" }]);
    ask("Confirmação", "Confirma o faturamento de " + count + " guia(s)?", [
      { text: "Cancelar" },
      { text: "Confirmar", run: function () { post(form, event.submitter); } },
    ]);
  }

  function tab(link) {
    link.closest(".abas").querySelectorAll("a").forEach(function (other) {
      var panel = document.getElementById(other.hash.slice(1));
      other.parentElement.classList.toggle("ativa", other === link);
      if (panel) panel.hidden = other !== link;
    });
  }

  function click(event) {
    var link = event.target.closest("a, button");
    document.querySelectorAll(".dropdown.open").forEach(function (menu) {
      if (!link || menu !== link.parentElement) menu.classList.remove("open");
    });
    if (!link) return;
    if (link.classList.contains("dropdown-toggle")) {
      event.preventDefault();
      link.parentElement.classList.toggle("open");
    } else if (link.closest(".abas")) {
      event.preventDefault();
      tab(link);
    } else if (link.dataset.mark !== undefined) {
      event.preventDefault();
      document.querySelectorAll("input[name=guia]").forEach(function (box) { box.checked = Boolean(link.dataset.mark); });
    } else if (link.dataset.close !== undefined) {
      var curtain = link.closest(".cortina");
      var next = curtain.nextElementSibling;
      curtain.remove();
      if (next && next.classList.contains("cortina")) next.hidden = false;
    } else if (link.dataset.lookup !== undefined) {
      asking = link.closest("tr");
      var about = new URLSearchParams({ aba: link.dataset.lookup, guia: link.form.querySelector("input[name=autorizacao]").value });
      window.open("codigos_busca.php?" + about, "codigos", "width=720,height=560");
    } else if (link.dataset.choose !== undefined) {
      event.preventDefault();
      window.opener.escolhido(link.dataset.choose, link.dataset.description);
      window.close();
    } else if (link.dataset.popup !== undefined) {
      event.preventDefault();
      window.open(link.href, "protocolo", "width=960,height=680");
    } else if (link.dataset.add !== undefined) {
      var body = link.closest("div").querySelector("tbody");
      var row = body.rows[0].cloneNode(true);
      row.querySelectorAll("input").forEach(function (input) { input.value = input.maxLength === 3 ? "1" : ""; });
      body.appendChild(row);
    } else if (link.dataset.remove !== undefined) {
      var line = link.closest("tr");
      if (line.parentElement.rows.length > 1) line.remove();
    } else if (link.dataset.print !== undefined) {
      window.print();
    } else if (link.target === "conteudo") {
      loading(true);
    }
  }

  // What the window of codes gives back; only Detalhado shows the description.
  var asking = null;
  window.escolhido = function (code, description) {
    asking.querySelector("input[name$=_codigo]").value = code;
    if (asking.querySelector("[data-code]")) asking.querySelector("input[readonly]").value = description;
  };

  // The description comes while the code is typed; a code that the portal does not know stays without one.
  function described(event) {
    var input = event.target;
    if (!input.dataset || !input.dataset.code) return;
    var guia = input.form.querySelector("input[name=autorizacao]").value;
    var asked = new URLSearchParams({ aba: input.dataset.code, codigo: input.value.trim(), guia: guia });
    var shown = input.closest("tr").querySelector("input[readonly]");
    shown.value = "";
    fetch("codigos.php?" + asked).then(function (answer) { return answer.text(); }).then(function (text) {
      shown.value = text || "Código não encontrado";
    });
  }

  function masks() {
    if (!antiga) return;
    document.querySelectorAll("input.data").forEach(function (input) {
      input.addEventListener("input", function () {
        var digits = input.value.replace(/\D/g, "").slice(0, 8);
        input.value = digits.replace(/^(\d{2})(\d)/, "$1/$2").replace(/^(\d{2}\/\d{2})(\d)/, "$1/$2");
      });
    });
  }

  // Whether what follows may go on: an alert only informs, a confirm or a modal nobody answered stops it.
  function native(dialog) {
    if (dialog.kind === "confirm") return window.confirm(dialog.dialog);
    if (dialog.kind === "alert") window.alert(dialog.dialog);
    if (dialog.kind === "modal") ask("Atenção", dialog.dialog, [{ text: "OK" }]);
    return dialog.kind === "alert";
  }

  function announce(body) {
    if (body.dataset.kind) native(body.dataset);
  }

  document.addEventListener("submit", submit);
  document.addEventListener("click", click);
  document.addEventListener("change", described);
  var frame = document.querySelector("iframe[name=conteudo]");
  if (frame) frame.addEventListener("load", function () { loading(false); });
  masks();
  announce(document.body);
})();
