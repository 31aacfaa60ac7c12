//! Whether PayPal has signed a message: by a certificate of theirs. Where that lies is said by the message, of which nothing is known yet: it
//! is fetched from PayPal alone, and held against those whom PayPal and the machine trust.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use moka::sync::Cache;
use ratebook::records::WebhookRequest;
use ratebook::time::Instant;
use reqwest::{Client, Url};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName, TrustAnchor, UnixTime};
use tokio::sync::Semaphore;
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use crate::outside;
use crate::platform::trace;
use crate::platform::webhooks::Lookup;
use crate::state::App;
use crate::store::Failure;

/// Whom their certificates are of, live and in their sandbox.
const NAMES: [&str; 2] = [
    "messageverificationcerts.paypal.com",
    "messageverificationcerts.sandbox.paypal.com",
];
const HOST: &str = "paypal.com";
const PATH: &str = "/v1/notifications/certs/";
/// Where the certificates of who signs for them lie.
const SIGNER: &str = "cacerts.digicert.com";
const ALGORITHM: &str = "SHA256withRSA";
/// The certificate between theirs and the root, and that root: they send neither, and machines may know neither.
const BETWEEN: &[u8] = include_bytes!("paypal.pem");
/// How long it may take to fetch one, and how many bytes it has at most.
const PATIENCE: Duration = Duration::from_secs(4);
const MOST_BYTES: usize = 64 * 1_024;
/// As many are fetched at once: nobody who only says that they are PayPal keeps the server busy.
const AT_ONCE: usize = 4;
/// As many are remembered, and for so long.
const REMEMBERED: u64 = 100;
const FOR: Duration = Duration::from_secs(24 * 3_600);

type Chain = Vec<CertificateDer<'static>>;

/// By which certificates PayPal signs, and whom they are held against.
#[derive(Clone, Debug)]
pub struct Certificates(Arc<Whole>);

#[derive(Debug)]
struct Whole {
    /// Where they are fetched instead, and by whom they have to be signed.
    instead: Option<(Url, Vec<TrustAnchor<'static>>)>,
    known: Cache<String, Arc<Chain>>,
    turns: Semaphore,
    client: OnceLock<Client>,
    trusted: OnceLock<Vec<TrustAnchor<'static>>>,
}

impl Default for Certificates {
    /// Those that lie at PayPal.
    fn default() -> Certificates {
        Certificates::of(None)
    }
}

impl Certificates {
    /// Those of a stand-in for PayPal: where they lie, and the root that has signed them.
    pub fn instead(at: &str, root: &[u8]) -> Option<Certificates> {
        let anchors = anchors(&read(root)?);
        Some(Certificates::of(Some((at.parse().ok()?, anchors))))
    }

