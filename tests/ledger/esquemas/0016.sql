BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 17:18:21.383478+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 17:18:21.387497+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 17:18:21.394483+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 17:18:21.402428+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0006_estorno','2026-11-22 17:18:21.420522+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'faturista','0007_contas','2026-11-22 17:18:21.438891+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'faturista','0007_corrections','2026-11-22 17:18:21.445335+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'faturista','0008_contas_guards','2026-11-22 17:18:21.454260+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'faturista','0010_atendimento','2026-11-22 17:18:21.464602+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'faturista','0011_notices','2026-11-22 17:18:21.472577+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'faturista','0012_painel','2026-11-22 17:18:21.485948+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'faturista','0013_painel_guards','2026-11-22 17:18:21.488286+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'faturista','0014_deducoes','2026-11-22 17:18:21.495415+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'faturista','0015_deducoes_guards','2026-11-22 17:18:21.501613+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'faturista','0016_event_mes','2026-11-22 17:18:21.503753+00:00');
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
INSERT INTO "attempt" VALUES(9,8,6,2,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m6','',1,'');
INSERT INTO "attempt" VALUES(10,9,7,2,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m7','',1,'');
INSERT INTO "attempt" VALUES(11,10,8,1,'absent','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m8','',4,'');
INSERT INTO "attempt" VALUES(12,11,4,2,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m4','',NULL,'');
INSERT INTO "attempt" VALUES(13,12,5,3,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m5','',NULL,'');
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
INSERT INTO "batch" VALUES(1,'fb93bf87d0a14e19abb9d8c4470ce34e','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'7048417737334428b99d4433038f9226','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'31137dd8f86f49dca27f69efa9b442a2','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'79e2f218f95d48dcb63723a61651307d','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'5fda64a0a2d54123aed21d21b60495c1','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'dd195892062a4d7facee5edd6fdf9e14','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'8f7230f692d54eaf898935432e7bd59e','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'e6a52d84979b477e954c1c362fcc174d','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'6ae6f78a33e343a78ff54db14ba185fa','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'ff215787ea8d450dbf500481a2e68856','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'afb9075b39934fa480a1c6b0f2ad9961','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'eeaae5cca1fb40639626328d462f680b','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'18c0f5f1c73c4040857fbe35ae0dbe6c','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(15,'a841838214154973a0e297e19533f35a','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
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
INSERT INTO "demonstrativo_evidence" VALUES(1,5);
INSERT INTO "demonstrativo_evidence" VALUES(2,6);
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
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"fb93bf87d0a14e19abb9d8c4470ce34e"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','1d4c673ae0a5a60a097dc1ae0d1b2d1b14aaab2937025603526d6a65a3c86226');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','1d4c673ae0a5a60a097dc1ae0d1b2d1b14aaab2937025603526d6a65a3c86226','e9669a60bdae7091e19096b578e93a4bcfdc0b9793acaff6c09a4356f55b78cd');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','e9669a60bdae7091e19096b578e93a4bcfdc0b9793acaff6c09a4356f55b78cd','36a1ae82b7522bd62f19f59af82f74064dc3a2665461f7e85840c0e860878986');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"7048417737334428b99d4433038f9226"}','36a1ae82b7522bd62f19f59af82f74064dc3a2665461f7e85840c0e860878986','901f57d39cc28c2331860193e4057ab5b820556dd42929eebd15991c388d2bed');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','901f57d39cc28c2331860193e4057ab5b820556dd42929eebd15991c388d2bed','c32ac66579cbe8c404f06643488d301405f524c21f0f21841a3ab60a6f5a9582');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','c32ac66579cbe8c404f06643488d301405f524c21f0f21841a3ab60a6f5a9582','b22f70125c8fc955f9cb7ae43d9ca60ec24e778f1b09d7795a47389893977e20');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"31137dd8f86f49dca27f69efa9b442a2"}','b22f70125c8fc955f9cb7ae43d9ca60ec24e778f1b09d7795a47389893977e20','8baf27d41104de4f06f50584d7e538ae675903078fc508a43eea239173111c1e');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','8baf27d41104de4f06f50584d7e538ae675903078fc508a43eea239173111c1e','cef95ff863b00236043a67dabbbbacc7ea50a77e90bae91f66f756e96336c4cd');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"79e2f218f95d48dcb63723a61651307d"}','cef95ff863b00236043a67dabbbbacc7ea50a77e90bae91f66f756e96336c4cd','c1f3ae45f6492d0c0acef6b316902be9d192e93212ec3b1e832f7a54ac8e28d0');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','c1f3ae45f6492d0c0acef6b316902be9d192e93212ec3b1e832f7a54ac8e28d0','3ae8557408ef51b83db07627e23ac749ad6468fec11510a2ed880ff3cab07570');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"5fda64a0a2d54123aed21d21b60495c1"}','3ae8557408ef51b83db07627e23ac749ad6468fec11510a2ed880ff3cab07570','af9bb8463fcff069ace7c2ded42103f85613c8b436e7d0209476c129582af358');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','af9bb8463fcff069ace7c2ded42103f85613c8b436e7d0209476c129582af358','11925b458df36ca63bd8e9438a3e787df79c59962aa12e18a8f27253304a5b8d');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','11925b458df36ca63bd8e9438a3e787df79c59962aa12e18a8f27253304a5b8d','e0a263b2a0841b6ce17fa2b0a58475fa78a9894e606d0129f6016a0d58ba1d2b');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"dd195892062a4d7facee5edd6fdf9e14"}','e0a263b2a0841b6ce17fa2b0a58475fa78a9894e606d0129f6016a0d58ba1d2b','2b97ba4dd33391d727be2ea70795913c7d980b6168894af994a9ffdd1b484901');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','2b97ba4dd33391d727be2ea70795913c7d980b6168894af994a9ffdd1b484901','f24aa9bbb4a2e705c13edf92224447a4faf0d5a54b5f3079f6144167e4dde766');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','f24aa9bbb4a2e705c13edf92224447a4faf0d5a54b5f3079f6144167e4dde766','f393cb05a6aeb81d39c85c44ad5fba78a7a20114c374d3af8d14643826103e6a');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','f393cb05a6aeb81d39c85c44ad5fba78a7a20114c374d3af8d14643826103e6a','7a4dac23a614ea4530235d2c6570a51c0d2d95ca15157ccc173eb465e44f2826');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','7a4dac23a614ea4530235d2c6570a51c0d2d95ca15157ccc173eb465e44f2826','a18d2c11f8c57ed9788779dab7e5251ea7029622d2aba57ef901d5c9f8ae6cf6');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','a18d2c11f8c57ed9788779dab7e5251ea7029622d2aba57ef901d5c9f8ae6cf6','d28a5135c33a6f81b762cdd783a6cbee924fb2bcb59f6aa0b8afea2ac0f71ceb');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','d28a5135c33a6f81b762cdd783a6cbee924fb2bcb59f6aa0b8afea2ac0f71ceb','46e7ca9e5539e28c52c20b9090380d3b3bab6e169683112d19c640e5e7890a88');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','46e7ca9e5539e28c52c20b9090380d3b3bab6e169683112d19c640e5e7890a88','b61d07730d8a355a960cc25266e73aa9f7161da88ecdf31d559163a4036c2029');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','b61d07730d8a355a960cc25266e73aa9f7161da88ecdf31d559163a4036c2029','bb7f93f82c72f02759487a923ca0e10a892fc982819e4fe40279027e9d2a1060');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"entry":null,"kind":"linha_alheia","line":null,"ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','bb7f93f82c72f02759487a923ca0e10a892fc982819e4fe40279027e9d2a1060','973ae0c8c7e1c53a67b6cb48ad2e69577916c9eb6f2181942533775d5954a5a1');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','973ae0c8c7e1c53a67b6cb48ad2e69577916c9eb6f2181942533775d5954a5a1','0b8ad274395ea59f1cb6738606f1716a6c5c957360cd87d8b905323f7586ffcf');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"ff215787ea8d450dbf500481a2e68856"}','0b8ad274395ea59f1cb6738606f1716a6c5c957360cd87d8b905323f7586ffcf','f102eabfa42fb1edda926c919fb427c8cc192b2fa4bea5aa1be29f663e206630');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','f102eabfa42fb1edda926c919fb427c8cc192b2fa4bea5aa1be29f663e206630','428e57ca48bd31efbdef02a4580445ebbd7a64809623ae33b9aae40b0d1fd59f');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','428e57ca48bd31efbdef02a4580445ebbd7a64809623ae33b9aae40b0d1fd59f','36c903e7e20aaf4814435ff1cac0362e3a242cd1fb2597b0db0f7887969a009b');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"afb9075b39934fa480a1c6b0f2ad9961"}','36c903e7e20aaf4814435ff1cac0362e3a242cd1fb2597b0db0f7887969a009b','f9c8002a9fabaeb5c653285eb09a0e544085d5129c2b0ddd97dde46c16593bc0');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','f9c8002a9fabaeb5c653285eb09a0e544085d5129c2b0ddd97dde46c16593bc0','e6722fc014e18c0a5fc7de1dcc0d129dd1f53e555b8c428d6a5353f2c386dec0');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','e6722fc014e18c0a5fc7de1dcc0d129dd1f53e555b8c428d6a5353f2c386dec0','78c548844581aea77ba90be43d336b9650c9d5298aa3d863b7a3ce98ed417e0b');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','78c548844581aea77ba90be43d336b9650c9d5298aa3d863b7a3ce98ed417e0b','30d9afde4cbcb617460e28bebd03faf85fda1d780ad22a65d54fb20829b2c380');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','30d9afde4cbcb617460e28bebd03faf85fda1d780ad22a65d54fb20829b2c380','8b83f6c015ecc8e0c087798191705dc86c607225f2c348e75f996bef25ba477e');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','8b83f6c015ecc8e0c087798191705dc86c607225f2c348e75f996bef25ba477e','d23cdf07a4de2d7f3da45d46cdb7585c9a9bc70f3172743b9943cebf2ed339a5');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','d23cdf07a4de2d7f3da45d46cdb7585c9a9bc70f3172743b9943cebf2ed339a5','289c1efaa1e94385d229b9cafc1a4b890b123b10561e0c1dd7c9a6de90986904');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','289c1efaa1e94385d229b9cafc1a4b890b123b10561e0c1dd7c9a6de90986904','f48ed502469492a3313cd5af0989856e7b87f8388f73bb656683a2083a2e3a54');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','f48ed502469492a3313cd5af0989856e7b87f8388f73bb656683a2083a2e3a54','6439939e6dda666745577502a69de5a9af75b2ccb2be92d438f570ff8aaba37e');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"sem resposta"}','6439939e6dda666745577502a69de5a9af75b2ccb2be92d438f570ff8aaba37e','db1146caa4820bb609ebbb640426560c89d00151db227321aec058892e6d4765');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','db1146caa4820bb609ebbb640426560c89d00151db227321aec058892e6d4765','032060c6c8b8dc6ec68a8a63cea8722749fe92333aafb29d85a486fc0f0083ae');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"a execução terminou antes da resposta"}','032060c6c8b8dc6ec68a8a63cea8722749fe92333aafb29d85a486fc0f0083ae','2ce96138004f74c049cd87d4c695ac8ca32bd5f7d7e116d3adb62c38283139ce');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','2ce96138004f74c049cd87d4c695ac8ca32bd5f7d7e116d3adb62c38283139ce','cd70beca2762f44e370a63808ee52ab21bc800f06cc85570b3563445f0057a31');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','faturista','lancamento.corrigida',1,'lancamento',7,'{"facts":"ac1a330ea596ed0e","movimento":"m7","postings":"566c4fa930193ee13efeea02eda1470c22dc3bd65bda539d86a70446967d7ba9","protocolo":"","valor":7100}','cd70beca2762f44e370a63808ee52ab21bc800f06cc85570b3563445f0057a31','d354d98bdb7ad8d84dadacbccfa09303951ad15d07b7672601354d5c8ea31e9e');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',15,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m8","numero_autorizacao":"000008","why":"pedida"}','d354d98bdb7ad8d84dadacbccfa09303951ad15d07b7672601354d5c8ea31e9e','fb36e7bdaaab78a7d96144a2d07eaf87196bc8e22f86ea7639103c2d1f12253c');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',15,'{}','fb36e7bdaaab78a7d96144a2d07eaf87196bc8e22f86ea7639103c2d1f12253c','2cef079ab027efa346d3185540a52964573f39cffd0c9eb02e1d5205d4624fbd');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','Ana','lancamento.excluida',1,'lancamento',8,'{"movimento":"m8","postings":"4f3de36c29cf2bb91e721cb5541e1a20d97c357c4303e853df80becae30b7371","state":"recusada","why":"excluída do portal"}','2cef079ab027efa346d3185540a52964573f39cffd0c9eb02e1d5205d4624fbd','572c1cbff3fe8117edc52768d06ec3eb6b9ca7a1affdf7a0fb4e7ba9630bfceb');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','572c1cbff3fe8117edc52768d06ec3eb6b9ca7a1affdf7a0fb4e7ba9630bfceb','b0e0a466cd52b1afd5bf4f382e591603312379012a0cd17aadf8d0d8ac57a1b0');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','b0e0a466cd52b1afd5bf4f382e591603312379012a0cd17aadf8d0d8ac57a1b0','865b184a17fa04f9e472ce1808948a8c37186ac89737d480c5424955463d99bc');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','865b184a17fa04f9e472ce1808948a8c37186ac89737d480c5424955463d99bc','6762ad36be67ad990c0ba654f1f0fba69cbc078b62307605d7f1a0d2ccee5ec9');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','6762ad36be67ad990c0ba654f1f0fba69cbc078b62307605d7f1a0d2ccee5ec9','a0d1de71f23f52f789917a13cbc252ee0b0f6165f9bc48238c26923badd8cbc5');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','a0d1de71f23f52f789917a13cbc252ee0b0f6165f9bc48238c26923badd8cbc5','fb46ce04b13ca0636e88d467fc3dfb02b655033113e48b8e5a268dd93d04b3ad');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','fb46ce04b13ca0636e88d467fc3dfb02b655033113e48b8e5a268dd93d04b3ad','4d736825febf5f33cfa5def6993a547d453d0a8bbdedb16d34db9855f3c502cf');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','4d736825febf5f33cfa5def6993a547d453d0a8bbdedb16d34db9855f3c502cf','b9f32affae515be969526770e3f6964377da162c14ed8b1e318208812d85828f');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','b9f32affae515be969526770e3f6964377da162c14ed8b1e318208812d85828f','a5410b69b4bccff578f287eb66baf537ecebb150f734d1edc6b26b58f1c86cad');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','a5410b69b4bccff578f287eb66baf537ecebb150f734d1edc6b26b58f1c86cad','0d9c37fc9e1226bd7ef27ed51c6ed7ae3b23152a7b990e9ff235aba3786ee4d7');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','0d9c37fc9e1226bd7ef27ed51c6ed7ae3b23152a7b990e9ff235aba3786ee4d7','7ebd1aec64a487311aab28478a27b7879ce2154780ab1fe43a31a683e5c9eb72');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','7ebd1aec64a487311aab28478a27b7879ce2154780ab1fe43a31a683e5c9eb72','6859c6f89dffd5fdb438f9ff499131fd20af8a557bb82828bde539f550265534');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento reaberto"}','6859c6f89dffd5fdb438f9ff499131fd20af8a557bb82828bde539f550265534','cd0763b8432f8cbe8d11503532d2f106c885ca65b61be68171fe30751ed3346e');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','cd0763b8432f8cbe8d11503532d2f106c885ca65b61be68171fe30751ed3346e','6ec906fef241abccdedafc4174c10bf887a14eea4f0e39d163ef034a1bf10e77');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','6ec906fef241abccdedafc4174c10bf887a14eea4f0e39d163ef034a1bf10e77','5dd6f7b017f342818726f3861248086d5eaf1d6b9d8c0062d803da0e011d7f88');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','5dd6f7b017f342818726f3861248086d5eaf1d6b9d8c0062d803da0e011d7f88','cb426210e6c97476935a434d03dbd2bfa283130711fbdb7524c9b4c7ac5e4e75');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"cb426210e6c97476935a434d03dbd2bfa283130711fbdb7524c9b4c7ac5e4e75"}','cb426210e6c97476935a434d03dbd2bfa283130711fbdb7524c9b4c7ac5e4e75','ad1d95f28ea3641ca8100eb785ff01e17b426c91708cf878b13b85b20903f03b');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0,"withheld":"1f15733eb1572184"}','ad1d95f28ea3641ca8100eb785ff01e17b426c91708cf878b13b85b20903f03b','ac25344825400c03f1e0b91f56c06579e12d24607b0afa8d52823d43f5eac105');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','ac25344825400c03f1e0b91f56c06579e12d24607b0afa8d52823d43f5eac105','0938b01bbeb54639960304e3e066bf4b2c7222be531efbefe910167b9cc2e60a');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1,"matches":1}','0938b01bbeb54639960304e3e066bf4b2c7222be531efbefe910167b9cc2e60a','00a3fbd75c73b458f570214262d89d307f9c352e74dea0a2ef3fc58ec865b25e');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','00a3fbd75c73b458f570214262d89d307f9c352e74dea0a2ef3fc58ec865b25e','3ea356f2202dc2239912efcc2316a9e6fd7f0b669aa7ff959b05ad3c764eed97');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1,"withheld":"02e68db36567166a"}','3ea356f2202dc2239912efcc2316a9e6fd7f0b669aa7ff959b05ad3c764eed97','291a24a1f44acd73d3764f84f3bc288a70e75fcd8f90169d2eb51ea9d7e712f2');
INSERT INTO "event" VALUES(71,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','291a24a1f44acd73d3764f84f3bc288a70e75fcd8f90169d2eb51ea9d7e712f2','ef31e396a0ce70af5f2df61665b3634d24288d28318984696092a6d8c4ec4674');
INSERT INTO "event" VALUES(72,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1,"matches":1}','ef31e396a0ce70af5f2df61665b3634d24288d28318984696092a6d8c4ec4674','68870e2d5ada6005034c7f90ac4bb8cd80a6701cfa5acf136348e78af3bddc43');
INSERT INTO "event" VALUES(73,'2026-11-03T09:00:00.000Z','Ana','decisao.tomada',1,'decisao',1,'{"adds":false,"entry":1,"line":2,"reason":"conferido"}','68870e2d5ada6005034c7f90ac4bb8cd80a6701cfa5acf136348e78af3bddc43','deee17b6bd5a64d8ff02c860688790c39b17767f6de3f7cfa24bfe81de8b78cc');
INSERT INTO "event" VALUES(74,'2026-11-03T09:00:00.000Z','Ana','decisao.desfeita',1,'linha_retorno',2,'{"line":2}','deee17b6bd5a64d8ff02c860688790c39b17767f6de3f7cfa24bfe81de8b78cc','f528a173cb9f8b37b7f26d31b18c1fb19234bcad56d435e5a0b001ab7bd47ce8');
INSERT INTO "event" VALUES(75,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',1,'{"entry":1,"valor":400}','f528a173cb9f8b37b7f26d31b18c1fb19234bcad56d435e5a0b001ab7bd47ce8','efb873f04509494974e0dfe45bff14057670e296f4e65a1325cee144f9dabb56');
INSERT INTO "event" VALUES(76,'2026-11-03T09:00:00.000Z','Ana','recurso.desistido',1,'recurso',1,'{"entry":1}','efb873f04509494974e0dfe45bff14057670e296f4e65a1325cee144f9dabb56','840615fcd72b49266c692c6fab2ce7a5208f753008fba104cca0feae66e7509b');
INSERT INTO "event" VALUES(77,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"state":"quitada","ties":[[2,2,6500,5900,600]]}','840615fcd72b49266c692c6fab2ce7a5208f753008fba104cca0feae66e7509b','421b4189db6ac0387edacacc523862dad0c4c54066bf38c22091543479850d70');
INSERT INTO "event" VALUES(78,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',2,'{"entry":1,"valor":400}','421b4189db6ac0387edacacc523862dad0c4c54066bf38c22091543479850d70','fa73c68c5cfa5431c96d732a8dc8d215737e8826fe603798583b47734917f5f8');
INSERT INTO "event" VALUES(79,'2026-11-03T09:00:00.000Z','faturista','recurso.enviado',1,'recurso',2,'{"entry":1,"protocolo":"R-1","sent_on":"2026-11-05"}','fa73c68c5cfa5431c96d732a8dc8d215737e8826fe603798583b47734917f5f8','c728fff319aad96784884d8739bdfb67a6b82e190c24a6c5fef519cb5a90bae0');
INSERT INTO "event" VALUES(80,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"cc685bd1c56f9b1ff755155e5beb6850bb8c9244328398567dbddb8adb07bace","state":"quitada","ties":[[2,2,6500,5900,600]]}','c728fff319aad96784884d8739bdfb67a6b82e190c24a6c5fef519cb5a90bae0','dd238c202c0f47acc9c19ba6441f958610c1752df6c9fd731a322d3cd53cfa4c');
INSERT INTO "event" VALUES(81,'2026-11-03T09:00:00.000Z','faturista','recurso.respondido',1,'recurso',2,'{"answered_on":"2026-11-20","entry":1,"mantido":100,"recuperado":300}','dd238c202c0f47acc9c19ba6441f958610c1752df6c9fd731a322d3cd53cfa4c','ae33b44458152cdc53874bdccfba333a700452d828bb4f50347620629d6f5063');
INSERT INTO "event" VALUES(82,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"46dee6a44d0459c93c3fd0d605e5dee8b09fedb375d3d84fca375d9d9ab3629d","state":"quitada","ties":[[2,2,6500,5900,600]]}','ae33b44458152cdc53874bdccfba333a700452d828bb4f50347620629d6f5063','0f220c3ac63200f87ef5253f163f98dbf08ab8ccc8a416c256c45ec842572455');
INSERT INTO "event" VALUES(83,'2026-11-03T09:00:00.000Z','Ana','perda.aceita',1,'lancamento',1,'{"reason":"sem documento","valor":100}','0f220c3ac63200f87ef5253f163f98dbf08ab8ccc8a416c256c45ec842572455','d7763daa0814e807091beeebb64dbed4a26c850995c6d4a804161064e1c53775');
INSERT INTO "event" VALUES(84,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"383223ef9e28ef17fac971a60e38bf59e88f8c1020ad9aaa9ea6cd4f6ead6ed8","state":"quitada","ties":[[2,2,6500,5900,600]]}','d7763daa0814e807091beeebb64dbed4a26c850995c6d4a804161064e1c53775','80845f89e8f3b84db206b69c4b142de94017f8af3950574e819ab8b29a114eed');
INSERT INTO "event" VALUES(85,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":8}','80845f89e8f3b84db206b69c4b142de94017f8af3950574e819ab8b29a114eed','fdde2850dba700d18bf9dfc61e0852f8068a2f73773fc26938ec1933ae22b3a8');
INSERT INTO "event" VALUES(86,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','fdde2850dba700d18bf9dfc61e0852f8068a2f73773fc26938ec1933ae22b3a8','4c127ccc78bfe1d4c8701b426fb08d5a6985690af715e1749d1c8d535b630c1d');
INSERT INTO "event" VALUES(87,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','4c127ccc78bfe1d4c8701b426fb08d5a6985690af715e1749d1c8d535b630c1d','af6b881171384ca0ffd6d0297b667bf57024922af92c67b27b953703307af89d');
INSERT INTO "event" VALUES(88,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','af6b881171384ca0ffd6d0297b667bf57024922af92c67b27b953703307af89d','3b10c62e8f8121d7713aeec4b76a678850a203d614f26816a268b82b36b8ab0a');
INSERT INTO "event" VALUES(89,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','3b10c62e8f8121d7713aeec4b76a678850a203d614f26816a268b82b36b8ab0a','3fe5d1e7a1a1e7cc34156a580639daa1635a2ff83c53a03de67186d8714a0cc1');
INSERT INTO "event" VALUES(90,'2026-11-03T09:00:00.000Z','Ana','membro.criado',NULL,'membro',1,'{"clinica":"","nome":"Rita","papel":"operador"}','3fe5d1e7a1a1e7cc34156a580639daa1635a2ff83c53a03de67186d8714a0cc1','04685de9c5caa7efc518a42a8b4131524bedfe403ffa82f23ab68bc65857c803');
INSERT INTO "event" VALUES(91,'2026-11-03T09:00:00.000Z','Rita','membro.senha',NULL,'membro',1,'{}','04685de9c5caa7efc518a42a8b4131524bedfe403ffa82f23ab68bc65857c803','669e93389dfff07a3a84899c286b95db5e32f0ed6813f3542c3fc6c76813b63d');
INSERT INTO "event" VALUES(92,'2026-11-03T09:00:00.000Z','Ana','membro.mudado',NULL,'membro',1,'{"ativo":0,"clinica":"","papel":"operador"}','669e93389dfff07a3a84899c286b95db5e32f0ed6813f3542c3fc6c76813b63d','8587dc051e554afb127eac9d59e15b95c21870b8a9b15a2f0b193ace0113e345');
INSERT INTO "event" VALUES(93,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','8587dc051e554afb127eac9d59e15b95c21870b8a9b15a2f0b193ace0113e345','05681d4672625d0948e07ec2a6863f384679c38108d4ef7e95cf460a9843d6de');
INSERT INTO "event" VALUES(94,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"da8f16384dae0908"]],"sha256":""}','05681d4672625d0948e07ec2a6863f384679c38108d4ef7e95cf460a9843d6de','985f408930d0a27cf1fd72831fd895c0f6318818a7ceca8610cea3b9f03a2720');
CREATE TABLE evidence (
  id integer primary key,
  sha256 text not null constraint evidence_once unique,
  kind text not null,
  name text not null,
  bytes integer not null,
  taken_at text not null
) strict;
INSERT INTO "evidence" VALUES(1,'d0c8ff506b43c1a9150672af2f359b130cbefe0d0f5b6e9b6f53ffba3af055c0','html','relatório de conferência',1650,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(2,'b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2','png','tela',4,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(3,'acd23d6bc65fc00f602ea7773211bce573dfe880a667a743cdb9c5d0a2029902','html','relatório de conferência',275,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(4,'910cb8c3426a754bc472cbbba7d2c82bc909149cfd6b6d384e1bed3e3ab9395e','html','relatório de conferência',275,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(5,'1a9b124899c84ded2d2f6ea08c8c132fa10e16f94447449d7b3d8f5c229c32ed','html','relatório de retorno',278,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(6,'0977a6d83af2230a8ce51a390f3f394adcc08ae3913215dfbe658e0ee7cc83d5','html','relatório de retorno',278,'2026-11-03T09:00:00.000Z');
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
INSERT INTO "lancamento" VALUES(6,1,'consulta','000006','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',7,'fechada','m6','',6500,'',0);
INSERT INTO "lancamento" VALUES(7,1,'consulta','000007','10101012','','','2026-10-05',1,1,7100,'','','outubro.xlsx','Plan1',8,'fechada','m7','',7100,'',0);
INSERT INTO "lancamento" VALUES(8,1,'consulta','000008','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',9,'recusada','','',NULL,'excluída do portal',0);
INSERT INTO "lancamento" VALUES(9,2,'consulta','000001','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',2,'pendente','','',NULL,'',0);
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
INSERT INTO "mes" VALUES(1,'sorriso','ipasem','acesso-1','2026-10','conciliada',2);
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
INSERT INTO "origem" VALUES(9,2,'novembro.xlsx');
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
INSERT INTO "pessoa" VALUES(9,'Beltrana Inventada 1','0070001','Observação 1','');
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
INSERT INTO "posting" VALUES(5,22,3,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(6,22,3,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(7,25,6,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(8,25,6,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(9,26,7,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(10,26,7,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(11,27,8,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(12,27,8,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(13,31,4,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(14,31,4,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(15,34,5,'informado',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(16,34,5,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(17,46,7,'informado',-600,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(18,46,7,'pendente',600,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(19,49,8,'informado',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(20,49,8,'pendente',-6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(21,67,1,'pendente',-6500,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(22,67,1,'liberado',6000,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(23,67,1,'glosado',500,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(24,69,1,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(25,69,1,'liberado',-6000,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(26,69,1,'glosado',-500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(27,71,1,'pendente',-6500,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(28,71,1,'liberado',5900,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(29,71,1,'glosado',600,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(30,80,1,'glosado',-400,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(31,80,1,'em_recurso',400,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(32,82,1,'liberado',300,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(33,82,1,'glosado',100,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(34,82,1,'em_recurso',-400,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(35,84,1,'glosado',-100,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(36,84,1,'perda',100,2,'2026-11-03T09:00:00.000Z','2026-10');
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
  closed_at text,
  constraint problem_reason check (state = 'open' or length(resolution) > 0)
) strict;
INSERT INTO "problem" VALUES(1,1,'linha_alheia','m77',NULL,NULL,'movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)','2026-11-03T09:00:00.000Z',NULL,'accepted','lançada pela recepção','Ana','2026-11-03T09:00:00.000Z');
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
INSERT INTO "reading" VALUES(2,2,'novembro.xlsx','',1,0,'2026-11-03T09:00:00.000Z');
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
  situacao text not null,
  constraint snapshot_row_once primary key (snapshot_id, no)
) strict;
INSERT INTO "snapshot_row" VALUES(1,1,'m1','000001','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(1,2,'m2','000002','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(1,3,'m3','000003','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(1,4,'m6','000006','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(1,5,'m7','000007','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(1,6,'m8','000008','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(2,1,'m1','000001','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(3,1,'m1','000001','10101012','','','2026-10-05',1,6500,1,'','');
INSERT INTO "snapshot_row" VALUES(4,1,'m7','000007','10101012','','','2026-10-05',1,6500,1,'','');
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
  closed_at text,
  constraint waiting_who check (state <> 'answered' or length(who) > 0)
) strict;
INSERT INTO "waiting" VALUES(1,'entrar','sorriso','ipasem','','','','','O portal mostra "Não sou um robô".','Faça a entrada: faturista atender','Nada é lançado nesta clínica.','2026-11-03T09:00:00.000Z',NULL,'answered','feito','Ana','2026-11-03T09:00:00.000Z');
INSERT INTO "waiting" VALUES(2,'entrar','sorriso','ipasem','','','','','O portal mostra "Não sou um robô".','Faça a entrada: faturista atender','Nada é lançado nesta clínica.','2026-11-03T09:00:00.000Z',NULL,'over','a sessão voltou','','2026-11-03T09:00:00.000Z');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX snapshot_mes on snapshot (mes_id, trusted, id);
CREATE INDEX lancamento_state_of_mes on lancamento (mes_id, state);
CREATE INDEX lancamento_autorizacao_of on lancamento (numero_autorizacao);
CREATE UNIQUE INDEX lancamento_movimento_once on lancamento (mes_id, movimento) where movimento <> '';
CREATE INDEX origem_arquivo on origem (mes_id, arquivo);
CREATE INDEX reading_arquivo on reading (mes_id, arquivo, id);
CREATE UNIQUE INDEX batch_one_open on batch (portal, account) where state = 'open';
CREATE INDEX batch_mes on batch (mes_id, kind);
CREATE UNIQUE INDEX attempt_once_confirmed on attempt (lancamento_id) where state = 'confirmed';
CREATE INDEX attempt_batch on attempt (batch_id, state);
CREATE INDEX removal_mes on removal (mes_id, state);
CREATE INDEX posting_lancamento on posting (lancamento_id, account);
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
COMMIT;
