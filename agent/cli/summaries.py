"""Every command and its one sentence: all that `faturista --help` needs to know, so that it answers at once."""

SUMMARIES = {
    "iniciar": "Cria a pasta do escritório, com um exemplo comentado.",
    "senha": "Guarda a senha de um acesso, cifrada.",
    "cofre": "Prova que o cofre abre e diz o que falta; troca a chave.",
    "conferir": "Lê uma planilha e mostra o que seria lançado e o que precisa de correção.",
    "planejar": "Mostra o que seria feito no portal, sem fazer.",
    "lancar": "Lança no portal o que foi planejado.",
    "fechar": "Confere o mês com o portal e, com a sua aprovação, fecha.",
    "retorno": "Busca no portal o que foi pago e o que foi glosado.",
    "conciliar": "Confere o retorno com o que foi lançado e grava a planilha de conciliação.",
    "agenda": "Mostra o que vem a seguir em cada clínica, e por quê.",
    "auditar": "Prova que o livro é o que foi escrito, evento por evento.",
    "copia": "Copia o livro em uso e prova a cópia; volta a uma cópia.",
    "situacao": "Mostra como está cada clínica em cada portal.",
    "doutor": "Examina a instalação e diz o que fazer em cada achado.",
    "demo": "Faz o mês inteiro de três clínicas inventadas em portais simulados.",
    "portal-simulado": "Abre os portais simulados, para treinamento.",
}
