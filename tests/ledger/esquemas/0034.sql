BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 21:32:29.672323+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 21:32:29.685821+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 21:32:29.695587+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 21:32:29.711903+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0006_estorno','2026-11-22 21:32:29.757566+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'faturista','0007_contas','2026-11-22 21:32:29.789816+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'faturista','0007_corrections','2026-11-22 21:32:29.798734+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'faturista','0008_contas_guards','2026-11-22 21:32:29.808054+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'faturista','0010_atendimento','2026-11-22 21:32:29.825462+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'faturista','0011_notices','2026-11-22 21:32:29.834337+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'faturista','0012_painel','2026-11-22 21:32:29.849932+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'faturista','0013_painel_guards','2026-11-22 21:32:29.859010+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'faturista','0014_deducoes','2026-11-22 21:32:29.873943+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'faturista','0015_deducoes_guards','2026-11-22 21:32:29.882160+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'faturista','0016_event_mes','2026-11-22 21:32:29.885148+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'faturista','0017_linha_item','2026-11-22 21:32:29.893092+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'faturista','0018_configuracao','2026-11-22 21:32:29.905486+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'faturista','0019_pedido','2026-11-22 21:32:29.916825+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'faturista','0020_lote','2026-11-22 21:32:29.930377+00:00');
INSERT INTO "_sqlite_migrations" VALUES(20,'faturista','0030_vista','2026-11-22 21:32:29.939666+00:00');
INSERT INTO "_sqlite_migrations" VALUES(21,'faturista','0031_pendencia','2026-11-22 21:32:29.955598+00:00');
INSERT INTO "_sqlite_migrations" VALUES(22,'faturista','0032_a_conciliar','2026-11-22 21:32:29.969780+00:00');
INSERT INTO "_sqlite_migrations" VALUES(23,'faturista','0032_marcas','2026-11-22 21:32:29.980629+00:00');
INSERT INTO "_sqlite_migrations" VALUES(24,'faturista','0033_pessoa_retorno','2026-11-22 21:32:29.995196+00:00');
INSERT INTO "_sqlite_migrations" VALUES(25,'faturista','0034_linhas_novas','2026-11-22 21:32:30.021815+00:00');
INSERT INTO "_sqlite_migrations" VALUES(26,'faturista','0034_marcas','2026-11-22 21:32:30.031386+00:00');
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
INSERT INTO "batch" VALUES(1,'85b501f047f34a7d99e1753ebd507612','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'8cd7dc813e424cb5bb894eb02568cc99','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'8c81e9befdda4671b59430903bb72a10','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'09739616a61f4dbda54db3bd00076f21','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'fbf3d52b73d844c6ab03247c81456ccf','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'ffea1aea5d2f4c98814c958b802417fe','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'9c219345a9f246d8b278e6190923f6b7','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'f6a766d5dc064d2a9f0d562ca33f7116','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'40949286f38b46a19c92c1ced2b810c1','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'841a3c3fe01242a6b480caac3a20cc90','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'611b65a855d54d48b99068a0944aecb5','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'49377cf29f8345feb25a4a8cbf4118b7','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'a59b6c435a5741babf93543a1fa8dfc7','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(15,'6855a1e95f5b4714a5235b89bd42fe8c','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(16,'31db0997c44b4b3d8d651a4ebafa1a74','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
CREATE TABLE conciliada (
  clinica text not null,
  portal text not null,
  edition text not null, linha integer not null default 0, version integer not null default 0,
  constraint conciliada_once primary key (clinica, portal)
) strict;
INSERT INTO "conciliada" VALUES('sorriso','ipasem','1',2,2);
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
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"85b501f047f34a7d99e1753ebd507612"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','b9b060f805c5286052165f07a6e6d5f054387eb65db7911d37aa492a460159f4');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','b9b060f805c5286052165f07a6e6d5f054387eb65db7911d37aa492a460159f4','f5294647cb298d128357e44e00fdc12d4371e02f72bee8dc0d1a4b0aee215f36');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','f5294647cb298d128357e44e00fdc12d4371e02f72bee8dc0d1a4b0aee215f36','70bd6ef05f6761e36666b2d2e73cdfe220d500ca069064e24fe16054d5f83419');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"8cd7dc813e424cb5bb894eb02568cc99"}','70bd6ef05f6761e36666b2d2e73cdfe220d500ca069064e24fe16054d5f83419','50aca1c434e3ac8cd66baf34c7aceadaaf95359f850dc4b5c74ffa0318a3fdbb');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','50aca1c434e3ac8cd66baf34c7aceadaaf95359f850dc4b5c74ffa0318a3fdbb','2b2560ec7f709e3e704930d7e7fecfc7d32dbcd2904c1dcecd03deec5283cc4f');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','2b2560ec7f709e3e704930d7e7fecfc7d32dbcd2904c1dcecd03deec5283cc4f','315a4f0fb4a0ed129cf11876781cb4fc7f9522aa37398bdedbb910a3b88c6a4e');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"8c81e9befdda4671b59430903bb72a10"}','315a4f0fb4a0ed129cf11876781cb4fc7f9522aa37398bdedbb910a3b88c6a4e','d19e25596090f444c1e9e5cc15ec4c497a137af26167354633dce501e8c75e30');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','d19e25596090f444c1e9e5cc15ec4c497a137af26167354633dce501e8c75e30','f4cdad8b7f98625c4d12ce3d7148a9cdf565fbd7fff21f83f9c3eeb9c76e49a1');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"09739616a61f4dbda54db3bd00076f21"}','f4cdad8b7f98625c4d12ce3d7148a9cdf565fbd7fff21f83f9c3eeb9c76e49a1','bb60b24af7e91b1e9687c3b133ec8a8a7864591b0b78a79e8b22900bc3e419d2');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','bb60b24af7e91b1e9687c3b133ec8a8a7864591b0b78a79e8b22900bc3e419d2','46ad171f2a5a42e665749838f12b3d3e7a8ef2fe2d7e9ec13ac4527ce1ced7b8');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"fbf3d52b73d844c6ab03247c81456ccf"}','46ad171f2a5a42e665749838f12b3d3e7a8ef2fe2d7e9ec13ac4527ce1ced7b8','077859c3f4844380946a660ecabceefd4557e918a54e73a786603780d87b3432');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','077859c3f4844380946a660ecabceefd4557e918a54e73a786603780d87b3432','69685d85b41cf58c43b9861b87416ecad3a88d619caa34028a732ccd5bfe64cd');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','69685d85b41cf58c43b9861b87416ecad3a88d619caa34028a732ccd5bfe64cd','cfefa0f14cbcad755ce497cf12fda6bddae2cb65d8204d3a31fe1c19f8f49cf2');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"ffea1aea5d2f4c98814c958b802417fe"}','cfefa0f14cbcad755ce497cf12fda6bddae2cb65d8204d3a31fe1c19f8f49cf2','82dd69663c96b18dd4847744ad43f3209659ca386e98cee3e9166adfeb694514');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','82dd69663c96b18dd4847744ad43f3209659ca386e98cee3e9166adfeb694514','407d60e83eae9ef7b988df3a23d74a76c44340daf122171da7387eb542da9535');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','407d60e83eae9ef7b988df3a23d74a76c44340daf122171da7387eb542da9535','fb7a5c6e72028e628f9cb5fc8f8b461e91f1f1464f90b97559a8d05c2a6f02fb');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','evidencia.guardada',1,'evidence',2,'{"entries":[1],"sha256":"b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2","what":"parada"}','fb7a5c6e72028e628f9cb5fc8f8b461e91f1f1464f90b97559a8d05c2a6f02fb','7755b9dc46e64523940c86760b246a6b4e6243d86b87714d341d01530c86c551');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','7755b9dc46e64523940c86760b246a6b4e6243d86b87714d341d01530c86c551','ce3a46c24c469ffdeaee2fb2de94ffbf2a0b81257262966a78a223f06db76a47');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','ce3a46c24c469ffdeaee2fb2de94ffbf2a0b81257262966a78a223f06db76a47','a18ec1ff2d94fea8892242fc380004e64b439dc0866d2fbc7fb8755282b474ba');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','a18ec1ff2d94fea8892242fc380004e64b439dc0866d2fbc7fb8755282b474ba','9a21ccfe4a838aa3feeb896cc745cd8f832a474a328a862e8fcd09913651ce22');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','9a21ccfe4a838aa3feeb896cc745cd8f832a474a328a862e8fcd09913651ce22','39bec5ee49a84a60f503b2d681decc4e9b214ba3059859c8d5017b810e799826');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','39bec5ee49a84a60f503b2d681decc4e9b214ba3059859c8d5017b810e799826','729a6c41f83a55a498420a6d1b0ccb4324f8e4fe39726590e8da85f51fcb1c44');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','729a6c41f83a55a498420a6d1b0ccb4324f8e4fe39726590e8da85f51fcb1c44','2283697802d935993578299c6f0a84603091827d423ec34b1b0e6a44b3fa262d');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"due":"2026-11-13","entry":null,"kind":"linha_alheia","line":null,"owner":"escritório","ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','2283697802d935993578299c6f0a84603091827d423ec34b1b0e6a44b3fa262d','0e117cc9faaf90dadd90c2578b8ce36427f6dea0c74743d48c63b5dc562b5996');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','0e117cc9faaf90dadd90c2578b8ce36427f6dea0c74743d48c63b5dc562b5996','fa6c79337f5937766af528b37e154bad40c05088851ffa555cf79156a1ad9764');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"841a3c3fe01242a6b480caac3a20cc90"}','fa6c79337f5937766af528b37e154bad40c05088851ffa555cf79156a1ad9764','a92d1bff2dc484d4260033696228e2ba9b2923708d627e21dcb83e8c63688366');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','a92d1bff2dc484d4260033696228e2ba9b2923708d627e21dcb83e8c63688366','3d155e22eccf62d9a794a91ae399d1fd8d22098c646e8799dfdfb5b159fb8260');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','3d155e22eccf62d9a794a91ae399d1fd8d22098c646e8799dfdfb5b159fb8260','421c50820840a04bf6daf017d12fa7f06051ab3ef6df496ea44b1161982e7f75');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"611b65a855d54d48b99068a0944aecb5"}','421c50820840a04bf6daf017d12fa7f06051ab3ef6df496ea44b1161982e7f75','d867788fb43b0961dc26e529b07b4574571312e9dd839610193c74542a63ce62');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','d867788fb43b0961dc26e529b07b4574571312e9dd839610193c74542a63ce62','eca869fb86ab5faf483fe8b3346a22c1d4ce8080f1e4824f7ae3e5df891f2a6a');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','eca869fb86ab5faf483fe8b3346a22c1d4ce8080f1e4824f7ae3e5df891f2a6a','24761e9b5391ba365277070c78c8fb2aff92834da0944f877ca52fd56bc1ead3');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','24761e9b5391ba365277070c78c8fb2aff92834da0944f877ca52fd56bc1ead3','d9fe148c376c9b4ac66fbbe02f28d16c65fdc2899604b3df383498b9bf08ae90');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','d9fe148c376c9b4ac66fbbe02f28d16c65fdc2899604b3df383498b9bf08ae90','bb284cdeed7b6d35ec152ac48e186499eca24a1647d868b6b7305053eb7f05c0');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','bb284cdeed7b6d35ec152ac48e186499eca24a1647d868b6b7305053eb7f05c0','b471de1df40ca3d36a2202966896da3d43922e2b7eb3aa8dd13a9c3fe41c37e7');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','b471de1df40ca3d36a2202966896da3d43922e2b7eb3aa8dd13a9c3fe41c37e7','8bd66684bfd0e87b0d594fd5492ec88b61b5b62fa51c3508b30db4af25c04b36');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','8bd66684bfd0e87b0d594fd5492ec88b61b5b62fa51c3508b30db4af25c04b36','e5aed0d7b837f735b47d6c85148d790142691f4d1ec650afa2a48ddb7836bd3c');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','e5aed0d7b837f735b47d6c85148d790142691f4d1ec650afa2a48ddb7836bd3c','8d0ea2d73f473c8bc2f008579307f7656b6c3e57d9dfd1291a2e3483fe2849bf');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"sem resposta"}','8d0ea2d73f473c8bc2f008579307f7656b6c3e57d9dfd1291a2e3483fe2849bf','acc7041810e2820523af5f080da8a1a7dcccfd38b1078c72c7b0c4e498961235');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','acc7041810e2820523af5f080da8a1a7dcccfd38b1078c72c7b0c4e498961235','31624e8b4e117666461437715a4ef685c1d8e5366188d162ee717ed4592e5e72');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"a execução terminou antes da resposta"}','31624e8b4e117666461437715a4ef685c1d8e5366188d162ee717ed4592e5e72','6cbd8c868f907afd968c83f3532fa1b6c06e32298572f17355ddccad003df406');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','6cbd8c868f907afd968c83f3532fa1b6c06e32298572f17355ddccad003df406','8fec6fafaf9e6b80738c8ab5c37d96fb58269df610a0d0df916214f71c136543');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','lancamento.corrigida',1,'lancamento',7,'{"facts":"ac1a330ea596ed0e","movimento":"m7","postings":"566c4fa930193ee13efeea02eda1470c22dc3bd65bda539d86a70446967d7ba9","protocolo":"","valor":7100}','8fec6fafaf9e6b80738c8ab5c37d96fb58269df610a0d0df916214f71c136543','d175bb8c198e13ec2c621ed8b7f8075e909945bf8ebd2d24c9cafd706a7f1ce1');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','faturista','correcao.leitura',1,'lancamento',7,'{"movimento":"m7"}','d175bb8c198e13ec2c621ed8b7f8075e909945bf8ebd2d24c9cafd706a7f1ce1','bbd8436146c5e15d13dc21bcc3da45e2dc368e9a7df4ad96e7a1eeb66b492f28');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',15,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m8","numero_autorizacao":"000008","why":"pedida"}','bbd8436146c5e15d13dc21bcc3da45e2dc368e9a7df4ad96e7a1eeb66b492f28','e39fbd6c90d6f6d04fadc4376a7d179250d66231fddb540b275e92087b7db86e');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',15,'{}','e39fbd6c90d6f6d04fadc4376a7d179250d66231fddb540b275e92087b7db86e','4353360352517521f602bb0b17e64e129d860c75efec18a96daef01eb469fefe');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','Ana','lancamento.excluida',1,'lancamento',8,'{"movimento":"m8","postings":"4f3de36c29cf2bb91e721cb5541e1a20d97c357c4303e853df80becae30b7371","state":"recusada","why":"excluída do portal"}','4353360352517521f602bb0b17e64e129d860c75efec18a96daef01eb469fefe','3c2332ceb1a2b1f84d6dda5a8615736c19a76d0205c1acb0fe7283a54c15511b');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',1,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"bd823de4ed4dbf43"]],"sha256":""}','3c2332ceb1a2b1f84d6dda5a8615736c19a76d0205c1acb0fe7283a54c15511b','af6f72703f27bb649c67190bae0644851f7723a768db9fb8e421c7ebd5fe69f3');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','lancamento.trocada',1,'lancamento',6,'{"movimento":"m6","postings":"26d4e09f113bf579562891f49812e158c193f8ba2972b3ef643dc7d7f3518f2c","state":"recusada","why":"alterada no portal: a linha agora é 10101012 de 05/10/2026"}','af6f72703f27bb649c67190bae0644851f7723a768db9fb8e421c7ebd5fe69f3','33056c1ac5592b7743c128f8186cccb25e97b4e9f29c1bd2fb272de2419ed44a');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',9,'{"movimento":"m6","postings":"f161be8b813f0c0bc1545026d030b9e5d2a5b35a8a2183dc3393a8ed62988d69","protocolo":"","valor":6500}','33056c1ac5592b7743c128f8186cccb25e97b4e9f29c1bd2fb272de2419ed44a','44a1e1d812888011618b87209f5f4a566755078cbf4b6bd7a52d3084a9e4a651');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','44a1e1d812888011618b87209f5f4a566755078cbf4b6bd7a52d3084a9e4a651','0a034a05ffa008db8def09bcebb34b55592c86d85a3b2b95085016efbcae8127');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','0a034a05ffa008db8def09bcebb34b55592c86d85a3b2b95085016efbcae8127','72d818eb08f7354eaf3387a00cb06843250496adb5690a7a02b97808a07b5251');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','72d818eb08f7354eaf3387a00cb06843250496adb5690a7a02b97808a07b5251','6442771a6b5a197f60b65c6e2d7db60564a2cf318806209daf3f40f28c6b2e75');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','6442771a6b5a197f60b65c6e2d7db60564a2cf318806209daf3f40f28c6b2e75','3204e74e58777c5ad9e12b4304767f065e1b1ee208080ada91aca1772fb3e616');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','3204e74e58777c5ad9e12b4304767f065e1b1ee208080ada91aca1772fb3e616','3dadf5676e9ea535e941234e2b5f01e5852fd360e2a35fa8770c506c339081bb');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','3dadf5676e9ea535e941234e2b5f01e5852fd360e2a35fa8770c506c339081bb','9faab89c61552780defb4210d6791c282c9f3916a43a5359899f8fedb12a688b');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','9faab89c61552780defb4210d6791c282c9f3916a43a5359899f8fedb12a688b','c3d61dce8d6571762ba7667da0c556ac36493ba2e7aace3444a2fc6d578939c5');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','c3d61dce8d6571762ba7667da0c556ac36493ba2e7aace3444a2fc6d578939c5','c0d7cb927dc3a49b6cb198c592ee3a4012c2767d13abb473c264dfe3bb588857');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','c0d7cb927dc3a49b6cb198c592ee3a4012c2767d13abb473c264dfe3bb588857','72254a84871055074e5cc9c5dab83f56b63e9d648aecd7c99953a09aeb7213ae');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','72254a84871055074e5cc9c5dab83f56b63e9d648aecd7c99953a09aeb7213ae','5d0408173f41d345de2eb6f7e45d1b733115f1c6b4666ca7aa21e5494f85c01d');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','5d0408173f41d345de2eb6f7e45d1b733115f1c6b4666ca7aa21e5494f85c01d','01c10a90634e8e37a967f6efcd7ee1891d805d434254e071812b9eeaf9f3051c');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento reaberto"}','01c10a90634e8e37a967f6efcd7ee1891d805d434254e071812b9eeaf9f3051c','89a1b91df08dfa13be4b9a2a83d4389bcf14fbebc174de8b1dd9a71dd1db13ba');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','89a1b91df08dfa13be4b9a2a83d4389bcf14fbebc174de8b1dd9a71dd1db13ba','88d4a356b52b39741e077460aa219e975b497d486ab758e9fe7b382c832d5470');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','88d4a356b52b39741e077460aa219e975b497d486ab758e9fe7b382c832d5470','6e490a348c83b890c15881d440eee7fae0e7c55c5dd8a9e6c0afdf0eeefb6eb0');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','6e490a348c83b890c15881d440eee7fae0e7c55c5dd8a9e6c0afdf0eeefb6eb0','afd3c9e58a0907d5529f92cd88767bd250a0e53fa3d02b9e629f384851cf1560');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"afd3c9e58a0907d5529f92cd88767bd250a0e53fa3d02b9e629f384851cf1560"}','afd3c9e58a0907d5529f92cd88767bd250a0e53fa3d02b9e629f384851cf1560','aa7522e1ce30bb38bef569a176db0796a2a46f47e07ee0377ddf57898b5f2655');
INSERT INTO "event" VALUES(71,'2026-11-03T09:00:00.000Z','faturista','arquivo.situacao',1,'arquivo',7,'{"arquivos":[{"lote":"7","lote_operadora":"55001","protocolo":"P1","situacao":"Recebido"}]}','aa7522e1ce30bb38bef569a176db0796a2a46f47e07ee0377ddf57898b5f2655','97e33b5a9f7a07d057184eeea00f761e653256c2b7eb4d095b43ecb5f8287128');
INSERT INTO "event" VALUES(72,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0,"withheld":"1f15733eb1572184"}','97e33b5a9f7a07d057184eeea00f761e653256c2b7eb4d095b43ecb5f8287128','82daff2e9f40a26642f8a4e6ace7063414303e03e81832f24095cc4a0b76f851');
INSERT INTO "event" VALUES(73,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','82daff2e9f40a26642f8a4e6ace7063414303e03e81832f24095cc4a0b76f851','3842cbc943442d2b7684c8ecce52999ff29712329fefbbb81924ec57c19f74f9');
INSERT INTO "event" VALUES(74,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','3842cbc943442d2b7684c8ecce52999ff29712329fefbbb81924ec57c19f74f9','417f0c97a82eb89a16d3f9234ec48b4edd80c5f1c0b74c448995266fdd95a0d5');
INSERT INTO "event" VALUES(75,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','417f0c97a82eb89a16d3f9234ec48b4edd80c5f1c0b74c448995266fdd95a0d5','eaa7d331ea0c12dd15ac56f793cba4d55b6e28fdaacba32eca5cf78ffdd5399a');
INSERT INTO "event" VALUES(76,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1,"withheld":"02e68db36567166a"}','eaa7d331ea0c12dd15ac56f793cba4d55b6e28fdaacba32eca5cf78ffdd5399a','e74eb8e87521115ca9bf31bfbdba19281303cf1f49c3f2aa27aaaf60980fc94b');
INSERT INTO "event" VALUES(77,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','e74eb8e87521115ca9bf31bfbdba19281303cf1f49c3f2aa27aaaf60980fc94b','e54d2226723e828c2878b7c2b4105b0973805ac8158553570ea75fd9562a1513');
INSERT INTO "event" VALUES(78,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1}','e54d2226723e828c2878b7c2b4105b0973805ac8158553570ea75fd9562a1513','5e8a7563517b3a141b0ac891f320e7362511000c7d0b29cc357edd068fd92aa4');
INSERT INTO "event" VALUES(79,'2026-11-03T09:00:00.000Z','Ana','decisao.tomada',1,'decisao',1,'{"adds":false,"entry":1,"line":2,"reason":"conferido"}','5e8a7563517b3a141b0ac891f320e7362511000c7d0b29cc357edd068fd92aa4','7e7f37ffeb9cf23902542123ba04c27c7898300d548fdbe06dcc5d1e0d0d072a');
INSERT INTO "event" VALUES(80,'2026-11-03T09:00:00.000Z','Ana','decisao.desfeita',1,'linha_retorno',2,'{"line":2}','7e7f37ffeb9cf23902542123ba04c27c7898300d548fdbe06dcc5d1e0d0d072a','d8cd377c629d677af46101d99764ad180a2955598bcf2905133e866c07c8fab4');
INSERT INTO "event" VALUES(81,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',2,'{"due":"2026-11-13","entry":null,"kind":"linha_duvidosa","line":2,"owner":"Ana","ref":"","text":"linha 1 do retorno: havia 2 candidatos"}','d8cd377c629d677af46101d99764ad180a2955598bcf2905133e866c07c8fab4','d3a5123c8d9c09fa992dd84bb69a2af06b11fc619ee822e4faf585858d92c784');
INSERT INTO "event" VALUES(82,'2026-11-03T09:00:00.000Z','Ana','problem.given',NULL,'problem',2,'{"due":"2026-12-01","owner":"Bia","reason":"férias"}','d3a5123c8d9c09fa992dd84bb69a2af06b11fc619ee822e4faf585858d92c784','7f916a97e7021651faa42f4dd818b5021a6b40075c14eef4bca01a585ca11750');
INSERT INTO "event" VALUES(83,'2026-11-03T09:00:00.000Z','Ana','problem.resolved',1,'problem',2,'{"resolution":"é dela"}','7f916a97e7021651faa42f4dd818b5021a6b40075c14eef4bca01a585ca11750','f0d506fa0867fac92a7bfa9deb0857bbaf6dd0d6bcbc92c0a8979f79b26c46f7');
INSERT INTO "event" VALUES(84,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',1,'{"entry":1,"valor":400}','f0d506fa0867fac92a7bfa9deb0857bbaf6dd0d6bcbc92c0a8979f79b26c46f7','504dbcd2c71838ef00e9f30888624ce5cc7d3c8131d9152423b90ffdc50a36a2');
INSERT INTO "event" VALUES(85,'2026-11-03T09:00:00.000Z','Ana','recurso.desistido',1,'recurso',1,'{"entry":1}','504dbcd2c71838ef00e9f30888624ce5cc7d3c8131d9152423b90ffdc50a36a2','893b46ab1cc2fb07c3d64262d7c3f25bae125142e20123cb2ccdfe9745a14585');
INSERT INTO "event" VALUES(86,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"state":"quitada","ties":[[2,2,6500,5900,600]]}','893b46ab1cc2fb07c3d64262d7c3f25bae125142e20123cb2ccdfe9745a14585','19d3b2d9c5f9fd581d247d17e6b1e8002baa2fbc9d19a15e016e193ec47239bd');
INSERT INTO "event" VALUES(87,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',2,'{"entry":1,"valor":400}','19d3b2d9c5f9fd581d247d17e6b1e8002baa2fbc9d19a15e016e193ec47239bd','c70d167bd6ac4efde9b85b3c670b3b4bebbd4edae2b2103d5b0e609bae02d05b');
INSERT INTO "event" VALUES(88,'2026-11-03T09:00:00.000Z','faturista','recurso.enviado',1,'recurso',2,'{"entry":1,"protocolo":"R-1","sent_on":"2026-11-05"}','c70d167bd6ac4efde9b85b3c670b3b4bebbd4edae2b2103d5b0e609bae02d05b','8145cbead1f4864176a2e9b39a362e62970ed54a070b95d58fc934ac159ef62b');
INSERT INTO "event" VALUES(89,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"cc685bd1c56f9b1ff755155e5beb6850bb8c9244328398567dbddb8adb07bace","state":"quitada","ties":[[2,2,6500,5900,600]]}','8145cbead1f4864176a2e9b39a362e62970ed54a070b95d58fc934ac159ef62b','63c7e49e13362180f688adc83a60c4de8cfc451dd15e542d2bf8fc526b56be18');
INSERT INTO "event" VALUES(90,'2026-11-03T09:00:00.000Z','faturista','recurso.respondido',1,'recurso',2,'{"answered_on":"2026-11-20","entry":1,"mantido":100,"recuperado":300}','63c7e49e13362180f688adc83a60c4de8cfc451dd15e542d2bf8fc526b56be18','82896a8444d9e0afb90b371463dbf4cde18192c2c76c57530cf1af42a45ef5eb');
INSERT INTO "event" VALUES(91,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"46dee6a44d0459c93c3fd0d605e5dee8b09fedb375d3d84fca375d9d9ab3629d","state":"quitada","ties":[[2,2,6500,5900,600]]}','82896a8444d9e0afb90b371463dbf4cde18192c2c76c57530cf1af42a45ef5eb','dd0e39c1c2414799e873f922fddbadf6be988d034fff56e64a3083e1ac66b780');
INSERT INTO "event" VALUES(92,'2026-11-03T09:00:00.000Z','Ana','perda.aceita',1,'lancamento',1,'{"reason":"sem documento","valor":100}','dd0e39c1c2414799e873f922fddbadf6be988d034fff56e64a3083e1ac66b780','84502980931a88e3e774c05a29e27758ea7ac8de337c382e1452c4f624700889');
INSERT INTO "event" VALUES(93,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"383223ef9e28ef17fac971a60e38bf59e88f8c1020ad9aaa9ea6cd4f6ead6ed8","state":"quitada","ties":[[2,2,6500,5900,600]]}','84502980931a88e3e774c05a29e27758ea7ac8de337c382e1452c4f624700889','266ad7cfd1210e1b68c4f0c3dc6ebc5b3d58d6a2beda795d495f67092aa0e222');
INSERT INTO "event" VALUES(94,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":9}','266ad7cfd1210e1b68c4f0c3dc6ebc5b3d58d6a2beda795d495f67092aa0e222','536394b3e1c046e364a66daec9eb21607da3af4a1dba5ae11b3cb3d73324cfeb');
INSERT INTO "event" VALUES(95,'2026-11-03T09:00:00.000Z','Ana','dossie.feito',NULL,'dossie',95,'{"destinatario":"Convênio","entries":8,"months":[1],"motivo":"auditoria","scope":"sorriso, ipasem, 10/2026","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}','536394b3e1c046e364a66daec9eb21607da3af4a1dba5ae11b3cb3d73324cfeb','3f1479bacbcf4c0ac473f2e3e8ad7bbdf03391364cf8a92cf6ba08bf58019fa6');
INSERT INTO "event" VALUES(96,'2026-11-03T09:00:00.000Z','Ana','expurgo.intencao',NULL,'expurgo',96,'{"pieces":[["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","png"]],"why":"telas 24 meses"}','3f1479bacbcf4c0ac473f2e3e8ad7bbdf03391364cf8a92cf6ba08bf58019fa6','66311e136eaeb96e4fc4675b47eabf8d573b5cc3bb4a7ad973467c9a26a354dd');
INSERT INTO "event" VALUES(97,'2026-11-03T09:00:00.000Z','Ana','expurgo.feito',NULL,'expurgo',96,'{"certificate":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}','66311e136eaeb96e4fc4675b47eabf8d573b5cc3bb4a7ad973467c9a26a354dd','9f98e13328444db6dcbc70ab84931acc2855eef972548f31e779344760464de7');
INSERT INTO "event" VALUES(98,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','9f98e13328444db6dcbc70ab84931acc2855eef972548f31e779344760464de7','07d0288cd868f1984985c9bc7cc047b242309cdc99ad9463feb28cee88e38f91');
INSERT INTO "event" VALUES(99,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','07d0288cd868f1984985c9bc7cc047b242309cdc99ad9463feb28cee88e38f91','5aceb0b90fbca1f162eef3f6fbc3237062582a229eae9965c94c16d665528a94');
INSERT INTO "event" VALUES(100,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','5aceb0b90fbca1f162eef3f6fbc3237062582a229eae9965c94c16d665528a94','ecdf4221c13c40841bd8fbd1cf019a8f98c40564f1ce1427a2fbaa38cf4c511e');
INSERT INTO "event" VALUES(101,'2026-11-03T09:00:00.000Z','Ana','waiting.primeira',NULL,'waiting',2,'{}','ecdf4221c13c40841bd8fbd1cf019a8f98c40564f1ce1427a2fbaa38cf4c511e','95e0d391d58b6629007ff04ac99e4af0198feac30a99c14239b3d6b4581031cf');
INSERT INTO "event" VALUES(102,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','95e0d391d58b6629007ff04ac99e4af0198feac30a99c14239b3d6b4581031cf','b06db1ae8c996435478c73841cc45b18b6e61538f66854248900759fa7fe9b7c');
INSERT INTO "event" VALUES(103,'2026-11-03T09:00:00.000Z','Ana','configuracao.mudada',NULL,'configuracao',0,'{"mudancas":[{"antes":"A","chave":"escritorio.nome","depois":"B"}],"o_que":"faturista.toml"}','b06db1ae8c996435478c73841cc45b18b6e61538f66854248900759fa7fe9b7c','0114053141328e585b307e8d7f0cc76e85a69b8b78c11f80d7b99d77ae7aef5f');
INSERT INTO "event" VALUES(104,'2026-11-03T09:00:00.000Z','Ana','membro.criado',NULL,'membro',1,'{"clinica":"","nome":"Rita","papel":"operador"}','0114053141328e585b307e8d7f0cc76e85a69b8b78c11f80d7b99d77ae7aef5f','19960ee51149e7ee232a2b5a6e97c4a56a851cfe17d29e6f29447077b909d340');
INSERT INTO "event" VALUES(105,'2026-11-03T09:00:00.000Z','Rita','membro.senha',NULL,'membro',1,'{}','19960ee51149e7ee232a2b5a6e97c4a56a851cfe17d29e6f29447077b909d340','b59589944d201de5db51194acc4c608d1e85ffd5ca47f906ad53bf1b82e9a4d2');
INSERT INTO "event" VALUES(106,'2026-11-03T09:00:00.000Z','Ana','membro.mudado',NULL,'membro',1,'{"ativo":0,"clinica":"","papel":"operador"}','b59589944d201de5db51194acc4c608d1e85ffd5ca47f906ad53bf1b82e9a4d2','7b0589f15ed851c660d9bfc5666e2306cec6b25fc807e152938f6b3c0e53e3e4');
INSERT INTO "event" VALUES(107,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',1,'{"clinica":"sorriso","portal":"ipasem"}','7b0589f15ed851c660d9bfc5666e2306cec6b25fc807e152938f6b3c0e53e3e4','4c5517b21a95c6b4a5d2bb96e6b5f7a15684e7d2e379c40f46f90c3b92fe95a9');
INSERT INTO "event" VALUES(108,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',1,'{"owner":"máquina:1"}','4c5517b21a95c6b4a5d2bb96e6b5f7a15684e7d2e379c40f46f90c3b92fe95a9','6f76b31bde6258d6f6e390277a547c0c3689b4ba72a2c0fdcf212da9abdfab53');
INSERT INTO "event" VALUES(109,'2026-11-03T09:00:00.000Z','Rita','vista.assumida',NULL,'vista',1,'{"vez":1}','6f76b31bde6258d6f6e390277a547c0c3689b4ba72a2c0fdcf212da9abdfab53','fe3c1f5040d1b12e383d2f07735dd8e1228425fdf8906e0a3a2838ddf128e242');
INSERT INTO "event" VALUES(110,'2026-11-03T09:00:00.000Z','Rita','vista.clique',NULL,'vista',1,'{"x":1,"y":2}','fe3c1f5040d1b12e383d2f07735dd8e1228425fdf8906e0a3a2838ddf128e242','6bd04bbee5fc03584fa1a47d801765cd606291c961cbbf4d54f9ce120f2a6a35');
INSERT INTO "event" VALUES(111,'2026-11-03T09:00:00.000Z','Rita','vista.largada',NULL,'vista',1,'{"vez":1}','6bd04bbee5fc03584fa1a47d801765cd606291c961cbbf4d54f9ce120f2a6a35','0fe944bcf8865597598309f39f8a75bf34f5db9e76d34a0e1a067f8e23d44202');
INSERT INTO "event" VALUES(112,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',1,'{"entrou":true}','0fe944bcf8865597598309f39f8a75bf34f5db9e76d34a0e1a067f8e23d44202','968f2809dd56d3147e49745493e9cf013fe473c3f95a77cd7b7d9e382bcc3703');
INSERT INTO "event" VALUES(113,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',2,'{"clinica":"sorriso","portal":"cassind"}','968f2809dd56d3147e49745493e9cf013fe473c3f95a77cd7b7d9e382bcc3703','799bf0cf762a49e79a007c7e2c299405b8f40c1e3d2f4edaf7fc4301ceedb02b');
INSERT INTO "event" VALUES(114,'2026-11-03T09:00:00.000Z','Rita','vista.encerrada',NULL,'vista',2,'{"entrou":false}','799bf0cf762a49e79a007c7e2c299405b8f40c1e3d2f4edaf7fc4301ceedb02b','c3e405367007c5ba0256cf78b4ae5863f05e8894def1053f9edbb578e6ab0529');
INSERT INTO "event" VALUES(115,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',3,'{"clinica":"sorriso","portal":"cassind"}','c3e405367007c5ba0256cf78b4ae5863f05e8894def1053f9edbb578e6ab0529','943e379d846c85efef54f87a5deae9ff95e7ee4602ad2cb8c9a604b8e885a588');
INSERT INTO "event" VALUES(116,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',3,'{"owner":"máquina:1"}','943e379d846c85efef54f87a5deae9ff95e7ee4602ad2cb8c9a604b8e885a588','c1918b203bb5758f59e648563c3fb18dbec3709fc8a911686eb8dc08ee4538cf');
INSERT INTO "event" VALUES(117,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',3,'{"entrou":false}','c1918b203bb5758f59e648563c3fb18dbec3709fc8a911686eb8dc08ee4538cf','1d96030be8b08dcd7bfae2dc20607423890a3a20e53653cca459857251c6827e');
INSERT INTO "event" VALUES(118,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','1d96030be8b08dcd7bfae2dc20607423890a3a20e53653cca459857251c6827e','9dd6fe663bfb94b6bb87eb6d4a8fa0eea768e0abbfe1cbaba78cefe626d7f806');
INSERT INTO "event" VALUES(119,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',3,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[10,"da8f16384dae0908"]],"sha256":""}','9dd6fe663bfb94b6bb87eb6d4a8fa0eea768e0abbfe1cbaba78cefe626d7f806','6af79a879d68eb872119a585a7ceac5039de06cca3679702bde256ebec1e2336');
INSERT INTO "event" VALUES(120,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',2,'demonstrativo',3,'{"known":0,"lines":"38206111118c4da5","new":1,"withdrawn":0,"withheld":"4f53cda18c2baa0c"}','6af79a879d68eb872119a585a7ceac5039de06cca3679702bde256ebec1e2336','c6be088844312c688fee5e3344347061420744c5d8a83e2d2a01f35028bc7d07');
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
