// A station, with OcppClient of ocpp-ts, which validates nothing that it sends.

import { once } from "node:events";
import { OcppClient } from "ocpp-ts";
import { obey, say, script } from "./lines.mjs";

const { endpoint, identity, answers } = script;
const client = new OcppClient(identity);
for (const [action, outcomes] of Object.entries(answers)) {
  client.on(action, (request, respond) => {
    say({ received: [action, request] });
    respond(outcomes.shift().result); // it has no way to refuse
  });
}
client.on("error", (error) => {
  say({ failed: error.message });
  process.exit();
});

client.connect(`${endpoint}/`);
await once(client, "connect");
const { socket } = client.connection; // it has no way to close, either
const closing = once(client, "close").then(([code]) => say({ closed: code }));
say({ opened: { identity, subprotocol: socket.protocol } });
await obey(
  client,
  (_, action, payload) => client.callRequest(action, payload),
  ({ code, message: description, details }) => ({
    refusal: { code, description, details },
  }),
);
socket.close(1000);
await closing;
process.exit(); // it waits for its timers otherwise
