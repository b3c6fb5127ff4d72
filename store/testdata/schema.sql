CREATE TRIGGER actions_kept BEFORE DELETE ON actions
BEGIN SELECT raise(ABORT, 'the history does not change'); END;

CREATE TRIGGER actions_stay BEFORE UPDATE ON actions
BEGIN SELECT raise(ABORT, 'the history does not change'); END;

CREATE TRIGGER history_kept BEFORE DELETE ON history
BEGIN SELECT raise(ABORT, 'the history does not change'); END;

CREATE TRIGGER history_stays BEFORE UPDATE ON history
BEGIN SELECT raise(ABORT, 'the history does not change'); END;

CREATE TRIGGER report_files_added BEFORE INSERT ON report_files
WHEN (SELECT state FROM reports WHERE id = new.report_id) <> 'borrador'
BEGIN SELECT raise(ABORT, 'a sent report does not change'); END;

CREATE TRIGGER report_files_kept BEFORE DELETE ON report_files
WHEN (SELECT state FROM reports WHERE id = old.report_id) <> 'borrador'
BEGIN SELECT raise(ABORT, 'a sent report does not change'); END;

CREATE TRIGGER report_files_sealed BEFORE UPDATE ON report_files
WHEN EXISTS (SELECT 1 FROM reports WHERE id IN (old.report_id, new.report_id) AND state <> 'borrador')
BEGIN SELECT raise(ABORT, 'a sent report does not change'); END;

CREATE TRIGGER reports_kept BEFORE DELETE ON reports WHEN old.state <> 'borrador'
BEGIN SELECT raise(ABORT, 'a sent report does not change'); END;

CREATE TRIGGER reports_sealed BEFORE UPDATE ON reports
WHEN old.state = 'recibido' OR old.state = 'enviado' AND NOT (
    new.state = 'recibido' AND new.id = old.id AND new.quarter = old.quarter AND new.version = old.version
    AND new.created_at = old.created_at AND new.sent_on = old.sent_on)
BEGIN SELECT raise(ABORT, 'a sent report does not change'); END;

