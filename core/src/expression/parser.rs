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
        let below = match &node {
            Node::Bool(_) | Node::Int(_) | Node::Decimal(_) | Node::Text(_) | Node::Name(_) => 0,
            Node::List(items) | Node::Call(_, items) => items.iter().map(|item| item.depth).max().unwrap_or(0),
            Node::Unary(_, inner) => inner.depth,
            Node::Binary(_, one, other) | Node::Index(one, other) => one.depth.max(other.depth),
            Node::Choice(condition, yes, no) => condition.depth.max(yes.depth).max(no.depth),
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
}

/// How deep the tree of an expression may be: operators in a row count a level each.
const MAX_LEVELS: usize = 2 * MAX_DEPTH;

#[derive(Clone, Debug)]
pub(super) enum Node {
    Bool(bool),
    Int(i64),
    Decimal(Decimal),
    Text(String),
    Name(String),
    List(Vec<Tree>),
    Unary(&'static str, Box<Tree>),
    Binary(&'static str, Box<Tree>, Box<Tree>),
    Choice(Box<Tree>, Box<Tree>, Box<Tree>),
    /// A function, or a method of the first argument.
    Call(String, Vec<Tree>),
    Index(Box<Tree>, Box<Tree>),
}

/// Operators from the loosest to the tightest; those of one line bind alike, from left to right.
const LEVELS: &[&[&str]] = &[
    &["||"],
    &["&&"],
    &["==", "!=", "<", "<=", ">", ">=", "in"],
    &["+", "-"],
    &["*", "/", "%"],
];

pub(super) fn parse(text: &str) -> Result<Tree> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        next: 0,
        depth: 0,
    };
    let tree = parser.choice()?;
    let rest = parser.peek();
    if rest.kind != Kind::End {
        return Err(fault(
            rest.at,
            format!("{} is more than the expression needs", told(&rest.kind)),
        ));
    }
    Ok(tree)
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Token {
        let end = || Token { kind: Kind::End, at: 0 };
        self.tokens
            .get(self.next)
            .or(self.tokens.last())
            .cloned()
            .unwrap_or_else(end)
    }

    fn take(&mut self, sign: &str) -> bool {
        let found = match self.tokens.get(self.next).map(|token| &token.kind) {
            Some(Kind::Sign(own)) => *own == sign,
            Some(Kind::Name(own)) => sign == "in" && own == sign,
            _ => false,
        };
        self.next += usize::from(found);
        found
    }

    fn expect(&mut self, sign: &str) -> Result<()> {
        if self.take(sign) {
            return Ok(());
        }
        let found = self.peek();
        Err(fault(
            found.at,
            format!("`{sign}` is missing before {}", told(&found.kind)),
        ))
    }

    fn deeper<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        if self.depth >= MAX_DEPTH {
            return Err(fault(self.peek().at, format!("nested deeper than {MAX_DEPTH} levels")));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    fn choice(&mut self) -> Result<Tree> {
        self.deeper(|parser| {
            let condition = parser.level(0)?;
            if !parser.take("?") {
                return Ok(condition);
            }
            let at = condition.at;
            let yes = parser.choice()?;
            parser.expect(":")?;
            let no = parser.choice()?;
            Tree::new(Node::Choice(Box::new(condition), Box::new(yes), Box::new(no)), at)
        })
    }

    fn level(&mut self, level: usize) -> Result<Tree> {
        let Some(signs) = LEVELS.get(level) else {
            return self.unary();
        };
        let mut left = self.level(level + 1)?;
        let mut count = 0;
        while let Some(sign) = signs.iter().copied().find(|sign| self.take(sign)) {
            count += 1;
            if count > MAX_DEPTH {
                return Err(fault(
                    self.peek().at,
                    format!("more than {MAX_DEPTH} operators in a row"),
                ));
            }
            let right = self.level(level + 1)?;
            let at = left.at;
            left = Tree::new(Node::Binary(sign, Box::new(left), Box::new(right)), at)?;
        }
        Ok(left)
    }

    fn unary(&mut self) -> Result<Tree> {
        let at = self.peek().at;
        for sign in ["!", "-"] {
            if self.take(sign) {
                let inner = self.deeper(Self::unary)?;
                return Tree::new(Node::Unary(sign, Box::new(inner)), at);
            }
        }
        let mut tree = self.primary()?;
        for _ in 0..MAX_DEPTH {
            if self.take(".") {
                let name = self.peek();
                let Kind::Name(method) = name.kind else {
                    return Err(fault(name.at, "a method's name is missing after `.`".to_owned()));
                };
                self.next += 1;
                self.expect("(")?;
                let mut arguments = vec![tree];
                arguments.extend(self.list(")")?);
                tree = Tree::new(Node::Call(method, arguments), at)?;
            } else if self.take("[") {
                let index = self.choice()?;
                self.expect("]")?;
                tree = Tree::new(Node::Index(Box::new(tree), Box::new(index)), at)?;
            } else {
                return Ok(tree);
            }
        }
        Err(fault(at, format!("more than {MAX_DEPTH} methods in a row")))
    }

    fn primary(&mut self) -> Result<Tree> {
        let token = self.peek();
        let at = token.at;
        self.next += 1;
        let node = match token.kind {
            Kind::Int(number) => Node::Int(number),
            Kind::Decimal(decimal) => Node::Decimal(decimal),
            Kind::Text(text) => Node::Text(text),
            Kind::Name(name) if name == "true" || name == "false" => Node::Bool(name == "true"),
            Kind::Name(name) if self.take("(") => Node::Call(name, self.list(")")?),
            Kind::Name(name) => Node::Name(name),
            Kind::Sign("(") => {
                let inner = self.choice()?;
                self.expect(")")?;
                return Ok(inner);
            }
            Kind::Sign("[") => Node::List(self.list("]")?),
            other => return Err(fault(at, format!("a value is missing before {}", told(&other)))),
        };
        Tree::new(node, at)
    }

    fn list(&mut self, end: &str) -> Result<Vec<Tree>> {
        let mut items = Vec::new();
        while !self.take(end) {
            if !items.is_empty() {
                self.expect(",")?;
            }
            items.push(self.choice()?);
        }
        Ok(items)
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
