// Pieces of a page that is never loaded anew: what a view is drawn with, and how it asks the server for JSON.
// The page's own script gives `inicio`, its first view, and `menu`, [[label, view], ...].
let rotulos = {};
const onde = (id) => document.getElementById(id);
const dito = (texto) => rotulos[texto] ?? texto;
const reais = (centavos) => (centavos / 100).toFixed(2).replace(".", ",");
const dia = (iso) => iso.split("-").reverse().join("/");

// ---- pieces ---------------------------------------------------------------------------------------------------------
function no(nome, atributos = {}, ...filhos) {
  const feito = document.createElement(nome);
  for (const [chave, valor] of Object.entries(atributos))
    if (typeof valor === "function") feito.addEventListener(chave, valor);
    else feito.setAttribute(chave, valor);
  feito.append(...filhos);
  return feito;
}
function campo(nome, rotulo, valor = "", tipo = "text") {
  const dica = `d${Math.random().toString(36).slice(2)}`;
  return no("div", { class: "campo" }, no("span", { class: "dica", id: dica }, dito(rotulo)),
    no("input", { type: tipo, value: valor, "data-nome": nome, "aria-labelledby": dica }));
}
const botao = (rotulo, fazer) => no("div", { role: "button", tabindex: 0, click: fazer }, dito(rotulo));
const par = (rotulo, valor) => no("div", {}, no("dt", {}, dito(rotulo)), no("dd", {}, String(valor)));
const digitado = () =>
  Object.fromEntries([...document.querySelectorAll("[data-nome]")].map((e) => [e.dataset.nome, e.value]));
function tabela(titulos, linhas) {
  const linha = (celulas, de, classe = "") => no("tr", { class: classe }, ...celulas.map((c) => no(de, {}, String(c))));
  return no("table", {}, linha(titulos, "th"), ...linhas.map(([classe, ...celulas]) => linha(celulas, "td", classe)));
}
const recado = (texto) => onde("recados").replaceChildren(no("p", { class: "recado", role: "status" }, texto));
function janela(texto, ...botoes) {
  return new Promise((resolver) => {
    const fechar = (nome) => () => { onde("janelas").replaceChildren(); resolver(nome); };
    onde("janelas").replaceChildren(no("div", { class: "fundo" }, no("div", { class: "janela", role: "dialog" },
      no("p", {}, texto), ...botoes.map((nome) => botao(nome, fechar(nome))))));
  });
}

// ---- the server -----------------------------------------------------------------------------------------------------
// Calls `mostrar` with the answer, unless the answer is a refusal, the way in, or none.
async function pedir(acao, corpo, mostrar) {
  const pedido = corpo && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(corpo) };
  let resposta;
  try { resposta = await fetch(`/api/${acao}`, pedido); } catch { return recado("Sem conexão com o servidor."); }
  if (resposta.status === 503) return onde("pagina").replaceChildren(no("h1", {}, "Sistema em manutenção"));
  if (!resposta.ok) return recado("O servidor falhou.");
  const dados = await resposta.json();
  rotulos = dados.rotulos;
  onde("recados").replaceChildren();
  if (dados.caixa) entrada(dados.caixa);
  if (dados.recusa) recado(dados.recusa);
  if (!dados.caixa && !dados.recusa) mostrar(dados);
  if (dados.feito) recado(dados.feito);
  const { kind, text } = dados.imprevisto ?? {};
  if (kind === "modal") janela(text, "Continuar", "Cancelar");
  else if (kind) window[kind](text);
}

// ---- what every view has, and the way in ------------------------------------------------------------------------------
function vista(titulo, ...corpo) {
  const barra = no("nav", {}, ...menu.map(
    ([nome, ir]) => botao(nome, () => pedir("eu", null, ir))), botao("Sair", () => pedir("sair", {}, () => {})));
  onde("pagina").replaceChildren(barra, no("section", {}, no("h2", {}, dito(titulo)), ...corpo));
}
function entrada(caixa) {
  const resposta = no("textarea", { name: "g-recaptcha-response", style: "display:none", "data-nome": "robo" });
  window.onmessage = (e) => { if (e.origin === location.origin) resposta.value = e.data.naoSouUmRobo ?? ""; };
  onde("pagina").replaceChildren(no("section", {}, no("h2", {}, dito("Acesso do prestador")), campo("usuario", "Usuário"),
    campo("senha", "Senha", "", "password"), resposta,
    no("iframe", { title: "reCAPTCHA", src: `/nao-sou-um-robo/${caixa}`, width: 304, height: 78, style: "border:0" }),
    botao("Entrar", () => pedir("entrar", digitado(), inicio))));
}