    fn of(instead: Option<(Url, Vec<TrustAnchor<'static>>)>) -> Certificates {
        Certificates(Arc::new(Whole {
            instead,
            known: Cache::builder().max_capacity(REMEMBERED).time_to_live(FOR).build(),
            turns: Semaphore::new(AT_ONCE),
            client: OnceLock::new(),
            trusted: OnceLock::new(),
        }))
    }

    /// The text that a certificate of theirs has signed; nothing where none has.
    pub(super) async fn signed(&self, app: &App, request: &WebhookRequest) -> Result<Option<String>, Failure> {
        let Some(claim) = Claim::of(request) else {
            trace::tell("a webhook of PayPal was refused: its headers do not say how it is signed");
            return Ok(None);
        };
        let Some(chain) = self.chain(app, &claim).await? else {
            return Ok(None);
        };
        let texts = request.paypal_texts();
        let proof = Proof {
            chain: &chain,
            anchors: self.trusted(),
            now: request.now,
        };
        let mut why = "there is no secret".to_owned();
        for text in texts {
            match proof.holds(text.as_bytes(), &claim.signature) {
                Ok(()) => {
                    self.0.known.insert(claim.place.to_string(), Arc::clone(&chain));
                    return Ok(Some(text));
                }
                Err(error) => why = error.to_string(),
            }
        }
        trace::tell(&format!("a webhook of PayPal was refused: {why}"));
        Ok(None)
    }

    fn trusted(&self) -> &[TrustAnchor<'static>] {
        if let Some((_, anchors)) = &self.0.instead {
            return anchors;
        }
        self.0.trusted.get_or_init(|| {
            let own = read(BETWEEN).unwrap_or_default();
            let machine = rustls_native_certs::load_native_certs().certs;
            anchors(&own.into_iter().skip(1).chain(machine).collect::<Vec<_>>())
        })
    }

    /// The certificate that is named, with those between it and a root; nothing where none lies there.
    async fn chain(&self, app: &App, claim: &Claim) -> Result<Option<Arc<Chain>>, Failure> {
        if let Some(known) = self.0.known.get(claim.place.as_str()) {
            return Ok(Some(known));
        }
        let Ok(_turn) = self.0.turns.try_acquire() else {
            return Err(away("too many certificates are fetched just now"));
        };
        let bytes = self.fetched(app, claim.place.clone()).await?;
        let Some(mut chain) = bytes.as_deref().and_then(read) else {
            trace::tell("a webhook of PayPal was refused: no certificate lies where it says");
            return Ok(None);
        };
        // Who has signed it changes over the years: it says where their own certificate lies. Without that the one that is known may do.
        if let Some(issuer) = chain.last().and_then(issuer_of)
            && let Ok(Some(bytes)) = self.fetched(app, issuer).await
        {
            chain.extend(read(&bytes).unwrap_or_else(|| vec![CertificateDer::from(bytes)]));
        }
        chain.extend(read(BETWEEN).into_iter().flatten().take(1));
        Ok(Some(Arc::new(chain)))
    }

    async fn fetched(&self, app: &App, mut place: Url) -> Result<Option<Vec<u8>>, Failure> {
        if let Some((instead, _)) = &self.0.instead {
            let path = place.path().to_owned();
            place = instead.clone();
            place.set_path(&path);
        }
        let answer = self.client(app)?.get(place).send().await;
        let mut answer = answer.map_err(|_| away("a certificate of PayPal's cannot be fetched just now"))?;
        if answer.status().is_server_error() {
            return Err(away("PayPal gives out no certificates just now"));
        }
        if !answer.status().is_success() {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let unread = |_| away("a certificate of PayPal's has not come whole");
        while let Some(part) = answer.chunk().await.map_err(unread)? {
            bytes.extend_from_slice(&part);
            if bytes.len() > MOST_BYTES {
                return Ok(None);
            }
        }
        Ok(Some(bytes))
    }

    fn client(&self, app: &App) -> Result<&Client, Failure> {
        if let Some(known) = self.0.client.get() {
            return Ok(known);
        }
        let lookup = Lookup {
            reachable: app.reachable.clone(),
            is_plain: false,
        };
        let made = outside::client(PATIENCE).dns_resolver(lookup).build();
        let made = made.map_err(|error| Failure::defect(error.to_string()))?;
        Ok(self.0.client.get_or_init(|| made))
    }
}

/// That whoever has sent it comes again.
fn away(why: &str) -> Failure {
    Failure::Busy(why.to_owned())
}

/// What a message says of how it is signed.
struct Claim {
    place: Url,
    signature: Vec<u8>,
}

impl Claim {
    fn of(request: &WebhookRequest) -> Option<Claim> {
        if request.header("paypal-auth-algo") != Some(ALGORITHM) {
            return None;
        }
        Some(Claim {
            place: place(request.header("paypal-cert-url")?)?,
            signature: STANDARD.decode(request.header("paypal-transmission-sig")?).ok()?,
        })
    }
}

/// Where a certificate of theirs lies; nothing where it would lie anywhere else.
fn place(text: &str) -> Option<Url> {
    let url: Url = text.parse().ok()?;
    let host = url.host_str()?;
    let is_theirs = host == HOST || host.strip_suffix(HOST).is_some_and(|rest| rest.ends_with('.'));
    let is_plain = url.username().is_empty()
        && url.password().is_none()
        && url.port().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    let name = url.path().strip_prefix(PATH)?;
    let is_name = (1..=100).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    (url.scheme() == "https" && is_theirs && is_plain && is_name).then_some(url)
}

/// Where a certificate says that the one of whoever has signed it lies (RFC 5280, 4.2.2.1), where that is who signs for PayPal. Whatever lies
/// there counts for nothing unless a root has signed it.
fn issuer_of(certificate: &CertificateDer<'_>) -> Option<Url> {
    /// The name of such a place, and that it is an address.
    const PLACE: [u8; 11] = [0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, 0x86];
    let bytes = certificate.as_ref();
    let at = bytes.windows(PLACE.len()).position(|some| some == PLACE)? + PLACE.len();
    let (length, rest) = bytes.get(at..)?.split_first()?;
    let mut url: Url = std::str::from_utf8(rest.get(..usize::from(*length))?)
        .ok()?
        .parse()
        .ok()?;
    // They name it without encryption, and give it out with.
    url.set_scheme("https").ok()?;
    (url.host_str() == Some(SIGNER) && url.port().is_none()).then_some(url)
}

fn read(pem: &[u8]) -> Option<Chain> {
    let read: Result<Chain, _> = CertificateDer::pem_slice_iter(pem).collect();
    read.ok().filter(|chain| !chain.is_empty())
}

fn anchors(certificates: &[CertificateDer<'static>]) -> Vec<TrustAnchor<'static>> {
    let anchors = certificates.iter().filter_map(|own| anchor_from_trusted_cert(own).ok());
    anchors.map(|anchor| anchor.to_owned()).collect()
}

/// What a signature is held against.
struct Proof<'p> {
    chain: &'p [CertificateDer<'static>],
    anchors: &'p [TrustAnchor<'static>],
    now: Instant,
}

impl Proof<'_> {
    fn holds(&self, text: &[u8], signature: &[u8]) -> Result<(), webpki::Error> {
        let (own, between) = self.chain.split_first().ok_or(webpki::Error::UnknownIssuer)?;
        let own = EndEntityCert::try_from(own)?;
        let seconds = u64::try_from(self.now.seconds()).unwrap_or_default();
        let now = UnixTime::since_unix_epoch(Duration::from_secs(seconds));
        let usage = KeyUsage::server_auth();
        own.verify_for_usage(ALL_VERIFICATION_ALGS, self.anchors, between, now, usage, None, None)?;
        let is_named = NAMES.into_iter().any(|name| {
            let name = ServerName::try_from(name);
            name.is_ok_and(|name| own.verify_is_valid_for_subject_name(&name).is_ok())
        });
        if !is_named {
            return Err(webpki::Error::UnknownIssuer);
        }
        own.verify_signature(webpki::ring::RSA_PKCS1_2048_8192_SHA256, text, signature)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// What PayPal's simulator has sent, with their certificate of then.
    fn vectors() -> Value {
        serde_json::from_str(include_str!("paypal.json")).expect("JSON")
    }

    fn chain(vectors: &Value) -> Chain {
        let mut chain = read(vectors["certificate"].as_str().expect("a certificate").as_bytes()).expect("PEM");
        chain.extend(read(BETWEEN).expect("PEM").into_iter().take(1));
        chain
    }

    fn root() -> Vec<TrustAnchor<'static>> {
        anchors(&read(BETWEEN).expect("PEM").split_off(1))
    }

