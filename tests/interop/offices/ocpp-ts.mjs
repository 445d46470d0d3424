// A back office with OcppServer of ocpp-ts, which speaks 1.6; see test_restarts.py.

import { OcppServer } from "ocpp-ts";

const [port] = process.argv.slice(2);
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
const server = new OcppServer();

server.on("connection", async (client) => {
  client.on("error", () => {});
  client.on("Heartbeat", (_, respond) => {
    say({ received: "Heartbeat" });
    respond({ currentTime: "2026-01-31T12:00:00Z" });
  });
  client.on("DataTransfer", () => say({ received: "DataTransfer" }));
  const { status } = await client.callRequest("ClearCache", {});
  say({ cleared: status });
});

server.listen(Number(port)); // it tells nobody when it does
say({ listening: port });
