"""An imitation of IPASEM-NH's portal, written from its manual: an independent witness.

What the manual does not say and this imitation chose: opening an authorisation leaves a draft at once; a draft
is continued when its authorisation is opened again, a finished one gets a new draft beside it, so duplicates are
accepted; saving the same movement twice changes it and makes no second one; Quantidade is checked per movement;
Valor is the movement's value as typed, never multiplied; report totals count finished movements only.

Of odontologia: a code or a face is taken with Enter from the list that opens while it is typed, a picked face is shown
with a ✓, Quantidade is always 1, and no face is refused for its tooth (the manual's own picture has such a one).
A new senha needs eight signs with letters and numbers; the link for it serves once, within an hour. Observação holds
255 signs: the old skin cuts it, the plain one refuses it.

Its actions, as switches and the request log name them: tela-entrar, entrar, tela-recuperar, recuperar, sair, inicio
(after signing in), principal (the cards inside the old skin's frame), cartao (a card is sent), movimento (the launch
screen), abrir (Enter on a number), validar (one field), gravar, excluir, alterar, fechar, reabrir, conferencia,
fechamento, retorno, atividades, consultar, sugerir (a code's list), enviar-email, tela-nova-senha, alterar-senha.
An unexpected dialog can also be armed on the moments antes-de-gravar and antes-de-fechar, where it stays until it is
disarmed.
"""
