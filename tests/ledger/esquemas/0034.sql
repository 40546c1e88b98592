BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 20:19:14.136522+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 20:19:14.142444+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 20:19:14.149501+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 20:19:14.159312+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0006_estorno','2026-11-22 20:19:14.184044+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'faturista','0007_contas','2026-11-22 20:19:14.199233+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'faturista','0007_corrections','2026-11-22 20:19:14.203848+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'faturista','0008_contas_guards','2026-11-22 20:19:14.208393+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'faturista','0010_atendimento','2026-11-22 20:19:14.215575+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'faturista','0011_notices','2026-11-22 20:19:14.220221+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'faturista','0012_painel','2026-11-22 20:19:14.228119+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'faturista','0013_painel_guards','2026-11-22 20:19:14.233623+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'faturista','0014_deducoes','2026-11-22 20:19:14.240760+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'faturista','0015_deducoes_guards','2026-11-22 20:19:14.245580+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'faturista','0016_event_mes','2026-11-22 20:19:14.251113+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'faturista','0017_linha_item','2026-11-22 20:19:14.256496+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'faturista','0018_configuracao','2026-11-22 20:19:14.261455+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'faturista','0019_pedido','2026-11-22 20:19:14.271272+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'faturista','0020_lote','2026-11-22 20:19:14.280563+00:00');
INSERT INTO "_sqlite_migrations" VALUES(20,'faturista','0030_vista','2026-11-22 20:19:14.290044+00:00');
INSERT INTO "_sqlite_migrations" VALUES(21,'faturista','0031_pendencia','2026-11-22 20:19:14.300494+00:00');
INSERT INTO "_sqlite_migrations" VALUES(22,'faturista','0032_a_conciliar','2026-11-22 20:19:14.308345+00:00');
INSERT INTO "_sqlite_migrations" VALUES(23,'faturista','0032_marcas','2026-11-22 20:19:14.316492+00:00');
INSERT INTO "_sqlite_migrations" VALUES(24,'faturista','0033_pessoa_retorno','2026-11-22 20:19:14.323438+00:00');
INSERT INTO "_sqlite_migrations" VALUES(25,'faturista','0034_linhas_novas','2026-11-22 20:19:14.334606+00:00');
INSERT INTO "_sqlite_migrations" VALUES(26,'faturista','0034_marcas','2026-11-22 20:19:14.340929+00:00');
CREATE TABLE a_conciliar (
  id integer primary key autoincrement,
  mes_id integer not null references mes (id),
  numero_autorizacao text not null
) strict;
INSERT INTO "a_conciliar" VALUES(2,1,'000001');
INSERT INTO "a_conciliar" VALUES(3,1,'000001');
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
INSERT INTO "batch" VALUES(1,'dd08aad6a9704cf78b2ddcdaba1dce3e','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'60cca7d098de414fbc0c968093479e39','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'12b5017cbe2c41278c54226872b70d70','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'1a4abb674fcb41ed99c9ec4b6140b4d9','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'3f919e3b0d36454497b525b224bf180e','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'92f49a4b342e47f285c091e43e87fcf8','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'41dd8a16845b4189afb1e376b6e355af','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'26315863361b469fa3b6c9563b2fd71a','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'dea7ed1b6337409aa944dcc45d8ec6c4','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'b6a465ef16e54936b60961d7060cc3e6','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'e4ef3167a3ca425ba79de0c0fe0d62ad','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'25882c841b594efd8e4d2f3b75f6cb8e','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'dd1b7df187df42199dafa9b3b2c3ec4e','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(15,'bc33929bc880409598c68fcabcc8c665','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(16,'d9f8d1552fd64e0d8f7d4f64e6b2cede','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
CREATE TABLE conciliada (
  clinica text not null,
  portal text not null,
  edition text not null, linha integer not null default 0,
  constraint conciliada_once primary key (clinica, portal)
) strict;
INSERT INTO "conciliada" VALUES('sorriso','ipasem','1',2);
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
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"dd08aad6a9704cf78b2ddcdaba1dce3e"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','4549ab3bc6dd28d280bc5a0b0c013714b29870be8105cdbfd1857b141ac66de9');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','4549ab3bc6dd28d280bc5a0b0c013714b29870be8105cdbfd1857b141ac66de9','8569c6439edbb09334a8f6385172adf43b3a1236d93fb09eb6c47cda1ecbe185');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','8569c6439edbb09334a8f6385172adf43b3a1236d93fb09eb6c47cda1ecbe185','d6d5d2dcf2e16edb91719883c61053d02a2b63363b9d74bcd0dc90019d44f7fd');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"60cca7d098de414fbc0c968093479e39"}','d6d5d2dcf2e16edb91719883c61053d02a2b63363b9d74bcd0dc90019d44f7fd','92a09ef38e06fdc320c092d1d33fb16814dc96901f04a58e6cc64a69ded095bf');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','92a09ef38e06fdc320c092d1d33fb16814dc96901f04a58e6cc64a69ded095bf','13745f8cf0bde16369d4a4850112bbe07818dd1b9f9bed0097cd026dd51f88ca');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','13745f8cf0bde16369d4a4850112bbe07818dd1b9f9bed0097cd026dd51f88ca','a6e5d77dd158bf7b78dd11f3b74996f27644786df33b63ecfa04676ee77a2659');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"12b5017cbe2c41278c54226872b70d70"}','a6e5d77dd158bf7b78dd11f3b74996f27644786df33b63ecfa04676ee77a2659','7927326a1658b5d933b0144b21ee1bc3b00d44c886ff219a52c16cc325986d86');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','7927326a1658b5d933b0144b21ee1bc3b00d44c886ff219a52c16cc325986d86','144683d19f6dcb8293377a779dca70d1d7aafe0307c19501dd836396833812b4');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"1a4abb674fcb41ed99c9ec4b6140b4d9"}','144683d19f6dcb8293377a779dca70d1d7aafe0307c19501dd836396833812b4','cc93a070f93bef74eff26c5b6da9c4a8abd6efce756173ea34a415a22e0d487b');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','cc93a070f93bef74eff26c5b6da9c4a8abd6efce756173ea34a415a22e0d487b','b2f2c6255d261b7ba1e092ac01d2edaf2ce37adb0f46f864e48f654e5501de06');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"3f919e3b0d36454497b525b224bf180e"}','b2f2c6255d261b7ba1e092ac01d2edaf2ce37adb0f46f864e48f654e5501de06','766f8941e3d6aa15af19c0cad6cc37d454906a4062d19ff1855e40acd44d071d');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','766f8941e3d6aa15af19c0cad6cc37d454906a4062d19ff1855e40acd44d071d','a8e9d73e007d8c337a2dab9ea95d479b2211016f2271c458d5ef71d4a4bd544f');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','a8e9d73e007d8c337a2dab9ea95d479b2211016f2271c458d5ef71d4a4bd544f','84a1dce60d9b72a8202591a9b98868e940e67e8656a10932bfcf575cd596b0e0');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"92f49a4b342e47f285c091e43e87fcf8"}','84a1dce60d9b72a8202591a9b98868e940e67e8656a10932bfcf575cd596b0e0','a0f095fd321e865b3262f017a7a47d1886b439316f2b7cec499fa87cfcc76768');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','a0f095fd321e865b3262f017a7a47d1886b439316f2b7cec499fa87cfcc76768','43b5a6c023d46cbd4baddcb8b355000b8275160bf6075188dd08bfcab8d79ec9');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','43b5a6c023d46cbd4baddcb8b355000b8275160bf6075188dd08bfcab8d79ec9','66bedca72339602217cc7ade9c70854bea39cb23da4244e0ab3e7d257ba03d5a');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','evidencia.guardada',1,'evidence',2,'{"entries":[1],"sha256":"b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2","what":"parada"}','66bedca72339602217cc7ade9c70854bea39cb23da4244e0ab3e7d257ba03d5a','df518e98b36e436724020224e47ced4b664d73ec0e472f62776c6943f71bc859');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','df518e98b36e436724020224e47ced4b664d73ec0e472f62776c6943f71bc859','5d99f8fe9bebcba6bac57d833a380ac85fc338b60ae23e6849b6996cae2df9ac');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','5d99f8fe9bebcba6bac57d833a380ac85fc338b60ae23e6849b6996cae2df9ac','f7532a97f0551bbf320cf459c875392b2c8649290397d90f295ba166ba8d519e');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','f7532a97f0551bbf320cf459c875392b2c8649290397d90f295ba166ba8d519e','25d0aa558a2c7d859d2d98268a4c86528c3f8fc852238dfc5f53f045956753f9');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','25d0aa558a2c7d859d2d98268a4c86528c3f8fc852238dfc5f53f045956753f9','906e6aceca6414188daa8bbe2bb0a25573c60e2be5f1d9869c29f768248e8e19');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','906e6aceca6414188daa8bbe2bb0a25573c60e2be5f1d9869c29f768248e8e19','7d2001621dbc13e0b7202f221d45af73858b98e84816e160a184cff7ee5628e4');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','7d2001621dbc13e0b7202f221d45af73858b98e84816e160a184cff7ee5628e4','bad50cd7a0bd56849aa670a094f57c39945a4e6768253d1c4cc6b41272f73e07');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"due":"2026-11-13","entry":null,"kind":"linha_alheia","line":null,"owner":"escritório","ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','bad50cd7a0bd56849aa670a094f57c39945a4e6768253d1c4cc6b41272f73e07','d0cfd1b363f2c8100e034775b4b535c3971becc8aac6e59b69ce40b8db15af0e');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','d0cfd1b363f2c8100e034775b4b535c3971becc8aac6e59b69ce40b8db15af0e','b944b1ae28d3f0a39f78fd5c93437f68fa91ae57b6e40d0a96f0f26549f76c5c');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"b6a465ef16e54936b60961d7060cc3e6"}','b944b1ae28d3f0a39f78fd5c93437f68fa91ae57b6e40d0a96f0f26549f76c5c','3ae0231febe13fd1df7cb454985b557117123fd048978cc6118c18c8bec48240');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','3ae0231febe13fd1df7cb454985b557117123fd048978cc6118c18c8bec48240','9814708d77c80b61887435616c08c13024bd7fd763ab922e71569f40cbf5b8a4');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','9814708d77c80b61887435616c08c13024bd7fd763ab922e71569f40cbf5b8a4','0783ffaed3704eacc66a643ed2891810c14f3ee56a6b7b7b45862c5e4ce46259');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"e4ef3167a3ca425ba79de0c0fe0d62ad"}','0783ffaed3704eacc66a643ed2891810c14f3ee56a6b7b7b45862c5e4ce46259','25007005c9be95f8ca7bae2a7194d78119a872febf260da487a101ec0698df4a');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','25007005c9be95f8ca7bae2a7194d78119a872febf260da487a101ec0698df4a','58de3d6cf0ae651d61925681a9c617d1f1a2b9ec23e342085ab4dc0e26cd9477');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','58de3d6cf0ae651d61925681a9c617d1f1a2b9ec23e342085ab4dc0e26cd9477','94a2411b0bf3beb5d3c270f87c2b875c8a3ff555d8fdd05471fc46e189305943');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','94a2411b0bf3beb5d3c270f87c2b875c8a3ff555d8fdd05471fc46e189305943','e717019ce68a817a0e048be98f060e7c5ca65b695e5fe7fc67e446818ef720fc');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','e717019ce68a817a0e048be98f060e7c5ca65b695e5fe7fc67e446818ef720fc','4da3e25c86f0e8af4ae2f2bc9ff77c8175e0ff6bc1b173f28575f0c87c3e12ce');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','4da3e25c86f0e8af4ae2f2bc9ff77c8175e0ff6bc1b173f28575f0c87c3e12ce','5c1430451760634a96e6e6c68536a42908aef1a501ddf940cecd652bc187bee0');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','5c1430451760634a96e6e6c68536a42908aef1a501ddf940cecd652bc187bee0','391d1dbc0359ab14230565af33c6d1e393ebf5ebf876d537aa1e02ecd53dda6b');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','391d1dbc0359ab14230565af33c6d1e393ebf5ebf876d537aa1e02ecd53dda6b','4b23a6543459efbda193d0c6aaf2bc56457fa0c39fedc85a844a17a693471163');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','4b23a6543459efbda193d0c6aaf2bc56457fa0c39fedc85a844a17a693471163','a32791d4adabacb891b60200aeb18403ad20e7bb7a671b301e5f4b81a5441298');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"sem resposta"}','a32791d4adabacb891b60200aeb18403ad20e7bb7a671b301e5f4b81a5441298','b89a6974e2a9e8b8729a3813d973f977e66a2e119989dc31ad2c35edafdc6591');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','b89a6974e2a9e8b8729a3813d973f977e66a2e119989dc31ad2c35edafdc6591','5e1868c0689bd0bb6dcba9125cc348e2507987b8180305aeba21e84a4961e0b4');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"a execução terminou antes da resposta"}','5e1868c0689bd0bb6dcba9125cc348e2507987b8180305aeba21e84a4961e0b4','825875da46e3847ca312c78b8188158eeca569737c1ddb61db236000b9037a76');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','825875da46e3847ca312c78b8188158eeca569737c1ddb61db236000b9037a76','acee60c284cbeb4f0176492131b4c7f4776c4ae8afe87cd71fcd8c4a6ed2cc5a');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','lancamento.corrigida',1,'lancamento',7,'{"facts":"ac1a330ea596ed0e","movimento":"m7","postings":"566c4fa930193ee13efeea02eda1470c22dc3bd65bda539d86a70446967d7ba9","protocolo":"","valor":7100}','acee60c284cbeb4f0176492131b4c7f4776c4ae8afe87cd71fcd8c4a6ed2cc5a','a379a67bd8e22916485f1a0b98d9c519558b70e28ba031961d3e217ef76d9b21');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','faturista','correcao.leitura',1,'lancamento',7,'{"movimento":"m7"}','a379a67bd8e22916485f1a0b98d9c519558b70e28ba031961d3e217ef76d9b21','1aaa074911be113052a5830eac3e240fbea10fa6e070833f8a89b62697e57950');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',15,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m8","numero_autorizacao":"000008","why":"pedida"}','1aaa074911be113052a5830eac3e240fbea10fa6e070833f8a89b62697e57950','7ab8164698801db4deb319ee33c43408a917750f437b1fdb21ab3f8e31103861');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',15,'{}','7ab8164698801db4deb319ee33c43408a917750f437b1fdb21ab3f8e31103861','94eab3ab285c646dcdf540bd9b5fd1874db39de35d239f2661ee9df7862aa788');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','Ana','lancamento.excluida',1,'lancamento',8,'{"movimento":"m8","postings":"4f3de36c29cf2bb91e721cb5541e1a20d97c357c4303e853df80becae30b7371","state":"recusada","why":"excluída do portal"}','94eab3ab285c646dcdf540bd9b5fd1874db39de35d239f2661ee9df7862aa788','6d98d7c894cff2c2c1fd9ae2250031fb38c699cb7d02c1180abbd03f79814f51');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',1,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"bd823de4ed4dbf43"]],"sha256":""}','6d98d7c894cff2c2c1fd9ae2250031fb38c699cb7d02c1180abbd03f79814f51','655ee2940b9e398670e23507c47ab1b06c804556ae24ff7ee542acd37ab8a757');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','lancamento.trocada',1,'lancamento',6,'{"movimento":"m6","postings":"26d4e09f113bf579562891f49812e158c193f8ba2972b3ef643dc7d7f3518f2c","state":"recusada","why":"alterada no portal: a linha agora é 10101012 de 05/10/2026"}','655ee2940b9e398670e23507c47ab1b06c804556ae24ff7ee542acd37ab8a757','88d2ba37e843bf513c25e89ab30f54ad9ecb1c6475045cce20b1dbacdcc32ab6');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',9,'{"movimento":"m6","postings":"f161be8b813f0c0bc1545026d030b9e5d2a5b35a8a2183dc3393a8ed62988d69","protocolo":"","valor":6500}','88d2ba37e843bf513c25e89ab30f54ad9ecb1c6475045cce20b1dbacdcc32ab6','b010902cc236fb7de410cb714efbdb2305aa2a67bc3f09e627a0059fb780c8ba');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','b010902cc236fb7de410cb714efbdb2305aa2a67bc3f09e627a0059fb780c8ba','3f2c19bbd8806ff6014cb3c542a36dff4bdc0e91a46514c1eec2b4e1d074b07a');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','3f2c19bbd8806ff6014cb3c542a36dff4bdc0e91a46514c1eec2b4e1d074b07a','c9d3871be991e1a85e09f4739cea11313b096f151242611a99243833735eb609');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','c9d3871be991e1a85e09f4739cea11313b096f151242611a99243833735eb609','90faf0ed258a2b7bf0a17305140b33d5e86ea1c432ec8901fb8b21a7d6147a6a');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','90faf0ed258a2b7bf0a17305140b33d5e86ea1c432ec8901fb8b21a7d6147a6a','ac86cdc89afbbc6c3d572d5cf4aded99aaf212bd73d5f9425b9cb78b6a26e5f0');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','ac86cdc89afbbc6c3d572d5cf4aded99aaf212bd73d5f9425b9cb78b6a26e5f0','c2dd51a999e66d3f2920885665657a1beb08cec2847ee49cda586854fdaf99a6');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','c2dd51a999e66d3f2920885665657a1beb08cec2847ee49cda586854fdaf99a6','edc376a12181400a98c3f8cbe63b3d2d7edc5e7ba37aa5a77f086ae75f195745');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','edc376a12181400a98c3f8cbe63b3d2d7edc5e7ba37aa5a77f086ae75f195745','3d9b0d18da7be70f43c22ad3cebd7c08847692ff7a9e04e29c0c4b9f6055883c');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','3d9b0d18da7be70f43c22ad3cebd7c08847692ff7a9e04e29c0c4b9f6055883c','c749683b0abf57b65867ad2501ec4b3afd97993fa1b8582e73eb6a0eee818fd6');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','c749683b0abf57b65867ad2501ec4b3afd97993fa1b8582e73eb6a0eee818fd6','011f9e6c1f4a2b6020fda0590592d38a880831257a34ff3a179a002f46059919');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','011f9e6c1f4a2b6020fda0590592d38a880831257a34ff3a179a002f46059919','6d58c5527d7b90a60eb051ec6016dac144ead335f8fc8c38799b1dec8b1022f0');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','6d58c5527d7b90a60eb051ec6016dac144ead335f8fc8c38799b1dec8b1022f0','2a04458926baf66b25da76f2647b0e586e2ce2a12cf70642573fb2de79c9c6cf');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento reaberto"}','2a04458926baf66b25da76f2647b0e586e2ce2a12cf70642573fb2de79c9c6cf','6cce473dbea292364bd58077df1a7981d553b3fdabceea8f7d8b530c0654271e');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','6cce473dbea292364bd58077df1a7981d553b3fdabceea8f7d8b530c0654271e','423dcb6c5c993f3e18e4ec6bb8d6f9ee0284cb5c1e51f2c6d719a32e5231ab08');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','423dcb6c5c993f3e18e4ec6bb8d6f9ee0284cb5c1e51f2c6d719a32e5231ab08','a76dd6f353fd04de425afa92cd7b7b1d55a586816ecf992fc669eaf5dc83cbac');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','a76dd6f353fd04de425afa92cd7b7b1d55a586816ecf992fc669eaf5dc83cbac','e45c89b4fbd29d4a4efccbcdeddb7b3f8f8e914ed1a7a1c62581ac97236c90b7');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"e45c89b4fbd29d4a4efccbcdeddb7b3f8f8e914ed1a7a1c62581ac97236c90b7"}','e45c89b4fbd29d4a4efccbcdeddb7b3f8f8e914ed1a7a1c62581ac97236c90b7','391ccdead737147151a4d1f0a6866d1d1c3e0ace2b3989f0bb3511e42fef7380');
INSERT INTO "event" VALUES(71,'2026-11-03T09:00:00.000Z','faturista','arquivo.situacao',1,'arquivo',7,'{"arquivos":[{"lote":"7","lote_operadora":"55001","protocolo":"P1","situacao":"Recebido"}]}','391ccdead737147151a4d1f0a6866d1d1c3e0ace2b3989f0bb3511e42fef7380','9f8dd2dedf0a841fd7b867400c997ba2695b0acbabcc2c9ff59ecf7244b0e857');
INSERT INTO "event" VALUES(72,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0,"withheld":"1f15733eb1572184"}','9f8dd2dedf0a841fd7b867400c997ba2695b0acbabcc2c9ff59ecf7244b0e857','0cd3d2a2ddd133adc390c38401f5aa5f1bc1d873e3108e3cfef0e1833cea7682');
INSERT INTO "event" VALUES(73,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','0cd3d2a2ddd133adc390c38401f5aa5f1bc1d873e3108e3cfef0e1833cea7682','3f002eafec079ef8d732d742adde2fdcb9182fe510644c201d61846f83413117');
INSERT INTO "event" VALUES(74,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','3f002eafec079ef8d732d742adde2fdcb9182fe510644c201d61846f83413117','4570c1a799dae195221cfa811e0a36754323e11e2d6c6a16883112118ad7acd2');
INSERT INTO "event" VALUES(75,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','4570c1a799dae195221cfa811e0a36754323e11e2d6c6a16883112118ad7acd2','568bd2b4eaaca8b5fa9bd2f9a468d73cd225300cd083eb73b97abd8d241b724a');
INSERT INTO "event" VALUES(76,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1,"withheld":"02e68db36567166a"}','568bd2b4eaaca8b5fa9bd2f9a468d73cd225300cd083eb73b97abd8d241b724a','06c54bfe73870f37bb4b1a401ff02292dc044c645057d528bcb07e60dcf2e23a');
INSERT INTO "event" VALUES(77,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','06c54bfe73870f37bb4b1a401ff02292dc044c645057d528bcb07e60dcf2e23a','aa8a3683c57c8ae325620a53a8203813a13290666b2e732cdeaf77e7dcd59a12');
INSERT INTO "event" VALUES(78,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','aa8a3683c57c8ae325620a53a8203813a13290666b2e732cdeaf77e7dcd59a12','e8c7470eac3b41f0d5eaf4fee6bd23692b8099a8f7701cd53aa5d139b7cb7a7f');
INSERT INTO "event" VALUES(79,'2026-11-03T09:00:00.000Z','Ana','decisao.tomada',1,'decisao',1,'{"adds":false,"entry":1,"line":2,"reason":"conferido"}','e8c7470eac3b41f0d5eaf4fee6bd23692b8099a8f7701cd53aa5d139b7cb7a7f','6fc17e2cb484bbbe212d35c43d5acdce83775f211d8b0c08564bcd4831237990');
INSERT INTO "event" VALUES(80,'2026-11-03T09:00:00.000Z','Ana','decisao.desfeita',1,'linha_retorno',2,'{"line":2}','6fc17e2cb484bbbe212d35c43d5acdce83775f211d8b0c08564bcd4831237990','dd088b52a6c51914cbdf74bcf9d6ec231bd25adcf0ac9499ea69484937e5ea1c');
INSERT INTO "event" VALUES(81,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',2,'{"due":"2026-11-13","entry":null,"kind":"linha_duvidosa","line":2,"owner":"Ana","ref":"","text":"linha 1 do retorno: havia 2 candidatos"}','dd088b52a6c51914cbdf74bcf9d6ec231bd25adcf0ac9499ea69484937e5ea1c','57920540efe6cb1af8a4867fd64ffb3132397cc4a7f5638fc9af4f05e33159f3');
INSERT INTO "event" VALUES(82,'2026-11-03T09:00:00.000Z','Ana','problem.given',NULL,'problem',2,'{"due":"2026-12-01","owner":"Bia","reason":"férias"}','57920540efe6cb1af8a4867fd64ffb3132397cc4a7f5638fc9af4f05e33159f3','8b082ca364a3e5a5207143b0b5470ea0efc7dc14ad61e42db2fec656f44da840');
INSERT INTO "event" VALUES(83,'2026-11-03T09:00:00.000Z','Ana','problem.resolved',1,'problem',2,'{"resolution":"é dela"}','8b082ca364a3e5a5207143b0b5470ea0efc7dc14ad61e42db2fec656f44da840','c10039b0902823c3dd540da78c2dcbdecbbe0b9b709f32d73a99e3e35cedb3f7');
INSERT INTO "event" VALUES(84,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',1,'{"entry":1,"valor":400}','c10039b0902823c3dd540da78c2dcbdecbbe0b9b709f32d73a99e3e35cedb3f7','26f228555e8a223202c35331d505ca03b653dad39ad16cc8d1b74e5e6546959f');
INSERT INTO "event" VALUES(85,'2026-11-03T09:00:00.000Z','Ana','recurso.desistido',1,'recurso',1,'{"entry":1}','26f228555e8a223202c35331d505ca03b653dad39ad16cc8d1b74e5e6546959f','f3aaeafc4dbfde8483807b76d3b4da5bf756b92ca7a646c48c8ba2bd2d770155');
INSERT INTO "event" VALUES(86,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"state":"quitada","ties":[[2,2,6500,5900,600]]}','f3aaeafc4dbfde8483807b76d3b4da5bf756b92ca7a646c48c8ba2bd2d770155','eaf4fb1222bc87c236c9ffebdd9b4598a0c4b03b571987849a0c83d4b159c72a');
INSERT INTO "event" VALUES(87,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',2,'{"entry":1,"valor":400}','eaf4fb1222bc87c236c9ffebdd9b4598a0c4b03b571987849a0c83d4b159c72a','818ce0f87244c3aa0403984c1162a54437e89a770a441d458a42882d5fbda46e');
INSERT INTO "event" VALUES(88,'2026-11-03T09:00:00.000Z','faturista','recurso.enviado',1,'recurso',2,'{"entry":1,"protocolo":"R-1","sent_on":"2026-11-05"}','818ce0f87244c3aa0403984c1162a54437e89a770a441d458a42882d5fbda46e','0621c3739cedf7eb01bac90f59eaa9dae6fa97d1bef7f749a2f6b5cca086afad');
INSERT INTO "event" VALUES(89,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"cc685bd1c56f9b1ff755155e5beb6850bb8c9244328398567dbddb8adb07bace","state":"quitada","ties":[[2,2,6500,5900,600]]}','0621c3739cedf7eb01bac90f59eaa9dae6fa97d1bef7f749a2f6b5cca086afad','fc08134eb7de9a7d82cea341a680a5b06ab50731c99d057a800b1ee0ecc68bb2');
INSERT INTO "event" VALUES(90,'2026-11-03T09:00:00.000Z','faturista','recurso.respondido',1,'recurso',2,'{"answered_on":"2026-11-20","entry":1,"mantido":100,"recuperado":300}','fc08134eb7de9a7d82cea341a680a5b06ab50731c99d057a800b1ee0ecc68bb2','44b06da0534ecc746f1ecb013e92ca321cef0f48db6001df89cc567d9224f2e1');
INSERT INTO "event" VALUES(91,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"46dee6a44d0459c93c3fd0d605e5dee8b09fedb375d3d84fca375d9d9ab3629d","state":"quitada","ties":[[2,2,6500,5900,600]]}','44b06da0534ecc746f1ecb013e92ca321cef0f48db6001df89cc567d9224f2e1','efcc94a81c64fa2c697ab5ed52f89313dea5373d4c779254e42e0128d43f3479');
INSERT INTO "event" VALUES(92,'2026-11-03T09:00:00.000Z','Ana','perda.aceita',1,'lancamento',1,'{"reason":"sem documento","valor":100}','efcc94a81c64fa2c697ab5ed52f89313dea5373d4c779254e42e0128d43f3479','d528789de9caabb1e1cd8dde9c552670b10105d16537bed3af621a00ed1f4dde');
INSERT INTO "event" VALUES(93,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"383223ef9e28ef17fac971a60e38bf59e88f8c1020ad9aaa9ea6cd4f6ead6ed8","state":"quitada","ties":[[2,2,6500,5900,600]]}','d528789de9caabb1e1cd8dde9c552670b10105d16537bed3af621a00ed1f4dde','2c7d625fc709f8b54b3ee69b972f12202641d7440e78f9b606f0fbc4c02fa595');
INSERT INTO "event" VALUES(94,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":9}','2c7d625fc709f8b54b3ee69b972f12202641d7440e78f9b606f0fbc4c02fa595','d2455a3a5b70bccac5c157caa0756184207b9550be3632d96d0388c0d7836b96');
INSERT INTO "event" VALUES(95,'2026-11-03T09:00:00.000Z','Ana','dossie.feito',NULL,'dossie',95,'{"destinatario":"Convênio","entries":8,"months":[1],"motivo":"auditoria","scope":"sorriso, ipasem, 10/2026","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}','d2455a3a5b70bccac5c157caa0756184207b9550be3632d96d0388c0d7836b96','0e09a0a4534c6e192429ca0e4907302f8266f53c72778a88543ab127f0b4725c');
INSERT INTO "event" VALUES(96,'2026-11-03T09:00:00.000Z','Ana','expurgo.intencao',NULL,'expurgo',96,'{"pieces":[["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","png"]],"why":"telas 24 meses"}','0e09a0a4534c6e192429ca0e4907302f8266f53c72778a88543ab127f0b4725c','8af7dd63040a79769a92241451d5d78d4a1ad0f1704c49a65f71db8991a10996');
INSERT INTO "event" VALUES(97,'2026-11-03T09:00:00.000Z','Ana','expurgo.feito',NULL,'expurgo',96,'{"certificate":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}','8af7dd63040a79769a92241451d5d78d4a1ad0f1704c49a65f71db8991a10996','7dc434f8ac8ad53c9891be92a30902bd37f8630c4bda7f8921938edbc56a856e');
INSERT INTO "event" VALUES(98,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','7dc434f8ac8ad53c9891be92a30902bd37f8630c4bda7f8921938edbc56a856e','35a68fca98b07f0c674415fb7845e2cb8b70f20441c07736df447d5b97a3a81b');
INSERT INTO "event" VALUES(99,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','35a68fca98b07f0c674415fb7845e2cb8b70f20441c07736df447d5b97a3a81b','039e30508e027a093b31b62fad785d0aa64198c7ef3f0550a43bb8dd5c3c1dad');
INSERT INTO "event" VALUES(100,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','039e30508e027a093b31b62fad785d0aa64198c7ef3f0550a43bb8dd5c3c1dad','e700abc467fda8ccbdbe06ad76c3027c1fc2c6893ff486238825047d747671b4');
INSERT INTO "event" VALUES(101,'2026-11-03T09:00:00.000Z','Ana','waiting.primeira',NULL,'waiting',2,'{}','e700abc467fda8ccbdbe06ad76c3027c1fc2c6893ff486238825047d747671b4','0d4afa34fb1a1f657d9c57a7704c436a536f7cbb9f49d9e511c9e241b31eaa4b');
INSERT INTO "event" VALUES(102,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','0d4afa34fb1a1f657d9c57a7704c436a536f7cbb9f49d9e511c9e241b31eaa4b','d89159e08689e8c2eb1dff507ab17613f9ec3822c71d878f09eb190ba147f445');
INSERT INTO "event" VALUES(103,'2026-11-03T09:00:00.000Z','Ana','configuracao.mudada',NULL,'configuracao',0,'{"mudancas":[{"antes":"A","chave":"escritorio.nome","depois":"B"}],"o_que":"faturista.toml"}','d89159e08689e8c2eb1dff507ab17613f9ec3822c71d878f09eb190ba147f445','9667487855f7a56e2bf507b3f3f336b3245012907068deeac08d5b581de8cdab');
INSERT INTO "event" VALUES(104,'2026-11-03T09:00:00.000Z','Ana','membro.criado',NULL,'membro',1,'{"clinica":"","nome":"Rita","papel":"operador"}','9667487855f7a56e2bf507b3f3f336b3245012907068deeac08d5b581de8cdab','2e519361190950e8f66bcf73e98575b994253fef9bc1268dc891d32b194ebc79');
INSERT INTO "event" VALUES(105,'2026-11-03T09:00:00.000Z','Rita','membro.senha',NULL,'membro',1,'{}','2e519361190950e8f66bcf73e98575b994253fef9bc1268dc891d32b194ebc79','23c4a558d34e5046cbf59e50ca7d7c6f51929723e3dc7e4d0b685e7c27d9fe1e');
INSERT INTO "event" VALUES(106,'2026-11-03T09:00:00.000Z','Ana','membro.mudado',NULL,'membro',1,'{"ativo":0,"clinica":"","papel":"operador"}','23c4a558d34e5046cbf59e50ca7d7c6f51929723e3dc7e4d0b685e7c27d9fe1e','7ebfdf885762323c893725409c7e59de09488da5b644897688342d3bce26db93');
INSERT INTO "event" VALUES(107,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',1,'{"clinica":"sorriso","portal":"ipasem"}','7ebfdf885762323c893725409c7e59de09488da5b644897688342d3bce26db93','ea51f25067f4a47d36519927a97317f1148e1cc351435b97b005d43282b6256c');
INSERT INTO "event" VALUES(108,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',1,'{"owner":"máquina:1"}','ea51f25067f4a47d36519927a97317f1148e1cc351435b97b005d43282b6256c','9bd003b505521b4cadc2373ae48858738a66e49b7591ed1dfafae8b7fb0ff6b1');
INSERT INTO "event" VALUES(109,'2026-11-03T09:00:00.000Z','Rita','vista.assumida',NULL,'vista',1,'{"vez":1}','9bd003b505521b4cadc2373ae48858738a66e49b7591ed1dfafae8b7fb0ff6b1','fae69e9a40252fcd214c455a6e61d84ea2d169ca633281841fb50cdad1b6acd4');
INSERT INTO "event" VALUES(110,'2026-11-03T09:00:00.000Z','Rita','vista.clique',NULL,'vista',1,'{"x":1,"y":2}','fae69e9a40252fcd214c455a6e61d84ea2d169ca633281841fb50cdad1b6acd4','1c28884aa9445497e1f7e6b774ec74ba550bc9237a57f272ca87ebf0d472f5e9');
INSERT INTO "event" VALUES(111,'2026-11-03T09:00:00.000Z','Rita','vista.largada',NULL,'vista',1,'{"vez":1}','1c28884aa9445497e1f7e6b774ec74ba550bc9237a57f272ca87ebf0d472f5e9','e8c6784eb2e4de617a7a1233df0e28e21fa9ffaa9ca77260b48231429dd566ef');
INSERT INTO "event" VALUES(112,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',1,'{"entrou":true}','e8c6784eb2e4de617a7a1233df0e28e21fa9ffaa9ca77260b48231429dd566ef','c17749ad3dccea48effaebb4e257eff67d55acb1137ee6dc2900238ea390c1de');
INSERT INTO "event" VALUES(113,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',2,'{"clinica":"sorriso","portal":"cassind"}','c17749ad3dccea48effaebb4e257eff67d55acb1137ee6dc2900238ea390c1de','3cae8c1e1b359e81030c4604fbf0f9d0f869a71e55f4585646e25293e27da7a5');
INSERT INTO "event" VALUES(114,'2026-11-03T09:00:00.000Z','Rita','vista.encerrada',NULL,'vista',2,'{"entrou":false}','3cae8c1e1b359e81030c4604fbf0f9d0f869a71e55f4585646e25293e27da7a5','53fa54131d376fb95e8a96bac3f58d99b2e85e0d3eaa12c99ab353874736bd5c');
INSERT INTO "event" VALUES(115,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',3,'{"clinica":"sorriso","portal":"cassind"}','53fa54131d376fb95e8a96bac3f58d99b2e85e0d3eaa12c99ab353874736bd5c','e53f31c5beff12c571528e0fc0064768b879856d0f228bcce16b3fd11075ae50');
INSERT INTO "event" VALUES(116,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',3,'{"owner":"máquina:1"}','e53f31c5beff12c571528e0fc0064768b879856d0f228bcce16b3fd11075ae50','4738c768de46f7e710e685fe940e51d48d73b3e30c7c3821c90c4ce04a319aad');
INSERT INTO "event" VALUES(117,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',3,'{"entrou":false}','4738c768de46f7e710e685fe940e51d48d73b3e30c7c3821c90c4ce04a319aad','1ef1e7a0491a797de494987574322f9725abf06adfbaa6d5226878143892c432');
INSERT INTO "event" VALUES(118,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','1ef1e7a0491a797de494987574322f9725abf06adfbaa6d5226878143892c432','afae18f97202a534454dc4db0ff5f83a0e46ae93c2dfb32c5f9f4665ed2d3bca');
INSERT INTO "event" VALUES(119,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',3,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[10,"da8f16384dae0908"]],"sha256":""}','afae18f97202a534454dc4db0ff5f83a0e46ae93c2dfb32c5f9f4665ed2d3bca','21207f903e8ee5df32585e59b44838ba8a723d9675079461a35f1bf33caf6518');
INSERT INTO "event" VALUES(120,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',2,'demonstrativo',3,'{"known":0,"lines":"38206111118c4da5","new":1,"withdrawn":0,"withheld":"4f53cda18c2baa0c"}','21207f903e8ee5df32585e59b44838ba8a723d9675079461a35f1bf33caf6518','70f177778099ba86a8152488a075348cafe5e63993f1f9f353344f93127f86a1');
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
INSERT INTO "sqlite_sequence" VALUES('a_conciliar',3);
COMMIT;
