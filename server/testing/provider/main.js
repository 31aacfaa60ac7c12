// A provider of identities as others run it: whoever signs in by `ann` is `ann@example.com`, by whatever password.
// It says where it is, in one line, and ends when nobody holds its input any more.
import { createServer } from "node:http";

import Provider from "oidc-provider";

const [client_id, client_secret, redirect_uri] = process.argv.slice(2);

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id, client_secret, redirect_uris: [redirect_uri] }],
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    async findAccount(_, id) {
      const email_verified = !id.startsWith("unverified");
      const email = id.includes("@") ? id : `${id}@example.com`;
      const claims = async () => ({ sub: id, email, email_verified, name: `Person ${id}` });
      return { accountId: id, claims };
    },
  });
  server.on("request", provider.callback());
  console.log(issuer);
});

process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