    fn request(vectors: &Value, case: usize) -> WebhookRequest {
        let case = &vectors["cases"][case];
        let body = case["body"].as_str().expect("a body");
        let now: Instant = "2024-08-02T19:40:00Z".parse().expect("a moment");
        let mut request = WebhookRequest::new("paypal", body, vec!["WEBHOOK_ID".to_owned()], now);
        let headers = case["headers"].as_object().expect("headers");
        let said = headers
            .iter()
            .map(|(name, value)| (name.clone(), value.as_str().expect("a text").to_owned()));
        request.headers = said.collect();
        request
    }

    fn proven(vectors: &Value, request: &WebhookRequest) -> bool {
        let Some(claim) = Claim::of(request) else { return false };
        let (chain, root) = (chain(vectors), root());
        let proof = Proof {
            chain: &chain,
            anchors: &root,
            now: request.now,
        };
        let texts = request.paypal_texts();
        texts
            .iter()
            .any(|text| proof.holds(text.as_bytes(), &claim.signature).is_ok())
    }

    #[test]
    fn what_paypal_has_sent_is_proven_while_its_certificate_holds() {
        let vectors = vectors();
        for case in 0..5 {
            let mut own = request(&vectors, case);
            assert!(proven(&vectors, &own), "{case}");
            for (now, holds) in [
                ("2024-03-07T23:59:59Z", false),
                ("2025-03-07T23:00:00Z", true),
                ("2025-03-08T00:00:00Z", false),
            ] {
                own.now = now.parse().expect("a moment");
                assert_eq!(proven(&vectors, &own), holds, "{case} {now}");
            }
        }
        let mut other = request(&vectors, 0);
        other.secrets = vec!["8PT597110X687430L".to_owned()];
        assert!(!proven(&vectors, &other), "the webhook of somebody else");
        let mut other = request(&vectors, 0);
        other
            .headers
            .insert("paypal-auth-algo".to_owned(), "SHA1withRSA".to_owned());
        assert!(!proven(&vectors, &other));
        // By the same certificate where nobody knows who has signed that.
        let (own, chain) = (request(&vectors, 0), chain(&vectors));
        let proof = Proof {
            chain: &chain,
            anchors: &[],
            now: own.now,
        };
        let claim = Claim::of(&own).expect("a claim");
        assert!(proof.holds(own.paypal_texts()[0].as_bytes(), &claim.signature).is_err());
    }

