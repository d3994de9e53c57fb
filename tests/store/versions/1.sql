PRAGMA application_id = 1668047723;
BEGIN TRANSACTION;
CREATE TABLE claimcheck_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT claimcheck_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "claimcheck_version" VALUES('1');
CREATE TABLE claims (
	row_id INTEGER NOT NULL, 
	first_row INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	supersedes INTEGER, 
	retracted BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	subject_key TEXT NOT NULL, 
	claim_id TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	origin_id TEXT NOT NULL, 
	locator TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	measure TEXT NOT NULL, 
	place TEXT NOT NULL, 
	scope TEXT NOT NULL, 
	method TEXT NOT NULL, 
	as_of TEXT NOT NULL, 
	figure TEXT NOT NULL, 
	lower DOUBLE, 
	upper DOUBLE, 
	best DOUBLE, 
	unit TEXT NOT NULL, 
	stance TEXT NOT NULL, 
	disputes TEXT NOT NULL, 
	note TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (row_id), 
	FOREIGN KEY(revision) REFERENCES revisions (revision), 
	UNIQUE (supersedes), 
	FOREIGN KEY(supersedes) REFERENCES claims (row_id)
);
INSERT INTO "claims" VALUES(1,1,1,NULL,0,'0a31b7117d3a10203d1541d2f4861be2','the strike','a1','a','','','the strike','count','','','','','500',NULL,NULL,NULL,'people','asserts','','','');
INSERT INTO "claims" VALUES(2,2,1,NULL,0,'4f2c8138b0195629e1a7fab6574749f7','the strike','b1','b','','','the strike','count','','','','','about 300',NULL,NULL,NULL,'people','asserts','','','');
INSERT INTO "claims" VALUES(3,1,2,1,0,'e7c64761f1295acfa8787d1fe9b91f62','the strike','a1','a','','','the strike','count','','','','','550',NULL,NULL,NULL,'people','asserts','','','');
CREATE TABLE revisions (
	revision INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	action TEXT NOT NULL, 
	PRIMARY KEY (revision)
);
INSERT INTO "revisions" VALUES(1,'2026-01-05T09:00:00.000000+00:00','Day','morning round','add');
INSERT INTO "revisions" VALUES(2,'2026-01-06T09:00:00.000000+00:00','Night','misread','add');
CREATE TABLE sources (
	row_id INTEGER NOT NULL, 
	first_row INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	supersedes INTEGER, 
	retracted BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	source_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	publisher TEXT NOT NULL, 
	author TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	published TEXT NOT NULL, 
	url TEXT NOT NULL, 
	derived_from TEXT NOT NULL, 
	interest TEXT NOT NULL, 
	note TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (row_id), 
	FOREIGN KEY(revision) REFERENCES revisions (revision), 
	UNIQUE (supersedes), 
	FOREIGN KEY(supersedes) REFERENCES sources (row_id)
);
INSERT INTO "sources" VALUES(1,1,1,NULL,0,'4bc99a38b50a16ea18970a9803aef9c7','a','','','','','','','','','','');
INSERT INTO "sources" VALUES(2,2,1,NULL,0,'1cbe5d2693ff080eec7d106ff11fedfd','b','','','','','','','','','','');
CREATE TABLE totals (
	row_id INTEGER NOT NULL, 
	first_row INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	supersedes INTEGER, 
	retracted BOOLEAN NOT NULL, 
	content TEXT NOT NULL, 
	total_id TEXT NOT NULL, 
	whole TEXT NOT NULL, 
	part TEXT NOT NULL, 
	complete TEXT NOT NULL, 
	note TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (row_id), 
	FOREIGN KEY(revision) REFERENCES revisions (revision), 
	UNIQUE (supersedes), 
	FOREIGN KEY(supersedes) REFERENCES totals (row_id)
);
INSERT INTO "totals" VALUES(1,1,1,NULL,0,'cac6f61277a37097e5750fa48a209df9','t','a1','b1','no','','');
CREATE INDEX sources_by_key ON sources (source_id);
CREATE INDEX claims_by_key ON claims (claim_id);
CREATE INDEX claims_by_subject ON claims (subject_key);
CREATE INDEX claims_by_source ON claims (source_id);
CREATE INDEX claims_by_origin ON claims (origin_id);
CREATE INDEX totals_by_key ON totals (total_id, part);
CREATE INDEX totals_by_whole ON totals (whole);
CREATE INDEX totals_by_part ON totals (part);
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'table revisions is append-only'); END;
CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'table revisions is append-only'); END;
CREATE TRIGGER sources_no_update BEFORE UPDATE ON sources BEGIN SELECT RAISE(ABORT, 'table sources is append-only'); END;
CREATE TRIGGER sources_no_delete BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'table sources is append-only'); END;
CREATE TRIGGER claims_no_update BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'table claims is append-only'); END;
CREATE TRIGGER claims_no_delete BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'table claims is append-only'); END;
CREATE TRIGGER totals_no_update BEFORE UPDATE ON totals BEGIN SELECT RAISE(ABORT, 'table totals is append-only'); END;
CREATE TRIGGER totals_no_delete BEFORE DELETE ON totals BEGIN SELECT RAISE(ABORT, 'table totals is append-only'); END;
COMMIT;
