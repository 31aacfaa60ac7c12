//! Whom a provider means: a code is exchanged for what it says of them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::{RequestBuilder, Url};
use serde_json::{Map, Value};

use super::id_token::{Claims, Expected, IdToken};
use super::known::Known;
use super::{Provider, Refused};
use crate::platform::accounts::{fault_of_name, folded, is_email};
use crate::state::App;

/// An access token has at most so many bytes.
const MOST_OF_A_TOKEN: usize = 16_384;

/// Somebody, as a provider knows them.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    pub(super) issuer: String,
    pub(super) subject: String,
    /// Their e-mail, where the provider has seen that it is theirs.
    pub(super) email: Option<String>,
    pub(super) name: Option<String>,
    /// Whether they have shown more than a password there.
    pub(super) second_factor: bool,
}

/// What was asked for, by whoever comes back with a code.
pub(super) struct Asked<'a> {
    pub(super) code: &'a str,
    pub(super) verifier: &'a str,
    pub(super) nonce: &'a str,
    pub(super) redirect: &'a str,
}

/// Pairs as a form sends them.
fn form(pairs: &[(&str, &str)]) -> Option<String> {
    let mut url: Url = "form://form".parse().ok()?;
    url.query_pairs_mut().extend_pairs(pairs);
    url.query().map(str::to_owned)
}

/// One text as a form sends it.
fn encoded(text: &str) -> String {
    let pair = form(&[("", text)]).unwrap_or_default();
    pair.trim_start_matches('=').to_owned()
}

impl Provider {
    /// Whom it means by a code.
    pub(super) async fn identity(&self, app: &App, known: &Known, asked: &Asked<'_>) -> Result<Identity, Refused> {
        let answer = self.answered(self.exchange(known, asked)?).await?;
        let text = |name: &str| answer.get(name).and_then(Value::as_str);
        let access = text("access_token").filter(|token| token.len() <= MOST_OF_A_TOKEN);
        let token = text("id_token").ok_or_else(|| Refused::because("it answered a code without a token"))?;
        let token = IdToken::of(token)?;
        let again;
        let mut keys = &known.keys;
        if token.is_signed_by_none(keys) {
            // It may have another key by now, under another name, or under none.
            again = self.known_again(app).await?;
            keys = &again.keys;
        }
        let expected = Expected {
            issuer: &self.issuer,
            client_id: &self.client_id,
            nonce: asked.nonce,
            access_token: access,
            now: app.now().seconds(),
        };
        let claims = token.checked(keys, &expected)?;
        let mut told = claims.others.clone();
        let is_told = [&self.email_claim, &self.verified_claim]
            .iter()
            .all(|claim| told.contains_key(claim.as_str()));
        if !is_told && let (Some(place), Some(access)) = (&known.userinfo, access) {
            self.add_userinfo(&claims, self.get(place)?.bearer_auth(access), &mut told)
                .await?;
        }
        self.identity_of(claims, &told)
    }

    fn exchange(&self, known: &Known, asked: &Asked<'_>) -> Result<RequestBuilder, Refused> {
        let mut pairs = vec![
            ("grant_type", "authorization_code"),
            ("code", asked.code),
            ("redirect_uri", asked.redirect),
            ("code_verifier", asked.verifier),
        ];
        let mut request = self.post(&known.token)?;
        match &self.secret {
            Some(secret) if known.takes_basic => {
                let pair = format!("{}:{}", encoded(&self.client_id), encoded(secret));
                request = request.header("authorization", format!("Basic {}", STANDARD.encode(pair)));
            }
            Some(secret) => pairs.extend([
                ("client_id", self.client_id.as_str()),
                ("client_secret", secret.as_str()),
            ]),
            None => pairs.push(("client_id", self.client_id.as_str())),
        }
        let body = form(&pairs).ok_or_else(|| Refused::because("a code cannot be sent"))?;
        Ok(request
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body))
    }

    /// What it tells of the same person beside the token, which says more than that.
    async fn add_userinfo(
        &self,
        claims: &Claims,
        request: RequestBuilder,
        told: &mut Map<String, Value>,
    ) -> Result<(), Refused> {
        let more = self.answered(request).await?;
        if more.get("sub").and_then(Value::as_str) != Some(claims.sub.as_str()) {
            return Err(Refused::because("it tells more of somebody else"));
        }
        // Of which e-mail it says that it is theirs: of no other that stands in the token.
        let is_same = told
            .get(&self.email_claim)
            .is_none_or(|own| more.get(&self.email_claim) == Some(own));
        for (name, value) in more.as_object().into_iter().flatten() {
            if *name == self.verified_claim && !is_same {
                continue;
            }
            // What stands in the token is signed.
            told.entry(name.clone()).or_insert_with(|| value.clone());
        }
        Ok(())
    }

    fn identity_of(&self, claims: Claims, told: &Map<String, Value>) -> Result<Identity, Refused> {
        let text = |name: &str| told.get(name).and_then(Value::as_str);
        let is_verified = match told.get(&self.verified_claim) {
            Some(Value::Bool(truth)) => *truth,
            Some(Value::String(text)) => text == "true",
            _ => false,
        };
        let email = text(&self.email_claim)
            .map(folded)
            .filter(|email| is_verified && is_email(email));
        if !self.domains.is_empty() {
            let domain = email
                .as_deref()
                .and_then(|email| email.rsplit_once('@'))
                .map(|(_, domain)| domain);
            if !domain.is_some_and(|domain| self.domains.iter().any(|own| own == domain)) {
                return Err(Refused::because(
                    "it means somebody whose e-mail is of none of its domains, or not verified",
                ));
            }
        }
        let name = text(&self.name_claim).map(|name| name.trim().to_owned());
        let words = ["amr", "acr"].into_iter().filter_map(|claim| claims.others.get(claim));
        let words = words.flat_map(|value| match value {
            Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect::<Vec<_>>(),
        });
        Ok(Identity {
            issuer: self.issuer.clone(),
            second_factor: words
                .into_iter()
                .any(|word| self.second_factor.iter().any(|own| own == word)),
            subject: claims.sub,
            email,
            name: name.filter(|name| !name.is_empty() && fault_of_name(name).is_none()),
        })
    }
}
