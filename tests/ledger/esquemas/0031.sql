BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 17:18:27.666481+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 17:18:27.671421+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 17:18:27.676036+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 17:18:27.683962+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0006_estorno','2026-11-22 17:18:27.704842+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'faturista','0007_contas','2026-11-22 17:18:27.718457+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'faturista','0007_corrections','2026-11-22 17:18:27.722397+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'faturista','0008_contas_guards','2026-11-22 17:18:27.726461+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'faturista','0010_atendimento','2026-11-22 17:18:27.732175+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'faturista','0011_notices','2026-11-22 17:18:27.734674+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'faturista','0012_painel','2026-11-22 17:18:27.740167+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'faturista','0013_painel_guards','2026-11-22 17:18:27.744235+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'faturista','0014_deducoes','2026-11-22 17:18:27.750014+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'faturista','0015_deducoes_guards','2026-11-22 17:18:27.753904+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'faturista','0016_event_mes','2026-11-22 17:18:27.757803+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'faturista','0017_linha_item','2026-11-22 17:18:27.761744+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'faturista','0018_configuracao','2026-11-22 17:18:27.765677+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'faturista','0019_pedido','2026-11-22 17:18:27.774188+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'faturista','0020_lote','2026-11-22 17:18:27.782250+00:00');
INSERT INTO "_sqlite_migrations" VALUES(20,'faturista','0030_vista','2026-11-22 17:18:27.790436+00:00');
INSERT INTO "_sqlite_migrations" VALUES(21,'faturista','0031_pendencia','2026-11-22 17:18:27.799712+00:00');
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
INSERT INTO "batch" VALUES(1,'0de1f96599164479916ef20a8a982568','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'30ddff2c471d4ae38eb1a8a172d4fc03','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'2770d16610754375b2e19a88bf4ddeb1','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'6c69bc3024284463a62335d8bab9ef8b','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'db39c27d736a44e285ec6cf6bf45be8e','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'eee6b1d921044a75859b119d8bcd9155','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'fc4accb5f3144f8bbbb6224300db596b','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'30aa74b57bcf4238a8787247364638c6','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'2ff727ff06a749ff80900815b5a39c63','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'c07cdc12e105424b87cac37fe10e4164','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'7200e132a1b94661a1fe53da1bb7b351','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'b9302e86462b48f8b7293263810e007d','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'5813f1da49ff4bacb8bf103ee2a7b044','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(15,'63f2313ea4db4482b389e6769428174e','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(16,'510ac21a1a3448a4bfc0a8e0f635c08c','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
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
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"0de1f96599164479916ef20a8a982568"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','ffe30d54189a5268d922dc07e9826d4fe3a413b810cfca18a7e6eb601077698b');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','ffe30d54189a5268d922dc07e9826d4fe3a413b810cfca18a7e6eb601077698b','1fffa0fcca1283b5b5f31c66371677c900a8450b99173ec6548eb43ed5a64bc9');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','1fffa0fcca1283b5b5f31c66371677c900a8450b99173ec6548eb43ed5a64bc9','f7a59f557bf00ee0ae715b70eec764b62e4812116c2f33472fced0f95583be1e');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"30ddff2c471d4ae38eb1a8a172d4fc03"}','f7a59f557bf00ee0ae715b70eec764b62e4812116c2f33472fced0f95583be1e','afb8f268025b8ec75b49251611a1e8d2c2c7d0c73900c6cf9373fb3d1cf668d9');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','afb8f268025b8ec75b49251611a1e8d2c2c7d0c73900c6cf9373fb3d1cf668d9','9f617395199c389c286f81fc9026875a119f0243383705648a5d8e61f11f129d');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','9f617395199c389c286f81fc9026875a119f0243383705648a5d8e61f11f129d','bd258a82700d4d10f8bb012c80ed083daee3a49bea98369d11e0ddec4994929e');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"2770d16610754375b2e19a88bf4ddeb1"}','bd258a82700d4d10f8bb012c80ed083daee3a49bea98369d11e0ddec4994929e','0176a8290670092e979c38d613df9f6bcee9e43a863c92d5405267fce54b6ccd');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','0176a8290670092e979c38d613df9f6bcee9e43a863c92d5405267fce54b6ccd','bb708a092594f3d58efff492ba8f9685aae8b27c9285addd8266ffe360934734');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"6c69bc3024284463a62335d8bab9ef8b"}','bb708a092594f3d58efff492ba8f9685aae8b27c9285addd8266ffe360934734','51489003d995faa928a085bbf0fffc496b08b1caa2bcc20f46d2cb5526d6d031');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','51489003d995faa928a085bbf0fffc496b08b1caa2bcc20f46d2cb5526d6d031','4228f95b8741f3999ebcd7ed9e60816106c03846cfca9799337598e5a755acb2');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"db39c27d736a44e285ec6cf6bf45be8e"}','4228f95b8741f3999ebcd7ed9e60816106c03846cfca9799337598e5a755acb2','c330d2976d866dd3094ac8148d348d6e7369126e050a33c993dd43691dace1c0');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','c330d2976d866dd3094ac8148d348d6e7369126e050a33c993dd43691dace1c0','f99b728ef4c4f506d895699a523671fa0ee6491f35af172a3e8d4277df21bec0');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','f99b728ef4c4f506d895699a523671fa0ee6491f35af172a3e8d4277df21bec0','814ab721081cd77a3994392e2227b6ed905b3c60f4a029aa450a67e64bf3911a');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"eee6b1d921044a75859b119d8bcd9155"}','814ab721081cd77a3994392e2227b6ed905b3c60f4a029aa450a67e64bf3911a','a2f4bbe65c907708baefb9ea69389ebce6d7fe6080759cdf2bff2d0a76a9d295');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','a2f4bbe65c907708baefb9ea69389ebce6d7fe6080759cdf2bff2d0a76a9d295','7dad4239e657d17187acae59700ab3c500fe3177c4568ef7ca06ee31ccb85c5c');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','7dad4239e657d17187acae59700ab3c500fe3177c4568ef7ca06ee31ccb85c5c','3c079d932e4b67a1032d3180af134ec6682922b2166b41c0b410d5091cc38ef8');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','evidencia.guardada',1,'evidence',2,'{"entries":[1],"sha256":"b771de6c9c8ae47d16f48e447181178e7a3574714010c9126c776a4b5ac9ffe2","what":"parada"}','3c079d932e4b67a1032d3180af134ec6682922b2166b41c0b410d5091cc38ef8','d16d4fc62cdf58dbf2c4a863748d6a76dfaf49311c45b360c97f4ab12f4c1a04');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','d16d4fc62cdf58dbf2c4a863748d6a76dfaf49311c45b360c97f4ab12f4c1a04','e2d455d5acee19c5e039ce1708a47eec0deac9578e52847bb6373c04cca28ddd');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','e2d455d5acee19c5e039ce1708a47eec0deac9578e52847bb6373c04cca28ddd','a85c229510cca350664837f3ee3052fced2f1e68db8a11aafe44153036dd58ae');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','a85c229510cca350664837f3ee3052fced2f1e68db8a11aafe44153036dd58ae','31e08e2c0aa0ec19f6ac1f08e85b069a349b51f1148eae16da5214105877fda3');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','31e08e2c0aa0ec19f6ac1f08e85b069a349b51f1148eae16da5214105877fda3','426c4852f4e4056af5b872e63f5199f0de4a2ad6f1fb14b5b7c870c565aa77a6');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','426c4852f4e4056af5b872e63f5199f0de4a2ad6f1fb14b5b7c870c565aa77a6','661ff8f7bb156799fee1f02284a7a90cb55a80a70c6254af719620efa8345d87');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','661ff8f7bb156799fee1f02284a7a90cb55a80a70c6254af719620efa8345d87','e9839922d46d82093a8955ba9db5c29fcc4f4ba412a85ac52cf1f6f71182ca67');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"due":"2026-11-13","entry":null,"kind":"linha_alheia","line":null,"owner":"escritório","ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','e9839922d46d82093a8955ba9db5c29fcc4f4ba412a85ac52cf1f6f71182ca67','d2283e6ac29f15d5d27ed9adb4847ee6297f0e98ad06b8b59c9109f84b41e62b');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','d2283e6ac29f15d5d27ed9adb4847ee6297f0e98ad06b8b59c9109f84b41e62b','581900bb26b0e0d7ecc6a99fc52af7af8f96f81db5a657cd89f91dfbc953e55b');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"c07cdc12e105424b87cac37fe10e4164"}','581900bb26b0e0d7ecc6a99fc52af7af8f96f81db5a657cd89f91dfbc953e55b','f963cd8a0748c59854d5ca018e8328b5fb2301159adbe36d9483f88ddcb9ef3f');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','f963cd8a0748c59854d5ca018e8328b5fb2301159adbe36d9483f88ddcb9ef3f','87c36c47ac8ce257e0d0d45eb49a3628731308d3c555f75fb787fcea6e2d52b1');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','87c36c47ac8ce257e0d0d45eb49a3628731308d3c555f75fb787fcea6e2d52b1','19a5f631eaece798a8ff2eb6fd6258cf13e92d52343630555e44aa9b0c05b03d');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"7200e132a1b94661a1fe53da1bb7b351"}','19a5f631eaece798a8ff2eb6fd6258cf13e92d52343630555e44aa9b0c05b03d','c82f62f2daedf0043399668fd55c576afdc286cde110b2bcbb9f537c78a5903f');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','c82f62f2daedf0043399668fd55c576afdc286cde110b2bcbb9f537c78a5903f','348c78106370f38676aa5de40a67dbd9c4a7ed67097e1c1cd472643a1c95a82f');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','348c78106370f38676aa5de40a67dbd9c4a7ed67097e1c1cd472643a1c95a82f','c6fe6624d1c1a226c66b0aab97ab8bf9ee6c3b9fe2d9d8980123adbe42c3fc46');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','c6fe6624d1c1a226c66b0aab97ab8bf9ee6c3b9fe2d9d8980123adbe42c3fc46','02e5b247dcc59d505a57133e26087bcc296fe66bec300b93203c289d8f2e7064');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','02e5b247dcc59d505a57133e26087bcc296fe66bec300b93203c289d8f2e7064','da0ee4b37ef134a239992c6721963e80aae664d44bf543ce94754f9583994db5');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','da0ee4b37ef134a239992c6721963e80aae664d44bf543ce94754f9583994db5','3225a9c108ba7201bb325f14f18a1cae77198fbb6cbf8adb81b9704e54090714');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','3225a9c108ba7201bb325f14f18a1cae77198fbb6cbf8adb81b9704e54090714','235c5290215d9fea6bd3042f76b138be2ea15229dc673c5f203d430d76922345');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','235c5290215d9fea6bd3042f76b138be2ea15229dc673c5f203d430d76922345','37555fb79993e6e2be5b3dcdb3277c3a1e8fbf6b5b6901c09a5ed3457ae5c06b');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','37555fb79993e6e2be5b3dcdb3277c3a1e8fbf6b5b6901c09a5ed3457ae5c06b','34a939495c3996a46440c7f0e172ed6ade32666e95ff60550b1ff251c0588ea1');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"sem resposta"}','34a939495c3996a46440c7f0e172ed6ade32666e95ff60550b1ff251c0588ea1','9c1a6eea38359cab9538862b8504102729e9cbc18d9d4b3378b4ccffdb45b69d');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','9c1a6eea38359cab9538862b8504102729e9cbc18d9d4b3378b4ccffdb45b69d','427137dce92a6ffdb656eef1735fbcac3e7bebb56423cf0af009a8cbe7aa45e8');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','faturista','correcao.sem_efeito',1,'lancamento',7,'{"why":"a execução terminou antes da resposta"}','427137dce92a6ffdb656eef1735fbcac3e7bebb56423cf0af009a8cbe7aa45e8','7187646679d1e7d8acb586b82b1cba40cbb04f26b1131051714855fa9b2be7a8');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','Ana','correcao.intencao',1,'lancamento',7,'{"movimento":"m7","quantidade":1,"valor":7100}','7187646679d1e7d8acb586b82b1cba40cbb04f26b1131051714855fa9b2be7a8','8edb277d696c8c0053cc381ab1f466c76486870b67236e93241445d8f359b3d9');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','lancamento.corrigida',1,'lancamento',7,'{"facts":"ac1a330ea596ed0e","movimento":"m7","postings":"566c4fa930193ee13efeea02eda1470c22dc3bd65bda539d86a70446967d7ba9","protocolo":"","valor":7100}','8edb277d696c8c0053cc381ab1f466c76486870b67236e93241445d8f359b3d9','7fd606e8489f81655579f53f0e3052a6ac71a6e4cc2196bdca95259ed888c74c');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','faturista','correcao.leitura',1,'lancamento',7,'{"movimento":"m7"}','7fd606e8489f81655579f53f0e3052a6ac71a6e4cc2196bdca95259ed888c74c','ce393d907d955a70b6e039bebfb78982c7b3a7e33a8fabe2567345d2b2dab766');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',15,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m8","numero_autorizacao":"000008","why":"pedida"}','ce393d907d955a70b6e039bebfb78982c7b3a7e33a8fabe2567345d2b2dab766','dc81a703cc07a478bcb98fb7bf418c364e334eb7ba94e73df6efaf8a78374853');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',15,'{}','dc81a703cc07a478bcb98fb7bf418c364e334eb7ba94e73df6efaf8a78374853','47de70ac8d491a63fbdf383f7bffba863ffbdac09bc0832c1d93511ac2762a63');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','Ana','lancamento.excluida',1,'lancamento',8,'{"movimento":"m8","postings":"4f3de36c29cf2bb91e721cb5541e1a20d97c357c4303e853df80becae30b7371","state":"recusada","why":"excluída do portal"}','47de70ac8d491a63fbdf383f7bffba863ffbdac09bc0832c1d93511ac2762a63','43d8fe2c5ff00565f2e74a5870a505a8aed7c64ee5ab3162239e3b457a0c409e');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',1,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"bd823de4ed4dbf43"]],"sha256":""}','43d8fe2c5ff00565f2e74a5870a505a8aed7c64ee5ab3162239e3b457a0c409e','264917fa93768914fda0a5503380ba0cdbe321e0897ed7806494e4593fbe4d5b');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','lancamento.trocada',1,'lancamento',6,'{"movimento":"m6","postings":"26d4e09f113bf579562891f49812e158c193f8ba2972b3ef643dc7d7f3518f2c","state":"recusada","why":"alterada no portal: a linha agora é 10101012 de 05/10/2026"}','264917fa93768914fda0a5503380ba0cdbe321e0897ed7806494e4593fbe4d5b','fb7fab8205bc4bc716a574413e02af10f28b0f183278322b4599e7d009b8f05a');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',9,'{"movimento":"m6","postings":"f161be8b813f0c0bc1545026d030b9e5d2a5b35a8a2183dc3393a8ed62988d69","protocolo":"","valor":6500}','fb7fab8205bc4bc716a574413e02af10f28b0f183278322b4599e7d009b8f05a','e9718ea07194639a5825cf48f254e929ba5d0282dfc5f0f351f61d14ebf333cf');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','e9718ea07194639a5825cf48f254e929ba5d0282dfc5f0f351f61d14ebf333cf','d458493b2e86789c0a0c0c9c9a8a181a0b8f879ea364e4ceaae5febb18401ea1');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','d458493b2e86789c0a0c0c9c9a8a181a0b8f879ea364e4ceaae5febb18401ea1','f34d189b4c4da9cbc79c7e74a77f88fef6eb5188fcbcff70da5581b8a78a9368');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','f34d189b4c4da9cbc79c7e74a77f88fef6eb5188fcbcff70da5581b8a78a9368','d4ef2c2c006fff18df4e0dd31e28a8de9f3a465b6f7b44a886b5b96670c3bf85');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','d4ef2c2c006fff18df4e0dd31e28a8de9f3a465b6f7b44a886b5b96670c3bf85','48ecd32f2ea474976b0a3843883cfbba62b809f18fce734d3214468b8321c87c');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','48ecd32f2ea474976b0a3843883cfbba62b809f18fce734d3214468b8321c87c','ac101703f8d1d6576b34e45f3ec4740bee7050e4712ed8f678247553037a0919');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','ac101703f8d1d6576b34e45f3ec4740bee7050e4712ed8f678247553037a0919','4d656ea7847bf440540e2b3cb6d8a6e469f826de1dd37083a253460184b758cf');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','4d656ea7847bf440540e2b3cb6d8a6e469f826de1dd37083a253460184b758cf','8b69c516ec65917c82df4fe7c6ea8c6e1bb29aae573784617d2b26dbdb304cdb');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','8b69c516ec65917c82df4fe7c6ea8c6e1bb29aae573784617d2b26dbdb304cdb','b2dc7442d3ea9068810545b6b90481a1fba3787bf4e1d655cd035890bf57203f');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','b2dc7442d3ea9068810545b6b90481a1fba3787bf4e1d655cd035890bf57203f','39d011bc279d3d8fea118d01519bfd36c9155054339c1f3e5a228b0ea7eb79ce');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','39d011bc279d3d8fea118d01519bfd36c9155054339c1f3e5a228b0ea7eb79ce','3297b3a6d2420d286f2858da1d28ca80d3616977b521bb2b299963f565c9af01');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','3297b3a6d2420d286f2858da1d28ca80d3616977b521bb2b299963f565c9af01','438309245a2bc7855fce31df0cdfda16c4bd5aad3bb4f8feef1b9584ef9dcf65');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento reaberto"}','438309245a2bc7855fce31df0cdfda16c4bd5aad3bb4f8feef1b9584ef9dcf65','5c1d290dc24a97e26f65a5ff0ed772c31e85e6de335fcfb3ece922ef8e428d98');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','5c1d290dc24a97e26f65a5ff0ed772c31e85e6de335fcfb3ece922ef8e428d98','726b86ffa0660db93d133e3e315afe8140478838c4f4587312aca7c499616229');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":7,"snapshot":null,"text":"Movimento fechado"}','726b86ffa0660db93d133e3e315afe8140478838c4f4587312aca7c499616229','38f2219b880dc74d538514292e340790b2685477cd61c7e51a512f07cb1aba52');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','38f2219b880dc74d538514292e340790b2685477cd61c7e51a512f07cb1aba52','34dd0ab302f64e02d9c6219de4ee6ef50aaebefa1590d0dd5e5673914fc7d569');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"34dd0ab302f64e02d9c6219de4ee6ef50aaebefa1590d0dd5e5673914fc7d569"}','34dd0ab302f64e02d9c6219de4ee6ef50aaebefa1590d0dd5e5673914fc7d569','0e769c09676d30ae2c6c159d33f956e6f0da7bd207b0534c1308357801ceb0cd');
INSERT INTO "event" VALUES(71,'2026-11-03T09:00:00.000Z','faturista','arquivo.situacao',1,'arquivo',7,'{"arquivos":[{"lote":"7","lote_operadora":"55001","protocolo":"P1","situacao":"Recebido"}]}','0e769c09676d30ae2c6c159d33f956e6f0da7bd207b0534c1308357801ceb0cd','692bece70a86388df0095fd947fd125c982013af7809e80ca87be0ab71fa8619');
INSERT INTO "event" VALUES(72,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0,"withheld":"1f15733eb1572184"}','692bece70a86388df0095fd947fd125c982013af7809e80ca87be0ab71fa8619','4259b7726fbbc660ab06eb3d4afcfa3df8a7f087e137138ddc1f98b1d7f38d8e');
INSERT INTO "event" VALUES(73,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','4259b7726fbbc660ab06eb3d4afcfa3df8a7f087e137138ddc1f98b1d7f38d8e','2f09f4f49b36eacb4e5ef676765e0d2095e53ed8da248b08a9f1501da9422733');
INSERT INTO "event" VALUES(74,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1,"matches":1}','2f09f4f49b36eacb4e5ef676765e0d2095e53ed8da248b08a9f1501da9422733','4fce792388c9eff91d1236eae08048a7747ca74f6ab3c5e076d1b8f9978696fb');
INSERT INTO "event" VALUES(75,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','4fce792388c9eff91d1236eae08048a7747ca74f6ab3c5e076d1b8f9978696fb','f80c4f84b49c580eea08b901ae106fe9f4465704ed717de55fc8d3bc7c633d8e');
INSERT INTO "event" VALUES(76,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1,"withheld":"02e68db36567166a"}','f80c4f84b49c580eea08b901ae106fe9f4465704ed717de55fc8d3bc7c633d8e','ebe5e7ca261ce76e3b52400327c46d4a6db3fa2f1c42417c54eaffae632180e0');
INSERT INTO "event" VALUES(77,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','ebe5e7ca261ce76e3b52400327c46d4a6db3fa2f1c42417c54eaffae632180e0','3c70a8dd07e482267affab2a5a86d67b2513b9a1e9a4bf1cf5c51cbdac6f5a2d');
INSERT INTO "event" VALUES(78,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1,"matches":1}','3c70a8dd07e482267affab2a5a86d67b2513b9a1e9a4bf1cf5c51cbdac6f5a2d','d79dad3b1022a37a8a7b5f96621e89c19f5ae45ed82bca95cd91f03c3ac20e20');
INSERT INTO "event" VALUES(79,'2026-11-03T09:00:00.000Z','Ana','decisao.tomada',1,'decisao',1,'{"adds":false,"entry":1,"line":2,"reason":"conferido"}','d79dad3b1022a37a8a7b5f96621e89c19f5ae45ed82bca95cd91f03c3ac20e20','adddbdf74a872944dc7e6ddc5ac7ce4aee925c72cdc37ef6c0c3a47105dd2233');
INSERT INTO "event" VALUES(80,'2026-11-03T09:00:00.000Z','Ana','decisao.desfeita',1,'linha_retorno',2,'{"line":2}','adddbdf74a872944dc7e6ddc5ac7ce4aee925c72cdc37ef6c0c3a47105dd2233','c06fd4505e6809862fa1b2bf8510c55f7217d9931b1654105c6a9feadadd0aff');
INSERT INTO "event" VALUES(81,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',2,'{"due":"2026-11-13","entry":null,"kind":"linha_duvidosa","line":2,"owner":"Ana","ref":"","text":"linha 1 do retorno: havia 2 candidatos"}','c06fd4505e6809862fa1b2bf8510c55f7217d9931b1654105c6a9feadadd0aff','470959cd1bb3306f91bf2fb84667f9e0954bfd92ce6e95ad7e5c594c46e63289');
INSERT INTO "event" VALUES(82,'2026-11-03T09:00:00.000Z','Ana','problem.given',NULL,'problem',2,'{"due":"2026-12-01","owner":"Bia","reason":"férias"}','470959cd1bb3306f91bf2fb84667f9e0954bfd92ce6e95ad7e5c594c46e63289','94210c3581e20b634ccedba9083f8dc18498ac028f92460f62a9373480644274');
INSERT INTO "event" VALUES(83,'2026-11-03T09:00:00.000Z','Ana','problem.resolved',1,'problem',2,'{"resolution":"é dela"}','94210c3581e20b634ccedba9083f8dc18498ac028f92460f62a9373480644274','c15a02ef0e7b1bba419fdef7f8582a8fb49817c64ce129fbdae6dad59886ad34');
INSERT INTO "event" VALUES(84,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',1,'{"entry":1,"valor":400}','c15a02ef0e7b1bba419fdef7f8582a8fb49817c64ce129fbdae6dad59886ad34','80e33807891b4dc6e4ad611807c968d78b944bda05162beb69a9b12d958e664c');
INSERT INTO "event" VALUES(85,'2026-11-03T09:00:00.000Z','Ana','recurso.desistido',1,'recurso',1,'{"entry":1}','80e33807891b4dc6e4ad611807c968d78b944bda05162beb69a9b12d958e664c','7323c12224dd3429f2db69bcb247a696b17db2d9cfaac363d914b8a6cba8c2a6');
INSERT INTO "event" VALUES(86,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"state":"quitada","ties":[[2,2,6500,5900,600]]}','7323c12224dd3429f2db69bcb247a696b17db2d9cfaac363d914b8a6cba8c2a6','03be4336d813041d700d917b03fb623603c60d77a34f5176f0f63d09c86f5e70');
INSERT INTO "event" VALUES(87,'2026-11-03T09:00:00.000Z','faturista','recurso.rascunho',1,'recurso',2,'{"entry":1,"valor":400}','03be4336d813041d700d917b03fb623603c60d77a34f5176f0f63d09c86f5e70','07735c3c9017d2903341d3b83766b2b226d9ec7719c5fdc9e8aa6639cc11f18b');
INSERT INTO "event" VALUES(88,'2026-11-03T09:00:00.000Z','faturista','recurso.enviado',1,'recurso',2,'{"entry":1,"protocolo":"R-1","sent_on":"2026-11-05"}','07735c3c9017d2903341d3b83766b2b226d9ec7719c5fdc9e8aa6639cc11f18b','724ea9304fb12b8a16f4f06705261918fe787f8d18e2e42abaaf038f1aa999c4');
INSERT INTO "event" VALUES(89,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"cc685bd1c56f9b1ff755155e5beb6850bb8c9244328398567dbddb8adb07bace","state":"quitada","ties":[[2,2,6500,5900,600]]}','724ea9304fb12b8a16f4f06705261918fe787f8d18e2e42abaaf038f1aa999c4','bc9942e5617110871e4721bed29dd72a58c0a199318ddd313bbcf61846e21990');
INSERT INTO "event" VALUES(90,'2026-11-03T09:00:00.000Z','faturista','recurso.respondido',1,'recurso',2,'{"answered_on":"2026-11-20","entry":1,"mantido":100,"recuperado":300}','bc9942e5617110871e4721bed29dd72a58c0a199318ddd313bbcf61846e21990','99a19bb8d41d8def2fb23a905281084d40f95129c04a57471fb874e5917c07da');
INSERT INTO "event" VALUES(91,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"46dee6a44d0459c93c3fd0d605e5dee8b09fedb375d3d84fca375d9d9ab3629d","state":"quitada","ties":[[2,2,6500,5900,600]]}','99a19bb8d41d8def2fb23a905281084d40f95129c04a57471fb874e5917c07da','58df8efc5ecc8ec327b12731cd702dad87b1e6ef20510b6c7a9feb9f1b0e1877');
INSERT INTO "event" VALUES(92,'2026-11-03T09:00:00.000Z','Ana','perda.aceita',1,'lancamento',1,'{"reason":"sem documento","valor":100}','58df8efc5ecc8ec327b12731cd702dad87b1e6ef20510b6c7a9feb9f1b0e1877','8bbd0f9a51b903a9b52040be9464f354a15479438817eb1d53826d253f7b893b');
INSERT INTO "event" VALUES(93,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"383223ef9e28ef17fac971a60e38bf59e88f8c1020ad9aaa9ea6cd4f6ead6ed8","state":"quitada","ties":[[2,2,6500,5900,600]]}','8bbd0f9a51b903a9b52040be9464f354a15479438817eb1d53826d253f7b893b','e026d5dd164dcf43aa55fcdeaab30c49c7c06b396e85c78f51f071d173fc0e0b');
INSERT INTO "event" VALUES(94,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":9}','e026d5dd164dcf43aa55fcdeaab30c49c7c06b396e85c78f51f071d173fc0e0b','1176c57f6502281ac474820a23a73500cf85abdbca19c2e01421f0712fc9ddf6');
INSERT INTO "event" VALUES(95,'2026-11-03T09:00:00.000Z','Ana','dossie.feito',NULL,'dossie',95,'{"destinatario":"Convênio","entries":8,"months":[1],"motivo":"auditoria","scope":"sorriso, ipasem, 10/2026","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}','1176c57f6502281ac474820a23a73500cf85abdbca19c2e01421f0712fc9ddf6','1f95b125068b85dcd3172c1b757879bc6b4f1b0b50dca91b47572aa2c12a1847');
INSERT INTO "event" VALUES(96,'2026-11-03T09:00:00.000Z','Ana','expurgo.intencao',NULL,'expurgo',96,'{"pieces":[["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","png"]],"why":"telas 24 meses"}','1f95b125068b85dcd3172c1b757879bc6b4f1b0b50dca91b47572aa2c12a1847','ef86eed17ec86a673b11a0561d1893e880590b114026f1052e4a95020527aa41');
INSERT INTO "event" VALUES(97,'2026-11-03T09:00:00.000Z','Ana','expurgo.feito',NULL,'expurgo',96,'{"certificate":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"}','ef86eed17ec86a673b11a0561d1893e880590b114026f1052e4a95020527aa41','368c2776e9c66d277107554d1021ecc1e99cd3b7455e40122cd9e9edf6e797b8');
INSERT INTO "event" VALUES(98,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','368c2776e9c66d277107554d1021ecc1e99cd3b7455e40122cd9e9edf6e797b8','9c1771497a629c93deabf944f8c5bee04be77725998647c3d34f42f49cfa386c');
INSERT INTO "event" VALUES(99,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','9c1771497a629c93deabf944f8c5bee04be77725998647c3d34f42f49cfa386c','693122f20913dc04cbbc684421c5a18e0df3497166a0ade904702b54a3cac48f');
INSERT INTO "event" VALUES(100,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','693122f20913dc04cbbc684421c5a18e0df3497166a0ade904702b54a3cac48f','0a84cf778cfb3f16b22559e485bdde3f2739476d8d57d05a0c161988eced87c1');
INSERT INTO "event" VALUES(101,'2026-11-03T09:00:00.000Z','Ana','waiting.primeira',NULL,'waiting',2,'{}','0a84cf778cfb3f16b22559e485bdde3f2739476d8d57d05a0c161988eced87c1','4b1ebb2cef4aa4ad9dd655528eb996754fe53fb2e1a3ed903facaa24170fd967');
INSERT INTO "event" VALUES(102,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','4b1ebb2cef4aa4ad9dd655528eb996754fe53fb2e1a3ed903facaa24170fd967','b6fe43a6d6e4de0cfbde2c217bdfd12c64aca2e5da1cd5a655683ba851a5bd87');
INSERT INTO "event" VALUES(103,'2026-11-03T09:00:00.000Z','Ana','configuracao.mudada',NULL,'configuracao',0,'{"mudancas":[{"antes":"A","chave":"escritorio.nome","depois":"B"}],"o_que":"faturista.toml"}','b6fe43a6d6e4de0cfbde2c217bdfd12c64aca2e5da1cd5a655683ba851a5bd87','71a5a5552e2e2a21c4d767d36a12c74bddcd21730f23b0ba55687abe37230697');
INSERT INTO "event" VALUES(104,'2026-11-03T09:00:00.000Z','Ana','membro.criado',NULL,'membro',1,'{"clinica":"","nome":"Rita","papel":"operador"}','71a5a5552e2e2a21c4d767d36a12c74bddcd21730f23b0ba55687abe37230697','70451f2d4a0e1d43f06a44a9cfac63b69eda307ecb4eef9928bb108f8731a604');
INSERT INTO "event" VALUES(105,'2026-11-03T09:00:00.000Z','Rita','membro.senha',NULL,'membro',1,'{}','70451f2d4a0e1d43f06a44a9cfac63b69eda307ecb4eef9928bb108f8731a604','6cb1974a91e0e2fbdac234302e4343f65ba956e20ba1f4fc37b3d7e079050c05');
INSERT INTO "event" VALUES(106,'2026-11-03T09:00:00.000Z','Ana','membro.mudado',NULL,'membro',1,'{"ativo":0,"clinica":"","papel":"operador"}','6cb1974a91e0e2fbdac234302e4343f65ba956e20ba1f4fc37b3d7e079050c05','2aa6cb1c4d1c7075a826d249a90dc809e65bd40b4915fb4d89c8b28059ab4d7f');
INSERT INTO "event" VALUES(107,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',1,'{"clinica":"sorriso","portal":"ipasem"}','2aa6cb1c4d1c7075a826d249a90dc809e65bd40b4915fb4d89c8b28059ab4d7f','866d927ad5241371eb28289aac5159acc3df173e6708d056d25c498eb143f120');
INSERT INTO "event" VALUES(108,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',1,'{"owner":"máquina:1"}','866d927ad5241371eb28289aac5159acc3df173e6708d056d25c498eb143f120','0fe934151f97bbc82d8987a8dbfdf70d0e951246779b37c134cd5be300e3e933');
INSERT INTO "event" VALUES(109,'2026-11-03T09:00:00.000Z','Rita','vista.assumida',NULL,'vista',1,'{"vez":1}','0fe934151f97bbc82d8987a8dbfdf70d0e951246779b37c134cd5be300e3e933','62db4e835c152201d6e29a8d93f2afae761842a7bf87cc919d2ec259bd43a2d6');
INSERT INTO "event" VALUES(110,'2026-11-03T09:00:00.000Z','Rita','vista.clique',NULL,'vista',1,'{"x":1,"y":2}','62db4e835c152201d6e29a8d93f2afae761842a7bf87cc919d2ec259bd43a2d6','c4ca8129bdafc7ebf4bd0801836f0bac7b582b57a617af54646ea5b397369b5b');
INSERT INTO "event" VALUES(111,'2026-11-03T09:00:00.000Z','Rita','vista.largada',NULL,'vista',1,'{"vez":1}','c4ca8129bdafc7ebf4bd0801836f0bac7b582b57a617af54646ea5b397369b5b','96be1383f57e36505152b8acbe8445d9f1d0a5dbf334a8ae5d8770f1070f09c6');
INSERT INTO "event" VALUES(112,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',1,'{"entrou":true}','96be1383f57e36505152b8acbe8445d9f1d0a5dbf334a8ae5d8770f1070f09c6','2c8078e628d6b06820241966e6b75d4d5d00d1c8ede8d195f079de13ca375e25');
INSERT INTO "event" VALUES(113,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',2,'{"clinica":"sorriso","portal":"cassind"}','2c8078e628d6b06820241966e6b75d4d5d00d1c8ede8d195f079de13ca375e25','219ed0fd32f053acf8fc5cb7170450bf7dc618b338956f8cb15eb1710ccaf9d6');
INSERT INTO "event" VALUES(114,'2026-11-03T09:00:00.000Z','Rita','vista.encerrada',NULL,'vista',2,'{"entrou":false}','219ed0fd32f053acf8fc5cb7170450bf7dc618b338956f8cb15eb1710ccaf9d6','cbe3c908e5722096f426903cb08169bba03095f34cee2e4fa24732ff06e7f1ed');
INSERT INTO "event" VALUES(115,'2026-11-03T09:00:00.000Z','Rita','vista.pedida',NULL,'vista',3,'{"clinica":"sorriso","portal":"cassind"}','cbe3c908e5722096f426903cb08169bba03095f34cee2e4fa24732ff06e7f1ed','35ba793b341b1881762581092394978be4824dcbb8a9e0de4d3e875bb1b49886');
INSERT INTO "event" VALUES(116,'2026-11-03T09:00:00.000Z','faturista','vista.aberta',NULL,'vista',3,'{"owner":"máquina:1"}','35ba793b341b1881762581092394978be4824dcbb8a9e0de4d3e875bb1b49886','373fa4b11fa160ff21a65df46dd43390ccf64af00204c19515792c21b1c632a7');
INSERT INTO "event" VALUES(117,'2026-11-03T09:00:00.000Z','faturista','vista.encerrada',NULL,'vista',3,'{"entrou":false}','373fa4b11fa160ff21a65df46dd43390ccf64af00204c19515792c21b1c632a7','9318e9d344367b0ae612e83a446a095a9214d20b84bbb79169c7fe5ce2b2c14e');
INSERT INTO "event" VALUES(118,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','9318e9d344367b0ae612e83a446a095a9214d20b84bbb79169c7fe5ce2b2c14e','02d813f5f6579fed98f8cac43a9a688e649266fd8be53f73ecb805a9721d6e69');
INSERT INTO "event" VALUES(119,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',3,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[10,"da8f16384dae0908"]],"sha256":""}','02d813f5f6579fed98f8cac43a9a688e649266fd8be53f73ecb805a9721d6e69','b39224edfca87169f51a9a46e9c879fa54b4828f4b04c140df65fb0f11e306ad');
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
CREATE INDEX linha_retorno_item on linha_retorno (numero_autorizacao, codigo_procedimento, data);
CREATE INDEX event_configuracao on event (seq) where entity = 'configuracao';
CREATE INDEX snapshot_row_lote on snapshot_row (lote) where lote <> '';
CREATE UNIQUE INDEX vista_once on vista (clinica, portal) where state <> 'encerrada';
CREATE INDEX vista_ended_at on vista (ended_at);
CREATE VIEW inv_problem_without_term as
select id, 1 as found from problem where state = 'open' and due_at is null;
CREATE INDEX problem_kept on problem (mes_id, kind, state);
COMMIT;
