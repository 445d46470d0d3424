// The back office that others are measured against: the npm package `ocpp-rpc`.

import { createRequire } from "node:module";

const require = createRequire(new URL("../tests/interop/", import.meta.url));
const { RPCServer } = require("ocpp-rpc");

const time = () => ({ currentTime: new Date().toISOString() });
const answers = {
  Heartbeat: time,
  BootNotification: () => ({ ...time(), status: "Accepted", interval: 300 }),
  StatusNotification: () => ({}),
  MeterValues: () => ({}),
  TransactionEvent: () => ({}),
};

const server = new RPCServer({
  protocols: ["ocpp1.6", "ocpp2.0.1"],
  strictMode: true,
});
server.on("client", (client) => {
  for (const [action, answer] of Object.entries(answers)) {
    client.handle(action, answer);
  }
});
const listener = await server.listen(0, "127.0.0.1");
console.log(JSON.stringify({ listening: listener.address().port }));
