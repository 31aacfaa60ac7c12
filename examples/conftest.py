"""A PostgreSQL of the tests' own: made in a temporary folder, on a free port, and gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def programs() -> Path:
    """The newest server on this machine. Debian keeps its programs beside the path."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = shutil.which("initdb") or (installed and installed[-1])
    assert found, "PostgreSQL is not installed"
    return Path(found).parent


class Server:
    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        # It refuses to run as root, so root runs it as the user that Debian made for it.
        self.user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
        if self.user:
            shutil.chown(folder, "postgres", "postgres")

    def run(self, program: str, *words: str) -> None:
        command = [*self.user, str(programs() / program), *words]
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL)

    def start(self) -> None:
        data = str(self.folder / "data")
        self.run("initdb", "--pgdata", data, "--username", "ratebook", "--auth", "trust", "--no-sync", "--no-instructions")
        # Nothing is to survive a crash; that two transactions see each other has nothing to do with the disk.
        settings = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self.run("pg_ctl", "--pgdata", data, "--wait", "--log", str(self.folder / "log"), "-o", settings, "start")

    def stop(self) -> None:
        self.run("pg_ctl", "--pgdata", str(self.folder / "data"), "--mode", "immediate", "stop")

    def address(self, database: str) -> str:
        return f"postgresql://ratebook@127.0.0.1:{self.port}/{database}"

    def database(self, name: str) -> str:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return self.address(name)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="ratebook-") as folder:
        Path(folder).chmod(0o755)
        server = Server(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()
