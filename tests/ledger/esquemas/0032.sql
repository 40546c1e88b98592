BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 18:13:06.281321+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 18:13:06.292995+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 18:13:06.307634+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 18:13:06.324702+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0006_estorno','2026-11-22 18:13:06.368317+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'faturista','0007_contas','2026-11-22 18:13:06.404455+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'faturista','0007_corrections','2026-11-22 18:13:06.418854+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'faturista','0008_contas_guards','2026-11-22 18:13:06.427467+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'faturista','0010_atendimento','2026-11-22 18:13:06.443201+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'faturista','0011_notices','2026-11-22 18:13:06.451316+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'faturista','0012_painel','2026-11-22 18:13:06.468121+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'faturista','0013_painel_guards','2026-11-22 18:13:06.479096+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'faturista','0014_deducoes','2026-11-22 18:13:06.488325+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'faturista','0015_deducoes_guards','2026-11-22 18:13:06.502523+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'faturista','0016_event_mes','2026-11-22 18:13:06.511220+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'faturista','0017_linha_item','2026-11-22 18:13:06.519719+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'faturista','0018_configuracao','2026-11-22 18:13:06.528955+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'faturista','0019_pedido','2026-11-22 18:13:06.550561+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'faturista','0020_lote','2026-11-22 18:13:06.571914+00:00');
INSERT INTO "_sqlite_migrations" VALUES(20,'faturista','0030_vista','2026-11-22 18:13:06.593120+00:00');
INSERT INTO "_sqlite_migrations" VALUES(21,'faturista','0031_pendencia','2026-11-22 18:13:06.616236+00:00');
INSERT INTO "_sqlite_migrations" VALUES(22,'faturista','0032_a_conciliar','2026-11-22 18:13:06.630321+00:00');
INSERT INTO "_sqlite_migrations" VALUES(23,'faturista','0032_marcas','2026-11-22 18:13:06.646137+00:00');
CREATE TABLE a_conciliar (
  id integer primary key autoincrement,
  mes_id integer not null references mes (id),
  numero_autorizacao text not null
) strict;
INSERT INTO "a_conciliar" VALUES(4,1,'000001');
INSERT INTO "a_conciliar" VALUES(5,1,'000001');
CREATE TABLE approval (
  id integer primary key,
  mes_id integer not null references mes (id),
  what text not null,
  hash text not null,
  who text not null constraint approval_who check (length(who) > 0),
  at text not null,
  constraint approval_once unique (mes_id, what, hash)
) strict;
INSERT INTO "approval" VALUES(1,1,'lancar','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','Ana','2026-11-03T09:00:00.000Z');
INSERT INTO "approval" VALUES(2,1,'fechar','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','Ana','2026-11-03T09:00:00.000Z');
INSERT INTO "approval" VALUES(3,1,'reabrir','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','Ana','2026-11-03T09:00:00.000Z');
CREATE TABLE attempt (
  id integer primary key,
  batch_id integer not null references batch (id),
  lancamento_id integer not null references lancamento (id),
  no integer not null constraint attempt_no check (no > 0),
  state text not null constraint attempt_state
    check (state in ('intent', 'uncertain', 'confirmed', 'absent', 'rejected', 'released')),
  opened_at text not null,
  closed_at text,
  movimento text not null default '',
  protocolo text not null default '',
  snapshot_id integer references snapshot (id),
  why text not null default '',
  constraint attempt_once unique (lancamento_id, no)
) strict;
INSERT INTO "attempt" VALUES(1,1,1,1,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m1','',NULL,'');
INSERT INTO "attempt" VALUES(2,2,2,1,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m2','',NULL,'');
INSERT INTO "attempt" VALUES(3,2,3,1,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m3','',1,'confirmado sem recibo deste lançamento');
INSERT INTO "attempt" VALUES(4,3,4,1,'absent','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','','',1,'sem resposta sobre •••');
INSERT INTO "attempt" VALUES(5,4,6,1,'released','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','','',NULL,'a tela não abriu');
INSERT INTO "attempt" VALUES(6,5,7,1,'rejected','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','','',NULL,'••• não tem direito');
INSERT INTO "attempt" VALUES(7,6,5,1,'absent','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','','',1,'a execução terminou antes da resposta');
INSERT INTO "attempt" VALUES(8,7,5,2,'absent','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','','',1,'o livro foi restaurado de uma cópia anterior a este envio');
INSERT INTO "attempt" VALUES(9,8,6,2,'absent','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m6','',5,'');
INSERT INTO "attempt" VALUES(10,9,7,2,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m7','',1,'');
INSERT INTO "attempt" VALUES(11,10,8,1,'absent','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m8','',4,'');
INSERT INTO "attempt" VALUES(12,11,4,2,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m4','',NULL,'');
INSERT INTO "attempt" VALUES(13,12,5,3,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m5','',NULL,'');
INSERT INTO "attempt" VALUES(14,16,9,1,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m6','',5,'');
CREATE TABLE batch (
  id integer primary key,
  journal_id text not null constraint batch_journal_once unique,
  kind text not null constraint batch_kind check (kind in ('launch', 'adoption', 'removal')),
  mes_id integer not null references mes (id),
  portal text not null,
  account text not null,
  token integer not null,
  state text not null constraint batch_state check (state in ('open', 'closed')),
  opened_at text not null,
  closed_at text
) strict;
INSERT INTO "batch" VALUES(1,'3d5a99c9a91c44a78cc79da74ee74348','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'5d4bba60879548358ee617a649a1d749','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'a4d6894f881c4c7e95dee90b7ca98940','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'9f164d08a8604bb59f913d8d807f8ccd','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'087ed61ccc14499095194ca7742262cf','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'8d42d1223b8b464c87c53d8d14bba45f','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'df0ffd3803e642b89cc59eb1392c109b','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'fd2e54c31e0148258a63383a42bd8e40','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'2cc29406e60241ccb437ffe123c79574','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'5e4b0ef6690a45bbad759206e7110351','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'0e046b8f081e4acdbf01017aed758b79','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'cff2f8c4aa4145b3a16eb228606ee179','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'19591313009745d9b6b56132f5b73c41','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(15,'ec9ce8c76fea4ba39c2083d4178e7686','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(16,'66c34a967ccf4011ab1483515470a893','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
CREATE TABLE conciliada (
  clinica text not null,
  portal text not null,
  edition text not null,
  constraint conciliada_once primary key (clinica, portal)
) strict;
INSERT INTO "conciliada" VALUES('sorriso','ipasem','1');
CREATE TABLE decisao (
  id integer primary key,
  linha_retorno_id integer not null references linha_retorno (id),
  lancamento_id integer references lancamento (id),
  adds integer not null,
  who text not null constraint decisao_who check (length(who) > 0),
  reason text not null constraint decisao_reason check (length(reason) > 0),
  at text not null,
  state text not null constraint decisao_state check (state in ('live', 'revoked'))
) strict;
INSERT INTO "decisao" VALUES(1,2,1,0,'Ana','conferido','2026-11-03T09:00:00.000Z','revoked');
CREATE TABLE deducao (
  id integer primary key,
  mes_id integer not null references mes (id),
  demonstrativo_id integer not null references demonstrativo (id),
  demonstrativo text not null,
  data text not null,
  tipo text not null,
  texto text not null,
  valor integer not null constraint deducao_valor check (valor <> 0),
  protocolo text not null,
  numero_autorizacao text not null,
  ocorrencia integer not null,
  fingerprint text not null constraint deducao_once unique,
  withdrawn_at text
) strict;
INSERT INTO "deducao" VALUES(1,1,1,'77','2026-11-10','IRRF','IRRF',-500,'','',1,'355079b344570b18675edc6a7d8c1ecd528ac4ad89c34272e09e132079752922',NULL);
INSERT INTO "deducao" VALUES(2,1,2,'77','2026-11-10','IRRF','IRRF',-600,'','',1,'8952f44428aa70d6e18120b789f4d182a3a82ef4e33e73c65aae5eb13c5789fb',NULL);
CREATE TABLE demonstrativo (
  id integer primary key,
  mes_id integer not null references mes (id),
  imported_at text not null,
  informado integer not null,
  liberado integer not null,
  glosa integer not null, fonte text not null default 'portal',
  constraint demonstrativo_balances check (informado = liberado + glosa)
) strict;
INSERT INTO "demonstrativo" VALUES(1,1,'2026-11-03T09:00:00.000Z',6500,6000,500,'portal');
INSERT INTO "demonstrativo" VALUES(2,1,'2026-11-03T09:00:00.000Z',6500,5900,600,'portal');
CREATE TABLE demonstrativo_evidence (
  demonstrativo_id integer not null references demonstrativo (id),
  evidence_id integer not null references evidence (id),
  constraint demonstrativo_evidence_once primary key (demonstrativo_id, evidence_id)
) strict;
INSERT INTO "demonstrativo_evidence" VALUES(1,6);
INSERT INTO "demonstrativo_evidence" VALUES(2,7);
CREATE TABLE event (
  seq integer not null,
  at text not null,
  actor text not null,
  kind text not null,
  mes_id integer,
  entity text not null,
  entity_id integer not null,
  body text not null,
  prev text not null,
  hash text not null constraint event_hash_once unique,
  constraint event_once primary key (seq)
) strict;
INSERT INTO "event" VALUES(1,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"clinica":"sorriso","competencia":"2026-10","portal":"ipasem"}','0000000000000000000000000000000000000000000000000000000000000000','eacdc3617d8ca6fb626c05c791e47b2926122995d38837cee4747a1d3e45dfd4');
INSERT INTO "event" VALUES(2,'2026-11-03T09:00:00.000Z','faturista','lease.taken',NULL,'lease',1,'{"owner":"teste","portal":"ipasem"}','eacdc3617d8ca6fb626c05c791e47b2926122995d38837cee4747a1d3e45dfd4','e04266886ff4e652e052787fcf73c9548c971c39fdb70f0da32cb40964acb1fa');
INSERT INTO "event" VALUES(3,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',1,'reading',1,'{"canceladas":[],"changed":0,"gone":0,"new":8,"pendentes":[[1,"da8f16384dae0908"],[2,"a472107a8e38add0"],[3,"6e53a94dc715ac9d"],[4,"a22cde3f205deac5"],[5,"a3f4477226d59ab9"],[6,"9012293d6a044caa"],[7,"c0fc31a16dbbd16f"],[8,"15dfaad36fe3c3df"]],"sha256":""}','e04266886ff4e652e052787fcf73c9548c971c39fdb70f0da32cb40964acb1fa','f4e1be42ec4cf8f5589c5c4da68770bad8b9e6ed9a83e5baba28f9bbb92cf2d9');
INSERT INTO "event" VALUES(4,'2026-11-03T09:00:00.000Z','faturista','plan.saved',1,'plan',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','f4e1be42ec4cf8f5589c5c4da68770bad8b9e6ed9a83e5baba28f9bbb92cf2d9','1be033310ce752f7a80f147d556d12d60d5126cc2cac5aef037933f231281ca2');
INSERT INTO "event" VALUES(5,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"lancar"}','1be033310ce752f7a80f147d556d12d60d5126cc2cac5aef037933f231281ca2','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976');
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"3d5a99c9a91c44a78cc79da74ee74348"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','c940dc8c846b9c3873ff9474ffde92bb6357993e1750c7b8bbe13353c61ef4a8');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','c940dc8c846b9c3873ff9474ffde92bb6357993e1750c7b8bbe13353c61ef4a8','fe47eed303b5a74ea7c93e590c382b9ee106deb66741c9bb1d0b420a48a53b5a');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','fe47eed303b5a74ea7c93e590c382b9ee106deb66741c9bb1d0b420a48a53b5a','3c91dd3abab732172be4c75495187db612c9345f73685e392a036deefc7da485');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"5d4bba60879548358ee617a649a1d749"}','3c91dd3abab732172be4c75495187db612c9345f73685e392a036deefc7da485','0da9df9a66608c27bf0a381c7b4eb59014c1838b7a795f0dcaba086d36deb587');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','0da9df9a66608c27bf0a381c7b4eb59014c1838b7a795f0dcaba086d36deb587','3f90368ec3347f7d14e533dca211ded588d06688e5e3d4128b7ab562574216b6');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','3f90368ec3347f7d14e533dca211ded588d06688e5e3d4128b7ab562574216b6','f6b27e3d4bb01d71047fcd9769134bb1414c3d883580de0d76334229d745d2ae');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"a4d6894f881c4c7e95dee90b7ca98940"}','f6b27e3d4bb01d71047fcd9769134bb1414c3d883580de0d76334229d745d2ae','008726dac09162ea13e616e5abb157b3c2b70a9e34589b8cfaa4724220decab6');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','008726dac09162ea13e616e5abb157b3c2b70a9e34589b8cfaa4724220decab6','34b0c4a491110e96a9b7ea09370d295110cf60553998156dead72eb5a0ea435a');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"9f164d08a8604bb59f913d8d807f8ccd"}','34b0c4a491110e96a9b7ea09370d295110cf60553998156dead72eb5a0ea435a','6c9909ccaee267c602d73f966b24422716836f690e0c37ccc6c34f8ccb828f4f');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','6c9909ccaee267c602d73f966b24422716836f690e0c37ccc6c34f8ccb828f4f','02777f54b2db4c675aa3e2891b63a60aafef04ab3c911b446279d4c780c73a37');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"087ed61ccc14499095194ca7742262cf"}','02777f54b2db4c675aa3e2891b63a60aafef04ab3c911b446279d4c780c73a37','81a64368553c7c1887d466b5eb10237a8e7c6fd9ec8834fc27164efad1576c91');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','81a64368553c7c1887d466b5eb10237a8e7c6fd9ec8834fc27164efad1576c91','bd39476efb76c46f333f6ed3a4c6483779d754272ecd5f7ed63a498b338e7926');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','bd39476efb76c46f333f6ed3a4c6483779d754272ecd5f7ed63a498b338e7926','b78cb524fab9b88665e6a3be7441577872a9279850f4fc5629b8887dcbeba13f');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"8d42d1223b8b464c87c53d8d14bba45f"}','b78cb524fab9b88665e6a3be7441577872a9279850f4fc5629b8887dcbeba13f','fcbc0ee601909f40e2dda727b57ac2ca77a4594a35305ce22a91523b6a94ff0f');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','fcbc0ee601909f40e2dda727b57ac2ca77a4594a35305ce22a91523b6a94ff0f','5b214a4dd6221923a963e01da27152a09cc94d325128b09be167eaba44a47cfb');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','5b214a4dd6221923a963e01da27152a09cc94d325128b09be167eaba44a47cfb','e3d2aaefd044ddb7735da015b5d4cacc9166296af530c8dc24632e35678f09ee');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','evidencia.guardada',1,'evidence',2,'{"entries":[1],"sha256":"b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2","what":"parada"}','e3d2aaefd044ddb7735da015b5d4cacc9166296af530c8dc24632e35678f09ee','c3cfed0233001b99bdcc6eca2f4d1032e31688e149b4061e1897b9aaaf7990e3');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','c3cfed0233001b99bdcc6eca2f4d1032e31688e149b4061e1897b9aaaf7990e3','e03a3ff5300a8a5118f64756905fd4e83ad94fb63ae23f531a0065b40153c5b2');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','e03a3ff5300a8a5118f64756905fd4e83ad94fb63ae23f531a0065b40153c5b2','643c73f3aa710f1c8bd1953ca77b8650b72c4ac629a7c9ab19d18f9a3469cb00');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','643c73f3aa710f1c8bd1953ca77b8650b72c4ac629a7c9ab19d18f9a3469cb00','5068545dcd5a72462cdc578d778fc2f02621c3780d27d4a588e191fcfc5d6603');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','5068545dcd5a72462cdc578d778fc2f02621c3780d27d4a588e191fcfc5d6603','b4b819ee7d88c452be18c2546688ad96888238fd8923bceb691a01db6a812213');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','b4b819ee7d88c452be18c2546688ad96888238fd8923bceb691a01db6a812213','89e3efdee38deaab2f4da9efceb5065d1cbfa94ba8c0561cfb7256c1d5447ee4');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','89e3efdee38deaab2f4da9efceb5065d1cbfa94ba8c0561cfb7256c1d5447ee4','4e143cbfc20bd3c2292f3062a7611554b692939de4cdfe1c985723fafe709857');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"due":"2026-11-13","entry":null,"kind":"linha_alheia","line":null,"owner":"escritório","ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','4e143cbfc20bd3c2292f3062a7611554b692939de4cdfe1c985723fafe709857','6eec75f8da83fe318bb91953e2af0b6179c0406f2590525476a0ece6e91603fd');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','6eec75f8da83fe318bb91953e2af0b6179c0406f2590525476a0ece6e91603fd','99083f69cb32170f391d201ddbcaa6cfa0990e6a47cadc70b046b21018c9d181');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"5e4b0ef6690a45bbad759206e7110351"}','99083f69cb32170f391d201ddbcaa6cfa0990e6a47cadc70b046b21018c9d181','9ddcef3a71a14825e5adfa632e5ca30c93cb72ffdf361c352432fc9aedc1b7fe');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','9ddcef3a71a14825e5adfa632e5ca30c93cb72ffdf361c352432fc9aedc1b7fe','efe6ea31553ab3995441fbd8df93987f379c8d8c27cd68c2ef3bd4c2b8691909');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','efe6ea31553ab3995441fbd8df93987f379c8d8c27cd68c2ef3bd4c2b8691909','f09e73401697a3b1b004cabd1cfacd0ed220081bc8579da0b8d37df0d7aa7ff2');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"0e046b8f081e4acdbf01017aed758b79"}','f09e73401697a3b1b004cabd1cfacd0ed220081bc8579da0b8d37df0d7aa7ff2','9616fe55f36d32a10c89d460da8ed768dc4789e82a5a3bcc14fd773e25c48d23');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','9616fe55f36d32a10c89d460da8ed768dc4789e82a5a3bcc14fd773e25c48d23','ba7101593b721aae0c6d36898a2a0e6f72930d1ea615029401f653f2a4c03cbb');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','ba7101593b721aae0c6d36898a2a0e6f72930d1ea615029401f653f2a4c03cbb','6d307064844bd7efe21d9275288ebd75e097050fe08cc6f07c7910718e036226');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','6d307064844bd7efe21d9275288ebd75e097050fe08cc6f07c7910718e036226','4dcb9bf94b72c8485146a8e61832c685746351cc5ac4174cd437fccd4e17d840');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','4dcb9bf94b72c8485146a8e61832c685746351cc5ac4174cd437fccd4e17d840','1bdf300b7a0b5eed75ceb8a02f6166cecb7e4c23e98e2785d15616a3e91daf1e');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','1bdf300b7a0b5eed75ceb8a02f6166cecb7e4c23e98e2785d15616a3e91daf1e','2a8644b644b8d18cc817053da7726b7bd64e07447ba48f680a4f0c40a753627a');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','2a8644b644b8d18cc817053da7726b7bd64e07447ba48f680a4f0c40a753627a','cb7189792db80665dc24069fbb6fcbfb08fb7425d3a21c281a62faa725ae3343');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','cb7189792db80665dc24069fbb6fcbfb08fb7425d3a21c281a62faa725ae3343','c6d4cf0e445b5ef0d28938e8e5facb3a97a5c79c737f8a41bc367d3d627fe347');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','c6d4cf0e445b5ef0d28938e8e5facb3a97a5c79c737f8a41bc367d3d627fe347','bcf6e0ff74c18faa10db15ecf06a47af4eb6952a2db269cbced9cee39218815c');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"sem resposta"}','bcf6e0ff74c18faa10db15ecf06a47af4eb6952a2db269cbced9cee39218815c','520741ef1b7018e985615fee8fb4bd0ff9a352ac3313f4c85207b73c653ad16c');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','520741ef1b7018e985615fee8fb4bd0ff9a352ac3313f4c85207b73c653ad16c','b6fdf73c03839d3396b220728f6e6beed7d6a6719a908ab7d3d5140010e5af7a');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"a execução terminou antes da resposta"}','b6fdf73c03839d3396b220728f6e6beed7d6a6719a908ab7d3d5140010e5af7a','5be50ef59ac143aa88cb4a717571ff6889488f47b4c608b0c1f170e39c856399');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','5be50ef59ac143aa88cb4a717571ff6889488f47b4c608b0c1f170e39c856399','33f64d4dcc558797a317333f7fc5fea65f0e7eac3885e1e00bc924e8c9d02e1e');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','lancamento.corrigida',1,'lancamento',7,'{"facts":"ac1a330ea596ed0e","movimento":"m7","postings":"566c4fa930193ee13efeea02eda1470c22dc3bd65bda539d86a70446967d7ba9","protocolo":"","valor":7100}','33f64d4dcc558797a317333f7fc5fea65f0e7eac3885e1e00bc924e8c9d02e1e','bb5752a0e49478486f0fe657ebb62b7dbf67132caf59ea2959bfee6574d1648e');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','faturista','correcao.leitura',1,'lancamento',7,'{"movimento":"m7"}','bb5752a0e49478486f0fe657ebb62b7dbf67132caf59ea2959bfee6574d1648e','04ea973eb802ac834565e2c1448ca843856d1a80b8436c95577bc297e1cb352c');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',15,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m8","numero_autorizacao":"000008","why":"pedida"}','04ea973eb802ac834565e2c1448ca843856d1a80b8436c95577bc297e1cb352c','f5b099f3097a30c2a3dfd5ce1071351b015ab8041c18b5a7a317042c97651b47');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',15,'{}','f5b099f3097a30c2a3dfd5ce1071351b015ab8041c18b5a7a317042c97651b47','f6949d883b10a0b629adedf2bb69d914dd726c52f22329345e0252f1b800e361');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','Ana','lancamento.excluida',1,'lancamento',8,'{"movimento":"m8","postings":"4f3de36c29cf2bb91e721cb5541e1a20d97c357c4303e853df80becae30b7371","state":"recusada","why":"excluída do portal"}','f6949d883b10a0b629adedf2bb69d914dd726c52f22329345e0252f1b800e361','0517fc611ae7abc9d2b52c20a37b5c52138ce796d6e0ae7837413d83bfd6c1fd');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',1,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"bd823de4ed4dbf43"]],"sha256":""}','0517fc611ae7abc9d2b52c20a37b5c52138ce796d6e0ae7837413d83bfd6c1fd','59c55d284173c03e3627d2721ac3ec27a8bb5e85d4a222f7837e01ab81948cb1');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','lancamento.trocada',1,'lancamento',6,'{"movimento":"m6","postings":"26d4e09f113bf579562891f49812e158c193f8ba2972b3ef643dc7d7f3518f2c","state":"recusada","why":"alterada no portal: a linha agora é 10101012 de 05/10/2026"}','59c55d284173c03e3627d2721ac3ec27a8bb5e85d4a222f7837e01ab81948cb1','d07a96bd3d7fc907e33856a672d2eb3672a2e7bc95f5542a653c89b176c64e49');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',9,'{"movimento":"m6","postings":"f161be8b813f0c0bc1545026d030b9e5d2a5b35a8a2183dc3393a8ed62988d69","protocolo":"","valor":6500}','d07a96bd3d7fc907e33856a672d2eb3672a2e7bc95f5542a653c89b176c64e49','bbd84b25e3855b1f5fd5b8d2fb811afbf2313e87d07008a52e1241ca9492d2c5');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','bbd84b25e3855b1f5fd5b8d2fb811afbf2313e87d07008a52e1241ca9492d2c5','5fe927e243d703accb15ae85d98d30820c3786a7c96367cf4c648d56bc47f3ab');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','5fe927e243d703accb15ae85d98d30820c3786a7c96367cf4c648d56bc47f3ab','9bdf11d10fa27914ebc1610cf866bcfca37436f051bd8be30fb4eca6131843e6');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','9bdf11d10fa27914ebc1610cf866bcfca37436f051bd8be30fb4eca6131843e6','c42b385add27fd817e304de0a0b6729702394689eb0cd6d98c3f3e3191abc3d9');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','c42b385add27fd817e304de0a0b6729702394689eb0cd6d98c3f3e3191abc3d9','e791ccfd96a3ffe5929ef883fe68b68e592ad31236335e9d4b4dc76ebbd5fc75');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','e791ccfd96a3ffe5929ef883fe68b68e592ad31236335e9d4b4dc76ebbd5fc75','990aa15af65c6abcd1a1dab5eb0b558062f390be77bdeadf90cd2696cd67eec0');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','990aa15af65c6abcd1a1dab5eb0b558062f390be77bdeadf90cd2696cd67eec0','fa6b79120d86db4b40695fcf1dcbe07215ea8dccc03e60f641a10b53171eb056');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','fa6b79120d86db4b40695fcf1dcbe07215ea8dccc03e60f641a10b53171eb056','15ebcb3de95b4b77389463c2247344f0f01ec178efcf386c438360e53e043f29');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','15ebcb3de95b4b77389463c2247344f0f01ec178efcf386c438360e53e043f29','3dcba5a2de60c2390597819c8f1275a93787abff23fb955f9769ca71c5479740');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','3dcba5a2de60c2390597819c8f1275a93787abff23fb955f9769ca71c5479740','21c0f46e3dc586f686ea1e4b5cac3fd571f062a24c2086f1ecace15144ac3fa1');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','21c0f46e3dc586f686ea1e4b5cac3fd571f062a24c2086f1ecace15144ac3fa1','23310dc55a1eb1d08ad561d30d9be5dca5d7274c03bc990ed6ab38ca6a7bed7c');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','23310dc55a1eb1d08ad561d30d9be5dca5d7274c03bc990ed6ab38ca6a7bed7c','821852562db896922b66ce8f8cabde88acb6fcff0a55f3593d7c87152cd959f9');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento reaberto"}','821852562db896922b66ce8f8cabde88acb6fcff0a55f3593d7c87152cd959f9','313acef59f9dd88555952189b29786663b312524d6065bd962804917ae19cce3');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','313acef59f9dd88555952189b29786663b312524d6065bd962804917ae19cce3','1a46635e348372fb1fe14bfcbe4a2435d1665496fca2e0a030207b4bd257db9e');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','1a46635e348372fb1fe14bfcbe4a2435d1665496fca2e0a030207b4bd257db9e','4d5ff05dcb61ac6bdba343cc525102844dd4cb82a4056cadc0380f7da622d0fa');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','4d5ff05dcb61ac6bdba343cc525102844dd4cb82a4056cadc0380f7da622d0fa','d99217f8127a3b1bc2d0d863196b951d35213667487de2d059eb191ac7ec6722');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"d99217f8127a3b1bc2d0d863196b951d35213667487de2d059eb191ac7ec6722"}','d99217f8127a3b1bc2d0d863196b951d35213667487de2d059eb191ac7ec6722','28aadd6ae0643f5a6afb34c670f50c5f21a5139a49e5ae1f9627fca6978b9dd5');
INSERT INTO "event" VALUES(71,'2026-11-03T09:00:00.000Z','faturista','arquivo.situacao',1,'arquivo',7,'{"arquivos":[{"lote":"7","lote_operadora":"55001","protocolo":"P1","situacao":"Recebido"}]}','28aadd6ae0643f5a6afb34c670f50c5f21a5139a49e5ae1f9627fca6978b9dd5','e6bc16200b3daa6174bfa8c620cbc2f95c37305289402b56c79e153b2a7d0be3');
INSERT INTO "event" VALUES(72,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0,"withheld":"1f15733eb1572184"}','e6bc16200b3daa6174bfa8c620cbc2f95c37305289402b56c79e153b2a7d0be3','77a90edb49a23e24c79463979ab2f036a19cfa77e6977a59d399f9b3a54afbe2');
INSERT INTO "event" VALUES(73,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','77a90edb49a23e24c79463979ab2f036a19cfa77e6977a59d399f9b3a54afbe2','532c9ec69604154b6812ee9838a6492f9133eaac79c2bc271902172f446f592b');
INSERT INTO "event" VALUES(74,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','532c9ec69604154b6812ee9838a6492f9133eaac79c2bc271902172f446f592b','ebe1fc624b8c633ad161c6dacb58391924f0e8a6935a55e3b3ace43bfd321804');
INSERT INTO "event" VALUES(75,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','ebe1fc624b8c633ad161c6dacb58391924f0e8a6935a55e3b3ace43bfd321804','1d48a8ad29e3695d285fbeaf04e3ca397aad26683cdd5ea223e98d9b0d17521e');
INSERT INTO "event" VALUES(76,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1,"withheld":"02e68db36567166a"}','1d48a8ad29e3695d285fbeaf04e3ca397aad26683cdd5ea223e98d9b0d17521e','9adf3250fc10f5affb00e90bfc2469688d8d427b5e90a9af9e6184dab35f1c9c');
INSERT INTO "event" VALUES(77,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','9adf3250fc10f5affb00e90bfc2469688d8d427b5e90a9af9e6184dab35f1c9c','504e0b7bec988ba66c6338cf7eefa50045e258707c454ebe966b5929c4616823');
INSERT INTO "event" VALUES(78,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','504e0b7bec988ba66c6338cf7eefa50045e258707c454ebe966b5929c4616823','8eadf65a469cd8d4fed8effb3d10fbdcee508ff92e3d163988cc21d8dfc3f970');
INSERT INTO "event" VALUES(79,'2026-11-03T09:00:00.000Z','Ana','decisao.tomada',1,'decisao',1,'{"adds":false,"entry":1,"line":2,"reason":"conferido"}','8eadf65a469cd8d4fed8effb3d10fbdcee508ff92e3d163988cc21d8dfc3f970','30124452cf0e78d2c18ef1e527373c0efc8012af03ac933cdf64978abd222d1b');
INSERT INTO "event" VALUES(80,'2026-11-03T09:00:00.000Z','Ana','decisao.desfeita',1,'linha_retorno',2,'{"line":2}','30124452cf0e78d2c18ef1e527373c0efc8012af03ac933cdf64978abd222d1b','f9628a8dcea797e8518a4ab8d1f3a93f3c665b46c55a279c9469c34b545290b8');
INSERT INTO "event" VALUES(81,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',2,'{"due":"2026-11-13","entry":null,"kind":"linha_duvidosa","line":2,"owner":"Ana","ref":"","text":"linha 1 do retorno: havia 2 candidatos"}','f9628a8dcea797e8518a4ab8d1f3a93f3c665b46c55a279c9469c34b545290b8','a6b0ddbbcfe3ffbe71b0b4abf1cb2272113b9774499f653ab593fa9d2ba5c9c8');
INSERT INTO "event" VALUES(82,'2026-11-03T09:00:00.000Z','Ana','problem.given',NULL,'problem',2,'{"due":"2026-12-01","owner":"Bia","reason":"férias"}','a6b0ddbbcfe3ffbe71b0b4abf1cb2272113b9774499f653ab593fa9d2ba5c9c8','ddcaa4b2f7df347bf493f6c5f0099682440c90f60f4728f25c55f965d98cd9e9');
INSERT INTO "event" VALUES(83,'2026-11-03T09:00:00.000Z','Ana','problem.resolved',1,'problem',2,'{"resolution":"é dela"}','ddcaa4b2f7df347bf493f6c5f0099682440c90f60f4728f25c55f965d98cd9e9','a8113c69f13bb380ff302112474370bbb523b170b66ec90357a3a5a72336fdfb');
INSERT INTO "event" VALUES(84,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',1,'{"entry":1,"valor":400}','a8113c69f13bb380ff302112474370bbb523b170b66ec90357a3a5a72336fdfb','a1051bbdbc482f55774dfcf3671ca91b39ca6a5d862e995571d59e212e1b0c5d');
INSERT INTO "event" VALUES(85,'2026-11-03T09:00:00.000Z','Ana','recurso.desistido',1,'recurso',1,'{"entry":1}','a1051bbdbc482f55774dfcf3671ca91b39ca6a5d862e995571d59e212e1b0c5d','57f05606c4e666518a3b2c5226abdc7ef902f0347371f928bac44396f8708aaa');
INSERT INTO "event" VALUES(86,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"state":"quitada","ties":[[2,2,6500,5900,600]]}','57f05606c4e666518a3b2c5226abdc7ef902f0347371f928bac44396f8708aaa','e5ccafea9fc02880f57460a4efa00f3a7427fb4cc15d5bd156542a71a9982389');
INSERT INTO "event" VALUES(87,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',2,'{"entry":1,"valor":400}','e5ccafea9fc02880f57460a4efa00f3a7427fb4cc15d5bd156542a71a9982389','c8ebdb9167730528037c8ac35af7c92300af4484edf9ae9ee5aafa3e4a971065');
INSERT INTO "event" VALUES(88,'2026-11-03T09:00:00.000Z','faturista','recurso.enviado',1,'recurso',2,'{"entry":1,"protocolo":"R-1","sent_on":"2026-11-05"}','c8ebdb9167730528037c8ac35af7c92300af4484edf9ae9ee5aafa3e4a971065','3eea85042800b5734b50e69b9a36f723f229d935e71a9050c366255fafa07fb0');
INSERT INTO "event" VALUES(89,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"cc685bd1c56f9b1ff755155e5beb6850bb8c9244328398567dbddb8adb07bace","state":"quitada","ties":[[2,2,6500,5900,600]]}','3eea85042800b5734b50e69b9a36f723f229d935e71a9050c366255fafa07fb0','f23cdb82d19bc7648907e8e00dbe4fe584a222228e5b8840e1bdcb393a9472d2');
INSERT INTO "event" VALUES(90,'2026-11-03T09:00:00.000Z','faturista','recurso.respondido',1,'recurso',2,'{"answered_on":"2026-11-20","entry":1,"mantido":100,"recuperado":300}','f23cdb82d19bc7648907e8e00dbe4fe584a222228e5b8840e1bdcb393a9472d2','2bbe5cb000a6997830f192740798b949f05206e24e4cfc98cc003234409dad5c');
INSERT INTO "event" VALUES(91,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"46dee6a44d0459c93c3fd0d605e5dee8b09fedb375d3d84fca375d9d9ab3629d","state":"quitada","ties":[[2,2,6500,5900,600]]}','2bbe5cb000a6997830f192740798b949f05206e24e4cfc98cc003234409dad5c','550f0966aec8c080d1e1c2fe6646dc32c98514897ef603c5c6b9c5575c7027af');
INSERT INTO "event" VALUES(92,'2026-11-03T09:00:00.000Z','Ana','perda.aceita',1,'lancamento',1,'{"reason":"sem documento","valor":100}','550f0966aec8c080d1e1c2fe6646dc32c98514897ef603c5c6b9c5575c7027af','962987bc6595f7bd16c6f62fbcd0a9cc1edfb2f7755cb97a1362e0901ea9a3a4');
INSERT INTO "event" VALUES(93,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"383223ef9e28ef17fac971a60e38bf59e88f8c1020ad9aaa9ea6cd4f6ead6ed8","state":"quitada","ties":[[2,2,6500,5900,600]]}','962987bc6595f7bd16c6f62fbcd0a9cc1edfb2f7755cb97a1362e0901ea9a3a4','d1bbd4bedf374ae690abf4c943a1cff6784278ef4f9561a83ca73de16f89fbdc');
INSERT INTO "event" VALUES(94,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":9}','d1bbd4bedf374ae690abf4c943a1cff6784278ef4f9561a83ca73de16f89fbdc','d8e2ac7ca68be5beb2f361d5278bc3a20ffbcde5ea3ebae4cb0e08830e4b6364');
INSERT INTO "event" VALUES(95,'2026-11-03T09:00:00.000Z','Ana','dossie.feito',NULL,'dossie',95,'{"destinatario":"Convênio","entries":8,"months":[1],"motivo":"auditoria","scope":"sorriso, ipasem, 10/2026","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}','d8e2ac7ca68be5beb2f361d5278bc3a20ffbcde5ea3ebae4cb0e08830e4b6364','e299acc807306815ddd69b46199271b3176f94eb5ef6ce0ad3678cef26566b77');
INSERT INTO "event" VALUES(96,'2026-11-03T09:00:00.000Z','Ana','expurgo.intencao',NULL,'expurgo',96,'{"pieces":[["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","png"]],"why":"telas 24 meses"}','e299acc807306815ddd69b46199271b3176f94eb5ef6ce0ad3678cef26566b77','ea0c53e41e8011fee1f9537504032b65d0c1b28c9ecf173f3ef70f0e4e1c1400');
INSERT INTO "event" VALUES(97,'2026-11-03T09:00:00.000Z','Ana','expurgo.feito',NULL,'expurgo',96,'{"certificate":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}','ea0c53e41e8011fee1f9537504032b65d0c1b28c9ecf173f3ef70f0e4e1c1400','459a0004a117900ba6c2905908bac879c228ee62a9d3a2887caebb4122d64ea7');
INSERT INTO "event" VALUES(98,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','459a0004a117900ba6c2905908bac879c228ee62a9d3a2887caebb4122d64ea7','6d01e6ccbac433f9eeae829f53a2a179af4a664a5d373513b02ac0d934c5cd96');
INSERT INTO "event" VALUES(99,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','6d01e6ccbac433f9eeae829f53a2a179af4a664a5d373513b02ac0d934c5cd96','e7f1fa4eca4ddf4205b6f5288b9ed8dadd8025f75774aa6704ac4d28d87b4dc4');
INSERT INTO "event" VALUES(100,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','e7f1fa4eca4ddf4205b6f5288b9ed8dadd8025f75774aa6704ac4d28d87b4dc4','f9c7007fef2ec01bbdba195effb24132ef11110c3aba6ee68f26577d48c12928');
INSERT INTO "event" VALUES(101,'2026-11-03T09:00:00.000Z','Ana','waiting.primeira',NULL,'waiting',2,'{}','f9c7007fef2ec01bbdba195effb24132ef11110c3aba6ee68f26577d48c12928','0c56ffdaade51ca3a2922af4969e1559fa6395782f619fb9b504d669536e816a');
INSERT INTO "event" VALUES(102,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','0c56ffdaade51ca3a2922af4969e1559fa6395782f619fb9b504d669536e816a','7107bb9fa85da338336cfd624928fc7daf1008a27f622c31f3fee9729d712283');
INSERT INTO "event" VALUES(103,'2026-11-03T09:00:00.000Z','Ana','configuracao.mudada',NULL,'configuracao',0,'{"mudancas":[{"antes":"A","chave":"escritorio.nome","depois":"B"}],"o_que":"faturista.toml"}','7107bb9fa85da338336cfd624928fc7daf1008a27f622c31f3fee9729d712283','8a6f47cabd84d408e49085a66ec7a4648c518fa23ea0fe1005c580d99c543f5a');
INSERT INTO "event" VALUES(104,'2026-11-03T09:00:00.000Z','Ana','membro.criado',NULL,'membro',1,'{"clinica":"","nome":"Rita","papel":"operador"}','8a6f47cabd84d408e49085a66ec7a4648c518fa23ea0fe1005c580d99c543f5a','91a877c2071830a31272d231e3aae075c5c90c31e726b5e1cc3dd2696f48a556');
INSERT INTO "event" VALUES(105,'2026-11-03T09:00:00.000Z','Rita','membro.senha',NULL,'membro',1,'{}','91a877c2071830a31272d231e3aae075c5c90c31e726b5e1cc3dd2696f48a556','efd0b9fb76642becba5236aa77e638aeb9aa6c6a73af6b1a6f8443b76ceb27f8');
INSERT INTO "event" VALUES(106,'2026-11-03T09:00:00.000Z','Ana','membro.mudado',NULL,'membro',1,'{"ativo":0,"clinica":"","papel":"operador"}','efd0b9fb76642becba5236aa77e638aeb9aa6c6a73af6b1a6f8443b76ceb27f8','aa2b36e179a4d93eedd96b32b8219602ddf843300ad4450176bec768738e8e53');
INSERT INTO "event" VALUES(107,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',1,'{"clinica":"sorriso","portal":"ipasem"}','aa2b36e179a4d93eedd96b32b8219602ddf843300ad4450176bec768738e8e53','29986ec2ba4704c41ad0d12c98c6ce21dbbb70d2593efabd3e6b415f0db32d85');
INSERT INTO "event" VALUES(108,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',1,'{"owner":"máquina:1"}','29986ec2ba4704c41ad0d12c98c6ce21dbbb70d2593efabd3e6b415f0db32d85','c14bbaf73a4665383ae2d9b8b09190e8ddf393c7b8e46badc6c9fe8322872c5a');
INSERT INTO "event" VALUES(109,'2026-11-03T09:00:00.000Z','Rita','vista.assumida',NULL,'vista',1,'{"vez":1}','c14bbaf73a4665383ae2d9b8b09190e8ddf393c7b8e46badc6c9fe8322872c5a','cd32ff2a31a549d1862675629ec76cff7e2e9f9ec1b3edb41be0bc6882da521b');
INSERT INTO "event" VALUES(110,'2026-11-03T09:00:00.000Z','Rita','vista.clique',NULL,'vista',1,'{"x":1,"y":2}','cd32ff2a31a549d1862675629ec76cff7e2e9f9ec1b3edb41be0bc6882da521b','b95df6a84bd66992b171d91d5477ba574aa3427003f74ecab2ef79faeee24d9d');
INSERT INTO "event" VALUES(111,'2026-11-03T09:00:00.000Z','Rita','vista.largada',NULL,'vista',1,'{"vez":1}','b95df6a84bd66992b171d91d5477ba574aa3427003f74ecab2ef79faeee24d9d','af7c84d2f4bc3da65fef23f607785e657e1c73852e70b674ee7cfc01f5b09841');
INSERT INTO "event" VALUES(112,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',1,'{"entrou":true}','af7c84d2f4bc3da65fef23f607785e657e1c73852e70b674ee7cfc01f5b09841','4ad1bccdb2380f4930292b7530fba9bacb3f396649e0cd46ac978be4ec0cc8c5');
INSERT INTO "event" VALUES(113,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',2,'{"clinica":"sorriso","portal":"cassind"}','4ad1bccdb2380f4930292b7530fba9bacb3f396649e0cd46ac978be4ec0cc8c5','c2c7e20eb62ace5d690578215adb11de81c3bc387cc8a3d8a5b0def8b498cd5a');
INSERT INTO "event" VALUES(114,'2026-11-03T09:00:00.000Z','Rita','vista.encerrada',NULL,'vista',2,'{"entrou":false}','c2c7e20eb62ace5d690578215adb11de81c3bc387cc8a3d8a5b0def8b498cd5a','ee2ae09009acce2ba9ba5c338ce8422f60a0ce94a41eea9423d77755cccb691f');
INSERT INTO "event" VALUES(115,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',3,'{"clinica":"sorriso","portal":"cassind"}','ee2ae09009acce2ba9ba5c338ce8422f60a0ce94a41eea9423d77755cccb691f','8531cab914e9ec882d7494572da2e0cd412dd257d6eaff63bba310eed2b03b0f');
INSERT INTO "event" VALUES(116,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',3,'{"owner":"máquina:1"}','8531cab914e9ec882d7494572da2e0cd412dd257d6eaff63bba310eed2b03b0f','0abe0f0e231d6035eb373990707136ccfef768106ef678d5473a952210599c24');
INSERT INTO "event" VALUES(117,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',3,'{"entrou":false}','0abe0f0e231d6035eb373990707136ccfef768106ef678d5473a952210599c24','3cd4b1d3dc0a9fd40225840f552626ea26ee80fec2155464e20cae74039bbc39');
INSERT INTO "event" VALUES(118,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','3cd4b1d3dc0a9fd40225840f552626ea26ee80fec2155464e20cae74039bbc39','1cb22040a5df77650f5b805bb21579d6efca066e76ef73bcdd1e8afa994602fd');
INSERT INTO "event" VALUES(119,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',3,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[10,"da8f16384dae0908"]],"sha256":""}','1cb22040a5df77650f5b805bb21579d6efca066e76ef73bcdd1e8afa994602fd','a6a2e426788f433ea954c0cde985346584f88d295f29f7a09e0f0a5cb839394e');
CREATE TABLE evidence (
  id integer primary key,
  sha256 text not null constraint evidence_once unique,
  kind text not null,
  name text not null,
  bytes integer not null,
  taken_at text not null
) strict;
INSERT INTO "evidence" VALUES(1,'272e69dd9e805897dd71d05c66e20ae0c7a5d0afa1076f04330592ad7ef18674','html','relatório de conferência',1704,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(2,'b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2','png','tela',4,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(3,'567a6a37ba80b26d0e9d751409efd5680c77e29f7eb4f5656ca0b33cfec577da','html','relatório de conferência',284,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(4,'2b79e9731e01d5460b69a531cd1c187f488b47361045853737f08cd5dd905933','html','relatório de conferência',284,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(5,'39d932ffda39ea35bc8d460d888a8a1a7dbb19cd72079a3a48c7b0f165b15d12','html','relatório de conferência',285,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(6,'1a9b124899c84ded2d2f6ea08c8c132fa10e16f94447449d7b3d8f5c229c32ed','html','relatório de retorno',278,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(7,'0977a6d83af2230a8ce51a390f3f394adcc08ae3913215dfbe658e0ee7cc83d5','html','relatório de retorno',278,'2026-11-03T09:00:00.000Z');
CREATE TABLE ficha (
  nonce text not null constraint ficha_once unique,
  until text not null
) strict;
INSERT INTO "ficha" VALUES('ficha','2100-01-01T00:00:00.000Z');
CREATE TABLE lancamento (
  id integer primary key,
  mes_id integer not null references mes (id),
  kind text not null,
  numero_autorizacao text not null constraint lancamento_autorizacao check (length(numero_autorizacao) > 0),
  codigo_procedimento text not null constraint lancamento_codigo check (length(codigo_procedimento) > 0),
  dente text not null,
  faces text not null,
  data text not null constraint lancamento_data check (length(data) = 10),
  ocorrencia integer not null constraint lancamento_ocorrencia check (ocorrencia > 0),
  quantidade integer not null constraint lancamento_quantidade check (quantidade > 0),
  valor_informado integer constraint lancamento_informado check (valor_informado > 0),
  codigo_conselho text not null,
  profissional text not null,
  arquivo text not null,
  aba text not null,
  linha integer not null,
  state text not null constraint lancamento_state
    check (state in ('pendente', 'enviando', 'incerta', 'lancada', 'recusada', 'fechada', 'retornada', 'quitada',
      'cancelada')),
  movimento text not null default '',
  protocolo text not null default '',
  valor_lancado integer constraint lancamento_lancado check (valor_lancado >= 0),
  motivo text not null default '',
  moved integer not null default 0,
  constraint lancamento_once
    unique (mes_id, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia)
) strict;
INSERT INTO "lancamento" VALUES(1,1,'consulta','000001','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',2,'quitada','m1','',6500,'',0);
INSERT INTO "lancamento" VALUES(2,1,'consulta','000002','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',3,'fechada','m2','',6500,'',0);
INSERT INTO "lancamento" VALUES(3,1,'consulta','000003','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',4,'fechada','m3','',6500,'',0);
INSERT INTO "lancamento" VALUES(4,1,'consulta','000004','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',5,'fechada','m4','',6500,'',0);
INSERT INTO "lancamento" VALUES(5,1,'consulta','000005','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',6,'fechada','m5','',6500,'',0);
INSERT INTO "lancamento" VALUES(6,1,'consulta','000006','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',7,'recusada','','',NULL,'alterada no portal: a linha agora é 10101012 de 05/10/2026',0);
INSERT INTO "lancamento" VALUES(7,1,'consulta','000007','10101012','','','2026-10-05',1,1,7100,'','','outubro.xlsx','Plan1',8,'fechada','m7','',7100,'',0);
INSERT INTO "lancamento" VALUES(8,1,'consulta','000008','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',9,'recusada','','',NULL,'excluída do portal',0);
INSERT INTO "lancamento" VALUES(9,1,'consulta','000010','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',11,'fechada','m6','',6500,'',0);
INSERT INTO "lancamento" VALUES(10,2,'consulta','000001','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',2,'pendente','','',NULL,'',0);
CREATE TABLE lease (
  portal text not null,
  account text not null,
  owner text not null,
  token integer not null constraint lease_token check (token > 0),
  since text not null,
  until text not null,
  constraint lease_once primary key (portal, account)
) strict;
INSERT INTO "lease" VALUES('ipasem','acesso-1','teste',1,'2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
CREATE TABLE "linha_retorno" (
  id integer primary key,
  mes_id integer not null references mes (id),
  demonstrativo_id integer not null references demonstrativo (id),
  linha integer not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  data text not null,
  quantidade integer not null,
  valor_informado integer not null,
  valor_liberado integer not null constraint linha_retorno_liberado check (valor_liberado >= 0 or valor_informado <= 0),
  valor_glosa integer not null constraint linha_retorno_glosa check (valor_glosa >= 0 or valor_informado <= 0),
  motivo text not null,
  movimento text not null,
  protocolo text not null,
  dente text not null,
  faces text not null,
  ocorrencia integer not null,
  fingerprint text not null constraint linha_retorno_once unique,
  withdrawn_at text,
  constraint linha_retorno_balances check (valor_informado = valor_liberado + valor_glosa)
) strict;
INSERT INTO "linha_retorno" VALUES(1,1,1,1,'000001','10101012','2026-10-05',1,6500,6000,500,'1801 procedimento inválido','','','','',1,'9fb18b570a16cc08f91cb61a59a7b84c1388de94857b11af5ed6065836aa36fd','2026-11-03T09:00:00.000Z');
INSERT INTO "linha_retorno" VALUES(2,1,2,1,'000001','10101012','2026-10-05',1,6500,5900,600,'1801 procedimento inválido','','','','',1,'b018ff132b1b15aba26a4063dab236422aa8f1154a8c87f5d8aa4188d40386b1',NULL);
CREATE TABLE "match" (
  id integer primary key,
  lancamento_id integer not null references lancamento (id),
  linha_retorno_id integer not null references linha_retorno (id),
  pass_no integer not null,
  confidence integer not null constraint match_confidence check (confidence between 0 and 100),
  why text not null,
  allocated integer not null,
  liberado integer not null constraint match_liberado check (liberado >= 0 or allocated = 0),
  glosa integer not null constraint match_glosa check (glosa >= 0 or allocated = 0),
  state text not null constraint match_state check (state in ('live', 'revoked')),
  at text not null,
  constraint match_balances check (allocated = liberado + glosa)
) strict;
INSERT INTO "match" VALUES(1,1,1,2,100,'mesma chave',6500,6000,500,'revoked','2026-11-03T09:00:00.000Z');
INSERT INTO "match" VALUES(2,1,2,2,100,'mesma chave',6500,5900,600,'live','2026-11-03T09:00:00.000Z');
CREATE TABLE membro (
  id integer primary key,
  nome text not null,
  chave text not null constraint membro_once unique,
  papel text not null constraint membro_papel
    check (papel in ('operador', 'aprovador', 'contador', 'clinica', 'administrador')),
  clinica text not null constraint membro_clinica check ((papel = 'clinica') = (length(clinica) > 0)),
  senha text not null,
  ativo integer not null constraint membro_ativo check (ativo in (0, 1)),
  epoch integer not null,
  made_at text not null
) strict;
INSERT INTO "membro" VALUES(1,'Rita','rita','operador','','hash 3',0,4,'2026-11-03T09:00:00.000Z');
CREATE TABLE mes (
  id integer primary key,
  clinica text not null,
  portal text not null,
  account text not null,
  competencia text not null constraint mes_competencia check (length(competencia) = 7),
  state text not null constraint mes_state
    check (state in ('aberta', 'fechando', 'fechada', 'reabrindo', 'conciliada')),
  version integer not null,
  constraint mes_once unique (clinica, portal, competencia)
) strict;
INSERT INTO "mes" VALUES(1,'sorriso','ipasem','acesso-1','2026-10','conciliada',3);
INSERT INTO "mes" VALUES(2,'sorriso','ipasem','acesso-1','2026-11','aberta',1);
CREATE TABLE notice (
  key text not null,
  at text not null,
  constraint notice_once primary key (key)
) strict;
INSERT INTO "notice" VALUES('novo/2','2026-11-03T09:00:00.000Z');
CREATE TABLE origem (
  lancamento_id integer not null references lancamento (id),
  mes_id integer not null references mes (id),
  arquivo text not null,
  constraint origem_once primary key (lancamento_id, arquivo)
) strict;
INSERT INTO "origem" VALUES(1,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(2,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(3,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(4,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(5,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(6,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(7,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(8,1,'outubro.xlsx');
INSERT INTO "origem" VALUES(9,1,'outra.xlsx');
INSERT INTO "origem" VALUES(10,2,'novembro.xlsx');
CREATE TABLE perda (
  lancamento_id integer not null references lancamento (id),
  no integer not null,
  valor integer not null constraint perda_valor check (valor > 0),
  who text not null constraint perda_who check (length(who) > 0),
  reason text not null constraint perda_reason check (length(reason) > 0),
  at text not null,
  constraint perda_once primary key (lancamento_id, no)
) strict;
INSERT INTO "perda" VALUES(1,1,100,'Ana','sem documento','2026-11-03T09:00:00.000Z');
CREATE TABLE pessoa (
  lancamento_id integer not null references lancamento (id),
  beneficiario text not null,
  numero_carteira text not null,
  observacao text not null, atendimento text not null default '',
  constraint pessoa_once primary key (lancamento_id)
) strict;
INSERT INTO "pessoa" VALUES(10,'Beltrana Inventada 1','0070001','Observação 1','');
CREATE TABLE plan (
  id integer primary key,
  mes_id integer not null references mes (id),
  body text not null,
  hash text not null,
  at text not null
) strict;
INSERT INTO "plan" VALUES(1,1,'{}','aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa','2026-11-03T09:00:00.000Z');
CREATE TABLE posting (
  id integer primary key,
  txn integer not null references event (seq),
  lancamento_id integer not null references lancamento (id),
  account text not null constraint posting_account
    check (account in ('informado', 'pendente', 'liberado', 'glosado', 'em_recurso', 'diferenca_tabela', 'perda')),
  valor integer not null constraint posting_valor check (valor <> 0),
  linha_retorno_id integer references linha_retorno (id),
  at text not null,
  effective text not null
) strict;
INSERT INTO "posting" VALUES(1,7,1,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(2,7,1,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(3,10,2,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(4,10,2,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(5,23,3,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(6,23,3,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(7,26,6,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(8,26,6,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(9,27,7,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(10,27,7,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(11,28,8,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(12,28,8,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(13,32,4,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(14,32,4,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(15,35,5,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(16,35,5,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(17,47,7,'informado',-600,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(18,47,7,'pendente',600,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(19,51,8,'informado',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(20,51,8,'pendente',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(21,53,6,'informado',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(22,53,6,'pendente',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(23,54,9,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(24,54,9,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(25,73,1,'pendente',-6500,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(26,73,1,'liberado',6000,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(27,73,1,'glosado',500,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(28,75,1,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(29,75,1,'liberado',-6000,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(30,75,1,'glosado',-500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(31,77,1,'pendente',-6500,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(32,77,1,'liberado',5900,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(33,77,1,'glosado',600,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(34,89,1,'glosado',-400,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(35,89,1,'em_recurso',400,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(36,91,1,'liberado',300,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(37,91,1,'glosado',100,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(38,91,1,'em_recurso',-400,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(39,93,1,'glosado',-100,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(40,93,1,'perda',100,2,'2026-11-03T09:00:00.000Z','2026-10');
CREATE TABLE problem (
  id integer primary key,
  mes_id integer not null references mes (id),
  kind text not null,
  ref text not null,
  lancamento_id integer references lancamento (id),
  linha_retorno_id integer references linha_retorno (id),
  text text not null,
  opened_at text not null,
  due_at text,
  state text not null constraint problem_state check (state in ('open', 'resolved', 'accepted')),
  resolution text not null default '',
  who text not null default '',
  closed_at text, owner text not null default 'escritório' constraint problem_owner check (length(owner) > 0),
  constraint problem_reason check (state = 'open' or length(resolution) > 0)
) strict;
INSERT INTO "problem" VALUES(1,1,'linha_alheia','m77',NULL,NULL,'movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)','2026-11-03T09:00:00.000Z','2026-11-13','accepted','lançada pela recepção','Ana','2026-11-03T09:00:00.000Z','escritório');
INSERT INTO "problem" VALUES(2,1,'linha_duvidosa','',NULL,2,'linha 1 do retorno: havia 2 candidatos','2026-11-03T09:00:00.000Z','2026-12-01','resolved','é dela','Ana','2026-11-03T09:00:00.000Z','Bia');
CREATE TABLE reading (
  id integer primary key,
  mes_id integer not null references mes (id),
  arquivo text not null,
  sha256 text not null,
  lidas integer not null,
  ignoradas integer not null,
  at text not null
) strict;
INSERT INTO "reading" VALUES(1,1,'outubro.xlsx','',9,1,'2026-11-03T09:00:00.000Z');
INSERT INTO "reading" VALUES(2,1,'outra.xlsx','',1,0,'2026-11-03T09:00:00.000Z');
INSERT INTO "reading" VALUES(3,2,'novembro.xlsx','',1,0,'2026-11-03T09:00:00.000Z');
CREATE TABLE recurso (
  id integer primary key,
  lancamento_id integer not null references lancamento (id),
  rodada integer not null constraint recurso_rodada check (rodada > 0),
  valor integer not null constraint recurso_valor check (valor > 0),
  motivo text not null,
  justificativa text not null constraint recurso_justificativa check (length(justificativa) > 0),
  state text not null constraint recurso_state check (state in ('rascunho', 'enviado', 'respondido', 'desistido')),
  protocolo text not null default '',
  recuperado integer not null default 0 constraint recurso_recuperado check (recuperado >= 0),
  mantido integer not null default 0 constraint recurso_mantido check (mantido >= 0),
  drafted_at text not null,
  sent_on text,
  answered_on text,
  constraint recurso_once unique (lancamento_id, rodada),
  constraint recurso_answer check (state <> 'respondido' or recuperado + mantido = valor)
) strict;
INSERT INTO "recurso" VALUES(1,1,1,400,'1801','assinatura anexada','desistido','',0,0,'2026-11-03T09:00:00.000Z',NULL,NULL);
INSERT INTO "recurso" VALUES(2,1,2,400,'1801','assinatura anexada','respondido','R-1',300,100,'2026-11-03T09:00:00.000Z','2026-11-05','2026-11-20');
CREATE TABLE rejected_row (
  reading_id integer not null references reading (id),
  no integer not null,
  aba text not null,
  linha integer not null,
  coluna text not null,
  motivo text not null,
  constraint rejected_row_once primary key (reading_id, no)
) strict;
INSERT INTO "rejected_row" VALUES(1,1,'Plan1',9,'B','não é uma data dd/mm/aaaa');
CREATE TABLE removal (
  batch_id integer not null references batch (id),
  mes_id integer not null references mes (id),
  movimento text not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  dente text not null,
  faces text not null,
  data text,
  finalizado integer not null,
  why text not null,
  state text not null constraint removal_state
    check (state in ('intent', 'uncertain', 'confirmed', 'refused', 'absent')),
  seen integer,
  constraint removal_once primary key (batch_id)
) strict;
INSERT INTO "removal" VALUES(13,1,'m88','000001','10101012','','','2026-10-05',1,'a mais','confirmed',0);
INSERT INTO "removal" VALUES(14,1,'m88','000001','10101012','','','2026-10-05',1,'a mais','confirmed',NULL);
INSERT INTO "removal" VALUES(15,1,'m8','000008','10101012','','','2026-10-05',1,'pedida','confirmed',NULL);
CREATE TABLE seen (
  id integer primary key,
  at text not null,
  who text not null,
  what text not null,
  clinica text not null,
  ref text not null,
  place text not null
) strict;
INSERT INTO "seen" VALUES(1,'2026-11-03T09:00:00.000Z','Rita','quadro','sorriso','2026-10','127.0.0.1');
CREATE TABLE snapshot (
  id integer primary key,
  mes_id integer not null references mes (id),
  evidence_id integer not null references evidence (id),
  taken_at text not null,
  fechado integer not null,
  head_rows integer not null,
  head_valor integer not null,
  body_rows integer not null,
  body_valor integer not null,
  trusted integer not null,
  constraint snapshot_trusted
    check (trusted = 0 or (head_rows = body_rows and head_valor = body_valor))
) strict;
INSERT INTO "snapshot" VALUES(1,1,1,'2026-11-03T10:00:00.000Z',0,6,39000,6,39000,1);
INSERT INTO "snapshot" VALUES(2,1,3,'2026-11-03T10:00:00.000Z',0,1,6500,1,6500,1);
INSERT INTO "snapshot" VALUES(3,1,3,'2026-11-03T10:00:00.000Z',0,1,6500,1,6500,1);
INSERT INTO "snapshot" VALUES(4,1,4,'2026-11-03T10:00:00.000Z',0,1,6500,1,6500,1);
INSERT INTO "snapshot" VALUES(5,1,5,'2026-11-03T10:00:00.000Z',0,1,6500,1,6500,1);
CREATE TABLE snapshot_row (
  snapshot_id integer not null references snapshot (id),
  no integer not null,
  movimento text not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  dente text not null,
  faces text not null,
  data text,
  quantidade integer not null,
  valor integer,
  finalizado integer not null,
  protocolo text not null,
  situacao text not null, lote text not null default '',
  constraint snapshot_row_once primary key (snapshot_id, no)
) strict;
INSERT INTO "snapshot_row" VALUES(1,1,'m1','000001','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(1,2,'m2','000002','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(1,3,'m3','000003','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(1,4,'m6','000006','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(1,5,'m7','000007','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(1,6,'m8','000008','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(2,1,'m1','000001','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(3,1,'m1','000001','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(4,1,'m7','000007','10101012','','','2026-10-05',1,6500,1,'','','');
INSERT INTO "snapshot_row" VALUES(5,1,'m6','000010','10101012','','','2026-10-05',1,6500,1,'','','');
CREATE TABLE turn (
  id integer primary key,
  clinica text not null,
  portal text not null,
  account text not null,
  competencia text not null,
  step text not null,
  ref text not null,
  no integer not null constraint turn_no check (no > 0),
  state text not null constraint turn_state
    check (state in ('running', 'done', 'empty', 'person', 'unavailable', 'busy', 'moved', 'dead')),
  owner text not null,
  since text not null,
  until text not null,
  ended_at text,
  text text not null default '',
  constraint turn_once unique (clinica, portal, competencia, step, ref, no)
) strict;
INSERT INTO "turn" VALUES(1,'sorriso','ipasem','acesso-1','2026-10','lancar','plano',1,'person','eu','2026-11-03T09:00:00.000Z','2026-11-03T09:01:00.000Z','2026-11-03T09:00:00.000Z','espera uma pessoa');
INSERT INTO "turn" VALUES(2,'sorriso','ipasem','acesso-1','2026-10','lancar','plano',2,'dead','máquina:1','2026-11-03T09:00:00.000Z','2026-11-03T09:01:00.000Z','2026-11-03T09:00:00.000Z','quem fazia parou no meio');
CREATE TABLE vista (
  id integer primary key,
  clinica text not null,
  portal text not null,
  asked_by text not null,
  asked_on text not null,
  asked_at text not null,
  wanted_until text not null,
  state text not null constraint vista_state check (state in ('pedida', 'aberta', 'encerrada')),
  owner text not null,
  alive_until text not null,
  endpoint text not null,
  holder text not null,
  generation integer not null,
  holder_until text not null,
  entered integer not null constraint vista_entered check (entered in (0, 1)),
  result text not null,
  ended_at text constraint vista_ended check ((state = 'encerrada') = (ended_at is not null)),
  constraint vista_shown check (length(endpoint) = 0 or state = 'aberta')
) strict;
INSERT INTO "vista" VALUES(1,'sorriso','ipasem','Rita','máquina','2026-11-03T09:00:00.000Z','2026-11-03T09:00:45.000Z','encerrada','máquina:1','2026-11-03T09:00:30.000Z','','Rita',1,'2026-11-03T09:00:00.000Z',1,'entrada feita','2026-11-03T09:00:00.000Z');
INSERT INTO "vista" VALUES(2,'sorriso','cassind','Rita','máquina','2026-11-03T09:00:00.000Z','2026-11-03T09:00:45.000Z','encerrada','','','','',0,'',0,'ninguém ficou à espera','2026-11-03T09:00:00.000Z');
INSERT INTO "vista" VALUES(3,'sorriso','cassind','Rita','máquina','2026-11-03T09:00:00.000Z','2026-11-03T09:00:45.000Z','encerrada','máquina:1','2026-11-03T09:00:30.000Z','','',0,'',0,'o servidor que mostrava a página parou no meio; peça de novo','2026-11-03T09:00:00.000Z');
CREATE TABLE waiting (
  id integer primary key,
  kind text not null,
  clinica text not null,
  portal text not null,
  competencia text not null,
  step text not null,
  ref text not null,
  subject text not null,
  seen text not null,
  asked text not null,
  otherwise text not null,
  opened_at text not null,
  until text,
  state text not null constraint waiting_state check (state in ('open', 'answered', 'over')),
  answer text not null default '',
  who text not null default '',
  closed_at text, asker text not null default '',
  constraint waiting_who check (state <> 'answered' or length(who) > 0)
) strict;
INSERT INTO "waiting" VALUES(1,'entrar','sorriso','ipasem','','','','','O portal mostra "Não sou um robô".','Faça a entrada: faturista atender','Nada é lançado nesta clínica.','2026-11-03T09:00:00.000Z',NULL,'answered','feito','Ana','2026-11-03T09:00:00.000Z','');
INSERT INTO "waiting" VALUES(2,'entrar','sorriso','ipasem','','','','','O portal mostra "Não sou um robô".','Faça a entrada: faturista atender','Nada é lançado nesta clínica.','2026-11-03T09:00:00.000Z',NULL,'over','a sessão voltou','','2026-11-03T09:00:00.000Z','');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX snapshot_mes on snapshot (mes_id, trusted, id);
CREATE INDEX lancamento_state_of_mes on lancamento (mes_id, state);
CREATE INDEX lancamento_autorizacao_of on lancamento (numero_autorizacao);
CREATE INDEX origem_arquivo on origem (mes_id, arquivo);
CREATE INDEX reading_arquivo on reading (mes_id, arquivo, id);
CREATE UNIQUE INDEX batch_one_open on batch (portal, account) where state = 'open';
CREATE INDEX batch_mes on batch (mes_id, kind);
CREATE UNIQUE INDEX attempt_once_confirmed on attempt (lancamento_id) where state = 'confirmed';
CREATE INDEX attempt_batch on attempt (batch_id, state);
CREATE INDEX removal_mes on removal (mes_id, state);
CREATE INDEX posting_txn on posting (txn);
CREATE UNIQUE INDEX problem_once
  on problem (mes_id, kind, ref, coalesce(lancamento_id, 0), coalesce(linha_retorno_id, 0)) where state = 'open';
CREATE INDEX plan_mes on plan (mes_id, id);
CREATE VIEW inv_zero_sum as
select txn as id, cast(sum(valor) as integer) as found from posting group by txn having sum(valor) <> 0;
CREATE VIEW inv_conserved as
select lancamento_id as id, cast(sum(valor) as integer) as found
from posting group by lancamento_id having sum(valor) <> 0;
CREATE VIEW inv_pending_negative as
select lancamento_id as id, cast(sum(valor) as integer) as found
from posting where account = 'pendente' group by lancamento_id having sum(valor) < 0;
CREATE VIEW inv_launched_has_one_confirmed as
select l.id, cast(count(a.id) as integer) as found
from lancamento l
left join attempt a on a.lancamento_id = l.id and a.state = 'confirmed'
group by l.id, l.state
having (l.state in ('lancada', 'fechada', 'retornada', 'quitada')) <> (count(a.id) = 1);
CREATE VIEW inv_state_vs_attempt as
select l.id, cast(count(a.id) as integer) as found
from lancamento l
left join attempt a on a.lancamento_id = l.id and a.state in ('intent', 'uncertain')
group by l.id, l.state
having (l.state = 'enviando') <> (count(case when a.state = 'intent' then 1 end) = 1)
  or (l.state = 'incerta') <> (count(case when a.state = 'uncertain' then 1 end) > 0 and count(case when a.state = 'intent' then 1 end) = 0);
CREATE VIEW inv_intent_in_open_batch as
select a.id, a.batch_id as found
from attempt a
join batch b on b.id = a.batch_id
where a.state = 'intent' and b.state <> 'open';
CREATE VIEW inv_settled_nothing_pending as
select l.id, cast(sum(p.valor) as integer) as found
from lancamento l
join posting p on p.lancamento_id = l.id and p.account = 'pendente'
where l.state = 'quitada'
group by l.id having sum(p.valor) <> 0;
CREATE VIEW inv_closed_month_open_entry as
select l.id, l.mes_id as found
from lancamento l
join mes m on m.id = l.mes_id
where m.state in ('fechada', 'conciliada') and l.state in ('enviando', 'incerta');
CREATE TRIGGER guard_event_update before update on event begin
  select raise(abort, 'event: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_event_delete before delete on event begin
  select raise(abort, 'event: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_event_insert before insert on event
when exists (select 1 from event where seq = new.seq or hash = new.hash) begin
  select raise(abort, 'event: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_posting_update before update on posting begin
  select raise(abort, 'posting: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_posting_delete before delete on posting begin
  select raise(abort, 'posting: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_posting_insert before insert on posting
when exists (select 1 from posting where id = new.id) begin
  select raise(abort, 'posting: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_evidence_update before update on evidence begin
  select raise(abort, 'evidence: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_evidence_delete before delete on evidence begin
  select raise(abort, 'evidence: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_evidence_insert before insert on evidence
when exists (select 1 from evidence where id = new.id or sha256 = new.sha256) begin
  select raise(abort, 'evidence: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_snapshot_update before update on snapshot begin
  select raise(abort, 'snapshot: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_snapshot_delete before delete on snapshot begin
  select raise(abort, 'snapshot: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_snapshot_insert before insert on snapshot
when exists (select 1 from snapshot where id = new.id) begin
  select raise(abort, 'snapshot: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_snapshot_row_update before update on snapshot_row begin
  select raise(abort, 'snapshot_row: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_snapshot_row_delete before delete on snapshot_row begin
  select raise(abort, 'snapshot_row: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_snapshot_row_insert before insert on snapshot_row
when exists (select 1 from snapshot_row where snapshot_id = new.snapshot_id and no = new.no) begin
  select raise(abort, 'snapshot_row: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_approval_update before update on approval begin
  select raise(abort, 'approval: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_approval_delete before delete on approval begin
  select raise(abort, 'approval: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_approval_insert before insert on approval
when exists (select 1 from approval where id = new.id) begin
  select raise(abort, 'approval: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_plan_update before update on plan begin
  select raise(abort, 'plan: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_plan_delete before delete on plan begin
  select raise(abort, 'plan: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_plan_insert before insert on plan
when exists (select 1 from plan where id = new.id) begin
  select raise(abort, 'plan: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_demonstrativo_update before update on demonstrativo begin
  select raise(abort, 'demonstrativo: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_demonstrativo_delete before delete on demonstrativo begin
  select raise(abort, 'demonstrativo: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_demonstrativo_insert before insert on demonstrativo
when exists (select 1 from demonstrativo where id = new.id) begin
  select raise(abort, 'demonstrativo: o que foi escrito já existe e nunca é substituído');
end;
CREATE TRIGGER guard_lancamento_delete before delete on lancamento begin
  select raise(abort, 'lancamento: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_batch_delete before delete on batch begin
  select raise(abort, 'batch: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_attempt_delete before delete on attempt begin
  select raise(abort, 'attempt: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_removal_delete before delete on removal begin
  select raise(abort, 'removal: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_mes_delete before delete on mes begin
  select raise(abort, 'mes: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_problem_delete before delete on problem begin
  select raise(abort, 'problem: o que foi escrito nunca é apagado');
end;
CREATE UNIQUE INDEX turn_one_running on turn (portal, account) where state = 'running';
CREATE INDEX turn_ended on turn (portal, ended_at);
CREATE UNIQUE INDEX waiting_once
  on waiting (kind, clinica, portal, competencia, step, ref, subject) where state = 'open';
CREATE INDEX linha_retorno_mes on linha_retorno (mes_id, withdrawn_at);
CREATE TRIGGER guard_linha_retorno_delete before delete on linha_retorno begin
  select raise(abort, 'linha_retorno: o que foi escrito nunca é apagado');
end;
CREATE UNIQUE INDEX match_once on match (lancamento_id, linha_retorno_id) where state = 'live';
CREATE INDEX match_linha on match (linha_retorno_id, state);
CREATE TRIGGER guard_match_delete before delete on match begin
  select raise(abort, 'match: o que foi escrito nunca é apagado');
end;
CREATE UNIQUE INDEX decisao_once on decisao (linha_retorno_id) where state = 'live';
CREATE UNIQUE INDEX recurso_one_open on recurso (lancamento_id) where state in ('rascunho', 'enviado');
CREATE VIEW inv_return_over_allocated as
select r.id, cast(sum(k.allocated) as integer) as found
from linha_retorno r
join match k on k.linha_retorno_id = r.id and k.state = 'live'
group by r.id, r.valor_informado, r.valor_liberado, r.valor_glosa, r.withdrawn_at
having sum(k.allocated) > case when r.valor_informado > 0 then r.valor_informado else 0 end
  or abs(sum(k.liberado)) > abs(r.valor_liberado)
  or sum(case when k.allocated <> 0 then k.glosa else 0 end) > case when r.valor_glosa > 0 then r.valor_glosa else 0 end
  or r.withdrawn_at is not null;
CREATE VIEW inv_returned_has_match as
select l.id, cast(count(k.id) as integer) as found
from lancamento l
left join match k on k.lancamento_id = l.id and k.state = 'live'
group by l.id, l.state
having (l.state in ('retornada', 'quitada')) <> (count(k.id) > 0);
CREATE VIEW inv_paid_negative as
select lancamento_id as id, cast(sum(valor) as integer) as found
from posting where account in ('liberado', 'em_recurso', 'perda')
group by lancamento_id, account having sum(valor) < 0;
CREATE VIEW inv_appeal_over_glosa as
select l.id, cast(sum(r.valor) as integer) as found
from lancamento l
join recurso r on r.lancamento_id = l.id and r.state = 'enviado'
group by l.id, l.valor_lancado having sum(r.valor) > l.valor_lancado;
CREATE VIEW inv_billed_once as
select l.id, cast(count(p.id) as integer) as found
from lancamento l
left join posting p on p.lancamento_id = l.id and p.account = 'informado'
group by l.id, l.state, l.valor_lancado
having l.state in ('lancada', 'fechada', 'retornada', 'quitada')
  and (l.valor_lancado is null or coalesce(-sum(p.valor), 0) <> l.valor_lancado);
CREATE VIEW inv_state_vs_money as
select l.id, cast(sum(p.valor) as integer) as found
from lancamento l
join posting p on p.lancamento_id = l.id
where l.state not in ('lancada', 'fechada', 'retornada', 'quitada')
group by l.id, p.account having sum(p.valor) <> 0;
CREATE TRIGGER guard_decisao_delete before delete on decisao begin
  select raise(abort, 'decisao: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_recurso_delete before delete on recurso begin
  select raise(abort, 'recurso: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_perda_update before update on perda begin
  select raise(abort, 'perda: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_perda_delete before delete on perda begin
  select raise(abort, 'perda: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_perda_insert before insert on perda
when exists (select 1 from perda where lancamento_id = new.lancamento_id and no = new.no) begin
  select raise(abort, 'perda: o que foi escrito já existe e nunca é substituído');
end;
CREATE VIEW entry as
select l.id, l.mes_id, m.clinica, m.portal, m.competencia, l.kind, l.numero_autorizacao, l.codigo_procedimento,
  l.data, l.quantidade, l.valor_informado, l.dente, l.faces, l.ocorrencia, p.beneficiario, p.numero_carteira,
  l.codigo_conselho, l.profissional, p.observacao, p.atendimento, l.arquivo, l.aba, l.linha, l.state, l.movimento,
  l.protocolo, l.valor_lancado, l.motivo, l.moved
from lancamento l
join mes m on m.id = l.mes_id
left join pessoa p on p.lancamento_id = l.id;
CREATE INDEX seen_at on seen (what, at);
CREATE TRIGGER guard_membro_delete before delete on membro begin
  select raise(abort, 'membro: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_seen_update before update on seen begin
  select raise(abort, 'seen: o que foi escrito nunca muda');
end;
CREATE TRIGGER guard_seen_delete before delete on seen begin
  select raise(abort, 'seen: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_seen_insert before insert on seen
when exists (select 1 from seen where id = new.id) begin
  select raise(abort, 'seen: o que foi escrito já existe e nunca é substituído');
end;
CREATE INDEX deducao_mes on deducao (mes_id, withdrawn_at);
CREATE TRIGGER guard_deducao_delete before delete on deducao begin
  select raise(abort, 'deducao: o que foi escrito nunca é apagado');
end;
CREATE INDEX event_mes on event (mes_id, seq);
CREATE INDEX linha_retorno_item on linha_retorno (numero_autorizacao, codigo_procedimento, data);
CREATE INDEX event_configuracao on event (seq) where entity = 'configuracao';
CREATE INDEX snapshot_row_lote on snapshot_row (lote) where lote <> '';
CREATE UNIQUE INDEX vista_once on vista (clinica, portal) where state <> 'encerrada';
CREATE INDEX vista_ended_at on vista (ended_at);
CREATE VIEW inv_problem_without_term as
select id, 1 as found from problem where state = 'open' and due_at is null;
CREATE INDEX problem_kept on problem (mes_id, kind, state);
CREATE INDEX a_conciliar_mes on a_conciliar (mes_id, numero_autorizacao, id);
CREATE INDEX posting_lancamento on posting (lancamento_id, account, valor);
CREATE UNIQUE INDEX lancamento_movimento_once on lancamento (movimento, mes_id) where movimento <> '';
CREATE TRIGGER mark_lancamento_insert after insert on lancamento
when new.state in ('lancada', 'fechada', 'retornada', 'quitada')
  and exists (select 1 from linha_retorno r where r.numero_autorizacao = new.numero_autorizacao) begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
end;
CREATE TRIGGER mark_lancamento_update after update on lancamento
when (
  (old.state in ('lancada', 'fechada', 'retornada', 'quitada'))
    <> (new.state in ('lancada', 'fechada', 'retornada', 'quitada'))
  or (new.state in ('lancada', 'fechada', 'retornada', 'quitada') and
    (old.mes_id, old.numero_autorizacao, old.codigo_procedimento, old.dente, old.faces, old.data,
     old.ocorrencia, old.quantidade, old.movimento, old.valor_lancado)
    is not
    (new.mes_id, new.numero_autorizacao, new.codigo_procedimento, new.dente, new.faces, new.data,
     new.ocorrencia, new.quantidade, new.movimento, new.valor_lancado))
  ) and exists (
    select 1 from linha_retorno r where r.numero_autorizacao in (old.numero_autorizacao, new.numero_autorizacao)) begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
  insert into a_conciliar (mes_id, numero_autorizacao)
  select old.mes_id, old.numero_autorizacao
  where (old.mes_id, old.numero_autorizacao) <> (new.mes_id, new.numero_autorizacao);
end;
CREATE TRIGGER mark_linha_retorno_insert after insert on linha_retorno begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
end;
CREATE TRIGGER mark_linha_retorno_update after update on linha_retorno
when
  (old.mes_id, old.numero_autorizacao, old.codigo_procedimento, old.data, old.quantidade, old.valor_informado,
   old.valor_liberado, old.valor_glosa, old.movimento, old.dente, old.faces, old.ocorrencia, old.withdrawn_at)
  is not
  (new.mes_id, new.numero_autorizacao, new.codigo_procedimento, new.data, new.quantidade, new.valor_informado,
   new.valor_liberado, new.valor_glosa, new.movimento, new.dente, new.faces, new.ocorrencia, new.withdrawn_at) begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
  insert into a_conciliar (mes_id, numero_autorizacao)
  select old.mes_id, old.numero_autorizacao
  where (old.mes_id, old.numero_autorizacao) <> (new.mes_id, new.numero_autorizacao);
end;
CREATE TRIGGER mark_decisao_insert after insert on decisao begin
  insert into a_conciliar (mes_id, numero_autorizacao)
  select mes_id, numero_autorizacao from linha_retorno where id = new.linha_retorno_id
  union select mes_id, numero_autorizacao from lancamento where id = new.lancamento_id;
end;
CREATE TRIGGER mark_decisao_update after update on decisao begin
  insert into a_conciliar (mes_id, numero_autorizacao)
  select mes_id, numero_autorizacao from linha_retorno where id in (old.linha_retorno_id, new.linha_retorno_id)
  union select mes_id, numero_autorizacao from lancamento where id in (old.lancamento_id, new.lancamento_id);
end;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('a_conciliar',5);
COMMIT;
