//! What is not a function of values: `has`, `orValue`, and what goes through the entries of a list or a map.

use super::check::{Check, as_type};
use super::lexer::fault;
use super::parser::{Node, Operator, Tree};
use super::typed::{Macro, Typed};
use super::{Type, Value};
use crate::Result;
use crate::money::shortened;

/// A macro that goes through entries, as it is written.
struct Each<'t> {
    name: &'t str,
    list: &'t Tree,
    /// One variable, or two: the place or the key, and the entry.
    variables: &'t [Tree],
    condition: Option<&'t Tree>,
    result: Option<&'t Tree>,
}

impl Check<'_> {
    /// What a macro comes to, when the call is one.
    pub(super) fn macro_call(&mut self, name: &str, method: bool, arguments: &[Tree]) -> Result<Option<(Typed, Type)>> {
        let found = match (name, arguments) {
            ("has", [asked]) if !method => self.has(asked),
            ("orValue", [asked, otherwise]) if method => self.or_value(asked, otherwise),
            ("exists" | "all" | "exists_one" | "existsOne" | "filter", [list, variables @ .., condition])
                if method && (variables.len() == 1 || (variables.len() == 2 && name != "filter")) =>
            {
                let (condition, result) = (Some(condition), None);
                self.each(&Each {
                    name,
                    list,
                    variables,
                    condition,
                    result,
                })
            }
            ("map", [list, variable, rest @ .., result]) if method && rest.len() <= 1 => {
                let (variables, condition, result) = (std::slice::from_ref(variable), rest.first(), Some(result));
                self.each(&Each {
                    name,
                    list,
                    variables,
                    condition,
                    result,
                })
            }
            ("transformList" | "transformMap" | "transformMapEntry", [list, _, _, rest @ .., result])
                if method && rest.len() <= 1 =>
            {
                let (condition, result) = (rest.first(), Some(result));
                let variables = arguments.get(1..3).unwrap_or_default();
                self.each(&Each {
                    name,
                    list,
                    variables,
                    condition,
                    result,
                })
            }
            (_, [list, ..]) if method && form(name).is_some() => {
                let form = form(name).unwrap_or_default();
                Err(fault(list.at, format!("`{name}` is written `….{name}({form})`")))
            }
            _ => return Ok(None),
        };
        found.map(Some)
    }

    fn each(&mut self, each: &Each<'_>) -> Result<(Typed, Type)> {
        let (typed, own) = self.any(each.list)?;
        let known = self.locals.len();
        let inner = self.open(each, &own)?;
        let condition = each
            .condition
            .map(|condition| self.of(condition, &Type::Bool, "the condition"));
        let result = each.result.map(|result| self.any(result));
        self.locals.truncate(known);
        let (condition, result) = (condition.transpose()?, result.transpose()?);
        let (kind, own) = outcome(each, &own, result.as_ref().map_or(inner, |(_, own)| own.clone()))?;
        let typed = Typed::Macro {
            kind,
            two: each.variables.len() == 2,
            list: Box::new(typed),
            condition: condition.map(Box::new),
            result: result.map(|(result, _)| Box::new(result)),
        };
        Ok((typed, own))
    }

    /// Makes the variables known; the type of an entry, which of a map with one variable is its key.
    fn open(&mut self, each: &Each<'_>, own: &Type) -> Result<Type> {
        let (key, entry) = match own {
            Type::List(inner) => (Type::Int, (**inner).clone()),
            Type::Map(inner) => (Type::Text, (**inner).clone()),
            _ => {
                let message = format!("`{}` needs a list or a map, not {own}{}", each.name, own.advice());
                return Err(fault(each.list.at, message));
            }
        };
        let names: Vec<_> = each.variables.iter().map(named).collect::<Result<_>>()?;
        match (names.as_slice(), own) {
            ([one, other], _) if one == other => {
                let message = format!(
                    "both variables are called `{}`; each needs its own name",
                    shortened(one)
                );
                Err(fault(
                    each.variables.first().map_or(each.list.at, |name| name.at),
                    message,
                ))
            }
            ([one, other], _) => {
                self.locals.extend([(one.clone(), key), (other.clone(), entry.clone())]);
                Ok(entry)
            }
            (one, _) => {
                let inner = if let Type::Map(_) = own { key } else { entry };
                self.locals.extend(one.first().map(|one| (one.clone(), inner.clone())));
                Ok(inner)
            }
        }
    }

    fn has(&mut self, asked: &Tree) -> Result<(Typed, Type)> {
        let found = self.slot(asked).map(|(slot, own, path)| (slot, own.clone(), path));
        if let Some((slot, own, path)) = found {
            let sure = !matches!(own, Type::Optional(_));
            let _ = self.fact(slot, &path, own);
            let typed = if sure {
                Typed::Value(Value::Bool(true))
            } else {
                Typed::Given(slot)
            };
            return Ok((typed, Type::Bool));
        }
        if let Node::Member(..) = &asked.node
            && let (Typed::Index(entry), _) = self.any(asked)?
        {
            let (map, key) = *entry;
            return Ok((Typed::Binary(Operator::In, Box::new((key, map))), Type::Bool));
        }
        let _ = self.any(asked)?;
        Err(fault(
            asked.at,
            "`has` asks for a fact or for an entry of a map".to_owned(),
        ))
    }

    fn or_value(&mut self, asked: &Tree, otherwise: &Tree) -> Result<(Typed, Type)> {
        let (typed, own) = self.any(asked)?;
        let inner = match own {
            Type::Optional(inner) => *inner,
            _ if matches!(typed, Typed::Index(_)) => own,
            _ => {
                return Err(fault(
                    asked.at,
                    format!("{own} is never missing; `orValue` is not needed"),
                ));
            }
        };
        let (other, other_type) = self.any(otherwise)?;
        let result = inner
            .joined(&other_type)
            .filter(|own| !matches!(own, Type::Optional(_)));
        let result = result.ok_or_else(|| fault(otherwise.at, format!("`orValue` needs {inner}, not {other_type}")))?;
        if result != inner && inner.is_number() {
            return Err(fault(
                otherwise.at,
                format!("`orValue` needs {inner}, not {other_type}"),
            ));
        }
        let other = as_type(other, &other_type, &result);
        Ok((Typed::OrValue(Box::new((typed, other))), result))
    }
}

