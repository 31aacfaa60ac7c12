use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::meta::ParseNestedMeta;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Error, Expr, LitStr, Result, Token, Type};

/// The least and the most of something.
#[derive(Default)]
pub(crate) struct Bounds {
    pub(crate) least: Option<Expr>,
    pub(crate) most: Option<Expr>,
}

/// What a field's attributes say of its limits.
#[derive(Default)]
pub(crate) struct Stated {
    pub(crate) length: Option<Bounds>,
    pub(crate) range: Option<Bounds>,
    pub(crate) inner_range: Option<Bounds>,
    /// What its texts say, and what the names of its entries do where it is a map.
    pub(crate) format: Option<Format>,
    /// What the values of a map say.
    pub(crate) value_format: Option<Format>,
}

/// What a text says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// It names or identifies something that is declared, made or kept under it.
    Name,
    /// It names something that is declared elsewhere: what is no name meets nothing there.
    Reference,
    /// Whatever else people and machines write; what there is to check of it is checked by what reads it.
    Text,
}

impl Format {
    fn of(pair: &Extension) -> Result<Format> {
        match pair.value.as_str() {
            "\"name\"" => Ok(Format::Name),
            "\"reference\"" => Ok(Format::Reference),
            "\"text\"" => Ok(Format::Text),
            _ => Err(Error::new_spanned(
                &pair.key,
                "a text is a \"name\", a \"reference\" or a \"text\"",
            )),
        }
    }
}

impl Stated {
    pub(crate) fn of(attributes: &[Attribute]) -> Result<Stated> {
        let mut stated = Stated::default();
        for attribute in attributes.iter().filter(|one| one.path().is_ident("schemars")) {
            attribute.parse_nested_meta(|meta| stated.read(&meta))?;
        }
        Ok(stated)
    }

    fn read(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        if meta.path.is_ident("length") {
            self.length = Some(bounds(meta)?);
        } else if meta.path.is_ident("range") {
            self.range = Some(bounds(meta)?);
        } else if meta.path.is_ident("inner") {
            meta.parse_nested_meta(|inner| {
                if !inner.path.is_ident("range") {
                    return Err(inner.error("only `range` is known here"));
                }
                self.inner_range = Some(bounds(&inner)?);
                Ok(())
            })?;
        } else if meta.path.is_ident("extend") {
            let content;
            syn::parenthesized!(content in meta.input);
            let pairs = Punctuated::<Extension, Token![,]>::parse_terminated(&content)?;
            for pair in &pairs {
                match pair.key.value().as_str() {
                    "format" => self.format = Some(Format::of(pair)?),
                    "valueFormat" => self.value_format = Some(Format::of(pair)?),
                    _ => {}
                }
            }
        } else {
            passed_over(meta)?;
        }
        Ok(())
    }
}

struct Extension {
    key: LitStr,
    value: String,
}

impl syn::parse::Parse for Extension {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let key = input.parse::<LitStr>()?;
        input.parse::<Token![=]>()?;
        let value = input.parse::<Expr>()?.into_token_stream().to_string();
        Ok(Extension { key, value })
    }
}

fn bounds(meta: &ParseNestedMeta<'_>) -> Result<Bounds> {
    let mut bounds = Bounds::default();
    meta.parse_nested_meta(|bound| {
        let value = bound.value()?.parse::<Expr>()?;
        if bound.path.is_ident("min") {
            bounds.least = Some(value);
        } else if bound.path.is_ident("max") {
            bounds.most = Some(value);
        } else {
            return Err(bound.error("only `min` and `max` are known here"));
        }
        Ok(())
    })?;
    Ok(bounds)
}

/// Whatever else an attribute says: `name`, `name = value` or `name(…)`.
fn passed_over(meta: &ParseNestedMeta<'_>) -> Result<()> {
    if meta.input.peek(Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(syn::token::Paren) {
        let content;
        syn::parenthesized!(content in meta.input);
        content.parse::<TokenStream>()?;
    }
    Ok(())
}

/// What serde calls a field or a variant.
pub(crate) fn renamed(attributes: &[Attribute], name: &str) -> Result<Option<String>> {
    told(attributes, "serde", name)
}

/// The text that somebody, such as serde, is told of a type or a field.
pub(crate) fn told(attributes: &[Attribute], to: &str, name: &str) -> Result<Option<String>> {
    let mut found = None;
    for attribute in attributes.iter().filter(|one| one.path().is_ident(to)) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident(name) && meta.input.peek(Token![=]) {
                found = Some(meta.value()?.parse::<LitStr>()?.value());
                return Ok(());
            }
            passed_over(&meta)
        })?;
    }
    Ok(found)
}

/// Whether somebody, such as serde, is told so of a type or a field.
pub(crate) fn says(attributes: &[Attribute], to: &str, word: &str) -> Result<bool> {
    let mut found = false;
    for attribute in attributes.iter().filter(|one| one.path().is_ident(to)) {
        attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident(word);
            passed_over(&meta)
        })?;
    }
    Ok(found)
}

/// A text, or one that may be missing: what states a length of its own has no other.
pub(crate) fn is_text(field: &Type) -> bool {
    let Type::Path(path) = field else { return false };
    let Some(last) = path.path.segments.last() else {
        return false;
    };
    if last.ident == "String" {
        return true;
    }
    match &last.arguments {
        syn::PathArguments::AngleBracketed(inside) if last.ident == "Option" => inside
            .args
            .iter()
            .any(|one| matches!(one, syn::GenericArgument::Type(inner) if is_text(inner))),
        _ => false,
    }
}
