"""The machines that come with the engine, by name."""

from __future__ import annotations

from typing import Any


def machine(name: str, /) -> Any:
    """A machine that comes with the engine, loaded."""
    from . import _ratebook

    return _ratebook.Machine(_ratebook.flow.machines(name=name)[0])
