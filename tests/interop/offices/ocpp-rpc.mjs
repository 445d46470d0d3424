// A back office with RPCServer; see test_restarts.py.

import { RPCServer } from "ocpp-rpc";

const [port, version] = process.argv.slice(2);
const say = (line) => process.stdout.write(JSON.stringify(line) + "\n");
const server = new RPCServer({ protocols: [`ocpp${version}`], strictMode: true });

server.on("client", async (client) => {
  client.handle("Heartbeat", () => {
    say({ received: "Heartbeat" });
    return { currentTime: "2026-01-31T12:00:00Z" };
  });
  client.handle("DataTransfer", () => {
    say({ received: "DataTransfer" });
    return new Promise(() => {});
  });
  const { status } = await client.call("ClearCache", {});
  say({ cleared: status });
});

await server.listen(Number(port), "127.0.0.1");
say({ listening: port });
