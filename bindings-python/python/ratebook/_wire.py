"""What pydantic needs to know of our types: how they are checked, written and described, from the JSON Schemas of the engine.

Nothing here is loaded before pydantic asks. It checks the form alone; whether a definition holds together, the engine says when it is loaded.
"""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Optional, Tuple

_ANSWERED, _TAKEN = "answered", "taken"
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})\Z", re.IGNORECASE)
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(:[0-9]{2})?\Z")
_loaded: Dict[str, Dict[str, Any]] = {}


class Wire:
    """Marks a type of the standard library as one that crosses wires as text of ours."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Wire({self.name!r})"

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return _Forms(_TAKEN).leaf(self.name)


def schemas(way: str) -> Dict[str, Any]:
    """The JSON Schemas of the types that are answered, or of those that are taken, by name."""
    if not _loaded:
        import json
        from importlib.resources import files

        text = files("ratebook").joinpath("_schemas.json").read_text(encoding="utf-8")
        # Once where it is the same both ways, else as it is answered and as it is taken.
        for name, both in json.loads(text).items():
            for side, schema in ((_ANSWERED, both[0]), (_TAKEN, both[-1])):
                if schema is not None:
                    _loaded.setdefault(side, {})[name] = schema
    return _loaded[way]


def core_schema_of_record(cls: type) -> Any:
    """How pydantic takes a record: as it is, or as JSON has it."""
    return _whole(_ANSWERED, lambda forms: forms.named(cls.__name__))


def serializer(cls: type) -> Any:
    """How pydantic writes a record where it was told no type."""
    from pydantic_core import SchemaSerializer, core_schema

    return SchemaSerializer(core_schema.any_schema(serialization=_as_written()))


def tell_pydantic(namespace: Dict[str, Any]) -> None:
    """Has each typed dict of a module say what it is: pydantic would read its annotations, and let through what is misspelt."""
    for name, own in namespace.items():
        if isinstance(own, type) and issubclass(own, dict) and not name.startswith("_"):
            setattr(own, "__get_pydantic_core_schema__", _hook(name))


def _hook(name: str) -> Callable[..., Any]:
    return lambda source, handler: _whole(_TAKEN, lambda forms: forms.class_named(name))


def _whole(way: str, make: Callable[["_Forms"], Any]) -> Any:
    from pydantic_core import core_schema

    forms = _Forms(way)
    schema = make(forms)
    made = [own for own in forms.made.values() if own is not None]
    return core_schema.definitions_schema(schema, made) if made else schema


def _as_written() -> Any:
    from pydantic_core import core_schema

    def write(record: Any, info: Any) -> Any:
        return record.to_dict() if info.mode == "json" else record

    return core_schema.plain_serializer_function_ser_schema(write, info_arg=True)


class _Forms:
    """Pydantic's schemas of our types, each type once."""

    def __init__(self, way: str) -> None:
        self.way = way
        self.types = schemas(way)
        self.made: Dict[str, Any] = {}

    def named(self, name: str) -> Any:
        """A type by its name."""
        from pydantic_core import core_schema

        if name in _LEAVES:
            return self.leaf(name)
        ref = f"ratebook.{name}" if self.way == _ANSWERED else f"ratebook.definitions.{name}"
        if name not in self.made:
            self.made[name] = None
            own = self.types[name]
            self.made[name] = {**self.own(name, own), "ref": ref, **_told(own.get("description"))}
        return core_schema.definition_reference_schema(ref)

    def class_named(self, name: str) -> Any:
        """A class of `definitions`: a type, or one of the things that a choice may hold."""
        if name in self.types:
            return self.named(name)
        for own, schema in self.types.items():
            for one in schema.get("oneOf", ()):
                for key in one.get("properties", ()):
                    if name == own + "".join(word.capitalize() for word in key.split("_")):
                        return self.form(one)
        raise TypeError(f"`{name}` is no type of ratebook")

    def own(self, name: str, schema: Dict[str, Any]) -> Any:
        import ratebook
        from pydantic_core import core_schema

        known: Any = getattr(ratebook, name, None) if self.way == _ANSWERED else None
        if not hasattr(known, "mro"):
            return self.form(schema)
        if "oneOf" in schema:
            members: List[Any] = list(known.__members__.values())
            return core_schema.enum_schema(known, members, sub_type="str")
        return self.record(known, schema)

    def record(self, cls: Any, schema: Dict[str, Any]) -> Any:
        from pydantic_core import core_schema

        attributes = {name.rstrip("_"): name for name in cls.__match_args__}

        def take(value: Any, inside: Any) -> Any:
            if type(value) is cls:
                return value
            return cls(**{attributes[name]: held for name, held in inside(value).items()})

        fields = self.form(schema)
        return core_schema.no_info_wrap_validator_function(take, fields, serialization=_as_written())

    def form(self, schema: Any) -> Any:
        """Any schema."""
        from pydantic_core import core_schema

        if not isinstance(schema, dict):
            return core_schema.any_schema()
        if "$ref" in schema:
            return self.named(schema["$ref"].rsplit("/", 1)[1])
        for word in ("anyOf", "oneOf"):
            if word in schema:
                return self.choice(schema[word])
        kind = schema.get("type")
        if isinstance(kind, list):
            (one,) = [own for own in kind if own != "null"]
            return core_schema.nullable_schema(self.form({**schema, "type": one}))
        if "const" in schema:
            return core_schema.literal_schema([schema["const"]])
        if "enum" in schema:
            return core_schema.literal_schema(schema["enum"])
        if kind == "string":
            least, most = schema.get("minLength"), schema.get("maxLength")
            return core_schema.str_schema(min_length=least, max_length=most, strict=True)
        if kind == "integer":
            return core_schema.int_schema(ge=schema.get("minimum"), le=schema.get("maximum"), strict=True)
        if kind == "boolean":
            return core_schema.bool_schema(strict=True)
        if kind == "array":
            return self.several(schema)
        if kind == "object":
            return self.fields(schema) if "properties" in schema else self.mapping(schema)
        return core_schema.any_schema()

    def choice(self, choices: List[Any]) -> Any:
        from pydantic_core import core_schema

        some = [own for own in choices if own.get("type") != "null"]
        words = [own["const"] for own in some if "const" in own]
        forms = [self.form(own) for own in some if "const" not in own]
        if words:
            forms.insert(0, core_schema.literal_schema(words))
        form = forms[0] if len(forms) == 1 else core_schema.union_schema(forms)
        return form if len(some) == len(choices) else core_schema.nullable_schema(form)

    def several(self, schema: Dict[str, Any]) -> Any:
        from pydantic_core import core_schema

        inner = self.form(schema.get("items"))
        least, most = schema.get("minItems"), schema.get("maxItems")
        if self.way == _ANSWERED:
            return core_schema.tuple_variable_schema(inner, min_length=least, max_length=most)
        return core_schema.list_schema(inner, min_length=least, max_length=most)

    def mapping(self, schema: Dict[str, Any]) -> Any:
        from pydantic_core import core_schema

        if "patternProperties" in schema:
            (inner,) = schema["patternProperties"].values()
            return core_schema.dict_schema(core_schema.int_schema(), self.form(inner))
        inner = schema.get("additionalProperties", True)
        return core_schema.dict_schema(core_schema.str_schema(), self.form(inner))

    def fields(self, schema: Dict[str, Any]) -> Any:
        from pydantic_core import core_schema

        needed = schema.get("required", ())
        fields = {
            name: core_schema.typed_dict_field(
                self.form(own), required=name in needed, **_told(own.get("description") if isinstance(own, dict) else None)
            )
            for name, own in schema["properties"].items()
        }
        closed = self.way == _TAKEN or schema.get("additionalProperties") is False
        return core_schema.typed_dict_schema(fields, extra_behavior="forbid" if closed else "ignore", total=False)

    def leaf(self, name: str) -> Any:
        """A type that is text on the wire and a value of the standard library here."""
        from pydantic_core import core_schema

        take, write = _LEAVES[name]
        own = self.types.get(name) or schemas(_TAKEN)[name]

        def checked(value: Any) -> Any:
            from pydantic_core import PydanticCustomError

            taken, fault = take(value)
            if fault is not None:
                raise PydanticCustomError(f"ratebook_{name.lower()}", "{fault}", {"fault": fault})
            return taken

        described = {key: own[key] for key in ("type", "format", "pattern", "description", "examples") if key in own}
        serialization = core_schema.plain_serializer_function_ser_schema(write, when_used="json-unless-none")
        return core_schema.no_info_plain_validator_function(
            checked,
            serialization=serialization,
            metadata={"pydantic_js_functions": [lambda schema, handler: dict(described)]},
        )


