// A station, with RPCClient.

import { RPCClient } from "ocpp-rpc";
import { say, script } from "./lines.mjs";
import { answer, obey, opened } from "./peer.mjs";

const { endpoint, identity, protocols, strictMode } = script;
const client = new RPCClient({
  endpoint,
  identity,
  protocols,
  strictMode,
  reconnect: false,
});
answer(client);

try {
  await client.connect();
} catch (error) {
  say({ failed: error.message });
  process.exit();
}
opened(client);
await obey(client);
await client.close();
