//! Who asks a server over HTTP, and what is answered.

use std::time::Duration;

use serde_json::Value;

/// Somebody who asks.
#[derive(Clone, Debug)]
pub struct Client {
    /// Where it asks.
    pub url: String,
    pub(crate) agent: ureq::Agent,
    /// The access token.
    pub token: Option<String>,
    /// The token that renews it.
    pub refresh: Option<String>,
    /// The tenant, as it is named in `X-Tenant-ID`.
    pub tenant: Option<String>,
}

/// What was answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, by their names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// A line on which something was answered before it was read to its end is closed, and whoever asks over it next is not heard.
fn agent(patience: Option<Duration>) -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    config.max_idle_connections(0).timeout_global(patience).build().into()
}

impl Client {
    /// Nobody in particular, at an address such as `http://127.0.0.1:1234`.
    pub fn at_address(url: &str) -> Client {
        Client {
            url: url.to_owned(),
            agent: agent(None),
            token: None,
            refresh: None,
            tenant: None,
        }
    }

    /// The same at a tenant.
    #[must_use]
    pub fn at(mut self, tenant: &str) -> Client {
        self.tenant = Some(tenant.to_owned());
        self
    }

    /// The same at another address, such as `http://127.0.0.1:1234`.
    #[must_use]
    pub fn elsewhere(mut self, url: &str) -> Client {
        url.clone_into(&mut self.url);
        self
    }

    /// The same that waits for an answer no longer than this.
    #[must_use]
    pub fn within(mut self, time: Duration) -> Client {
        self.agent = agent(Some(time));
        self
    }

    /// The same with another access token.
    #[must_use]
    pub fn with_token(mut self, token: &str) -> Client {
        self.token = Some(token.to_owned());
        self
    }

    /// The same with the tokens of a sign-in.
    #[must_use]
    pub fn with_tokens(mut self, answer: &Answer) -> Client {
        let json = answer.json();
        let text = |name: &str| json[name].as_str().map(str::to_owned);
        (self.token, self.refresh) = (text("access_token"), text("refresh_token"));
        self
    }

    /// Asks with a body, or with none, and with these headers besides.
    pub fn ask(&self, method: &str, path: &str, body: Option<&Value>, headers: &[(&str, &str)]) -> Answer {
        let given = headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("content-type"));
        let json = [("content-type", "application/json")];
        let more = json.iter().filter(|_| body.is_some() && !given);
        let headers: Vec<_> = more.chain(headers).copied().collect();
        let body = body.map(|body| body.to_string().into_bytes());
        self.send(method, path, body.as_deref(), &headers)
    }

    /// Asks with a body of any bytes, or with none, and with these headers besides.
    pub fn send(&self, method: &str, path: &str, body: Option<&[u8]>, headers: &[(&str, &str)]) -> Answer {
        self.try_send(method, path, body, headers).expect("an answer")
    }

    /// Posts; nothing where nobody answers.
    pub fn try_post(&self, path: &str, body: &Value) -> Option<Answer> {
        let headers = [("content-type", "application/json")];
        let body = body.to_string();
        self.try_send("POST", path, Some(body.as_bytes()), &headers).ok()
    }

    fn try_send(
        &self,
        method: &str,
        path: &str,
        body: Option<&[u8]>,
        headers: &[(&str, &str)],
    ) -> Result<Answer, ureq::Error> {
        let mut request = ureq::http::Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url));
        if let Some(token) = &self.token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if let Some(tenant) = &self.tenant {
            request = request.header("x-tenant-id", tenant);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.unwrap_or_default().to_vec();
        let request = request.body(body).expect("a request");
        let agent = self
            .agent
            .configure_request(request)
            .allow_non_standard_methods(true)
            .build();
        let mut answer = self.agent.run(agent)?;
        let header = |(name, value): (&ureq::http::HeaderName, &ureq::http::HeaderValue)| {
            (name.as_str().to_owned(), value.to_str().unwrap_or_default().to_owned())
        };
        Ok(Answer {
            status: answer.status().as_u16(),
            headers: answer.headers().iter().map(header).collect(),
            body: answer.body_mut().read_to_vec()?,
        })
    }

    /// Reads.
    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, None, &[])
    }

    /// Posts.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, Some(body), &[])
    }

    /// Patches.
    pub fn patch(&self, path: &str, body: &Value) -> Answer {
        self.ask("PATCH", path, Some(body), &[])
    }

    /// Deletes.
    pub fn delete(&self, path: &str) -> Answer {
        self.ask("DELETE", path, None, &[])
    }
}

impl Answer {
    /// The same, when it has that status.
    #[track_caller]
    pub fn is(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }

    /// The same, when it is a problem of that status and code.
    #[track_caller]
    pub fn fails(self, status: u16, code: &str) -> Answer {
        assert_eq!(
            (self.status, self.json()["code"].as_str()),
            (status, Some(code)),
            "{}",
            self.text()
        );
        self
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; nothing when it is none.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Everything but what differs from request to request: the trace and the date.
    pub fn without_trace(&self) -> (u16, Vec<(String, String)>, String) {
        let own = |(name, _): &&(String, String)| !["x-request-id", "date"].contains(&name.as_str());
        let mut body = self.json();
        if let Some(fields) = body.as_object_mut() {
            fields.remove("trace_id");
        }
        let headers = self.headers.iter().filter(own).cloned().collect();
        (self.status, headers, body.to_string())
    }
}