def _told(description: Optional[str]) -> Dict[str, Any]:
    """A description in the JSON Schema that pydantic makes."""
    if not description:
        return {}

    return {"metadata": {"pydantic_js_updates": {"description": description}}}


_Taken = Tuple[Any, Optional[str]]


def _decimal(value: Any) -> _Taken:
    from decimal import Decimal

    if isinstance(value, Decimal) and value.is_finite():
        return value, None
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value), None
    if isinstance(value, str) and _NUMBER.match(value):
        return Decimal(value), None
    if isinstance(value, float) and value == value and abs(value) != float("inf"):
        return None, f'a float cannot hold `{value!r}` exactly; send the text "{value!r}"'
    return None, f'`{_shown(value)}` is not an exact number; send a text such as "124.50"'


def _day(value: Any) -> _Taken:
    from datetime import date, datetime

    if isinstance(value, date) and not isinstance(value, datetime):
        return value, None
    if isinstance(value, str) and _DAY.match(value):
        try:
            return date.fromisoformat(value), None
        except ValueError:
            pass
    return None, f'`{_shown(value)}` is not a day; send a text such as "2026-12-31"'


def _instant(value: Any) -> _Taken:
    from datetime import datetime

    moment = value
    if isinstance(value, str) and (read := _INSTANT.match(value)):
        # As every Python reads it: six digits of a second, and an offset in figures.
        head, fraction, offset = read.groups()
        try:
            moment = datetime.fromisoformat(head + (fraction or ".").ljust(7, "0") + offset.upper().replace("Z", "+00:00"))
        except ValueError:
            moment = None
    if isinstance(moment, datetime) and moment.utcoffset() is not None:
        return moment, None
    return None, f'`{_shown(value)}` is not a moment with its offset; send a text such as "2026-09-01T10:00:00Z"'


def _time_of_day(value: Any) -> _Taken:
    from datetime import time

    if isinstance(value, time) and value.tzinfo is None:
        return value.isoformat("seconds" if value.second else "minutes"), None
    if isinstance(value, str) and _TIME.match(value):
        return value, None
    return None, f'`{_shown(value)}` is not a time of day; send a text such as "09:30"'


def _text(value: Any) -> _Taken:
    if isinstance(value, str):
        return str(value), None
    return None, f"`{_shown(value)}` is not a text"


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, str) and len(value) <= 60 else str(value)[:60]


def _written(value: Any) -> Any:
    from ._record import _plain

    return _plain(value)


def _digits(value: Any) -> Any:
    return value if isinstance(value, str) else format(value, "f")


_LEAVES: Dict[str, Tuple[Callable[[Any], _Taken], Callable[[Any], Any]]] = {
    "Currency": (_text, _written),
    "Day": (_day, _written),
    "Decimal": (_decimal, _digits),
    "Instant": (_instant, _written),
    "TimeOfDay": (_time_of_day, _written),
    "Zone": (_text, _written),
}
