use super::MAX_DEPTH;
use super::lexer::{Kind, Token, fault, tokens};
use crate::Result;
use crate::money::Decimal;

/// An expression as it is written.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    pub(super) node: Node,
    pub(super) at: usize,
    /// How many levels lie below it; what walks the tree goes as deep.
    depth: usize,
}

impl Tree {
    fn new(node: Node, at: usize) -> Result<Tree> {
        let deepest = |items: &[Tree]| items.iter().map(|item| item.depth).max().unwrap_or(0);
        let below = match &node {
            Node::Null
            | Node::Bool(_)
            | Node::Int(_)
            | Node::Decimal(_)
            | Node::Text(_)
            | Node::Name(_)
            | Node::Outer(_) => 0,
            Node::List(items) => deepest(items),
            Node::Call { arguments, .. } => deepest(arguments),
            Node::Map(entries) => {
                let depths = entries.iter().map(|(key, value)| key.depth.max(value.depth));
                depths.max().unwrap_or(0)
            }
            Node::Not(inner) | Node::Negate(inner) | Node::Member(inner, _) => inner.depth,
            Node::Index(one, other) => one.depth.max(other.depth),
            Node::Row(first, rest) => rest.iter().fold(first.depth, |depth, (_, next)| depth.max(next.depth)),
            Node::Choice(choices, no) => {
                let depths = choices.iter().map(|(condition, yes)| condition.depth.max(yes.depth));
                depths.fold(no.depth, usize::max)
            }
        };
        if below >= MAX_LEVELS {
            return Err(fault(at, format!("nested deeper than {MAX_LEVELS} levels")));
        }
        Ok(Tree {
            node,
            at,
            depth: below + 1,
        })
    }

    /// This, joined with what follows it: a row of operators that bind alike stays one row, however long.
    fn joined(mut self, operator: Operator, right: Tree) -> Result<Tree> {
        let level = operator.level();
        match &mut self.node {
            Node::Row(_, rest)
                if rest.first().is_some_and(|(own, _)| own.level() == level) && right.depth < MAX_LEVELS =>
            {
                self.depth = self.depth.max(right.depth + 1);
                rest.push((operator, right));
                Ok(self)
            }
            _ => {
                let at = self.at;
                Tree::new(Node::Row(Box::new(self), vec![(operator, right)]), at)
            }
        }
    }

    /// The names of a chain such as `customer.name`, joined by dots.
    pub(super) fn path(&self) -> Option<String> {
        match &self.node {
            Node::Name(name) | Node::Outer(name) => Some(name.clone()),
            Node::Member(target, name) => target.path().map(|path| format!("{path}.{name}")),
            _ => None,
        }
    }

    /// The name that such a chain begins with, unless it is asked for outside of all macros.
    pub(super) fn first_name(&self) -> Option<&str> {
        match &self.node {
            Node::Name(name) => Some(name),
            Node::Member(target, _) => target.first_name(),
            _ => None,
        }
    }
}

/// How deep the tree of an expression may be: fields, entries and methods in a row count a level each.
const MAX_LEVELS: usize = 2 * MAX_DEPTH;

