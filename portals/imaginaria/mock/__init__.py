"""The imagined insurer's portal: a single page (pagina.html, pagina.js) that talks JSON with app.py.

Its actions, as switches and the request log name them: eu (who am I; every view of the menu asks it), entrar, sair,
abrir (a guia; leaves a draft), gravar, excluir, conferencia, fechar, retorno.
"""
