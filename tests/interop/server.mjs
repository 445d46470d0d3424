// A back office for one station, with RPCServer.

import { once } from "node:events";
import { createServer } from "node:https";
import { RPCServer } from "ocpp-rpc";
import { say, script } from "./lines.mjs";
import { answer, obey, opened } from "./peer.mjs";

const { protocols, strictMode, secrets } = script;
const server = new RPCServer({ protocols, strictMode });
server.auth(authenticate);
server.on("client", answer);
server.on("client", opened);
const connecting = once(server, "client").then(([client]) => client);

const listener = await listen();
say({ listening: listener.address().port });
await obey(connecting);
await server.close();
listener.close();

// The station is let in if it has the password that the script says, if any.
function authenticate(accept, reject, { password }) {
  if (secrets.password === undefined) return accept();
  const right = Buffer.from(secrets.password, "base64");
  if (password?.equals(right)) return accept();
  reject(401, "Unauthorized");
}

// Over TLS if there is a certificate; without a password, stations need one, too.
async function listen() {
  const { ca, cert, key, password } = secrets;
  if (cert === undefined) return server.listen(0, "127.0.0.1");
  const requestCert = password === undefined;
  const https = createServer({ ca, cert, key, requestCert, rejectUnauthorized: requestCert });
  https.on("upgrade", server.handleUpgrade);
  https.listen(0, "127.0.0.1");
  await once(https, "listening");
  return https;
}
