"""Frozen records and enumerations: what every generated class is made of.

To type checkers they are frozen dataclasses. At run time they are not: what takes a dataclass apart writes decimals as floats. They tell
pydantic themselves what they are, and whoever asks one for its fields in turn gets them as JSON has them.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Dict, Iterator, Tuple, Type, TypeVar

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda cls: cls


R = TypeVar("R", bound="Record")


class Choice(str, Enum):
    """A choice of an enumeration; equal to its text, and written as its text."""

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __format__(self, spec: str) -> str:
        return format(str(self.value), spec)


class _Of:
    """Stands for `typing.Generic` where nobody checks types."""

    __slots__: Tuple[str, ...] = ()

    def __class_getitem__(cls, _: Any) -> Any:
        return cls


class _Serializer:
    """How pydantic writes a record where it was told no type, made when it asks."""

    def __get__(self, record: Any, owner: type) -> Any:
        from . import _wire

        return _wire.serializer(owner)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A frozen object with the fields of one type: compared, hashed, printed and pickled by its values."""

    __slots__: Tuple[str, ...] = ()
    if TYPE_CHECKING:
        _optional: ClassVar[Dict[str, Any]]
    else:
        __match_args__ = ()
        _optional = {}
        __pydantic_serializer__ = _Serializer()

        def __init__(self, **fields):
            for name in self.__match_args__:
                if name in fields:
                    value = fields.pop(name)
                elif name in self._optional:
                    value = self._optional[name]
                    value = {} if isinstance(value, dict) else value
                else:
                    raise TypeError(f"{type(self).__name__}() needs the keyword `{name}`")
                object.__setattr__(self, name, value)
            for name in fields:
                raise TypeError(f"{type(self).__name__}() has no field `{name}`")

        def __setattr__(self, name, value):
            raise AttributeError(f"{type(self).__name__} is frozen; make a changed copy with `replace`")

        def __delattr__(self, name):
            raise AttributeError(f"{type(self).__name__} is frozen; make a changed copy with `replace`")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return _values(self) == _values(other)

    def __hash__(self) -> int:
        return hash((type(self), _hashable(_values(self))))

    def __iter__(self) -> Iterator[Tuple[str, Any]]:
        """Each field that was given, by its name on the wire and as JSON has it: `dict(record)` is `record.to_dict()`."""
        return iter(self.to_dict().items())

    def __composite_values__(self) -> Tuple[Any, ...]:
        """The values in the order of the fields, as SQLAlchemy asks for them."""
        return _values(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from . import _wire

        return _wire.core_schema_of_record(cls)

    def __repr__(self) -> str:
        fields = [f"{name}={value!r}" for name, value in zip(_names(self), _values(self))]
        return f"{type(self).__name__}({', '.join(fields)})"

    def __reduce__(self) -> Tuple[Any, ...]:
        return (_restore, (type(self), _values(self)))

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed."""
        return type(self)(**{**dict(zip(_names(self), _values(self))), **changes})

    __replace__ = replace

    def to_dict(self) -> Dict[str, Any]:
        """The record as JSON has it: decimals and days as text, fields that were not given left out."""
        optional: Dict[str, Any] = type(self)._optional
        written = {}
        for name, value in zip(_names(self), _values(self)):
            if name not in optional or value != optional[name]:
                written[name.rstrip("_")] = _plain(value)
        return written

    def to_json(self) -> str:
        """The record as JSON text."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))


def _names(record: Any) -> Tuple[str, ...]:
    names: Tuple[str, ...] = type(record).__match_args__
    return names


def _values(record: Any) -> Tuple[Any, ...]:
    return tuple([getattr(record, name) for name in _names(record)])


def _hashable(value: Any) -> Any:
    """The same by value where lists and dicts hold it."""
    if isinstance(value, (tuple, list)):
        return tuple([_hashable(item) for item in value])
    if isinstance(value, dict):
        return frozenset([(name, _hashable(item)) for name, item in value.items()])
    return value


def _restore(cls: Type[R], values: Tuple[Any, ...]) -> R:
    record = object.__new__(cls)
    for name, value in zip(_names(record), values):
        object.__setattr__(record, name, value)
    return record


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(_plain(name)): _plain(item) for name, item in value.items()}
    if hasattr(value, "utcoffset"):
        text = str(value.isoformat()).replace("+00:00", "Z")
        return text[:-1].rstrip("0") + "Z" if "." in text and text.endswith("Z") else text
    return str(value)
