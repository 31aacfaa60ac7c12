use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Attribute, Data, DeriveInput, Error, Expr, Field, Fields, GenericArgument, Ident, PathArguments, Result, Type,
    Visibility,
};

use crate::attributes::{renamed, says};

/// The most arguments that pass without a word.
const USUAL_ARGUMENTS: usize = 7;

pub(crate) fn implementation(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(
            &input.ident,
            "only a struct is built field by field",
        ));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(&input.ident, "only named fields can be set by name"));
    };
    // A type with a default of its own says itself what is not given.
    let whole = says(&input.attrs, "serde", "default")?;
    let mut parts = Vec::new();
    for field in &fields.named {
        parts.push(Part::of(field, whole)?);
    }
    let beginning = if whole {
        TokenStream::new()
    } else {
        beginning(input, &parts)
    };
    let setters = parts.iter().filter(|part| part.is_public).map(Part::setter);
    let name = &input.ident;
    let (generics, of, whose) = input.generics.split_for_impl();
    Ok(quote! {
        #beginning
        #[automatically_derived]
        impl #generics #name #of #whose {
            #(#setters)*
        }
    })
}

/// `new`, with what cannot be left out, or `Default` where everything can.
fn beginning(input: &DeriveInput, parts: &[Part<'_>]) -> TokenStream {
    let name = &input.ident;
    let (generics, of, whose) = input.generics.split_for_impl();
    let values = parts.iter().map(|part| {
        let (field, value) = (part.name, part.beginning());
        quote!(#field: #value)
    });
    let needed: Vec<_> = parts.iter().filter(|part| part.fallback.is_none()).collect();
    if needed.is_empty() {
        return quote! {
            #[automatically_derived]
            impl #generics ::core::default::Default for #name #of #whose {
                fn default() -> Self {
                    Self { #(#values),* }
                }
            }
        };
    }
    let arguments = needed.iter().map(|part| {
        let (field, taken) = (part.name, part.taken.argument());
        quote!(#field: #taken)
    });
    let many = (needed.len() > USUAL_ARGUMENTS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let doc = format!(
        "One with what every one has; the rest as when it is not given, to be set by `with_…`. Needed: {}.",
        needed
            .iter()
            .map(|part| format!("`{}`", part.name))
            .collect::<Vec<_>>()
            .join(", ")
    );
    quote! {
        #[automatically_derived]
        impl #generics #name #of #whose {
            #[doc = #doc]
            #many
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

/// A field, and how it comes to its value.
struct Part<'f> {
    name: &'f Ident,
    docs: Vec<&'f Attribute>,
    is_public: bool,
    optional: bool,
    taken: Taken<'f>,
    /// What it is when it is not given; nothing when it must be.
    fallback: Option<TokenStream>,
}

impl<'f> Part<'f> {
    fn of(field: &'f Field, whole: bool) -> Result<Self> {
        let Some(name) = &field.ident else {
            return Err(Error::new_spanned(field, "only named fields can be set by name"));
        };
        let inner = argument_of(&field.ty, "Option");
        let fallback = match renamed(&field.attrs, "default")? {
            Some(path) => {
                let path: Expr = syn::parse_str(&path)?;
                Some(quote!(#path()))
            }
            None if whole || says(&field.attrs, "serde", "default")? || says(&field.attrs, "serde", "skip")? => {
                Some(quote!(::core::default::Default::default()))
            }
            None => inner.map(|_| quote!(::core::option::Option::None)),
        };
        Ok(Part {
            name,
            docs: field.attrs.iter().filter(|one| one.path().is_ident("doc")).collect(),
            is_public: matches!(field.vis, Visibility::Public(_)),
            optional: inner.is_some(),
            taken: Taken::of(inner.unwrap_or(&field.ty)),
            fallback,
        })
    }

    fn beginning(&self) -> TokenStream {
        self.fallback.clone().unwrap_or_else(|| self.taken.value(self.name))
    }

    fn setter(&self) -> TokenStream {
        let (field, docs, argument) = (self.name, &self.docs, self.taken.argument());
        let method = format_ident!("with_{}", field.to_string().trim_start_matches("r#"));
        let value = self.taken.value(field);
        let value = if self.optional {
            quote!(::core::option::Option::Some(#value))
        } else {
            value
        };
        quote! {
            #(#docs)*
            #[must_use]
            pub fn #method(mut self, #field: #argument) -> Self {
                self.#field = #value;
                self
            }
        }
    }
}

/// What a field takes: a text whatever makes one, a list or map whatever holds its entries, a box or what
/// is shared what is to lie in it, and everything else itself, so that numbers and `parse` need not be told what they are to be.
enum Taken<'f> {
    Text(&'f Type),
    List(&'f Type, Box<Taken<'f>>),
    Map(&'f Type, Box<Taken<'f>>, Box<Taken<'f>>),
    Boxed(Box<Taken<'f>>),
    Shared(Box<Taken<'f>>),
    Itself(&'f Type),
}

impl<'f> Taken<'f> {
    fn of(field: &'f Type) -> Self {
        let is_text = matches!(last_name(field).as_deref(), Some("String" | "Value"))
            || argument_of(field, "Arc").is_some_and(|inner| last_name(inner).as_deref() == Some("str"));
        if is_text {
            return Taken::Text(field);
        }
        if let Some(inner) = argument_of(field, "Box") {
            return Taken::Boxed(Box::new(Taken::of(inner)));
        }
        if let Some(inner) = argument_of(field, "Arc") {
            return Taken::Shared(Box::new(Taken::of(inner)));
        }
        if let Some(inner) = argument_of(field, "Vec") {
            return Taken::List(field, Box::new(Taken::of(inner)));
        }
        let map = arguments_of(field, "BTreeMap").or_else(|| arguments_of(field, "Map"));
        match map.as_deref() {
            Some(&[key, value]) => Taken::Map(field, Box::new(Taken::of(key)), Box::new(Taken::of(value))),
            _ => Taken::Itself(field),
        }
    }

    fn argument(&self) -> TokenStream {
        match self {
            Taken::Text(own) => quote!(impl ::core::convert::Into<#own>),
            Taken::List(_, item) => {
                let item = item.entry();
                quote!(impl ::core::iter::IntoIterator<Item = #item>)
            }
            Taken::Map(_, key, value) => {
                let (key, value) = (key.entry(), value.entry());
                quote!(impl ::core::iter::IntoIterator<Item = (#key, #value)>)
            }
            Taken::Boxed(inner) | Taken::Shared(inner) => inner.argument(),
            Taken::Itself(own) => quote!(#own),
        }
    }

    /// The same as an entry of a list or map: those inside it come as they are.
    fn entry(&self) -> TokenStream {
        match self {
            Taken::List(own, _) | Taken::Map(own, ..) | Taken::Itself(own) => quote!(#own),
            Taken::Text(_) => self.argument(),
            Taken::Boxed(inner) | Taken::Shared(inner) => inner.entry(),
        }
    }

    fn value(&self, name: &Ident) -> TokenStream {
        match self {
            Taken::Text(_) => quote!(#name.into()),
            Taken::List(_, item) if item.is_itself() => quote!(#name.into_iter().collect()),
            Taken::List(_, item) => {
                let item = item.entry_value(&format_ident!("entry"));
                quote!(#name.into_iter().map(|entry| #item).collect())
            }
            Taken::Map(_, key, value) if key.is_itself() && value.is_itself() => quote!(#name.into_iter().collect()),
            Taken::Map(_, key, value) => {
                let key = key.entry_value(&format_ident!("key"));
                let value = value.entry_value(&format_ident!("value"));
                quote!(#name.into_iter().map(|(key, value)| (#key, #value)).collect())
            }
            Taken::Boxed(inner) => {
                let inner = inner.value(name);
                quote!(::std::boxed::Box::new(#inner))
            }
            Taken::Shared(inner) => {
                let inner = inner.value(name);
                quote!(::std::sync::Arc::new(#inner))
            }
            Taken::Itself(_) => quote!(#name),
        }
    }

    fn entry_value(&self, name: &Ident) -> TokenStream {
        match self {
            Taken::Text(_) | Taken::Boxed(_) | Taken::Shared(_) => self.value(name),
            _ => quote!(#name),
        }
    }

    fn is_itself(&self) -> bool {
        !matches!(self, Taken::Text(_) | Taken::Boxed(_) | Taken::Shared(_))
    }
}

fn last_name(of: &Type) -> Option<String> {
    let Type::Path(path) = of else { return None };
    path.path.segments.last().map(|last| last.ident.to_string())
}

/// What stands alone in the brackets of a type of that name.
fn argument_of<'t>(of: &'t Type, name: &str) -> Option<&'t Type> {
    arguments_of(of, name).and_then(|found| found.first().copied())
}

/// What stands in the brackets of a type of that name.
fn arguments_of<'t>(of: &'t Type, name: &str) -> Option<Vec<&'t Type>> {
    let Type::Path(path) = of else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == name)?;
    let PathArguments::AngleBracketed(inside) = &last.arguments else {
        return None;
    };
    let types = inside.args.iter().filter_map(|one| match one {
        GenericArgument::Type(inner) => Some(inner),
        _ => None,
    });
    Some(types.collect())
}
