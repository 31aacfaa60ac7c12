//! People whom it makes beside the operator.

use serde_json::json;

use super::{PASSWORD, Served};
use crate::client::{Answer, Client};

impl Served {
    /// Makes a member of a tenant with these roles, who is signed in there.
    pub fn member(&self, owner: &Client, email: &str, roles: &[&str]) -> Client {
        let member = json!({"email": email, "name": "Member", "roles": roles});
        self.accepted(&owner.post("/v1/members", &member).is(201), PASSWORD);
        let mut client = self.signed_in(email);
        client.tenant.clone_from(&owner.tenant);
        client
    }

    /// Accepts an invitation that was handed on, by the password of the account that there is, or of the one that is made.
    pub fn accepted(&self, invited: &Answer, password: &str) -> Answer {
        let who = json!({"token": invited.json()["token"], "password": password});
        self.anybody().post("/v1/auth/invitations/accept", &who).is(200)
    }
}
