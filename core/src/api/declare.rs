//! What a line of the table stands for: a variant, its schemas, and the way from a wire to a function and back.

/// What an operation answers: to the request as a whole, or to each entry of a list for itself.
macro_rules! answered {
    ($wire:ident, $method:expr) => {
        match $wire.take() {
            Ok(request) => $method(&request),
            Err(error) => Err(error),
        }
    };
    ($wire:ident, $method:expr, $list:literal) => {
        answer_each($wire, $list, $method)
    };
}

macro_rules! table {
    (
        functions {
            $($(#[doc = $doc:literal])+ $(#[cfg(feature = $feature:literal)])? $area:ident . $name:ident $variant:ident : $request:ty => $answer:ty = $function:path;)*
        }
        $(
            $(#[doc = $handle_doc:literal])+
            $handle:ident as $key:ident ($path:ty) from $definition:ty $(, made by $whole:ident)? $(, now $now:path)?, asked by $asked:ident {
                $($(#[doc = $op_doc:literal])+ $(#[cfg(feature = $op_feature:literal)])?
                $op_area:ident . $op_name:ident $op_variant:ident : $op_request:ty $(, each of $list:literal)?
                    => $op_answer:ty = $method:path;)*
            }
        )*
    ) => {
        /// Every operation that is a plain function.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Function { $($(#[doc = $doc])+ $(#[cfg(feature = $feature)])? $variant,)* }

        $(
            #[doc = concat!("What can be asked of a [`", stringify!($handle), "`](", stringify!($path), ").")]
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $asked { $($(#[doc = $op_doc])+ $(#[cfg(feature = $op_feature)])? $op_variant,)* }

            impl $path {
                $(
                    /// Checks a definition and compiles it; every fault is reported at once.
                    pub fn $whole(definition: $definition) -> Result<Self> {
                        <Self as Load>::of(definition)
                    }
                )?

                /// The same from a JSON tree.
                pub fn load(definition: Value) -> Result<Self> {
                    <Self as Load>::of_value(definition)
                }

                /// The same from text: JSON, its compact form, or TOML.
                pub fn load_text(text: &[u8]) -> Result<Self> {
                    <Self as Load>::of_text(text)
                }
            }

            impl Load for $path {
                type Definition = $definition;

                fn checked(definition: $definition, faults: Faults) -> Result<Self> {
                    <$path>::checked(definition, faults)
                }
            }

            impl Handle for $path {
                type Operation = $asked;
                const NAME: &str = stringify!($handle);
                const KEY: &str = stringify!($key);

                $(
                    fn now(&self) -> Option<$definition> {
                        Some($now(self))
                    }
                )?

                // Where the operation is known at the call site, only its own arm is left in a binding's binary.
                #[inline(always)]
                fn ask<W: Wire>(&self, operation: $asked, wire: &mut W) -> Result<W::Answer> {
                    match operation {
                        $($(#[cfg(feature = $op_feature)])? $asked::$op_variant => {
                            let answer = answered!(wire, |request: &$op_request| $method(self, request) $(, $list)?);
                            wire.give(&answer?)
                        })*
                    }
                }
            }
        )*

        /// Every operation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Operation {
            /// A plain function.
            Function(Function),
            $(
                #[doc = concat!("Asked of a ", stringify!($handle), ".")]
                $handle($asked),
            )*
        }

        /// A handle of any kind.
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub enum Loaded {
            $(
                $(#[doc = $handle_doc])+
                $handle(Box<$path>),
            )*
        }

        impl Loaded {
            /// The key of every kind of handle, in the order of [`handles`].
            pub const KEYS: &[&str] = &[$(stringify!($key),)*];

            /// The names of their definitions' types, in the same order.
            pub fn definition_types() -> Vec<&'static str> {
                vec![$(<$definition as Limits>::NAME,)*]
            }

            /// The same from JSON text, or from its compact form.
            pub fn load_text(key: &str, text: &[u8]) -> Result<Loaded> {
                match key {
                    $(stringify!($key) => <$path as Load>::of_text(text).map(Box::new).map(Loaded::$handle),)*
                    _ => Loaded::load(key, Value::Null),
                }
            }

            /// A definition read into its type and written again: however it was given, this is how it is written.
            #[cfg(feature = "schemas")]
            pub fn rewritten(key: &str, definition: Value) -> serde_json::Result<Value> {
                match key {
                    $(stringify!($key) => serde_json::to_value(<$definition>::deserialize(definition)?),)*
                    _ => Ok(Value::Null),
                }
            }

            /// Loads a definition as the kind of handle with this key, such as `rate_list`.
            pub fn load(key: &str, definition: Value) -> Result<Loaded> {
                match key {
                    $(stringify!($key) => <$path as Load>::of_value(definition).map(Box::new).map(Loaded::$handle),)*
                    _ => {
                        let _ = definition;
                        Err(Error::new(Code::RequestUnknown, "", format!("there is no kind of definition `{key}`")))
                    }
                }
            }
        }

        impl Operation {
            /// Every operation, in the order of [`operations`]: for a binding that knows them by number.
            pub const ALL: &[Operation] = &[
                $($(#[cfg(feature = $feature)])? Operation::Function(Function::$variant),)*
                $($($(#[cfg(feature = $op_feature)])? Operation::$handle($asked::$op_variant),)*)*
            ];

            /// The name of its request's type.
            pub fn request_type(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Operation::Function(Function::$variant) => <$request as Limits>::NAME,)*
                    $($($(#[cfg(feature = $op_feature)])? Operation::$handle($asked::$op_variant) => <$op_request as Limits>::NAME,)*)*
                }
            }

            /// A request read into its type and written again: however it was given, this is how it is written.
            #[cfg(feature = "schemas")]
            pub fn rewritten(self, request: Value) -> serde_json::Result<Value> {
                match self {
                    $($(#[cfg(feature = $feature)])? Operation::Function(Function::$variant) => serde_json::to_value(<$request>::deserialize(request)?),)*
                    $($($(#[cfg(feature = $op_feature)])? Operation::$handle($asked::$op_variant) => {
                        serde_json::to_value(<$op_request>::deserialize(request)?)
                    })*)*
                }
            }

            /// Its full name, such as `rates.price`.
            pub fn name(self) -> &'static str {
                match self {
                    $($(#[cfg(feature = $feature)])? Operation::Function(Function::$variant) => concat!(stringify!($area), ".", stringify!($name)),)*
                    $($($(#[cfg(feature = $op_feature)])? Operation::$handle($asked::$op_variant) => {
                        concat!(stringify!($op_area), ".", stringify!($op_name))
                    })*)*
                }
            }

            /// The operation of that full name, such as `rates.price`.
            pub fn named(name: &str) -> Option<Operation> {
                $($(#[cfg(feature = $feature)])? if name == concat!(stringify!($area), ".", stringify!($name)) {
                    return Some(Operation::Function(Function::$variant));
                })*
                $($($(#[cfg(feature = $op_feature)])? if name == concat!(stringify!($op_area), ".", stringify!($op_name)) {
                    return Some(Operation::$handle($asked::$op_variant));
                })*)*
                None
            }

            /// The key of the handle that answers it, such as `rate_list`; nothing for a plain function.
            pub fn handle_key(self) -> Option<&'static str> {
                match self {
                    Operation::Function(_) => None,
                    $(Operation::$handle(_) => Some(stringify!($key)),)*
                }
            }

            /// The request's only field, a list, when it answers each entry by itself.
            pub fn each_of(self) -> Option<&'static str> {
                match self {
                    Operation::Function(_) => None,
                    $($($(#[cfg(feature = $op_feature)])? Operation::$handle($asked::$op_variant) => <[&'static str]>::first(&[$($list)?]).copied(),)*)*
                }
            }

            /// Answers it, with the handle where it needs one.
            pub fn ask<W: Wire>(self, handle: Option<&Loaded>, wire: &mut W) -> Result<W::Answer> {
                match (self, handle) {
                    (Operation::Function(function), _) => function.ask(wire),
                    $((Operation::$handle(operation), Some(Loaded::$handle(handle))) => handle.ask(operation, wire),)*
                    _ => Err(Error::new(Code::RequestMissing, "", "the operation needs a definition of its own kind")),
                }
            }
        }

        impl Function {
            /// Answers it.
            #[inline(always)]
            pub fn ask<W: Wire>(self, wire: &mut W) -> Result<W::Answer> {
                match self {
                    $($(#[cfg(feature = $feature)])? Function::$variant => {
                        let request: $request = wire.take()?;
                        wire.give(&$function(request)?)
                    })*
                }
            }
        }

        /// Every handle with the schema of its definition.
        #[cfg(feature = "schemas")]
        pub fn handles(generator: &mut SchemaGenerator) -> Vec<HandleEntry> {
            vec![$(HandleEntry {
                name: stringify!($handle),
                key: stringify!($key),
                path: stringify!($path),
                doc: concat!($($handle_doc, "\n"),+).trim_ascii(),
                definition: subschema::<$definition>(generator),
            },)*]
        }

        /// Every operation with its schemas.
        #[cfg(feature = "schemas")]
        pub fn operations(generator: &mut SchemaGenerator) -> Vec<OperationEntry> {
            Vec::from([
                $($(#[cfg(feature = $feature)])? OperationEntry {
                    operation: Operation::Function(Function::$variant),
                    area: stringify!($area),
                    name: stringify!($name),
                    variant: stringify!($variant),
                    handle: None,
                    feature: <[&'static str]>::first(&[$($feature)?]).copied(),
                    doc: concat!($($doc, "\n"),+).trim_ascii(),
                    request: subschema::<$request>(generator),
                    answer: subschema::<$answer>(generator),
                },)*
                $($($(#[cfg(feature = $op_feature)])? OperationEntry {
                    operation: Operation::$handle($asked::$op_variant),
                    area: stringify!($op_area),
                    name: stringify!($op_name),
                    variant: stringify!($op_variant),
                    handle: Some(stringify!($handle)),
                    feature: <[&'static str]>::first(&[$($op_feature)?]).copied(),
                    doc: concat!($($op_doc, "\n"),+).trim_ascii(),
                    request: subschema::<$op_request>(generator),
                    answer: subschema::<$op_answer>(generator),
                },)*)*
            ])
        }
    };
}
