use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Expr, Field, Fields, Ident, Result, Variant};

use crate::attributes::{Bounds, Format, Stated, is_text, renamed, says, told};

pub(crate) fn implementation(input: &DeriveInput) -> Result<TokenStream> {
    let body = match &input.data {
        Data::Struct(data) => of_struct(input, &data.fields)?,
        Data::Enum(data) => of_enum(input, data.variants.iter())?,
        Data::Union(_) => return Err(Error::new_spanned(&input.ident, "a union has no limits")),
    };
    let name = &input.ident;
    let (generics, of, whose) = input.generics.split_for_impl();
    let Body { check, mend } = body;
    let declared = told(&input.attrs, "schemars", "rename")?.unwrap_or_else(|| name.to_string());
    Ok(quote! {
        #[automatically_derived]
        impl #generics crate::fault::Limits for #name #of #whose {
            const NAME: &'static str = #declared;
            #[inline]
            fn limits(&self, at: &crate::fault::Place<'_>, faults: &mut crate::fault::Faults) {
                let _ = (at, &mut *faults);
                #check
            }
            fn mend(&mut self) {
                #mend
            }
        }
    })
}

/// What is done with a value: it is checked, or mended.
#[derive(Default)]
struct Body {
    check: TokenStream,
    mend: TokenStream,
}

impl Body {
    fn add(&mut self, more: Body) {
        self.check.extend(more.check);
        self.mend.extend(more.mend);
    }
}

fn of_struct(input: &DeriveInput, fields: &Fields) -> Result<Body> {
    let transparent = says(&input.attrs, "serde", "transparent")?;
    let mut body = Body::default();
    for (place, field) in fields.iter().enumerate() {
        let (value, at) = match &field.ident {
            Some(name) => {
                let wire = field_name(field, name)?;
                let at = if transparent {
                    quote!(at)
                } else {
                    quote!(&at.field(#wire))
                };
                (quote!(self.#name), at)
            }
            None => {
                let place = syn::Index::from(place);
                (quote!(self.#place), quote!(at))
            }
        };
        body.add(of_value(field, &quote!(&#value), &quote!(&mut #value), &at)?);
    }
    Ok(body)
}

fn of_enum<'v>(input: &DeriveInput, variants: impl Iterator<Item = &'v Variant>) -> Result<Body> {
    let case = renamed(&input.attrs, "rename_all")?;
    let mut arms = Body::default();
    for variant in variants {
        let wire = match renamed(&variant.attrs, "rename")? {
            Some(name) => name,
            None => cased(&variant.ident.to_string(), case.as_deref()),
        };
        arms.add(of_variant(variant, &wire)?);
    }
    let Body { check, mend } = arms;
    Ok(Body {
        check: quote! { #[allow(unreachable_patterns)] match self { #check _ => {} } },
        mend: quote! { #[allow(unreachable_patterns)] match self { #mend _ => {} } },
    })
}

fn of_variant(variant: &Variant, wire: &str) -> Result<Body> {
    let own = &variant.ident;
    match &variant.fields {
        Fields::Unit => Ok(Body::default()),
        Fields::Unnamed(fields) => {
            let Some(field) = fields.unnamed.first().filter(|_| fields.unnamed.len() == 1) else {
                return Err(Error::new_spanned(variant, "a choice holds one thing"));
            };
            let inside = quote!(inside);
            let Body { check, mend } = of_value(field, &inside, &inside, &quote!(&at.field(#wire)))?;
            Ok(Body {
                check: quote! { Self::#own(inside) => { #check } },
                mend: quote! { Self::#own(inside) => { #mend } },
            })
        }
        Fields::Named(fields) => {
            let mut body = Body::default();
            let mut bound = Vec::new();
            for field in &fields.named {
                let Some(ident) = &field.ident else { continue };
                let held = format_ident!("held_{}", ident.to_string().trim_start_matches("r#"));
                let name = field_name(field, ident)?;
                let value = quote!(#held);
                body.add(of_value(field, &value, &value, &quote!(&at.field(#name)))?);
                bound.push(quote!(#ident: #held));
            }
            let Body { check, mend } = body;
            Ok(Body {
                check: quote! { Self::#own { #(#bound),* } => { let at = &at.field(#wire); #check } },
                mend: quote! { Self::#own { #(#bound),* } => { #mend } },
            })
        }
    }
}

fn field_name(field: &Field, name: &Ident) -> Result<String> {
    let own = name.to_string();
    Ok(renamed(&field.attrs, "rename")?.unwrap_or_else(|| own.trim_start_matches("r#").to_owned()))
}

fn of_value(field: &Field, value: &TokenStream, to_mend: &TokenStream, at: &TokenStream) -> Result<Body> {
    let mut body = Body::default();
    if says(&field.attrs, "serde", "skip")? || says(&field.attrs, "limits", "judged")? {
        return Ok(body);
    }
    let stated = Stated::of(&field.attrs)?;
    let parts = [
        (&stated.length, "length"),
        (&stated.range, "range"),
        (&stated.inner_range, "inner_range"),
    ];
    for (bounds, name) in parts {
        if let Some(Bounds { least, most }) = bounds {
            let (check, mend) = (format_ident!("{name}"), format_ident!("mend_{name}"));
            let (least, most) = (bound(least.as_ref()), bound(most.as_ref()));
            body.add(Body {
                check: quote! { crate::fault::limits::#check(#value, #least, #most, #at, faults); },
                mend: quote! { crate::fault::limits::#mend(#to_mend, #least, #most); },
            });
        }
    }
    if stated.format == Some(Format::Name) {
        body.check
            .extend(quote! { crate::fault::limits::names(#value, #at, faults); });
    }
    if stated.value_format == Some(Format::Name) {
        body.check
            .extend(quote! { crate::fault::limits::names_within(#value, #at, faults); });
    }
    if stated.length.is_none() || !is_text(&field.ty) {
        body.add(Body {
            check: quote! { crate::fault::Limits::limits(#value, #at, faults); },
            mend: quote! { crate::fault::Limits::mend(#to_mend); },
        });
    }
    Ok(body)
}

fn bound(bound: Option<&Expr>) -> TokenStream {
    bound.map_or_else(|| quote!(None), |value| quote!(Some((#value) as i128)))
}

/// A variant's name as serde writes it.
fn cased(name: &str, case: Option<&str>) -> String {
    let Some(case) = case else { return name.to_owned() };
    let between = if case == "kebab-case" { '-' } else { '_' };
    let mut text = String::new();
    for (place, letter) in name.chars().enumerate() {
        if letter.is_uppercase() && place > 0 && case != "lowercase" {
            text.push(between);
        }
        text.extend(letter.to_lowercase());
    }
    text
}