#[derive(Clone, Debug)]
pub(super) enum Node {
    Null,
    Bool(bool),
    Int(i64),
    Decimal(Decimal),
    Text(String),
    Name(String),
    /// `.name`: the declared name, whatever the variables of macros are called.
    Outer(String),
    List(Vec<Tree>),
    Map(Vec<(Tree, Tree)>),
    Not(Box<Tree>),
    Negate(Box<Tree>),
    /// Operands in a row, by operators that bind alike, from left to right.
    Row(Box<Tree>, Vec<(Operator, Tree)>),
    /// The first whose condition is true, or the last.
    Choice(Vec<(Tree, Tree)>, Box<Tree>),
    /// A function, or a method of the first argument.
    Call {
        name: String,
        method: bool,
        arguments: Vec<Tree>,
    },
    /// `target.name`.
    Member(Box<Tree>, String),
    Index(Box<Tree>, Box<Tree>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

impl Operator {
    const ALL: [Operator; 14] = [
        Operator::Or,
        Operator::And,
        Operator::Equal,
        Operator::NotEqual,
        Operator::Less,
        Operator::AtMost,
        Operator::More,
        Operator::AtLeast,
        Operator::In,
        Operator::Add,
        Operator::Subtract,
        Operator::Multiply,
        Operator::Divide,
        Operator::Remainder,
    ];

    pub(super) fn sign(self) -> &'static str {
        match self {
            Operator::Or => "||",
            Operator::And => "&&",
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::Less => "<",
            Operator::AtMost => "<=",
            Operator::More => ">",
            Operator::AtLeast => ">=",
            Operator::In => "in",
            Operator::Add => "+",
            Operator::Subtract => "-",
            Operator::Multiply => "*",
            Operator::Divide => "/",
            Operator::Remainder => "%",
        }
    }

    /// Whether it asks how two values stand to each other.
    pub(super) fn compares(self) -> bool {
        self.level() == 3
    }

    /// How tightly it binds; those of one level bind from left to right.
    pub(super) fn level(self) -> u8 {
        match self {
            Operator::Or => 1,
            Operator::And => 2,
            Operator::Add | Operator::Subtract => 4,
            Operator::Multiply | Operator::Divide | Operator::Remainder => 5,
            _ => 3,
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Tree> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        next: 0,
        depth: 0,
    };
    let tree = parser.expression()?;
    if parser.kind() != &Kind::End {
        let message = format!("{} is more than the expression needs", told(parser.kind()));
        return Err(fault(parser.at(), message));
    }
    Ok(tree)
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

impl Parser {
    fn kind(&self) -> &Kind {
        self.tokens.get(self.next).map_or(&Kind::End, |token| &token.kind)
    }

    fn at(&self) -> usize {
        let token = self.tokens.get(self.next).or(self.tokens.last());
        token.map_or(0, |token| token.at)
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = matches!(self.kind(), Kind::Sign(own) if *own == sign);
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<()> {
        if self.take(sign) {
            return Ok(());
        }
        let message = format!("`{sign}` is missing before {}", told(self.kind()));
        Err(fault(self.at(), message))
    }

    fn deeper(&mut self, read: fn(&mut Self) -> Result<Tree>) -> Result<Tree> {
        if self.depth >= MAX_DEPTH {
            return Err(fault(self.at(), format!("nested deeper than {MAX_DEPTH} levels")));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn expression(&mut self) -> Result<Tree> {
        self.deeper(Self::choice)
    }

    fn choice(&mut self) -> Result<Tree> {
        let mut last = self.binary(0)?;
        let (at, mut choices) = (last.at, Vec::new());
        while self.take("?") {
            let yes = self.binary(0)?;
            self.expect(":")?;
            choices.push((last, yes));
            last = self.binary(0)?;
        }
        if choices.is_empty() {
            return Ok(last);
        }
        // `a ? b : (c ? d : e)` is the same without its brackets.
        let last = match last.node {
            Node::Choice(more, last) => {
                choices.extend(more);
                last
            }
            _ => Box::new(last),
        };
        Tree::new(Node::Choice(choices, last), at)
    }

    fn operator(&self) -> Option<Operator> {
        let sign = match self.kind() {
            Kind::Sign(sign) => *sign,
            Kind::Name(name) if name == "in" => "in",
            _ => return None,
        };
        Operator::ALL.into_iter().find(|operator| operator.sign() == sign)
    }

    /// Operands joined by operators that bind at least as tightly as `loosest`.
    fn binary(&mut self, loosest: u8) -> Result<Tree> {
        let mut left = self.unary()?;
        while let Some(operator) = self.operator().filter(|operator| operator.level() >= loosest) {
            self.next += 1;
            let right = self.binary(operator.level() + 1)?;
            left = left.joined(operator, right)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Tree> {
        let at = self.at();
        if self.take("!") {
            let inner = self.deeper(Self::unary)?;
            return Tree::new(Node::Not(Box::new(inner)), at);
        }
        if !self.take("-") {
            let primary = self.primary()?;
            return self.members(primary);
        }
        let literal = match self.kind() {
            Kind::Int(number) => 0_i64.checked_sub_unsigned(*number).map(Node::Int),
            Kind::Decimal(decimal) => Some(Node::Decimal(-*decimal)),
            _ => None,
        };
        if let Some(node) = literal {
            self.next += 1;
            return self.members(Tree::new(node, at)?);
        }
        let inner = self.deeper(Self::unary)?;
        Tree::new(Node::Negate(Box::new(inner)), at)
    }

    /// Fields, methods and entries of what stands before them.
    fn members(&mut self, mut tree: Tree) -> Result<Tree> {
        let at = tree.at;
        loop {
            if self.take("[") {
                let index = self.expression()?;
                self.expect("]")?;
                tree = Tree::new(Node::Index(Box::new(tree), Box::new(index)), at)?;
            } else if self.take(".") {
                let Kind::Name(name) = self.kind().clone() else {
                    return Err(fault(self.at(), "a name is missing after `.`".to_owned()));
                };
                self.next += 1;
                tree = if self.take("(") {
                    let arguments = self.items(")", vec![tree])?;
                    let method = true;
                    Tree::new(
                        Node::Call {
                            name,
                            method,
                            arguments,
                        },
                        at,
                    )?
                } else {
                    Tree::new(Node::Member(Box::new(tree), name), at)?
                };
            } else {
                return Ok(tree);
            }
        }
    }

    fn primary(&mut self) -> Result<Tree> {
        let at = self.at();
        let kind = self.kind().clone();
        self.next += 1;
        let node = match kind {
            Kind::Int(number) => match i64::try_from(number) {
                Ok(number) => Node::Int(number),
                Err(_) => return Err(fault(at, format!("the number `{number}` is too large"))),
            },
            Kind::Decimal(decimal) => Node::Decimal(decimal),
            Kind::Text(text) => Node::Text(text),
            Kind::Name(name) if name == "null" => Node::Null,
            Kind::Name(name) if name == "true" || name == "false" => Node::Bool(name == "true"),
            Kind::Name(name) if name != "in" => {
                if self.take("(") {
                    let arguments = self.items(")", Vec::new())?;
                    let method = false;
                    Node::Call {
                        name,
                        method,
                        arguments,
                    }
                } else {
                    Node::Name(name)
                }
            }
            Kind::Sign(".") => match self.kind().clone() {
                Kind::Name(name) => {
                    self.next += 1;
                    Node::Outer(name)
                }
                _ => return Err(fault(at, "a value is missing before `.`".to_owned())),
            },
            Kind::Sign("(") => {
                let inner = self.expression()?;
                self.expect(")")?;
                return Ok(inner);
            }
            Kind::Sign("[") => Node::List(self.items("]", Vec::new())?),
            Kind::Sign("{") => Node::Map(self.entries()?),
            other => return Err(fault(at, format!("a value is missing before {}", told(&other)))),
        };
        Tree::new(node, at)
    }

    /// What stands between commas; lists may end with one, calls may not.
    fn items(&mut self, end: &str, mut items: Vec<Tree>) -> Result<Vec<Tree>> {
        if self.take(end) {
            return Ok(items);
        }
        loop {
            items.push(self.expression()?);
            if self.take(end) {
                return Ok(items);
            }
            if !self.take(",") {
                return Err(self
                    .expect(end)
                    .err()
                    .unwrap_or_else(|| fault(self.at(), String::new())));
            }
            if end == "]" && self.take(end) {
                return Ok(items);
            }
        }
    }

    fn entries(&mut self) -> Result<Vec<(Tree, Tree)>> {
        let mut entries = Vec::new();
        while !self.take("}") {
            let key = self.expression()?;
            self.expect(":")?;
            entries.push((key, self.expression()?));
            if !self.take(",") {
                self.expect("}")?;
                break;
            }
        }
        Ok(entries)
    }
}

fn told(kind: &Kind) -> String {
    match kind {
        Kind::End => "the end".to_owned(),
        Kind::Int(number) => format!("`{number}`"),
        Kind::Decimal(decimal) => format!("`{decimal}`"),
        Kind::Text(text) | Kind::Name(text) => format!("`{}`", crate::money::shortened(text)),
        Kind::Sign(sign) => format!("`{sign}`"),
    }
}
