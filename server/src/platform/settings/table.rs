//! What can be set, in the order in which it is explained.

use super::{Kind, Setting, setting};

/// Every setting there is.
pub const SETTINGS: &[Setting] = &[
    setting(
        "listen",
        "127.0.0.1:4280",
        "The address and port where it listens.",
        Kind::One,
    ),
    setting(
        "database",
        "ratebook.db",
        "The file of SQLite in which everything is kept, or the address of a PostgreSQL such as `postgres://user@host/name`.",
        Kind::One,
    ),
    setting(
        "pack",
        "",
        "The folders of the packs that are served; without any it is the workbench that comes with the server, with its demo.",
        Kind::Several,
    ),
    setting(
        "demo",
        "",
        "Whether a tenant with demo records is made for each pack: `yes` or `no`; `yes` when no pack is named.",
        Kind::Switch,
    ),
    setting(
        "accept",
        "",
        "What an upgrade of a pack may lose, by name, as `ratebook-server migrate --plan` tells it.",
        Kind::Several,
    ),
    setting(
        "key",
        "",
        "The 32 bytes in Base64 by which secrets are encrypted; needed on PostgreSQL unless there is a `key_file`.",
        Kind::Secret,
    ),
    setting(
        "key_file",
        "",
        "The file with the key; beside a SQLite it is made at the first start, under the name of the database and `.key`.",
        Kind::One,
    ),
    setting(
        "operator_email",
        "",
        "The e-mail of the first operator, made when there is none yet.",
        Kind::One,
    ),
    setting(
        "operator_password",
        "",
        "The password of the first operator.",
        Kind::Secret,
    ),
    setting(
        "base_domain",
        "",
        "The domain of which each tenant has a part, such as `example.com` of `acme.example.com`.",
        Kind::One,
    ),
    setting(
        "cors_origins",
        "",
        "The origins whose pages may ask, such as `https://desk.example.com`; `*` for any; without any only the server's own.",
        Kind::Addresses,
    ),
    setting(
        "hsts_seconds",
        "0",
        "How long browsers reach it over TLS alone once they have; 0 does not tell them so. Its subdomains are meant as well.",
        Kind::One,
    ),
    setting(
        "proxies",
        "",
        "The addresses of proxies before it, or ranges such as `10.0.0.0/8`: they are believed when `X-Forwarded-For` says for whom they ask.",
        Kind::Addresses,
    ),
    setting(
        "webhooks_to",
        "",
        "The addresses of your own network to which webhooks may be sent, or ranges such as `10.0.0.0/8`; without TLS they go there alone.",
        Kind::Addresses,
    ),
    setting(
        "metrics",
        "",
        "The address and port where Prometheus reads figures at `/metrics`; keep it from the outside. Without it there are none.",
        Kind::One,
    ),
    setting(
        "otlp",
        "",
        "The address of a collector of OpenTelemetry such as `http://127.0.0.1:4318`, which is told what happens during requests.",
        Kind::One,
    ),
    setting(
        "otlp_percent",
        "100",
        "Of how many of a hundred requests; those that are part of somebody else's trace go by what that says.",
        Kind::One,
    ),
    setting(
        "log",
        "errors",
        "What is written to the log: `errors`, or `answers` as well, a line for each with its route, status and who asked, by ids.",
        Kind::One,
    ),
    setting(
        "files",
        "",
        "Where files lie: a folder, or a bucket such as `s3://bucket/prefix?endpoint=https://s3.example.com&region=eu-west-1`; usually \
         beside a SQLite, under the name of the database and `.files`; on PostgreSQL nothing is uploaded without it.",
        Kind::One,
    ),
    setting(
        "files_key_id",
        "",
        "The id of the key by which the bucket is reached; without one it is asked for of the machine.",
        Kind::One,
    ),
    setting("files_secret", "", "That key.", Kind::Secret),
    setting("file_limit_mb", "25", "How many MiB a file has at most.", Kind::One),
    setting(
        "files_per_tenant_gb",
        "10",
        "How many GiB all files of a tenant have at most.",
        Kind::One,
    ),
    setting(
        "clamd",
        "",
        "The scanner of viruses that every file has to pass: `tcp://host:port` or `unix:///path`, asked as clamd is.",
        Kind::One,
    ),
    setting(
        "backup_to",
        "",
        "The folder in which backups are kept, on another disk than the database; without it none are made by themselves.",
        Kind::One,
    ),
    setting(
        "backup_key",
        "",
        "The 32 bytes in Base64 by which backups are encrypted, as `ratebook-server backup --new-key` makes them; keep them elsewhere.",
        Kind::Secret,
    ),
    setting(
        "backup_at",
        "02:00",
        "The time of the day at which a backup is made.",
        Kind::One,
    ),
    setting(
        "backup_zone",
        "UTC",
        "The zone of that time, such as `Europe/Berlin`.",
        Kind::One,
    ),
    setting(
        "backup_keep_days",
        "30",
        "For how many days backups are kept.",
        Kind::One,
    ),
    setting(
        "smtp",
        "",
        "The server that sends letters, such as `smtps://user:password@mail.example.com` or `smtp://…:587?tls=required`; without it they wait.",
        Kind::Secret,
    ),
    setting(
        "mail_from",
        "",
        "In whose name letters are sent, such as `Ratebook <desk@example.com>`; given together with `smtp`.",
        Kind::One,
    ),
    setting(
        "public_url",
        "",
        "The address by which people reach it, which stands in letters, such as `https://hire.example.com`; else that of `base_domain`.",
        Kind::One,
    ),
    setting(
        "sign_in_links",
        "yes",
        "Whether people may sign in by a link that is sent to their e-mail: `yes` or `no`.",
        Kind::Switch,
    ),
    setting(
        "limits",
        "memory",
        "Where requests are counted: `memory`; `database` or `redis`, for several servers that count together; `off` counts none, and blocks all \
         the same.",
        Kind::One,
    ),
    setting(
        "redis",
        "",
        "The Redis by which they count together, such as `redis://:password@host:6379/0`, or `rediss://…` by TLS: a database of it for each \
         installation.",
        Kind::Secret,
    ),
    setting(
        "address_requests",
        "1000",
        "How many requests a minute an address has where nobody has to be signed in.",
        Kind::One,
    ),
    setting(
        "sign_in_requests",
        "20",
        "How many requests a minute an address has to sign in, in all.",
        Kind::One,
    ),
    setting(
        "account_requests",
        "1200",
        "How many requests a minute an account has, and each API key.",
        Kind::One,
    ),
    setting(
        "tenant_requests",
        "12000",
        "How many requests a minute a tenant has, all of its accounts and keys together.",
        Kind::One,
    ),
    setting(
        "blocked",
        "",
        "The addresses that are not let in, or ranges such as `203.0.113.0/24`.",
        Kind::Addresses,
    ),
    setting(
        "trusted",
        "",
        "The addresses that are let in though they are blocked, or ranges of them.",
        Kind::Addresses,
    ),
    setting(
        "at_once",
        "",
        "How many requests are answered at once, one tenant's half of them; eight for each processor and each connection to the database when \
         nobody says.",
        Kind::One,
    ),
    setting(
        "answer_seconds",
        "30",
        "How long an answer may take before whoever asked is told so; what is sent as it is read may take longer.",
        Kind::One,
    ),
    setting(
        "client_seconds",
        "10",
        "How long a client may keep everybody waiting: for a request to begin, its head to end or its body to come; three times as long to read.",
        Kind::One,
    ),
    setting(
        "read_only",
        "no",
        "Whether nothing is changed for as long as it runs, and jobs wait: `yes` or `no`; reading and signing in go on.",
        Kind::Switch,
    ),
    setting("readers", "8", "How many connections read a SQLite at once.", Kind::One),
    setting(
        "connections",
        "16",
        "How many connections to a PostgreSQL there are at most.",
        Kind::One,
    ),
    setting(
        "answers_kept_hours",
        "24",
        "For how many hours an answer is told again to whoever asks again by the same `Idempotency-Key`.",
        Kind::One,
    ),
];