/// What stands between the brackets of a macro.
fn form(name: &str) -> Option<&'static str> {
    Some(match name {
        "exists" | "all" | "exists_one" | "existsOne" | "filter" => "entry, condition",
        "map" => "entry, result",
        "transformList" | "transformMap" | "transformMapEntry" => "key, entry, result",
        _ => return None,
    })
}

fn named(variable: &Tree) -> Result<String> {
    match &variable.node {
        Node::Name(name) => Ok(name.clone()),
        _ => Err(fault(variable.at, "a name for the entries is missing".to_owned())),
    }
}

/// What a macro makes of its entries, each of which is `inner`.
fn outcome(each: &Each<'_>, own: &Type, inner: Type) -> Result<(Macro, Type)> {
    let kind = match each.name {
        "exists" => return Ok((Macro::Exists, Type::Bool)),
        "all" => return Ok((Macro::All, Type::Bool)),
        "exists_one" | "existsOne" => return Ok((Macro::ExistsOne, Type::Bool)),
        "transformMap" => Macro::Map,
        "transformMapEntry" => Macro::Entries,
        _ => Macro::Collect,
    };
    let at = each.result.unwrap_or(each.list).at;
    match (kind, own, inner) {
        (_, _, Type::Optional(inner)) => {
            let advice = Type::Optional(inner).advice();
            Err(fault(at, format!("an entry must be there{advice}")))
        }
        (Macro::Map, Type::List(_), _) => Err(fault(
            each.list.at,
            "`transformMap` keeps the keys of a map; of a list, `transformMapEntry` makes entries with keys".to_owned(),
        )),
        (Macro::Map, _, inner) => Ok((kind, Type::Map(Box::new(inner)))),
        (Macro::Entries, _, inner @ Type::Map(_)) => Ok((kind, inner)),
        (Macro::Entries, _, inner) => Err(fault(
            at,
            format!("`transformMapEntry` makes maps such as `{{key: value}}`, not {inner}"),
        )),
        (_, _, inner) => Ok((kind, Type::List(Box::new(inner)))),
    }
}
