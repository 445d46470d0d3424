// A station, with RPCClient.

import { RPCClient } from "ocpp-rpc";
import { say, script } from "./lines.mjs";
import { answer, obey, opened } from "./peer.mjs";

const { endpoint, identity, protocols, strictMode, secrets } = script;
const { password, ...wsOpts } = secrets;
const client = new RPCClient({
  endpoint,
  identity,
  password: password === undefined ? null : Buffer.from(password, "base64"),
  protocols,
  strictMode,
  reconnect: false,
  wsOpts: { ...wsOpts, headers: {} },
});
answer(client);

try {
  await client.connect();
} catch (error) {
  say({ failed: `${error.code ?? ""} ${error.message}`.trim() });
  process.exit();
}
opened(client);
await obey(client);
await client.close();
