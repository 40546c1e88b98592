BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'faturista','0001_ledger','2026-11-22 17:18:12.146799+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'faturista','0002_views','2026-11-22 17:18:12.181691+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'faturista','0003_guards','2026-11-22 17:18:12.206221+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'faturista','0005_turns','2026-11-22 17:18:12.231466+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'faturista','0007_corrections','2026-11-22 17:18:12.254723+00:00');
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
INSERT INTO "attempt" VALUES(11,10,8,1,'confirmed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z','m8','',1,'');
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
INSERT INTO "batch" VALUES(1,'717dfce9d4a64c9c834a365cacbc6ab0','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(2,'6ceed4019fbe4527b981518d257e03c0','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(3,'20852eced59049eeb59b78e533273305','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(4,'7729d6aa71f347b89c53141ae03a48de','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(5,'80759f4819ea4f8c87e6cb26c6c77a7f','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(6,'12adb33c5c1d4e1b8ac7629bcac572c0','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(7,'eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(8,'6998595b2a1e4ca192670cba4899b8bd','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(9,'d4b2c63902f34e298b73005e6d1ebe98','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(10,'86831ff44481472e8995a097f28b77c8','adoption',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(11,'7fcb4c0c9a774308b6568137ba009511','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(12,'7ed8d3c68c564e508d9313df40794847','launch',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(13,'e6e8ebac99f749a9b2a44845b92e2505','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
INSERT INTO "batch" VALUES(14,'10cfcd6614f44b94ad9368389a4a4117','removal',1,'ipasem','acesso-1',1,'closed','2026-11-03T09:00:00.000Z','2026-11-03T09:00:00.000Z');
CREATE TABLE demonstrativo (
  id integer primary key,
  mes_id integer not null references mes (id),
  imported_at text not null,
  informado integer not null,
  liberado integer not null,
  glosa integer not null,
  constraint demonstrativo_balances check (informado = liberado + glosa)
) strict;
INSERT INTO "demonstrativo" VALUES(1,1,'2026-11-03T09:00:00.000Z',6500,6000,500);
INSERT INTO "demonstrativo" VALUES(2,1,'2026-11-03T09:00:00.000Z',6500,5900,600);
CREATE TABLE demonstrativo_evidence (
  demonstrativo_id integer not null references demonstrativo (id),
  evidence_id integer not null references evidence (id),
  constraint demonstrativo_evidence_once primary key (demonstrativo_id, evidence_id)
) strict;
INSERT INTO "demonstrativo_evidence" VALUES(1,4);
INSERT INTO "demonstrativo_evidence" VALUES(2,5);
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
INSERT INTO "event" VALUES(6,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',1,'{"entries":[1],"journal":"717dfce9d4a64c9c834a365cacbc6ab0"}','5b669f8de44dcefa7dfebeb11bc6201932db09bbd2ad334db910267cf87ab976','94da356f7a9d64cf6f037692ab3bce24dcbeddcfadcfe527fd830a5ea15a0bfb');
INSERT INTO "event" VALUES(7,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',1,'{"movimento":"m1","postings":"fc1fad2b9ed9545e6bed89baf08ee88ed4c6fcd9c8efd36b0872fa5059f6340f","protocolo":"","valor":6500}','94da356f7a9d64cf6f037692ab3bce24dcbeddcfadcfe527fd830a5ea15a0bfb','b9b77740dd8afaf31071f8ff35530e0a8d76d2cda89761c4311faaeabd53f7e2');
INSERT INTO "event" VALUES(8,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',1,'{"incertas":[],"text":"Movimento gravado com sucesso"}','b9b77740dd8afaf31071f8ff35530e0a8d76d2cda89761c4311faaeabd53f7e2','0a8a21f055b754a9ea81c7ae72448d47b6770083012ffa5757566c64334c390c');
INSERT INTO "event" VALUES(9,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',2,'{"entries":[2,3],"journal":"6ceed4019fbe4527b981518d257e03c0"}','0a8a21f055b754a9ea81c7ae72448d47b6770083012ffa5757566c64334c390c','994f355e16115efd45dbfed8c7fef9c156acab046966e923c110c47ba62c1fba');
INSERT INTO "event" VALUES(10,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',2,'{"movimento":"m2","postings":"69ae4dfceb4080cee28d5eb476c425e719587522b018b3ad37f5775ba0527b1c","protocolo":"","valor":6500}','994f355e16115efd45dbfed8c7fef9c156acab046966e923c110c47ba62c1fba','a8126f9e7c757c0cb16ca8115f529e221a9e46f37f042874f63bf36a743a1b64');
INSERT INTO "event" VALUES(11,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',2,'{"incertas":[3],"text":"Movimento gravado com sucesso"}','a8126f9e7c757c0cb16ca8115f529e221a9e46f37f042874f63bf36a743a1b64','e05c3c02cf9fc3f03c3bb47305750e08c49c379da4c1096bc33ede079be0516b');
INSERT INTO "event" VALUES(12,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',3,'{"entries":[4],"journal":"20852eced59049eeb59b78e533273305"}','e05c3c02cf9fc3f03c3bb47305750e08c49c379da4c1096bc33ede079be0516b','0bf6eeff7a541b6f8411c32c156d976d313061a9715244526002745d45b530ca');
INSERT INTO "event" VALUES(13,'2026-11-03T09:00:00.000Z','faturista','attempt.uncertain',1,'batch',3,'{"entries":[4],"why":"sem resposta sobre •••"}','0bf6eeff7a541b6f8411c32c156d976d313061a9715244526002745d45b530ca','396aabcee66f06f6b4e5e9e53f25056a1ff8dfa70de497dfce4e4facca724694');
INSERT INTO "event" VALUES(14,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',4,'{"entries":[6],"journal":"7729d6aa71f347b89c53141ae03a48de"}','396aabcee66f06f6b4e5e9e53f25056a1ff8dfa70de497dfce4e4facca724694','76a19f9969ca8dfd5eda60de0b55d2f0646c5dcfc1ab94da6330e61d7b1a0eb1');
INSERT INTO "event" VALUES(15,'2026-11-03T09:00:00.000Z','faturista','attempt.released',1,'batch',4,'{"entries":[6],"why":"a tela não abriu"}','76a19f9969ca8dfd5eda60de0b55d2f0646c5dcfc1ab94da6330e61d7b1a0eb1','e1bb6eb8d3a25feb1cd37a267352f6d541f2585dc2a8673df0ad9221007718be');
INSERT INTO "event" VALUES(16,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',5,'{"entries":[7],"journal":"80759f4819ea4f8c87e6cb26c6c77a7f"}','e1bb6eb8d3a25feb1cd37a267352f6d541f2585dc2a8673df0ad9221007718be','6f9ebbb05f5b718b9e7b812e64b28de2298fe1e384b6f2119976db6820fc4362');
INSERT INTO "event" VALUES(17,'2026-11-03T09:00:00.000Z','faturista','lancamento.recusada',1,'lancamento',7,'{"batch":5,"why":"••• não tem direito"}','6f9ebbb05f5b718b9e7b812e64b28de2298fe1e384b6f2119976db6820fc4362','cf3387442fe05671b0299038234851c3481f48748ecc4a5ab8062bb7f144f32c');
INSERT INTO "event" VALUES(18,'2026-11-03T09:00:00.000Z','faturista','attempt.rejected',1,'batch',5,'{}','cf3387442fe05671b0299038234851c3481f48748ecc4a5ab8062bb7f144f32c','4ddcfdf390ae3d1e9b2e5e595957c143751f3ed93cf192a439fa1aff0540ed77');
INSERT INTO "event" VALUES(19,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',6,'{"entries":[5],"journal":"12adb33c5c1d4e1b8ac7629bcac572c0"}','4ddcfdf390ae3d1e9b2e5e595957c143751f3ed93cf192a439fa1aff0540ed77','36a9cdee13b04049f66130fcffa6f1a152991c7ef284fa4aac2910758cf75cf1');
INSERT INTO "event" VALUES(20,'2026-11-03T09:00:00.000Z','faturista','attempt.recovered',1,'batch',6,'{"entries":[5]}','36a9cdee13b04049f66130fcffa6f1a152991c7ef284fa4aac2910758cf75cf1','586ad8746eab0b5649f0ac5169262c7dbfcd0208a5526e1d3c01fb8dfdcff7b4');
INSERT INTO "event" VALUES(21,'2026-11-03T09:00:00.000Z','faturista','attempt.restored',1,'batch',7,'{"entries":[5],"journal":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"}','586ad8746eab0b5649f0ac5169262c7dbfcd0208a5526e1d3c01fb8dfdcff7b4','2ee89eef34d76525dae03e967746f11e7a7997471fd838aa73415a8f1be70d50');
INSERT INTO "event" VALUES(22,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',3,'{"movimento":"m3","postings":"12a88d7273c2d614d69746f36f415f5532de332171746caf3c32f6e5d0132421","protocolo":"","valor":6500}','2ee89eef34d76525dae03e967746f11e7a7997471fd838aa73415a8f1be70d50','926e1dc54ee18dd69599bd295fedf100cf26afe45de171d9d464c0c06ff4355c');
INSERT INTO "event" VALUES(23,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',4,'{"snapshot":1,"state":"pendente"}','926e1dc54ee18dd69599bd295fedf100cf26afe45de171d9d464c0c06ff4355c','0635dc445e2e9f9a9eb755e1f2622187724b18584d436fa85b44d5572c36c0cd');
INSERT INTO "event" VALUES(24,'2026-11-03T09:00:00.000Z','faturista','lancamento.ausente',1,'lancamento',5,'{"snapshot":1,"state":"pendente"}','0635dc445e2e9f9a9eb755e1f2622187724b18584d436fa85b44d5572c36c0cd','c481b97783b6c354d111b612eed746be609c00153488155b579248cae44ffdf4');
INSERT INTO "event" VALUES(25,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',6,'{"movimento":"m6","postings":"801d6a0f98b9fc4493017411a41678812950ea750a6e98d385dedd40405f13af","protocolo":"","valor":6500}','c481b97783b6c354d111b612eed746be609c00153488155b579248cae44ffdf4','0372041dd64f81ab47ae7d23b4a8543947224a130c4439143cfe00bc1d0e45d3');
INSERT INTO "event" VALUES(26,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',7,'{"movimento":"m7","postings":"39f767a239419520870baf83c74f6384bc217a6135ce8d1226bf617b4185b906","protocolo":"","valor":6500}','0372041dd64f81ab47ae7d23b4a8543947224a130c4439143cfe00bc1d0e45d3','1b0933d2cc9831653b378c5c1847fc7ebeed997daba13162028c05faa3d95ae8');
INSERT INTO "event" VALUES(27,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',8,'{"movimento":"m8","postings":"986c274f84d742241c06f8e8d693e145c87e8fcd92838a5dc7301c517a442899","protocolo":"","valor":6500}','1b0933d2cc9831653b378c5c1847fc7ebeed997daba13162028c05faa3d95ae8','70b7ae275a2c96f597eed1844d7eea8262377eca76f6611c2c08b3dec35af8d9');
INSERT INTO "event" VALUES(28,'2026-11-03T09:00:00.000Z','faturista','problem.open',1,'problem',1,'{"entry":null,"kind":"linha_alheia","line":null,"ref":"m77","text":"movimento m77: está no portal e não foi lançado pelo faturista (leitura 1)"}','70b7ae275a2c96f597eed1844d7eea8262377eca76f6611c2c08b3dec35af8d9','7ecc3fa328c5bae1a6040943cf7ddc6c5932b16cbd083ed97cd21e31cef1a523');
INSERT INTO "event" VALUES(29,'2026-11-03T09:00:00.000Z','Ana','problem.accepted',NULL,'problem',1,'{"resolution":"lançada pela recepção"}','7ecc3fa328c5bae1a6040943cf7ddc6c5932b16cbd083ed97cd21e31cef1a523','c422e3f86f7e51b53b3f9dfa20d5e1a929b9524ec833928bb09440f945ce8aa3');
INSERT INTO "event" VALUES(30,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',11,'{"entries":[4],"journal":"7fcb4c0c9a774308b6568137ba009511"}','c422e3f86f7e51b53b3f9dfa20d5e1a929b9524ec833928bb09440f945ce8aa3','037419e44701f932c61154e0713cbc28f7f0fe2e625a3651283e5b8a01d3b9c6');
INSERT INTO "event" VALUES(31,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',4,'{"movimento":"m4","postings":"150dc0dc63a849e86be3fe03b35ebc709a3998f2a1099a5800167873df2401cd","protocolo":"","valor":6500}','037419e44701f932c61154e0713cbc28f7f0fe2e625a3651283e5b8a01d3b9c6','2a73cb41ebaeba8f8f441f5b21fdd91eb682ab55c17d138b5da4d001813baddc');
INSERT INTO "event" VALUES(32,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',11,'{"incertas":[],"text":"Movimento gravado com sucesso"}','2a73cb41ebaeba8f8f441f5b21fdd91eb682ab55c17d138b5da4d001813baddc','e4c255c303bb69f83c860cf8400536ff6f16aa3da52f54ea276c31261e3eeeb6');
INSERT INTO "event" VALUES(33,'2026-11-03T09:00:00.000Z','faturista','attempt.intent',1,'batch',12,'{"entries":[5],"journal":"7ed8d3c68c564e508d9313df40794847"}','e4c255c303bb69f83c860cf8400536ff6f16aa3da52f54ea276c31261e3eeeb6','a9e95d3b6923a1aeb06dd321e846ea19191698502922c176abf1e7a20adaa2c4');
INSERT INTO "event" VALUES(34,'2026-11-03T09:00:00.000Z','faturista','lancamento.lancada',1,'lancamento',5,'{"movimento":"m5","postings":"8a4de6d154628c3b854a464eb62d9fd31ed136c42ba55a16ba94b7567cb12f87","protocolo":"","valor":6500}','a9e95d3b6923a1aeb06dd321e846ea19191698502922c176abf1e7a20adaa2c4','6a1f357e1d0a3092e87afaa3e4843892469212a65b409717d4868325f7e6b5eb');
INSERT INTO "event" VALUES(35,'2026-11-03T09:00:00.000Z','faturista','attempt.confirmed',1,'batch',12,'{"incertas":[],"text":"Movimento gravado com sucesso"}','6a1f357e1d0a3092e87afaa3e4843892469212a65b409717d4868325f7e6b5eb','1f37a9c1f0c034d0d55566547d970b8031a0001f9ee0f107d2e5a01f39d1dd42');
INSERT INTO "event" VALUES(36,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',13,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','1f37a9c1f0c034d0d55566547d970b8031a0001f9ee0f107d2e5a01f39d1dd42','d65114bf2d073fee9213ab889bf0a03bbcc778d022fce50cec47d687f16afa69');
INSERT INTO "event" VALUES(37,'2026-11-03T09:00:00.000Z','faturista','removal.uncertain',1,'batch',13,'{}','d65114bf2d073fee9213ab889bf0a03bbcc778d022fce50cec47d687f16afa69','0b99c8bfceb119ecded8b20d7452da98e23f94f0ac55c0571d44e5991bba68ff');
INSERT INTO "event" VALUES(38,'2026-11-03T09:00:00.000Z','faturista','removal.intent',1,'batch',14,'{"codigo_procedimento":"10101012","data":"2026-10-05","dente":"","faces":"","finalizado":1,"movimento":"m88","numero_autorizacao":"000001","why":"a mais"}','0b99c8bfceb119ecded8b20d7452da98e23f94f0ac55c0571d44e5991bba68ff','ac8e3197dd5e8c8857f7ff72fe79123b507ce0f92662adfed3063b165e3b46a0');
INSERT INTO "event" VALUES(39,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',14,'{}','ac8e3197dd5e8c8857f7ff72fe79123b507ce0f92662adfed3063b165e3b46a0','1a74d4640757d1afcd7f36c4ecb903ef52358364f821b3b5298d78265dd0114f');
INSERT INTO "event" VALUES(40,'2026-11-03T09:00:00.000Z','faturista','removal.confirmed',1,'batch',13,'{}','1a74d4640757d1afcd7f36c4ecb903ef52358364f821b3b5298d78265dd0114f','25e45126af5fefc3ab54d5e41e7af5b61eb55841e6226619b341e8a1b3f8741c');
INSERT INTO "event" VALUES(41,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"fechar"}','25e45126af5fefc3ab54d5e41e7af5b61eb55841e6226619b341e8a1b3f8741c','83d8da994226c65d718320e219ef6a6c80881046df6b4360c219cd21362b9746');
INSERT INTO "event" VALUES(42,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','83d8da994226c65d718320e219ef6a6c80881046df6b4360c219cd21362b9746','b57e5de613f5a6f0fbcef6e835d75697bdcbaf2d287c6db8ddc761f5a1879529');
INSERT INTO "event" VALUES(43,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','b57e5de613f5a6f0fbcef6e835d75697bdcbaf2d287c6db8ddc761f5a1879529','8059137c54e096d769529f4b7959a35004005f5024806e93e1388599b7a6cc69');
INSERT INTO "event" VALUES(44,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','8059137c54e096d769529f4b7959a35004005f5024806e93e1388599b7a6cc69','c30c71d3058e95049824c86b523db24268efb9c86b41c54f9a3205059325e459');
INSERT INTO "event" VALUES(45,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":0,"why":"há linhas vermelhas"}','c30c71d3058e95049824c86b523db24268efb9c86b41c54f9a3205059325e459','0be0c5df88149cbe26d79bf0fdc95629fcbfd4d718005cf8ddcdae459ec5c8c4');
INSERT INTO "event" VALUES(46,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','0be0c5df88149cbe26d79bf0fdc95629fcbfd4d718005cf8ddcdae459ec5c8c4','d4c8da40a56556b0db4533fc72cf72ce89a68dfbb9634568033f0dc81b2e2d5d');
INSERT INTO "event" VALUES(47,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":8,"snapshot":null,"text":"Movimento fechado"}','d4c8da40a56556b0db4533fc72cf72ce89a68dfbb9634568033f0dc81b2e2d5d','f2aa786bddffd39044af471813c1115d3c645cd6adbb9fd2b3f982252f803999');
INSERT INTO "event" VALUES(48,'2026-11-03T09:00:00.000Z','Ana','plan.approved',1,'mes',1,'{"hash":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","what":"reabrir"}','f2aa786bddffd39044af471813c1115d3c645cd6adbb9fd2b3f982252f803999','2cf11a11387532e1025d6f1b0f97e33b97e707a867fe77faa852c02b151a23f3');
INSERT INTO "event" VALUES(49,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','2cf11a11387532e1025d6f1b0f97e33b97e707a867fe77faa852c02b151a23f3','f6653a94c0eab69c8e7b5517ef6755370cadba3315e87d1b667a2e87fa90737c');
INSERT INTO "event" VALUES(50,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":0,"why":"sem permissão"}','f6653a94c0eab69c8e7b5517ef6755370cadba3315e87d1b667a2e87fa90737c','5b3b83544ad1cc969f46c4617d20816b6fc6bddc5339191637c127bad5c6ddae');
INSERT INTO "event" VALUES(51,'2026-11-03T09:00:00.000Z','faturista','mes.reabrindo',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','5b3b83544ad1cc969f46c4617d20816b6fc6bddc5339191637c127bad5c6ddae','60baa6f152d0d2c14aa17863b073969f819263ca834bbae859ebaf52438a31cd');
INSERT INTO "event" VALUES(52,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',1,'mes',1,'{"entries":8,"snapshot":null,"text":"Movimento reaberto"}','60baa6f152d0d2c14aa17863b073969f819263ca834bbae859ebaf52438a31cd','3970d136d6d01c38b8a83c37c78493c83aaeddfa3944e178d4fbc0c7144ed050');
INSERT INTO "event" VALUES(53,'2026-11-03T09:00:00.000Z','faturista','mes.fechando',1,'mes',1,'{"approval":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}','3970d136d6d01c38b8a83c37c78493c83aaeddfa3944e178d4fbc0c7144ed050','4c6a0e1f4ae07eadc7d1a7ba129abef4b6a58e431eaa8d206891fd01bdd9baa1');
INSERT INTO "event" VALUES(54,'2026-11-03T09:00:00.000Z','faturista','mes.fechada',1,'mes',1,'{"entries":8,"snapshot":null,"text":"Movimento fechado"}','4c6a0e1f4ae07eadc7d1a7ba129abef4b6a58e431eaa8d206891fd01bdd9baa1','3787d4636674601785ab6746af3347a03579bc73087837288fd149717f996151');
INSERT INTO "event" VALUES(55,'2026-11-03T09:00:00.000Z','faturista','mes.conciliada',1,'mes',1,'{"entries":0}','3787d4636674601785ab6746af3347a03579bc73087837288fd149717f996151','ebf0b717282fa39fc259e415c9fc2858fb18697ccdb37df04291f4179f10ea77');
INSERT INTO "event" VALUES(56,'2026-11-03T09:00:00.000Z','Ana','mes.auditada',1,'mes',1,'{"anchor":"ebf0b717282fa39fc259e415c9fc2858fb18697ccdb37df04291f4179f10ea77"}','ebf0b717282fa39fc259e415c9fc2858fb18697ccdb37df04291f4179f10ea77','e80745195af9a22d362e65f4c17519a60343e3ccd631c891ac3135c217a4d7c8');
INSERT INTO "event" VALUES(57,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',1,'{"known":0,"lines":"4549acb3174df32b","new":1,"withdrawn":0}','e80745195af9a22d362e65f4c17519a60343e3ccd631c891ac3135c217a4d7c8','d025ed2d95b7f97b4d298137bc50c44a66a58ddb24020289e5899cea97a37c59');
INSERT INTO "event" VALUES(58,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"2d8e7689be260001b85f53e7eba4475a24afea2c4e8d61cd92c2440da26cbe04","state":"quitada","ties":[[1,2,6500,6000,500]]}','d025ed2d95b7f97b4d298137bc50c44a66a58ddb24020289e5899cea97a37c59','52ce2c05f48c9fb4b9170d658ccf719afd21e70358f838dd633f2e7d98431c55');
INSERT INTO "event" VALUES(59,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1,"matches":1}','52ce2c05f48c9fb4b9170d658ccf719afd21e70358f838dd633f2e7d98431c55','8244af1e7ebfad68cfac4d3dc9e1a6825e44d56a25126661441cdf501638a609');
INSERT INTO "event" VALUES(60,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":0,"postings":"45ac1456ba3c18d193164d7e265ca1a1a710c618ec64c21fdfbb4184139170ad","state":"fechada","ties":[]}','8244af1e7ebfad68cfac4d3dc9e1a6825e44d56a25126661441cdf501638a609','63e9a6b7939d34c19f88076422691042ae7e99aaafc6f2cf2362e35701943569');
INSERT INTO "event" VALUES(61,'2026-11-03T09:00:00.000Z','faturista','retorno.lido',1,'demonstrativo',2,'{"known":0,"lines":"8874708843af32cf","new":1,"withdrawn":1}','63e9a6b7939d34c19f88076422691042ae7e99aaafc6f2cf2362e35701943569','0965b2817c11d11984e81351cc9d9df6e9df913c6d8d18b5fde1222e511cb5dd');
INSERT INTO "event" VALUES(62,'2026-11-03T09:00:00.000Z','faturista','lancamento.retorno',1,'lancamento',1,'{"links":1,"postings":"3866c0515961d745e0840fa51eb6e098e007331a3ac9d6ac414b7c3cc23b93e4","state":"quitada","ties":[[2,2,6500,5900,600]]}','0965b2817c11d11984e81351cc9d9df6e9df913c6d8d18b5fde1222e511cb5dd','5ab0c04b2b7639db58f5a36b3d1073826c8bcb73abf597f7339a8c24c53d3867');
INSERT INTO "event" VALUES(63,'2026-11-03T09:00:00.000Z','faturista','retorno.conciliado',1,'mes',1,'{"entries":1,"matches":1}','5ab0c04b2b7639db58f5a36b3d1073826c8bcb73abf597f7339a8c24c53d3867','82978007daf6010560e5c9335a5f84946c8a08cfbdb1a3f9ae9a1a9b678a67a2');
INSERT INTO "event" VALUES(64,'2026-11-03T09:00:00.000Z','faturista','pessoa.apagada',1,'mes',1,'{"count":8}','82978007daf6010560e5c9335a5f84946c8a08cfbdb1a3f9ae9a1a9b678a67a2','440211f5a9fde0f2a9ee38386e9e69d9259274bdac3aa1975854f6d4e89884a1');
INSERT INTO "event" VALUES(65,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',1,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','440211f5a9fde0f2a9ee38386e9e69d9259274bdac3aa1975854f6d4e89884a1','f735cd35107985f53c826fcc9b62c1cf6d63dca6760674df0fbf7be842ccd0ce');
INSERT INTO "event" VALUES(66,'2026-11-03T09:00:00.000Z','Ana','waiting.answered',NULL,'waiting',1,'{"answer":"feito"}','f735cd35107985f53c826fcc9b62c1cf6d63dca6760674df0fbf7be842ccd0ce','bed58be669a3d9ed2fa686d028494e69f462e71c53946fc789a1f8a41e6903b0');
INSERT INTO "event" VALUES(67,'2026-11-03T09:00:00.000Z','faturista','waiting.open',NULL,'waiting',2,'{"clinica":"sorriso","competencia":"","kind":"entrar","portal":"ipasem","ref":"","step":"","subject":""}','bed58be669a3d9ed2fa686d028494e69f462e71c53946fc789a1f8a41e6903b0','07ea4d0c7a3efdaa10a3284ab7e10c49e40cb3195d0117a4c8921e285d0df50c');
INSERT INTO "event" VALUES(68,'2026-11-03T09:00:00.000Z','faturista','waiting.over',NULL,'waiting',2,'{"why":"a sessão voltou"}','07ea4d0c7a3efdaa10a3284ab7e10c49e40cb3195d0117a4c8921e285d0df50c','3871986dfc46540d6fba115e8d9f776fce6454da7eda6d1485c98b66ab3727cf');
INSERT INTO "event" VALUES(69,'2026-11-03T09:00:00.000Z','faturista','mes.aberta',2,'mes',2,'{"clinica":"sorriso","competencia":"2026-11","portal":"ipasem"}','3871986dfc46540d6fba115e8d9f776fce6454da7eda6d1485c98b66ab3727cf','476425804318079eae58cb2daa150960160b4aa900c7b3a412515a311a7d0193');
INSERT INTO "event" VALUES(70,'2026-11-03T09:00:00.000Z','faturista','planilha.lida',2,'reading',2,'{"canceladas":[],"changed":0,"gone":0,"new":1,"pendentes":[[9,"da8f16384dae0908"]],"sha256":""}','476425804318079eae58cb2daa150960160b4aa900c7b3a412515a311a7d0193','9b638802cdbaf85d116ebd1464d3724feb8030c0d68f85d2ac9d2df5f73a703b');
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
INSERT INTO "evidence" VALUES(4,'1a9b124899c84ded2d2f6ea08c8c132fa10e16f94447449d7b3d8f5c229c32ed','html','relatório de retorno',278,'2026-11-03T09:00:00.000Z');
INSERT INTO "evidence" VALUES(5,'0977a6d83af2230a8ce51a390f3f394adcc08ae3913215dfbe658e0ee7cc83d5','html','relatório de retorno',278,'2026-11-03T09:00:00.000Z');
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
INSERT INTO "lancamento" VALUES(7,1,'consulta','000007','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',8,'fechada','m7','',6500,'',0);
INSERT INTO "lancamento" VALUES(8,1,'consulta','000008','10101012','','','2026-10-05',1,1,6500,'','','outubro.xlsx','Plan1',9,'fechada','m8','',6500,'',0);
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
CREATE TABLE linha_retorno (
  id integer primary key,
  mes_id integer not null references mes (id),
  demonstrativo_id integer not null references demonstrativo (id),
  linha integer not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  data text not null,
  quantidade integer not null,
  valor_informado integer not null,
  valor_liberado integer not null constraint linha_retorno_liberado check (valor_liberado >= 0),
  valor_glosa integer not null constraint linha_retorno_glosa check (valor_glosa >= 0),
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
CREATE TABLE match (
  id integer primary key,
  lancamento_id integer not null references lancamento (id),
  linha_retorno_id integer not null references linha_retorno (id),
  pass_no integer not null,
  confidence integer not null constraint match_confidence check (confidence between 0 and 100),
  why text not null,
  allocated integer not null,
  liberado integer not null constraint match_liberado check (liberado >= 0),
  glosa integer not null constraint match_glosa check (glosa >= 0),
  state text not null constraint match_state check (state in ('live', 'revoked')),
  at text not null,
  constraint match_balances check (allocated = liberado + glosa)
) strict;
INSERT INTO "match" VALUES(1,1,1,2,100,'mesma chave',6500,6000,500,'revoked','2026-11-03T09:00:00.000Z');
INSERT INTO "match" VALUES(2,1,2,2,100,'mesma chave',6500,5900,600,'live','2026-11-03T09:00:00.000Z');
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
CREATE TABLE pessoa (
  lancamento_id integer not null references lancamento (id),
  beneficiario text not null,
  numero_carteira text not null,
  observacao text not null,
  constraint pessoa_once primary key (lancamento_id)
) strict;
INSERT INTO "pessoa" VALUES(9,'Beltrana Inventada 1','0070001','Observação 1');
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
INSERT INTO "posting" VALUES(17,58,1,'pendente',-6500,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(18,58,1,'liberado',6000,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(19,58,1,'glosado',500,1,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(20,60,1,'pendente',6500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(21,60,1,'liberado',-6000,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(22,60,1,'glosado',-500,NULL,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(23,62,1,'pendente',-6500,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(24,62,1,'liberado',5900,2,'2026-11-03T09:00:00.000Z','2026-10');
INSERT INTO "posting" VALUES(25,62,1,'glosado',600,2,'2026-11-03T09:00:00.000Z','2026-10');
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
CREATE INDEX linha_retorno_mes on linha_retorno (mes_id, withdrawn_at);
CREATE UNIQUE INDEX match_once on match (lancamento_id, linha_retorno_id) where state = 'live';
CREATE INDEX match_linha on match (linha_retorno_id, state);
CREATE INDEX posting_lancamento on posting (lancamento_id, account);
CREATE INDEX posting_txn on posting (txn);
CREATE UNIQUE INDEX problem_once
  on problem (mes_id, kind, ref, coalesce(lancamento_id, 0), coalesce(linha_retorno_id, 0)) where state = 'open';
CREATE INDEX plan_mes on plan (mes_id, id);
CREATE VIEW entry as
select l.id, l.mes_id, m.clinica, m.portal, m.competencia, l.kind, l.numero_autorizacao, l.codigo_procedimento,
  l.data, l.quantidade, l.valor_informado, l.dente, l.faces, l.ocorrencia, p.beneficiario, p.numero_carteira,
  l.codigo_conselho, l.profissional, p.observacao, l.arquivo, l.aba, l.linha, l.state, l.movimento, l.protocolo,
  l.valor_lancado, l.motivo, l.moved
from lancamento l
join mes m on m.id = l.mes_id
left join pessoa p on p.lancamento_id = l.id;
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
CREATE VIEW inv_return_over_allocated as
select r.id, cast(sum(k.allocated) as integer) as found
from linha_retorno r
join match k on k.linha_retorno_id = r.id and k.state = 'live'
group by r.id, r.valor_informado, r.valor_liberado, r.valor_glosa, r.withdrawn_at
having sum(k.allocated) > r.valor_informado or sum(k.liberado) > r.valor_liberado
  or sum(k.glosa) > r.valor_glosa or r.withdrawn_at is not null;
CREATE VIEW inv_returned_has_match as
select l.id, cast(count(k.id) as integer) as found
from lancamento l
left join match k on k.lancamento_id = l.id and k.state = 'live'
group by l.id, l.state
having (l.state in ('retornada', 'quitada')) <> (count(k.id) > 0);
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
CREATE TRIGGER guard_linha_retorno_delete before delete on linha_retorno begin
  select raise(abort, 'linha_retorno: o que foi escrito nunca é apagado');
end;
CREATE TRIGGER guard_match_delete before delete on match begin
  select raise(abort, 'match: o que foi escrito nunca é apagado');
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
COMMIT;
