// The views of the imagined insurer; pecas.js has what they are drawn with.
const menu = [["Lançar", lancar], ["Conferir", conferir], ["Retorno", retorno]];
const inicio = lancar;

function lancar() {
  vista("Nova cobrança", campo("competencia", "Competência"), campo("guia", "Guia"),
    botao("Abrir guia", () => pedir("abrir", digitado(), ({ cobranca }) => digitar(cobranca))));
}
function digitar({ numero, de, codigo, preco }) {
  const salvar = () => pedir("gravar", { ...digitado(), numero }, lancar);
  vista("Cobrança em digitação",
    no("dl", {}, par("Cobrança nº", numero), par("Beneficiário", de.beneficiario), par("Carteirinha", de.carteirinha)),
    campo("codigo", "Procedimento", codigo), campo("data", "Dia do atendimento"), campo("quantidade", "Quantidade", 1),
    campo("valor", "Valor cobrado", reais(preco)), botao("Salvar cobrança", salvar));
}
function conferir() {
  vista("Conferência", campo("competencia", "Competência"), botao("Mostrar", () => {
    const pedido = digitado();
    pedir("conferencia", pedido, (lista) => conferida(pedido, lista));
  }));
}
function conferida(pedido, { linhas, total, fechada }) {
  const lista = tabela(["Nº", "Guia", "Beneficiário", "Procedimento", "Dia", "Qtd", "Cobrado", "Situação"], [
    ...linhas.map((l) => [l.finalizada ? "" : "rascunho", l.id, l.guia, l.beneficiario, l.codigo, dia(l.data),
      l.finalizada ? l.quantidade : "", l.finalizada ? reais(l.valor) : "", l.finalizada ? "Salva" : "Rascunho"]),
    ["", "Total", "", "", "", "", total.quantidade, reais(total.valor), ""]]);
  if (fechada) return vista(`Cobranças encerradas de ${pedido.competencia}`, lista);
  const confirmar = async (pergunta, sim, acao, corpo) => {
    if (await janela(pergunta, sim, "Voltar") === sim) pedir(acao, corpo, conferir);
  };
  vista(`Cobranças de ${pedido.competencia}`, lista, campo("numero", "Número da cobrança"),
    botao("Excluir cobrança", () => {
      const { numero } = digitado();
      confirmar(`Excluir a cobrança ${numero}?`, "Sim, excluir", "excluir", { numero });
    }),
    botao("Encerrar competência", () => confirmar(
      `Encerrar a competência ${pedido.competencia}? Depois disso ela não aceita cobranças.`,
      "Sim, encerrar", "fechar", pedido)));
}
function retorno() {
  vista("Retorno da operadora", campo("competencia", "Competência"), botao("Consultar", () => {
    const pedido = digitado();
    pedir("retorno", pedido, ({ linhas }) => devolvida(pedido, linhas));
  }));
}
function devolvida({ competencia }, linhas) {
  const soma = (valores) => reais(valores.reduce((a, b) => a + b, 0));
  vista(`Retorno de ${competencia}`, tabela(
    ["Nº", "Guia", "Procedimento", "Dia", "Qtd", "Cobrado", "Pago", "Glosado", "Motivo"], [
      ...linhas.map((l) => ["", l.id, l.guia, l.codigo, dia(l.data), l.quantidade, reais(l.valor),
        reais(l.valor - l.glosa.valor), reais(l.glosa.valor), l.glosa.motivo]),
      ["", "Total", "", "", "", "", soma(linhas.map((l) => l.valor)),
        soma(linhas.map((l) => l.valor - l.glosa.valor)), soma(linhas.map((l) => l.glosa.valor)), ""]]));
}
pedir("eu", null, lancar);
