BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 18:15:08.389588+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 18:15:08.395342+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 18:15:08.410192+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 18:15:08.428786+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0006_estorno','2026-11-22 18:15:08.506470+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'faturista','0007_contas','2026-11-22 18:15:08.529699+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'faturista','0007_corrections','2026-11-22 18:15:08.559522+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'faturista','0008_contas_guards','2026-11-22 18:15:08.572873+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'faturista','0010_atendimento','2026-11-22 18:15:08.586605+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'faturista','0011_notices','2026-11-22 18:15:08.593573+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'faturista','0012_painel','2026-11-22 18:15:08.603565+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'faturista','0013_painel_guards','2026-11-22 18:15:08.617598+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'faturista','0014_deducoes','2026-11-22 18:15:08.628113+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'faturista','0015_deducoes_guards','2026-11-22 18:15:08.636074+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'faturista','0016_event_mes','2026-11-22 18:15:08.643996+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'faturista','0017_linha_item','2026-11-22 18:15:08.651898+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'faturista','0018_configuracao','2026-11-22 18:15:08.659840+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'faturista','0019_pedido','2026-11-22 18:15:08.676100+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'faturista','0020_lote','2026-11-22 18:15:08.692326+00:00');
INSERT INTO "_sqlite_migrations" VALUES(20,'faturista','0030_vista','2026-11-22 18:15:08.708337+00:00');
INSERT INTO "_sqlite_migrations" VALUES(21,'faturista','0031_pendencia','2026-11-22 18:15:08.733732+00:00');
INSERT INTO "_sqlite_migrations" VALUES(22,'faturista','0032_a_conciliar','2026-11-22 18:15:08.742003+00:00');
INSERT INTO "_sqlite_migrations" VALUES(23,'faturista','0032_marcas','2026-11-22 18:15:08.747007+00:00');
INSERT INTO "_sqlite_migrations" VALUES(24,'faturista','0033_pessoa_retorno','2026-11-22 18:15:08.754540+00:00');
CREATE TABLE a_conciliar (
  id integer primary key autoincrement,
  mes_id integer not null references mes (id),
  numero_autorizacao text not null
) strict;
INSERT INTO "a_conciliar" VALUES(4,1,'000001');
INSERT INTO "a_conciliar" VALUES(5,1,'000001');
INSERT INTO "a_conciliar" VALUES(6,2,'900001');
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
INSERT INTO "batch" VALUES(1,'21508d9f4ae44e8e845392c4666a993a','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'5d37f15bd6374effac83561864bcf395','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'7222e1a1d0694b52b4967eaf8529f71e','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'7293632f722e4522ba432c4ca7832e50','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'640e9aff134e4948a578de0d597be017','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'1923ba88b0e448caa2f52889433a67cd','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'d9b00c76c19f4914a3a31f59ae667b34','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'ce9cb093523a409eb3bb71aa69ba53b7','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'1d8693b8ec7a4c7188d0ec930a185184','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'c40878ec28e44f7fa9d40906395a69d3','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'315031f2c3ff41139174f91b89065358','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'dd7c073c77034effa6a4a3c7829bb7af','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'b426c426aa3d47329c4b64260abfc488','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(15,'fc2307ecf64f4e2687bfcaa272bf009b','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(16,'b6cc8839eb5e4416abd2275dcab52f29','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
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
INSERT INTO "demonstrativo" VALUES(3,2,'2026-11-03T09:00:00.000Z',6500,6500,0,'portal');
CREATE TABLE demonstrativo_evidence (
  demonstrativo_id integer not null references demonstrativo (id),
  evidence_id integer not null references evidence (id),
  constraint demonstrativo_evidence_once primary key (demonstrativo_id, evidence_id)
) strict;
INSERT INTO "demonstrativo_evidence" VALUES(1,6);
INSERT INTO "demonstrativo_evidence" VALUES(2,7);
INSERT INTO "demonstrativo_evidence" VALUES(3,8);
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
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"21508d9f4ae44e8e845392c4666a993a"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','a2972779ce5c62c19bdf435ab8a1d729dd4502447ef335422885c711c2029a47');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','a2972779ce5c62c19bdf435ab8a1d729dd4502447ef335422885c711c2029a47','bd6d2caa0d89efa525c88f606a89790e33f006474afb55866fac4b1b9b1a4cfb');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','bd6d2caa0d89efa525c88f606a89790e33f006474afb55866fac4b1b9b1a4cfb','32613078dc42220a39eb5ef631dcb3246c63f45854a102c305ee65862064e43e');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"5d37f15bd6374effac83561864bcf395"}','32613078dc42220a39eb5ef631dcb3246c63f45854a102c305ee65862064e43e','9c5fe1c1fc9f93107dcecac435ccac9302f152104e7943a7348f9e6cbadf5a8a');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','9c5fe1c1fc9f93107dcecac435ccac9302f152104e7943a7348f9e6cbadf5a8a','b5c884ef0ff3b749c071b07f3ab0d2d1177da49a1d332926a27976c085f33319');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','b5c884ef0ff3b749c071b07f3ab0d2d1177da49a1d332926a27976c085f33319','d6c8b9ef5cfe6e3499648345be877714c4dd10dc1733aa81f466456c30d81152');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"7222e1a1d0694b52b4967eaf8529f71e"}','d6c8b9ef5cfe6e3499648345be877714c4dd10dc1733aa81f466456c30d81152','789991abc851859eba1564c903d521c1ec1cbe0193b3224da3b2f86585cf33eb');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','789991abc851859eba1564c903d521c1ec1cbe0193b3224da3b2f86585cf33eb','1c6372c0992b8c8ea74ee120cd529908f7dce5a4a93e31e52179db6dd08e8fa8');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"7293632f722e4522ba432c4ca7832e50"}','1c6372c0992b8c8ea74ee120cd529908f7dce5a4a93e31e52179db6dd08e8fa8','5242a3040571ec21ae1d3dc433b5003eca72110dae9c21976dc0653961948365');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','5242a3040571ec21ae1d3dc433b5003eca72110dae9c21976dc0653961948365','bb433aaeae38b7a074ec3ac5eb5b69267713ae12a073ae89cb7c4293ab176db3');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"640e9aff134e4948a578de0d597be017"}','bb433aaeae38b7a074ec3ac5eb5b69267713ae12a073ae89cb7c4293ab176db3','1b5ec54f3ed3ed87c421f32936ffec2264b1a410823d1923bdab966eac1d5c2d');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','1b5ec54f3ed3ed87c421f32936ffec2264b1a410823d1923bdab966eac1d5c2d','0cfb6c6a1711e3c988bb486114dc00137deb228d2222bd4cbdc904aba4729750');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','0cfb6c6a1711e3c988bb486114dc00137deb228d2222bd4cbdc904aba4729750','4a4de2353341c850a442dde759e0aa62518158928cedfed0433bc52303309d6e');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"1923ba88b0e448caa2f52889433a67cd"}','4a4de2353341c850a442dde759e0aa62518158928cedfed0433bc52303309d6e','a754e50f0574aabec95c338ed80e874a7216bb06e04fd615b2794e0abf512c3d');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','a754e50f0574aabec95c338ed80e874a7216bb06e04fd615b2794e0abf512c3d','b0dbcc796e147b0c75e67a9a3bf0ccfbe6b82471b44520924917118d4d80735d');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','b0dbcc796e147b0c75e67a9a3bf0ccfbe6b82471b44520924917118d4d80735d','f50a4d57f1dc44861822cca87b41b0e87944b1019246fe3407c5ff9e20a33052');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','evidencia.guardada',1,'evidence',2,'{"entries":[1],"sha256":"b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2","what":"parada"}','f50a4d57f1dc44861822cca87b41b0e87944b1019246fe3407c5ff9e20a33052','576e148cea48d1274307be74c847bcc82e0ae2234dd43ae29d462df30a62914e');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','576e148cea48d1274307be74c847bcc82e0ae2234dd43ae29d462df30a62914e','a50b4586372973db0c5cf0b348b020f110c9e297df0f11f2115a0064fd7eeee5');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','a50b4586372973db0c5cf0b348b020f110c9e297df0f11f2115a0064fd7eeee5','c60081b86da603dc040db80431d67d5b933c02d7ba0e39c9d69aa322353c0e2a');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','c60081b86da603dc040db80431d67d5b933c02d7ba0e39c9d69aa322353c0e2a','d50411c01fa09c4737b7711994b414f5dd7b20ac7a95d3572ab5306fb944a71f');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','d50411c01fa09c4737b7711994b414f5dd7b20ac7a95d3572ab5306fb944a71f','265e5960f4eefb283d84b19e1a1b7ace988147a16bf0a6679d691275d4662656');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','265e5960f4eefb283d84b19e1a1b7ace988147a16bf0a6679d691275d4662656','90dcd3c4ea8f54a092c75a6d8ed5f203800c443a66c80f085ad468a041606996');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','90dcd3c4ea8f54a092c75a6d8ed5f203800c443a66c80f085ad468a041606996','e6aecb533eb81e209cde77fd1f3b5867040f42586bdd44d5d188cf9eb6e1cd95');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"due":"2026-11-13","entry":null,"kind":"linha_alheia","line":null,"owner":"escritório","ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','e6aecb533eb81e209cde77fd1f3b5867040f42586bdd44d5d188cf9eb6e1cd95','fe2ec5ec746324d46459c6bc446a533f54c1f5a3878e1f1735e3e38d14000d19');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','fe2ec5ec746324d46459c6bc446a533f54c1f5a3878e1f1735e3e38d14000d19','b57e8ad2d3afbd871adf292bb787a6ede62f9410965540e20bc18e8ca398c6a5');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"c40878ec28e44f7fa9d40906395a69d3"}','b57e8ad2d3afbd871adf292bb787a6ede62f9410965540e20bc18e8ca398c6a5','9bdd9147c07c67db694856c79246c5711ea20c932bd24ebbf7c8b17f08d06f7c');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','9bdd9147c07c67db694856c79246c5711ea20c932bd24ebbf7c8b17f08d06f7c','6d02f4b6932bb68648bb157a22a339c509cc9ae9bd34b4d7f9e7d0c40444dc8c');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','6d02f4b6932bb68648bb157a22a339c509cc9ae9bd34b4d7f9e7d0c40444dc8c','57a94dd012242a101252880f4611fbc07072fd1f969c0d4b047aad7cbf5d9c41');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"315031f2c3ff41139174f91b89065358"}','57a94dd012242a101252880f4611fbc07072fd1f969c0d4b047aad7cbf5d9c41','b0c9ad92c77b0c5d0e0595751b5e6bc577051310773bad36fb5b5969e66d6226');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','b0c9ad92c77b0c5d0e0595751b5e6bc577051310773bad36fb5b5969e66d6226','68d31851906cb179bcee1048a51a032755a170b56be106929e55fb0d87b23a1f');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','68d31851906cb179bcee1048a51a032755a170b56be106929e55fb0d87b23a1f','164a95457a6b1dcb546a6c705ce5bb8abf1174f91b5065a56a3d833ed1b3530f');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','164a95457a6b1dcb546a6c705ce5bb8abf1174f91b5065a56a3d833ed1b3530f','c10077bea44a156d1a11a2c62384add56f2a6e3a9726acd2902d31ba0d3b3a11');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','c10077bea44a156d1a11a2c62384add56f2a6e3a9726acd2902d31ba0d3b3a11','c22168e1159e2983c7a968d93217e94b2c63a22bbf1eec8734fdf6c136672470');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','c22168e1159e2983c7a968d93217e94b2c63a22bbf1eec8734fdf6c136672470','330f8852f4e61fbc0d7f3281d973cd03c499b6d271be3566b0b851eb79f74047');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','330f8852f4e61fbc0d7f3281d973cd03c499b6d271be3566b0b851eb79f74047','47f7ac190549755bea595ec694be61ec05921979c4c8ce49a1cd1b01a8b0d22a');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','47f7ac190549755bea595ec694be61ec05921979c4c8ce49a1cd1b01a8b0d22a','823566e4111069f7a6c0b0a13bf209b5c08c97bc1e3b678a1b74d3a5dc733e4e');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','823566e4111069f7a6c0b0a13bf209b5c08c97bc1e3b678a1b74d3a5dc733e4e','1e031a9c2e6e797c8c7297abc535affcd6210cba0cdae1b45d6e54eab0d63ce8');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"sem resposta"}','1e031a9c2e6e797c8c7297abc535affcd6210cba0cdae1b45d6e54eab0d63ce8','f720a2c77e37f0b20c8618c58826b1242ca654fb2101077c34bfb8134a52f8b9');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','f720a2c77e37f0b20c8618c58826b1242ca654fb2101077c34bfb8134a52f8b9','ebf51f9a0502732764e7a9cd5c243fe6d55d733a094199b96afca1e23753746d');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"a execução terminou antes da resposta"}','ebf51f9a0502732764e7a9cd5c243fe6d55d733a094199b96afca1e23753746d','e73deccb782fd1004f86cbf140209b616176eac9fee39284b2afb1acdb201ff6');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','e73deccb782fd1004f86cbf140209b616176eac9fee39284b2afb1acdb201ff6','5fc1652a6aec15eb3aa42201322e1cf96daa680148e5af86aea2faea22af1cc7');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','lancamento.corrigida',1,'lancamento',7,'{"facts":"ac1a330ea596ed0e","movimento":"m7","postings":"566c4fa930193ee13efeea02eda1470c22dc3bd65bda539d86a70446967d7ba9","protocolo":"","valor":7100}','5fc1652a6aec15eb3aa42201322e1cf96daa680148e5af86aea2faea22af1cc7','86fbcda802277988933b93ff8e2275ff8b043109f039f4fa43c790bd28f3bc4c');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','faturista','correcao.leitura',1,'lancamento',7,'{"movimento":"m7"}','86fbcda802277988933b93ff8e2275ff8b043109f039f4fa43c790bd28f3bc4c','7325e7fd6171423e9102fb99af1298d38e97de18cc771b6472be044291eb77ca');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',15,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m8","numero_autorizacao":"000008","why":"pedida"}','7325e7fd6171423e9102fb99af1298d38e97de18cc771b6472be044291eb77ca','74cf873acc6b7d326978b63f5f394260931a79d42937bf903922b8a1f38270ed');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',15,'{}','74cf873acc6b7d326978b63f5f394260931a79d42937bf903922b8a1f38270ed','874e675767bca22bbc3d522d297b39f42f348d8cabdc295c643bd0cbeb23adb5');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','Ana','lancamento.excluida',1,'lancamento',8,'{"movimento":"m8","postings":"4f3de36c29cf2bb91e721cb5541e1a20d97c357c4303e853df80becae30b7371","state":"recusada","why":"excluída do portal"}','874e675767bca22bbc3d522d297b39f42f348d8cabdc295c643bd0cbeb23adb5','c7e029b2c7cf1ed8458e345101f1a69c130403a070c8af0a611655f5708e6aa4');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',1,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"bd823de4ed4dbf43"]],"sha256":""}','c7e029b2c7cf1ed8458e345101f1a69c130403a070c8af0a611655f5708e6aa4','b4207e4a84ec1ff29460acd1781ccc3110b69aef6cc40c4becd0b333ffc5deac');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','lancamento.trocada',1,'lancamento',6,'{"movimento":"m6","postings":"26d4e09f113bf579562891f49812e158c193f8ba2972b3ef643dc7d7f3518f2c","state":"recusada","why":"alterada no portal: a linha agora é 10101012 de 05/10/2026"}','b4207e4a84ec1ff29460acd1781ccc3110b69aef6cc40c4becd0b333ffc5deac','8327393640c6d399f8d42a41bb669f7411878282a2773f3388e72d4538ee7d68');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',9,'{"movimento":"m6","postings":"f161be8b813f0c0bc1545026d030b9e5d2a5b35a8a2183dc3393a8ed62988d69","protocolo":"","valor":6500}','8327393640c6d399f8d42a41bb669f7411878282a2773f3388e72d4538ee7d68','a8d66ed4330c9f1205b2127c791d8acf1b60256b561bdab5322c18b69ee6e9f9');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','a8d66ed4330c9f1205b2127c791d8acf1b60256b561bdab5322c18b69ee6e9f9','d9e8f94d44195687911b648248b9718d9b2b540e60b1a380fbc9df6c1a1ab727');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','d9e8f94d44195687911b648248b9718d9b2b540e60b1a380fbc9df6c1a1ab727','47ede8dc105d14a104f312a2d56af6f9ceb214c62eb8525f1f2051756952aec7');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','47ede8dc105d14a104f312a2d56af6f9ceb214c62eb8525f1f2051756952aec7','fec40d398bf9971ac1ce88b4b7e1140160dd950904055ce9cc2cc545f02b85ac');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','fec40d398bf9971ac1ce88b4b7e1140160dd950904055ce9cc2cc545f02b85ac','5f5d2d020595b6754e33ed0717f81810cc60f57997229c6814982a9acb251130');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','5f5d2d020595b6754e33ed0717f81810cc60f57997229c6814982a9acb251130','26117b623dd80b95765c29e71ab7b6d78b32cdb797d6d9802dab2f36785f26ba');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','26117b623dd80b95765c29e71ab7b6d78b32cdb797d6d9802dab2f36785f26ba','e8efc350c1fc47fb8d8288a8f8d3f1ceafe3cd2eea94e5db33710dc7ab00dc3f');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','e8efc350c1fc47fb8d8288a8f8d3f1ceafe3cd2eea94e5db33710dc7ab00dc3f','9125ff751fdb11fe204fec1f802e883996a328c294fda9791d40396fb4ccaedc');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','9125ff751fdb11fe204fec1f802e883996a328c294fda9791d40396fb4ccaedc','be3ebc2951fbef5a873dd260ba1e3c6e93a6d5805d303ab3d8899cbc11c4bf3c');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','be3ebc2951fbef5a873dd260ba1e3c6e93a6d5805d303ab3d8899cbc11c4bf3c','4c3ff87d57102c0bc369009837b21b09d5c7276cc09b781c32710d6fbfc6086f');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','4c3ff87d57102c0bc369009837b21b09d5c7276cc09b781c32710d6fbfc6086f','10523cc4d36f2a55799c87a138081d227265c3d76cc9ca6bf9188b4944b63afd');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','10523cc4d36f2a55799c87a138081d227265c3d76cc9ca6bf9188b4944b63afd','3a58f761d5212332608640b42267577755a72db3713623b84e65a8e0de1e4a60');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento reaberto"}','3a58f761d5212332608640b42267577755a72db3713623b84e65a8e0de1e4a60','c9d587965cd166e127129feea2c2cc83dda3d7a758b323f1844a7f349a33fd67');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','c9d587965cd166e127129feea2c2cc83dda3d7a758b323f1844a7f349a33fd67','f9ec5a3f31a1fc8de883be1d48ea719d93b35e924e774eee9f2d16a8f16b4fc2');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','f9ec5a3f31a1fc8de883be1d48ea719d93b35e924e774eee9f2d16a8f16b4fc2','481daa6dfa62afea1b23bcfd7ce1ac523e4fa9a75c549925b7e7efbd573497a3');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','481daa6dfa62afea1b23bcfd7ce1ac523e4fa9a75c549925b7e7efbd573497a3','6c4840946efde12efb33bb64c454297e79437729d5268937351035bb191796b8');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"6c4840946efde12efb33bb64c454297e79437729d5268937351035bb191796b8"}','6c4840946efde12efb33bb64c454297e79437729d5268937351035bb191796b8','c86b33999ddadf5db2f3fb611f145bc507a3364abf386d09ab600ff5f7cc3a5e');
INSERT INTO "event" VALUES(71,'2026-11-03T09:00:00.000Z','faturista','arquivo.situacao',1,'arquivo',7,'{"arquivos":[{"lote":"7","lote_operadora":"55001","protocolo":"P1","situacao":"Recebido"}]}','c86b33999ddadf5db2f3fb611f145bc507a3364abf386d09ab600ff5f7cc3a5e','d2aee32fe3aad25da119d45d46248536edcd6eca8b01b7e9507d7d0443cf5707');
INSERT INTO "event" VALUES(72,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0,"withheld":"1f15733eb1572184"}','d2aee32fe3aad25da119d45d46248536edcd6eca8b01b7e9507d7d0443cf5707','90161c6d95fdb2dce5bfcd5a04fc958e3806b753c1760be38c923c2e54537029');
INSERT INTO "event" VALUES(73,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','90161c6d95fdb2dce5bfcd5a04fc958e3806b753c1760be38c923c2e54537029','e1b1c892f6ee22b68bfc6ff36f7cdf17ead23661eca71e5219cbf2b202446844');
INSERT INTO "event" VALUES(74,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','e1b1c892f6ee22b68bfc6ff36f7cdf17ead23661eca71e5219cbf2b202446844','0ef4ead6f7fd6821b1bcf8cde13c46da28751d65e0a2ea1c880ea5c379fd5d7c');
INSERT INTO "event" VALUES(75,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','0ef4ead6f7fd6821b1bcf8cde13c46da28751d65e0a2ea1c880ea5c379fd5d7c','455c5363f5af9c3fcdfd702dcd97da117eb631541792ef54c025170a54fc5583');
INSERT INTO "event" VALUES(76,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1,"withheld":"02e68db36567166a"}','455c5363f5af9c3fcdfd702dcd97da117eb631541792ef54c025170a54fc5583','4e7131b6fae48a9f6bde8637c522255ada044a7582055f6952bb0f4945dd8df2');
INSERT INTO "event" VALUES(77,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','4e7131b6fae48a9f6bde8637c522255ada044a7582055f6952bb0f4945dd8df2','7cb23ae1fa058f7d14fe4b0d91383d2c8fa4935d58df6f2220945af91e003be0');
INSERT INTO "event" VALUES(78,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','7cb23ae1fa058f7d14fe4b0d91383d2c8fa4935d58df6f2220945af91e003be0','525920be77e05b0a238062f11bea7589b215f7118381964aee58112bd1cd93ac');
INSERT INTO "event" VALUES(79,'2026-11-03T09:00:00.000Z','Ana','decisao.tomada',1,'decisao',1,'{"adds":false,"entry":1,"line":2,"reason":"conferido"}','525920be77e05b0a238062f11bea7589b215f7118381964aee58112bd1cd93ac','70c3776cc552dde665cc3dca333d0c0e81a7cb91e86e1b337c82a0695816b3a4');
INSERT INTO "event" VALUES(80,'2026-11-03T09:00:00.000Z','Ana','decisao.desfeita',1,'linha_retorno',2,'{"line":2}','70c3776cc552dde665cc3dca333d0c0e81a7cb91e86e1b337c82a0695816b3a4','d622d3dbd306087425c43abbdde6aec93e6acb8fa3d49a60ad4c32313b1300e7');
INSERT INTO "event" VALUES(81,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',2,'{"due":"2026-11-13","entry":null,"kind":"linha_duvidosa","line":2,"owner":"Ana","ref":"","text":"linha 1 do retorno: havia 2 candidatos"}','d622d3dbd306087425c43abbdde6aec93e6acb8fa3d49a60ad4c32313b1300e7','11e977cdba0f4ff010a6bfaa426d0c9281ac8dae35580798c5cb9f056973afac');
INSERT INTO "event" VALUES(82,'2026-11-03T09:00:00.000Z','Ana','problem.given',NULL,'problem',2,'{"due":"2026-12-01","owner":"Bia","reason":"férias"}','11e977cdba0f4ff010a6bfaa426d0c9281ac8dae35580798c5cb9f056973afac','57674d2cbb5c3ddcd778c216de32cc4a00eaefb3f4fdf82d89380ccda62411ac');
INSERT INTO "event" VALUES(83,'2026-11-03T09:00:00.000Z','Ana','problem.resolved',1,'problem',2,'{"resolution":"é dela"}','57674d2cbb5c3ddcd778c216de32cc4a00eaefb3f4fdf82d89380ccda62411ac','3fbf55396d12b83c5192b7c0533b981958915e01c3ee3274dd0cc2c9214f39f3');
INSERT INTO "event" VALUES(84,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',1,'{"entry":1,"valor":400}','3fbf55396d12b83c5192b7c0533b981958915e01c3ee3274dd0cc2c9214f39f3','82534a6817308f77a190dfb687aa0950ec9a0d80fd7084e8b9839eb263372be7');
INSERT INTO "event" VALUES(85,'2026-11-03T09:00:00.000Z','Ana','recurso.desistido',1,'recurso',1,'{"entry":1}','82534a6817308f77a190dfb687aa0950ec9a0d80fd7084e8b9839eb263372be7','8019cbc1257e84f56dfa94f47b9c750dce8f7f6326de72ab41d831eeb16101e8');
INSERT INTO "event" VALUES(86,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"state":"quitada","ties":[[2,2,6500,5900,600]]}','8019cbc1257e84f56dfa94f47b9c750dce8f7f6326de72ab41d831eeb16101e8','317dd752df588e93bb0053e6534a53da40af22d3cbca932982399ad651bdb82c');
INSERT INTO "event" VALUES(87,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',2,'{"entry":1,"valor":400}','317dd752df588e93bb0053e6534a53da40af22d3cbca932982399ad651bdb82c','b7395d637dc4c953b2360b0f59d0ee4026d11d83eead311ecdfda6ffe775e480');
INSERT INTO "event" VALUES(88,'2026-11-03T09:00:00.000Z','faturista','recurso.enviado',1,'recurso',2,'{"entry":1,"protocolo":"R-1","sent_on":"2026-11-05"}','b7395d637dc4c953b2360b0f59d0ee4026d11d83eead311ecdfda6ffe775e480','51cff05bcde820c85902cbd661eab05980a9d3a3c54074e6a7e0f5b566ace03c');
INSERT INTO "event" VALUES(89,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"cc685bd1c56f9b1ff755155e5beb6850bb8c9244328398567dbddb8adb07bace","state":"quitada","ties":[[2,2,6500,5900,600]]}','51cff05bcde820c85902cbd661eab05980a9d3a3c54074e6a7e0f5b566ace03c','d5467c21adf4e8c04ba5b2d98ced90bb6ebb20bd466956546a4ddbd18a73526e');
INSERT INTO "event" VALUES(90,'2026-11-03T09:00:00.000Z','faturista','recurso.respondido',1,'recurso',2,'{"answered_on":"2026-11-20","entry":1,"mantido":100,"recuperado":300}','d5467c21adf4e8c04ba5b2d98ced90bb6ebb20bd466956546a4ddbd18a73526e','614a7d7f0e9d40bb9bd7ee00c5ce2704e7c306886ec51da26c8089c0a061b028');
INSERT INTO "event" VALUES(91,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"46dee6a44d0459c93c3fd0d605e5dee8b09fedb375d3d84fca375d9d9ab3629d","state":"quitada","ties":[[2,2,6500,5900,600]]}','614a7d7f0e9d40bb9bd7ee00c5ce2704e7c306886ec51da26c8089c0a061b028','b0a570ed27ce788db9e20cc13534271d8491d44b1482530f1dbf8694ade9b48d');
INSERT INTO "event" VALUES(92,'2026-11-03T09:00:00.000Z','Ana','perda.aceita',1,'lancamento',1,'{"reason":"sem documento","valor":100}','b0a570ed27ce788db9e20cc13534271d8491d44b1482530f1dbf8694ade9b48d','5db8ae5bf509e92f762801024aed3bdd29d18c22b750c44f94bf0e5e89f11b04');
INSERT INTO "event" VALUES(93,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"383223ef9e28ef17fac971a60e38bf59e88f8c1020ad9aaa9ea6cd4f6ead6ed8","state":"quitada","ties":[[2,2,6500,5900,600]]}','5db8ae5bf509e92f762801024aed3bdd29d18c22b750c44f94bf0e5e89f11b04','71de9292b527db43a17feed0550a65f3636f537937fb2691f1417e680edc0c87');
INSERT INTO "event" VALUES(94,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":9}','71de9292b527db43a17feed0550a65f3636f537937fb2691f1417e680edc0c87','09c94757f3c3d5f3d8a352cf1c158544a82eb995f8dff23a61f9ad39f880bb47');
INSERT INTO "event" VALUES(95,'2026-11-03T09:00:00.000Z','Ana','dossie.feito',NULL,'dossie',95,'{"destinatario":"Convênio","entries":8,"months":[1],"motivo":"auditoria","scope":"sorriso, ipasem, 10/2026","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}','09c94757f3c3d5f3d8a352cf1c158544a82eb995f8dff23a61f9ad39f880bb47','fb2fe009b9c506df075962e3a43d424698a43f6308ce1c42d3ed5450ab43c7f9');
INSERT INTO "event" VALUES(96,'2026-11-03T09:00:00.000Z','Ana','expurgo.intencao',NULL,'expurgo',96,'{"pieces":[["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","png"]],"why":"telas 24 meses"}','fb2fe009b9c506df075962e3a43d424698a43f6308ce1c42d3ed5450ab43c7f9','215e113b3c390fdc72ef63622389d06697ac2f1bd4cfaa6401e41d28d6742361');
INSERT INTO "event" VALUES(97,'2026-11-03T09:00:00.000Z','Ana','expurgo.feito',NULL,'expurgo',96,'{"certificate":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}','215e113b3c390fdc72ef63622389d06697ac2f1bd4cfaa6401e41d28d6742361','9b3b4ef76651e30b26151d9a7714917f592b7c92b4898e736f74234eeafb7368');
INSERT INTO "event" VALUES(98,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','9b3b4ef76651e30b26151d9a7714917f592b7c92b4898e736f74234eeafb7368','bd32db760b94062cd6966a6836c2a4ab8970ff45d888664d9e838fef23025c37');
INSERT INTO "event" VALUES(99,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','bd32db760b94062cd6966a6836c2a4ab8970ff45d888664d9e838fef23025c37','a77f8d1fe917ee2b08baa7778eaa6f22b7a4a5c1f8e67578fa7ed1f0f64cd3fb');
INSERT INTO "event" VALUES(100,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','a77f8d1fe917ee2b08baa7778eaa6f22b7a4a5c1f8e67578fa7ed1f0f64cd3fb','49b1263b14c1be685b5fef1b405b9bb1ac7c42630dbf40d07d0217c9484846ac');
INSERT INTO "event" VALUES(101,'2026-11-03T09:00:00.000Z','Ana','waiting.primeira',NULL,'waiting',2,'{}','49b1263b14c1be685b5fef1b405b9bb1ac7c42630dbf40d07d0217c9484846ac','266989a1d6cb221bcaa763f1626ea3d4c1f37652d482ff42d0fa6afeb4278d01');
INSERT INTO "event" VALUES(102,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','266989a1d6cb221bcaa763f1626ea3d4c1f37652d482ff42d0fa6afeb4278d01','52603a4c796a0318f9a6fe980597a1ba411900944a892058efc1c9a574858504');
INSERT INTO "event" VALUES(103,'2026-11-03T09:00:00.000Z','Ana','configuracao.mudada',NULL,'configuracao',0,'{"mudancas":[{"antes":"A","chave":"escritorio.nome","depois":"B"}],"o_que":"faturista.toml"}','52603a4c796a0318f9a6fe980597a1ba411900944a892058efc1c9a574858504','59d48f8e280085210ecd72e659f8e473bd25ce08c0385f22fe59477a1f15ce2f');
INSERT INTO "event" VALUES(104,'2026-11-03T09:00:00.000Z','Ana','membro.criado',NULL,'membro',1,'{"clinica":"","nome":"Rita","papel":"operador"}','59d48f8e280085210ecd72e659f8e473bd25ce08c0385f22fe59477a1f15ce2f','11b9ad02e856f0ec35b108dcdc45ebac46650ce291faf4903e72bb1e162f060b');
INSERT INTO "event" VALUES(105,'2026-11-03T09:00:00.000Z','Rita','membro.senha',NULL,'membro',1,'{}','11b9ad02e856f0ec35b108dcdc45ebac46650ce291faf4903e72bb1e162f060b','2b767a455fb7841589569737a21e028f955142cdc4d57990fdc498a1a404d3d4');
INSERT INTO "event" VALUES(106,'2026-11-03T09:00:00.000Z','Ana','membro.mudado',NULL,'membro',1,'{"ativo":0,"clinica":"","papel":"operador"}','2b767a455fb7841589569737a21e028f955142cdc4d57990fdc498a1a404d3d4','27039c072679109c759f3b85f873cb00e19a13a99a670f6cd9de0658bcd3a445');
INSERT INTO "event" VALUES(107,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',1,'{"clinica":"sorriso","portal":"ipasem"}','27039c072679109c759f3b85f873cb00e19a13a99a670f6cd9de0658bcd3a445','8bcce8b574739d6ea19165ee84dd1ed7bcb1aa2835a0127353d912d52995a596');
INSERT INTO "event" VALUES(108,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',1,'{"owner":"máquina:1"}','8bcce8b574739d6ea19165ee84dd1ed7bcb1aa2835a0127353d912d52995a596','58ddcb18932066d00c54b230eb5904cc85c87b9ffb6c510a6494df65feab23af');
INSERT INTO "event" VALUES(109,'2026-11-03T09:00:00.000Z','Rita','vista.assumida',NULL,'vista',1,'{"vez":1}','58ddcb18932066d00c54b230eb5904cc85c87b9ffb6c510a6494df65feab23af','297e273c1416159da07a4fb45da93cd9d0c377dc6b5243630184c4dbe0ee7906');
INSERT INTO "event" VALUES(110,'2026-11-03T09:00:00.000Z','Rita','vista.clique',NULL,'vista',1,'{"x":1,"y":2}','297e273c1416159da07a4fb45da93cd9d0c377dc6b5243630184c4dbe0ee7906','6c3e06822f35045cd4cf9368289806e2dcbe3497d9ddb2e410a54264c40ebf8e');
INSERT INTO "event" VALUES(111,'2026-11-03T09:00:00.000Z','Rita','vista.largada',NULL,'vista',1,'{"vez":1}','6c3e06822f35045cd4cf9368289806e2dcbe3497d9ddb2e410a54264c40ebf8e','739ad145c84813f464c00e05c460c6cb66b8f4410ff3e64f09442833ae8488f5');
INSERT INTO "event" VALUES(112,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',1,'{"entrou":true}','739ad145c84813f464c00e05c460c6cb66b8f4410ff3e64f09442833ae8488f5','5f593b313d3cdbe4b2b09ee3b7090b5341808a653fa04d527b7e3f22fb218c32');
INSERT INTO "event" VALUES(113,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',2,'{"clinica":"sorriso","portal":"cassind"}','5f593b313d3cdbe4b2b09ee3b7090b5341808a653fa04d527b7e3f22fb218c32','09a595a78e9239c21bbd96a56cb03055d9c83682e3a142e8465ec95e6130edaa');
INSERT INTO "event" VALUES(114,'2026-11-03T09:00:00.000Z','Rita','vista.encerrada',NULL,'vista',2,'{"entrou":false}','09a595a78e9239c21bbd96a56cb03055d9c83682e3a142e8465ec95e6130edaa','345e021755b85e8afbdb5c13993efa44765934d8ee1a33c7879a680eb13116eb');
INSERT INTO "event" VALUES(115,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',3,'{"clinica":"sorriso","portal":"cassind"}','345e021755b85e8afbdb5c13993efa44765934d8ee1a33c7879a680eb13116eb','f1846334c5b53232b6a77be7d1d2b0bbee97d8a3b45f6ad0f2fe8a54c778625f');
INSERT INTO "event" VALUES(116,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',3,'{"owner":"máquina:1"}','f1846334c5b53232b6a77be7d1d2b0bbee97d8a3b45f6ad0f2fe8a54c778625f','39771db5e250afc145812311a0c3457b9cea32905f0e415e4fe9c39d299b1b28');
INSERT INTO "event" VALUES(117,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',3,'{"entrou":false}','39771db5e250afc145812311a0c3457b9cea32905f0e415e4fe9c39d299b1b28','c73690b8d395ed2c69b93f3f412cd868757eedfd4dfb6a8003a493af1d860a04');
INSERT INTO "event" VALUES(118,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','c73690b8d395ed2c69b93f3f412cd868757eedfd4dfb6a8003a493af1d860a04','bcf0431fa189cd1edd278a94f7d8ab959c4d4b72d9533fa7ee6e0ff474359831');
INSERT INTO "event" VALUES(119,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',3,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[10,"da8f16384dae0908"]],"sha256":""}','bcf0431fa189cd1edd278a94f7d8ab959c4d4b72d9533fa7ee6e0ff474359831','8b01d2133fac7a769305e2e5b653180c8dbf63058af4a1e2709a86d374d01725');
INSERT INTO "event" VALUES(120,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',2,'demonstrativo',3,'{"known":0,"lines":"38206111118c4da5","new":1,"withdrawn":0,"withheld":"4f53cda18c2baa0c"}','8b01d2133fac7a769305e2e5b653180c8dbf63058af4a1e2709a86d374d01725','7f8fa8584c01a29e111eab9a2635724054bd768950f0e2668320e8e80ec3dc98');
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
INSERT INTO "evidence" VALUES(8,'f55a293d20f1ee3decb2944933bed64791b4a3599b9f75a7e6df2c3593f3e8f9','html','relatório de retorno',249,'2026-11-03T09:00:00.000Z');
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
INSERT INTO "linha_retorno" VALUES(3,2,3,1,'900001','10101012','2026-10-05',1,6500,6500,0,'','','','','',1,'5c44c1a76b3ba13cba61c4fea1ab3a28f6dae630a02684fd974fbd7f2bc4da92',NULL);
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
CREATE TABLE pessoa_retorno (
  linha_retorno_id integer not null references linha_retorno (id),
  beneficiario text not null,
  numero_carteira text not null,
  constraint pessoa_retorno_once primary key (linha_retorno_id)
) strict;
INSERT INTO "pessoa_retorno" VALUES(3,'Beltrana Inventada 1','');
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
INSERT INTO "sqlite_sequence" VALUES('a_conciliar',6);
COMMIT;
