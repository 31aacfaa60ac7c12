//! What is set of what the server tells of itself.

use std::net::SocketAddr;

use super::Told;

/// What the server tells of itself, and to whom.
#[derive(Clone, Debug, Default)]
pub struct TelemetrySettings {
    /// Where figures are read, where anybody does.
    pub metrics: Option<SocketAddr>,
    /// Who collects what happens, and of how many of a hundred requests.
    pub otlp: Option<(String, u32)>,
    /// Whether each answer is a line of the log.
    pub logs_answers: bool,
}

impl TelemetrySettings {
    pub(super) fn of(told: &Told, faults: &mut Vec<String>) -> TelemetrySettings {
        TelemetrySettings {
            metrics: told.metrics(faults),
            otlp: told.otlp(faults),
            logs_answers: told.logs_answers(faults),
        }
    }
}

impl Told {
    fn metrics(&self, faults: &mut Vec<String>) -> Option<SocketAddr> {
        let text = self.one("metrics")?;
        let address = text.parse();
        if address.is_err() {
            let message = format!("`{text}` is not an address such as `127.0.0.1:9464`");
            faults.push(self.wrong("metrics", &message));
        }
        address.ok()
    }

    fn otlp(&self, faults: &mut Vec<String>) -> Option<(String, u32)> {
        let text = self.one("otlp")?;
        let rest = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://"));
        if rest.is_none_or(str::is_empty) {
            let message = format!("`{text}` is not an address such as `http://127.0.0.1:4318`");
            faults.push(self.wrong("otlp", &message));
        }
        let percent = self.number("otlp_percent", faults);
        if percent > 100 {
            faults.push(self.wrong("otlp_percent", &format!("`{percent}` is not a number from 1 to 100")));
        }
        Some((text.to_owned(), percent))
    }

    fn logs_answers(&self, faults: &mut Vec<String>) -> bool {
        match self.one("log") {
            Some("answers") => true,
            Some("errors") | None => false,
            Some(other) => {
                faults.push(self.wrong("log", &format!("`{other}` is neither `errors` nor `answers`")));
                false
            }
        }
    }
}