    proptest! {
        #[test]
        fn a_byte_that_is_another_one_is_refused(case in 0_usize..5, place in any::<prop::sample::Index>(), bit in 0_u8..7) {
            let vectors = vectors();
            let own = request(&vectors, case);
            let flipped = |text: &str| {
                let mut bytes = text.as_bytes().to_vec();
                let at = place.index(bytes.len());
                bytes[at] ^= 1 << bit;
                String::from_utf8(bytes).ok()
            };
            let mut body = own.clone();
            body.body = flipped(&own.body).expect("seven bits");
            prop_assert!(!proven(&vectors, &body));
            for name in ["paypal-transmission-id", "paypal-transmission-time", "paypal-transmission-sig"] {
                let mut header = own.clone();
                let said = flipped(&own.headers[name]).expect("seven bits");
                // Space around a header is no part of it.
                if said.trim() != own.headers[name] {
                    header.headers.insert(name.to_owned(), said);
                    prop_assert!(!proven(&vectors, &header), "{}", name);
                }
            }
        }
    }

    #[test]
    fn a_certificate_says_where_that_of_its_issuer_lies() {
        let own = read(vectors()["certificate"].as_str().expect("a certificate").as_bytes()).expect("PEM");
        let place = issuer_of(&own[0]).map(String::from);
        let wanted = "https://cacerts.digicert.com/DigiCertSHA2ExtendedValidationServerCA.crt";
        assert_eq!(place.as_deref(), Some(wanted));
        let with = |place: &str| {
            let mut bytes = vec![
                0x06,
                0x08,
                0x2b,
                0x06,
                0x01,
                0x05,
                0x05,
                0x07,
                0x30,
                0x02,
                0x86,
                u8::try_from(place.len()).expect("short"),
            ];
            bytes.extend(place.as_bytes());
            issuer_of(&CertificateDer::from(bytes)).map(String::from)
        };
        assert!(with("http://cacerts.digicert.com/a.crt").is_some());
        for wrong in [
            "",
            "x",
            "http://cacerts.digicert.com.example.com/a",
            "http://127.0.0.1/a",
            "http://cacerts.digicert.com:8443/a",
        ] {
            assert_eq!(with(wrong), None, "{wrong}");
        }
        let cut = CertificateDer::from(vec![
            0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02, 0x86, 90, b'h',
        ]);
        assert_eq!(issuer_of(&cut), None);
    }

    #[test]
    fn certificates_lie_at_paypal_alone() {
        for fine in [
            "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-1a5f47cb",
            "https://api.sandbox.paypal.com/v1/notifications/certs/CERT-1",
            "https://paypal.com/v1/notifications/certs/x",
        ] {
            assert!(place(fine).is_some(), "{fine}");
        }
        for wrong in [
            "http://api.paypal.com/v1/notifications/certs/CERT-1",
            "https://apipaypal.com/v1/notifications/certs/CERT-1",
            "https://paypal.com.example.com/v1/notifications/certs/CERT-1",
            "https://api.paypal.com@example.com/v1/notifications/certs/CERT-1",
            "https://example.com\\@api.paypal.com/v1/notifications/certs/CERT-1",
            "https://ann@api.paypal.com/v1/notifications/certs/CERT-1",
            "https://api.paypal.com:8443/v1/notifications/certs/CERT-1",
            "https://api.paypal.com/v1/notifications/certs/../../x",
            "https://api.paypal.com/v1/notifications/certs/a/b",
            "https://api.paypal.com/v1/notifications/certs/",
            "https://api.paypal.com/v1/notifications/certs/x?to=https://example.com",
            "https://api.paypal.com/v2/CERT-1",
            "https://127.0.0.1/v1/notifications/certs/CERT-1",
            "file:///v1/notifications/certs/CERT-1",
            "CERT-1",
        ] {
            assert!(place(wrong).is_none(), "{wrong}");
        }
    }
}
