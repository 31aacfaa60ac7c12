"""What a backend does without an engine: PostgreSQL, one range column with an exclusion constraint and its GiST index.

The bench starts a server of its own in a temporary folder, asks it over a Unix socket and stops it again. Figures of statements
are with the round trip, prepared, in one transaction, so nothing is waited for on a disk; those of the server alone are of a loop
within it. Nanoseconds per call, as one JSON object.
"""

import contextlib
import json
import os
import pwd
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

ROUNDS = 5
# Changes and questions that are timed together.
CHANGES, QUESTIONS = 1_000, 2_000
TABLE = """
CREATE TABLE taken (booking int PRIMARY KEY, during int8range NOT NULL, EXCLUDE USING gist (during WITH &&));
CREATE FUNCTION count_free(upto int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE asked int8range; free int := 0;
BEGIN
  FOR asked IN SELECT during FROM questions WHERE number < upto LOOP
    IF NOT EXISTS (SELECT FROM taken WHERE during && asked) THEN free := free + 1; END IF;
  END LOOP;
  RETURN free;
END $$;
CREATE TABLE questions (number int PRIMARY KEY, during int8range NOT NULL);
"""
IS_FREE = "SELECT NOT EXISTS (SELECT FROM taken WHERE during && int8range(%s, %s))"
INSERT = "INSERT INTO taken VALUES (%s, int8range(%s, %s))"
DELETE = "DELETE FROM taken WHERE booking = %s"


def program(name):
    """Debian keeps the server's programs beside the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    path = shutil.which(name) or (str(found[-1]) if found else None)
    if path is None:
        raise SystemExit(f"there is no `{name}`; install PostgreSQL")
    return path


@contextlib.contextmanager
def server():
    """A server that hears only a socket in its own folder; its user is `postgres`, since root may not run one."""
    folder = Path(tempfile.mkdtemp(prefix="ratebook-bench-"))
    as_user = []
    if os.geteuid() == 0:
        user = pwd.getpwnam("postgres")
        os.chown(folder, user.pw_uid, user.pw_gid)
        as_user = ["runuser", "-u", "postgres", "--"]
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c shared_buffers=512MB -c max_wal_size=4GB"
    control = [*as_user, program("pg_ctl"), "-D", str(folder / "cluster"), "-s"]
    quiet = {"check": True, "cwd": folder, "stdout": subprocess.DEVNULL}
    try:
        subprocess.run([*as_user, program("initdb"), "-D", str(folder / "cluster"), "-A", "trust", "-U", "bench"], **quiet)
        subprocess.run([*control, "-w", "-l", str(folder / "log"), "-o", options, "start"], **quiet)
        try:
            yield folder
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **quiet)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def timed(run):
    start = time.perf_counter_ns()
    run()
    return time.perf_counter_ns() - start


def each(calls, *runs):
    """Nanoseconds of one call for each of several runs that follow each other: the medians of the rounds."""
    rounds = [[timed(run) / calls for run in runs] for _ in range(ROUNDS)]
    return [statistics.median(figures) for figures in zip(*rounds)]


def load(connection, table, stretches):
    with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
        for number, (start, end) in enumerate(stretches):
            copy.write_row((number, f"[{start},{end})"))


def figures_of(connection, work):
    bookings, questions = work["bookings"], work["questions"]
    first, last = bookings[:-CHANGES], list(enumerate(bookings))[-CHANGES:]
    connection.execute(TABLE)
    load(connection, "taken", first)
    load(connection, "questions", questions)
    connection.commit()
    connection.autocommit = True
    connection.execute("VACUUM ANALYZE")
    connection.autocommit = False
    cursor = connection.cursor()

    def insert():
        for number, (start, end) in last:
            cursor.execute(INSERT, (number, start, end), prepare=True)

    def delete():
        for number, _ in last:
            cursor.execute(DELETE, (number,), prepare=True)

    def ask():
        for start, end in questions[:QUESTIONS]:
            cursor.execute(IS_FREE, (start, end), prepare=True)
            cursor.fetchone()

    def ask_nothing():
        for start, end in questions[:QUESTIONS]:
            cursor.execute("SELECT %s::int8 < %s::int8", (start, end), prepare=True)
            cursor.fetchone()

    inserted, deleted = each(CHANGES, insert, delete)
    insert()
    connection.commit()
    count_free = lambda: connection.execute("SELECT count_free(%s)", (len(questions),)).fetchone()[0]
    if count_free() != work["free"]:
        raise SystemExit(f"PostgreSQL: {count_free()} are free, not {work['free']}")
    size = connection.execute("SELECT pg_total_relation_size('taken')").fetchone()[0]
    return {
        "is_free": each(QUESTIONS, ask)[0],
        "is_free_in_server": each(len(questions), count_free)[0],
        "round_trip": each(QUESTIONS, ask_nothing)[0],
        "insert": inserted,
        "remove": deleted,
        "bytes": size / len(bookings),
        "version": connection.info.parameter_status("server_version"),
    }


def main():
    work = json.loads(Path(sys.argv[1]).read_text())
    with server() as folder, psycopg.connect(host=str(folder), user="bench", dbname="postgres") as connection:
        print(json.dumps(figures_of(connection, work)))


if __name__ == "__main__":
    main()
