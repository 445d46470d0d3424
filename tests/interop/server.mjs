// A back office for one station, with RPCServer.

import { once } from "node:events";
import { RPCServer } from "ocpp-rpc";
import { say, script } from "./lines.mjs";
import { answer, obey, opened } from "./peer.mjs";

const { protocols, strictMode } = script;
const server = new RPCServer({ protocols, strictMode });
server.on("client", answer);
server.on("client", opened);
const connecting = once(server, "client").then(([client]) => client);

const listener = await server.listen(0, "127.0.0.1");
say({ listening: listener.address().port });
await obey(connecting);
await server.close();
