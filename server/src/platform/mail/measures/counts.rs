//! What comes from letters: somebody who has opened one or followed a link, or a machine that looked before them.

use axum::http::HeaderMap;
use ratebook::time::Instant;

use super::addresses::Token;
use super::{Measures, place};
use crate::platform::accounts::id_of;
use crate::platform::notices::Person;
use crate::platform::read_only;
use crate::platform::trace;
use crate::state::App;
use crate::store::sql::Bound;
use crate::store::{Failure, RowCells};

/// Nobody reads a letter as soon as it is sent, in microseconds; what looks for viruses does.
const TOO_SOON: i64 = 10 * 1_000_000;
/// By what browsers say that they fetch something for later.
const AHEAD: [&str; 3] = ["sec-purpose", "purpose", "x-moz"];
/// By what whoever looks before a person calls itself.
const MACHINES: [&str; 14] = [
    "barracuda",
    "bot",
    "crawler",
    "curl",
    "headless",
    "imageproxy",
    "mailproxy",
    "mimecast",
    "preview",
    "proofpoint",
    "python",
    "safelinks",
    "scanner",
    "spider",
];

/// Who comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comes {
    Somebody,
    Machine,
    /// Somebody who does not want to be counted.
    Uncounted,
}

impl Comes {
    pub(super) fn of(headers: &HeaderMap) -> Comes {
        let text = |name: &str| {
            headers
                .get(name)
                .map(|value| value.to_str().unwrap_or_default().to_ascii_lowercase())
        };
        if ["dnt", "sec-gpc"]
            .into_iter()
            .any(|name| text(name).as_deref() == Some("1"))
        {
            return Comes::Uncounted;
        }
        let is_ahead = AHEAD
            .into_iter()
            .filter_map(text)
            .any(|said| said.contains("prefetch") || said.contains("preview"));
        let agent = text("user-agent").unwrap_or_default();
        let is_machine = agent.is_empty() || MACHINES.into_iter().any(|name| agent.contains(name));
        match is_ahead || is_machine {
            true => Comes::Machine,
            false => Comes::Somebody,
        }
    }
}

/// A letter as it was kept.
pub(super) struct Letter {
    pub(super) address: Option<String>,
    sent_at: i64,
    /// The member to whom it went.
    member: Option<String>,
}

impl Letter {
    /// That of an address; nothing where it is forgotten.
    pub(super) async fn of(app: &App, token: Token) -> Result<Option<Letter>, Failure> {
        let values = [Bound::Id(token.mail), Bound::Whole(token.place.map_or(-1, i64::from))];
        let found = app.store.read(token.tenant, move |mut tx| {
            Box::pin(async move {
                let text = "SELECT m.sent_at, m.member, l.address FROM mails m LEFT JOIN mail_links l ON l.tenant_id = m.tenant_id AND l.mail_id = \
                            m.id AND l.place = $3 WHERE m.tenant_id = $1 AND m.id = $2";
                tx.ask(text, &values).await
            })
        });
        let rows = found.await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let sealed = row.bytes(2)?;
        let opened = sealed.map(|sealed| app.vault.open(&place(token.tenant, token.mail), sealed));
        let address = opened.transpose()?.map(String::from_utf8).transpose();
        Ok(Some(Letter {
            sent_at: row.whole(0)?.unwrap_or_default(),
            member: row.text(1)?.map(str::to_owned),
            address: address.map_err(|_| Failure::defect("an address that is no text"))?,
        }))
    }

    /// Counts who comes; whatever stands in the way of that, they get what they came for.
    pub(super) async fn count(&self, app: &App, token: Token, comes: Comes) {
        if comes == Comes::Uncounted {
            return;
        }
        if let Err(failure) = self.counted(app, token, comes).await {
            trace::tell(&format!("a letter was not counted: {failure}"));
        }
    }

    async fn counted(&self, app: &App, token: Token, comes: Comes) -> Result<(), Failure> {
        let is_read = app.read_only().is_set() || read_only::lets(app, token.tenant, false).await.is_err();
        if is_read || !self.is_wanted(app, token).await? {
            return Ok(());
        }
        let now = app.now();
        let is_machine = comes == Comes::Machine || now.microseconds().saturating_sub(self.sent_at) < TOO_SOON;
        count(app, token, (is_machine, now)).await
    }

    /// Whether the tenant and whoever got it still want that.
    async fn is_wanted(&self, app: &App, token: Token) -> Result<bool, Failure> {
        let measures = app.store.read(token.tenant, |mut tx| {
            Box::pin(async move { Measures::of(&mut tx).await })
        });
        let measures = measures.await?;
        let is_on = match token.place {
            Some(_) => measures.clicks,
            None => measures.opens,
        };
        let Some(member) = self.member.as_deref().filter(|_| is_on) else {
            return Ok(is_on);
        };
        let account = id_of(member).unwrap_or_default();
        let person = app
            .store
            .read_platform(move |mut tx| Box::pin(async move { Person::of(&mut tx, token.tenant, account).await }));
        Ok(person.await?.is_some_and(|person| person.preferences.is_measured()))
    }
}

async fn count(app: &App, token: Token, (is_machine, now): (bool, Instant)) -> Result<(), Failure> {
    let (mail, at) = (Bound::Id(token.mail), Bound::Whole(now.microseconds()));
    let (text, values) = match (token.place, is_machine) {
        (None, true) => (
            "UPDATE mails SET opens_by_machines = opens_by_machines + 1 WHERE tenant_id = $1 AND id = $2",
            vec![mail],
        ),
        (None, false) => (
            "UPDATE mails SET opens = opens + 1, first_opened_at = coalesce(first_opened_at, $3), last_opened_at = $3 WHERE tenant_id = $1 AND \
             id = $2",
            vec![mail, at],
        ),
        (Some(place), true) => (
            "UPDATE mail_links SET clicks_by_machines = clicks_by_machines + 1 WHERE tenant_id = $1 AND mail_id = $2 AND place = $3",
            vec![mail, Bound::Whole(place.into())],
        ),
        (Some(place), false) => (
            "UPDATE mail_links SET clicks = clicks + 1, first_followed_at = coalesce(first_followed_at, $4), last_followed_at = $4 WHERE \
             tenant_id = $1 AND mail_id = $2 AND place = $3",
            vec![mail, Bound::Whole(place.into()), at],
        ),
    };
    let kept = app.store.write(token.tenant, move |mut tx| {
        Box::pin(async move { tx.tell(text, &values).await })
    });
    kept.await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn machines_say_who_they_are_and_some_want_not_to_be_counted() {
        let comes = |said: &[(&'static str, &'static str)]| {
            let mut headers = HeaderMap::new();
            for (name, value) in said {
                headers.insert(*name, value.parse().expect("a header"));
            }
            Comes::of(&headers)
        };
        let agent = (
            "user-agent",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        );
        assert_eq!(comes(&[agent]), Comes::Somebody);
        assert_eq!(comes(&[]), Comes::Machine);
        assert_eq!(comes(&[agent, ("sec-purpose", "prefetch;prerender")]), Comes::Machine);
        let proxy = "Mozilla/5.0 (Windows NT 5.1) Firefox/11.0 (via ggpht.com GoogleImageProxy)";
        assert_eq!(comes(&[("user-agent", proxy)]), Comes::Machine);
        assert_eq!(comes(&[agent, ("sec-gpc", "1")]), Comes::Uncounted);
        assert_eq!(comes(&[agent, ("dnt", "0")]), Comes::Somebody);
    }
}