CREATE TRIGGER review_looks_added BEFORE INSERT ON review_looks
WHEN (SELECT signed_at FROM reviews WHERE id = new.review_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER review_looks_kept BEFORE DELETE ON review_looks
WHEN (SELECT signed_at FROM reviews WHERE id = old.review_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER review_looks_sealed BEFORE UPDATE ON review_looks
WHEN (SELECT max(signed_at) FROM reviews WHERE id IN (old.review_id, new.review_id)) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER review_rows_added BEFORE INSERT ON review_rows
WHEN (SELECT signed_at FROM reviews WHERE id = new.review_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER review_rows_kept BEFORE DELETE ON review_rows
WHEN (SELECT signed_at FROM reviews WHERE id = old.review_id) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER review_rows_sealed BEFORE UPDATE ON review_rows
WHEN (SELECT max(signed_at) FROM reviews WHERE id IN (old.review_id, new.review_id)) IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER reviews_kept BEFORE DELETE ON reviews WHEN old.signed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TRIGGER reviews_sealed BEFORE UPDATE ON reviews WHEN old.signed_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a signed review does not change'); END;

CREATE TABLE account_responsibles (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    person_id  INTEGER NOT NULL REFERENCES people (id),
    position   INTEGER NOT NULL,
    UNIQUE (account_id, position),
    UNIQUE (account_id, person_id)
) STRICT;

CREATE TABLE accounts (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    network      TEXT    NOT NULL CHECK (network IN ('facebook', 'x', 'youtube', 'instagram', 'tiktok', 'otra')),
    network_name TEXT    NOT NULL,
    handle       TEXT    NOT NULL,
    name         TEXT    NOT NULL,
    email        TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    content      TEXT    NOT NULL,
    opened       TEXT    CHECK (date(opened) IS opened),
    closed       TEXT    CHECK (date(closed) IS closed),
    two_step     TEXT    NOT NULL CHECK (two_step IN ('', 'activada', 'desactivada')),
    two_step_on  TEXT    CHECK (date(two_step_on) IS two_step_on),
    badge        TEXT    NOT NULL CHECK (badge IN
        ('', 'verificada', 'en_tramite', 'denegada', 'no_ofrecida', 'sin_solicitar')),
    badge_on     TEXT    CHECK (date(badge_on) IS badge_on),
    archived     INTEGER NOT NULL CHECK (archived IN (0, 1)),
    CHECK (handle <> '' OR name <> ''),
    CHECK (closed >= opened)
) STRICT;

CREATE TABLE actions (
    id     INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,                       -- recorded
    actor  TEXT    NOT NULL,
    what   TEXT    NOT NULL CHECK (what <> ''),    -- Spanish phrase
    kind   TEXT    NOT NULL CHECK (kind IN ('hecho', 'deshacer', 'sello', 'registro')),
    undoes INTEGER REFERENCES actions (id) CHECK ((undoes IS NOT NULL) = (kind = 'deshacer')),
    hash   TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE appointments (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES people (id),
    function  TEXT    NOT NULL CHECK (function IN
        ('titular', 'segundo', 'community_manager', 'equipo', 'revisor', 'pcm', 'agencia')),
    starts    TEXT    NOT NULL CHECK (date(starts) IS starts),
    until     TEXT    CHECK (date(until) IS until AND until >= starts),
    document  TEXT    NOT NULL
) STRICT;

CREATE TABLE campaigns (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT    NOT NULL CHECK (name <> ''),
    paid   INTEGER NOT NULL CHECK (paid IN (0, 1)),
    starts TEXT    NOT NULL CHECK (date(starts) IS starts),
    ends   TEXT    NOT NULL CHECK (date(ends) IS ends AND ends >= starts)
) STRICT;

CREATE TABLE credential_changes (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    credential_id INTEGER NOT NULL REFERENCES credentials (id),
    day           TEXT    NOT NULL CHECK (date(day) IS day),
    person_id     INTEGER NOT NULL REFERENCES people (id),
    mixed         INTEGER NOT NULL CHECK (mixed IN (0, 1)),
    distinct_     INTEGER NOT NULL CHECK (distinct_ IN (0, 1)),
    channel       TEXT    NOT NULL CHECK (channel IN
        ('ninguno', 'correo_institucional', 'en_persona', 'sobre_cerrado', 'gestor_de_contrasenas')),
    note          TEXT    NOT NULL
) STRICT;

CREATE TABLE credentials (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT    NOT NULL CHECK (kind IN ('red', 'correo', 'personal')),
    account_id INTEGER REFERENCES accounts (id) CHECK ((account_id IS NULL) = (kind = 'correo')),
    address    TEXT    NOT NULL COLLATE NOCASE CHECK ((address <> '') = (kind = 'correo')),
    since      TEXT    CHECK (date(since) IS since),
    retired    TEXT    CHECK (date(retired) IS retired)
) STRICT;

CREATE TABLE criteria (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    setting        TEXT    NOT NULL CHECK (setting <> ''),
    value          TEXT    NOT NULL CHECK (json_valid(value)),
    author         TEXT    NOT NULL,
    recorded_at    INTEGER NOT NULL,
    effective_from TEXT    NOT NULL CHECK (date(effective_from) IS effective_from)
) STRICT;

CREATE TABLE custodies (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    credential_id INTEGER NOT NULL REFERENCES credentials (id),
    person_id     INTEGER NOT NULL REFERENCES people (id),
    starts        TEXT    NOT NULL CHECK (date(starts) IS starts),
    until         TEXT    CHECK (date(until) IS until AND until >= starts)
) STRICT;

CREATE TABLE entity (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    name          TEXT NOT NULL CHECK (name <> ''),
    acronym       TEXT NOT NULL,
    sector        TEXT NOT NULL,
    ruc           TEXT NOT NULL,
    unit          TEXT NOT NULL,
    address       TEXT NOT NULL,
    district      TEXT NOT NULL,
    email_domains TEXT NOT NULL CHECK (json_type(email_domains) = 'array'),
    scs_email     TEXT NOT NULL
) STRICT;

CREATE TABLE fakes (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL REFERENCES accounts (id),
    url         TEXT    NOT NULL CHECK (url <> ''),
    seen_on     TEXT    NOT NULL CHECK (date(seen_on) IS seen_on),
    reported_on TEXT    CHECK (date(reported_on) IS reported_on),
    removed_on  TEXT    CHECK (date(removed_on) IS removed_on AND removed_on >= seen_on)
) STRICT;

CREATE TABLE figures (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id      INTEGER NOT NULL REFERENCES accounts (id),
    month           TEXT    NOT NULL CHECK (date(month || '-01') IS month || '-01'),
    followers_start INTEGER CHECK (followers_start >= 0),
    followers_end   INTEGER CHECK (followers_end >= 0),
    UNIQUE (account_id, month)
) STRICT;

CREATE TABLE grants (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL REFERENCES accounts (id),
    person_id   INTEGER NOT NULL REFERENCES people (id),
    role        TEXT    NOT NULL CHECK (role IN ('administrador', 'anunciante', 'otro')),
    starts      TEXT    NOT NULL CHECK (date(starts) IS starts),
    until       TEXT    CHECK (date(until) IS until AND until >= starts), -- day of removal
    campaign_id INTEGER REFERENCES campaigns (id),
    declared    INTEGER NOT NULL CHECK (declared IN (0, 1)),
    note        TEXT    NOT NULL
) STRICT;

CREATE TABLE history (
    seq        INTEGER PRIMARY KEY,
    action_id  INTEGER NOT NULL REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT    NOT NULL,
    row_id     INTEGER NOT NULL,
    happened   TEXT    CHECK (date(happened) IS happened), -- day of the fact
    was        TEXT    CHECK (json_valid(was)),            -- NULL: the row is new
    became     TEXT    CHECK (json_valid(became)),         -- NULL: the row is gone
    hash       TEXT    NOT NULL CHECK (length(hash) = 64),
    CHECK (was IS NOT NULL OR became IS NOT NULL)
) STRICT;

CREATE TABLE holidays (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    day  TEXT NOT NULL UNIQUE CHECK (date(day) IS day),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT;

CREATE TABLE justified_days (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER REFERENCES accounts (id),            -- NULL: every account
    day        TEXT    NOT NULL CHECK (date(day) IS day),
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    author_id  INTEGER NOT NULL REFERENCES people (id)
) STRICT;

CREATE TABLE metrics (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id  INTEGER NOT NULL REFERENCES posts (id),
    metric   TEXT    NOT NULL CHECK (metric IN
        ('alcance', 'impresiones', 'visualizaciones', 'interaccion', 'tiempo_promedio')),
    value    INTEGER CHECK (value >= 0),                    -- NULL: withdrawn, unknown from here on
    source   TEXT    NOT NULL CHECK (source <> ''),
    file     TEXT    CHECK (length(file) = 64),
    taken_at INTEGER NOT NULL
) STRICT;

CREATE TABLE people (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    name     TEXT    NOT NULL CHECK (name <> ''),
    email    TEXT    NOT NULL,
    phone    TEXT    NOT NULL,
    archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;

CREATE TABLE posts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id  INTEGER NOT NULL REFERENCES accounts (id),
    day         TEXT    NOT NULL CHECK (date(day) IS day),
    at          INTEGER,                                    -- NULL: only the day is known
    precision   TEXT    NOT NULL CHECK (precision IN ('exacta', 'anotada', 'archivo', 'estimada', 'dia')),
    kind        TEXT    NOT NULL CHECK (kind IN ('publicacion', 'reel', 'video', 'en_vivo', 'carrusel',
        'cita', 'hilo', 'respuesta', 'republicacion', 'historia')),
    link        TEXT    CHECK (link <> ''),                 -- NULL while pending
    platform_id TEXT    CHECK (platform_id <> ''),
    text        TEXT    NOT NULL,
    origin      TEXT    NOT NULL CHECK (origin IN ('tecla', 'enlace', 'mano', 'top10', 'archivo')),
    removed_at  INTEGER,
    recorded_at INTEGER NOT NULL,
    -- Which metrics have a figure now, one bit each (see store/measured.go).
    -- It follows from the table metrics and saves the board from reading it.
    known       INTEGER NOT NULL DEFAULT 0 CHECK (known BETWEEN 0 AND 31),
    CHECK ((at IS NULL) = (precision = 'dia'))
) STRICT;

CREATE TABLE report_files (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES reports (id),
    format    TEXT    NOT NULL CHECK (format <> ''),
    name      TEXT    NOT NULL CHECK (name <> ''),
    sha256    TEXT    NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    at        INTEGER NOT NULL
) STRICT;

CREATE TABLE reports (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    quarter     TEXT    NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]-T[1-4]'),
    version     INTEGER NOT NULL CHECK (version > 0),
    state       TEXT    NOT NULL CHECK (state IN ('borrador', 'enviado', 'recibido')),
    created_at  INTEGER NOT NULL,
    sent_on     TEXT    CHECK (date(sent_on) IS sent_on),
    received_on TEXT    CHECK (date(received_on) IS received_on AND received_on >= sent_on),
    cargo       TEXT    NOT NULL,
    UNIQUE (quarter, version),
    CHECK ((sent_on IS NOT NULL) = (state <> 'borrador')),
    CHECK ((received_on IS NOT NULL) = (state = 'recibido'))
) STRICT;

CREATE TABLE review_looks (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id  INTEGER NOT NULL REFERENCES reviews (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    UNIQUE (review_id, account_id)
) STRICT;

CREATE TABLE review_rows (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    review_id INTEGER NOT NULL REFERENCES reviews (id),
    grant_id  INTEGER NOT NULL REFERENCES grants (id),
    decision  TEXT    NOT NULL CHECK (decision IN ('', 'mantener', 'retirar', 'no_se')),
    reason    TEXT    NOT NULL,
    UNIQUE (review_id, grant_id)
) STRICT;

CREATE TABLE reviews (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    month       TEXT    NOT NULL CHECK (date(month || '-01') IS month || '-01'),
    reviewer_id INTEGER REFERENCES people (id),
    signed_at   INTEGER CHECK (signed_at IS NULL OR reviewer_id IS NOT NULL AND initials <> ''),
    initials    TEXT    NOT NULL,
    corrects_id INTEGER REFERENCES reviews (id)
) STRICT;

CREATE INDEX account_responsibles_person ON account_responsibles (person_id);

CREATE UNIQUE INDEX accounts_handle ON accounts (network, network_name, handle COLLATE NOCASE)
    WHERE handle <> '' AND closed IS NULL AND archived = 0;

CREATE UNIQUE INDEX actions_undoes ON actions (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX appointments_person ON appointments (person_id);

CREATE INDEX credential_changes_latest ON credential_changes (credential_id, day, id);

CREATE INDEX credential_changes_person ON credential_changes (person_id);

CREATE UNIQUE INDEX credentials_account ON credentials (account_id, kind) WHERE account_id IS NOT NULL AND retired IS NULL;

CREATE UNIQUE INDEX credentials_address ON credentials (address) WHERE kind = 'correo' AND retired IS NULL;

CREATE INDEX custodies_credential ON custodies (credential_id);

CREATE INDEX custodies_person ON custodies (person_id);

CREATE INDEX fakes_account ON fakes (account_id);

CREATE INDEX grants_account ON grants (account_id);

CREATE INDEX grants_campaign ON grants (campaign_id) WHERE campaign_id IS NOT NULL;

CREATE INDEX grants_person ON grants (person_id);

CREATE INDEX grants_until ON grants (until);

CREATE INDEX history_action ON history (action_id);

CREATE INDEX justified_days_account ON justified_days (account_id);

CREATE INDEX justified_days_author ON justified_days (author_id);

CREATE UNIQUE INDEX justified_days_once ON justified_days (day, coalesce(account_id, 0));

CREATE INDEX metrics_latest ON metrics (post_id, metric, taken_at, id, value);

CREATE INDEX posts_account_day ON posts (account_id, day, at, kind, removed_at);

CREATE INDEX posts_day_account ON posts (day, account_id, at, kind, removed_at);

CREATE INDEX posts_known ON posts (account_id, day, known) WHERE known <> 0;

CREATE INDEX posts_known_pending ON posts (account_id, day, known) WHERE known <> 0 AND link IS NULL;

CREATE UNIQUE INDEX posts_link ON posts (account_id, link) WHERE link IS NOT NULL;

CREATE UNIQUE INDEX posts_platform_id ON posts (account_id, platform_id) WHERE platform_id IS NOT NULL;

CREATE INDEX report_files_report ON report_files (report_id);

CREATE INDEX review_looks_account ON review_looks (account_id);

CREATE INDEX review_rows_grant ON review_rows (grant_id);

CREATE UNIQUE INDEX reviews_draft ON reviews (month, coalesce(corrects_id, 0)) WHERE signed_at IS NULL;

CREATE INDEX reviews_month ON reviews (month);

CREATE INDEX reviews_signed ON reviews (signed_at) WHERE signed_at IS NOT NULL;

