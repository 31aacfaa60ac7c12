//! Who sends SMS, and in whose name is pushed.

use super::Told;
use crate::platform::sms::Gateway;

impl Told {
    pub(super) fn sms(&self, faults: &mut Vec<String>) -> Option<Gateway> {
        match (self.one("sms"), self.one("sms_from")) {
            (Some(address), Some(from)) => {
                let made =
                    Gateway::new(address, from).map_err(|(name, message)| faults.push(self.wrong(name, &message)));
                made.ok()
            }
            (None, None) => None,
            _ => {
                faults.push("`sms` and `sms_from` are given together".to_owned());
                None
            }
        }
    }

    pub(super) fn push(&self, faults: &mut Vec<String>) -> Option<String> {
        let contact = self.one("push_contact")?;
        let rest = ["mailto:", "https://"]
            .into_iter()
            .find_map(|form| contact.strip_prefix(form));
        if rest.is_none_or(|rest| rest.is_empty() || rest.chars().any(char::is_whitespace)) {
            let message = format!("`{contact}` is no address such as `mailto:ops@example.com`");
            faults.push(self.wrong("push_contact", &message));
        }
        Some(contact.to_owned())
    }
}
