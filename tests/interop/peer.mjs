// What server.mjs and client.mjs share: a client of ocpp-rpc.

import { createRPCError } from "ocpp-rpc";
import * as lines from "./lines.mjs";

const { say, script } = lines;

// Answers the calls of each action as the script says, one after the other.
export function answer(client) {
  for (const [action, outcomes] of Object.entries(script.answers)) {
    client.handle(action, ({ params }) => {
      say({ received: [action, params] });
      const { result, refusal } = outcomes.shift();
      if (refusal === undefined) return result;
      throw createRPCError(refusal.code, refusal.description, refusal.details);
    });
  }
}

export function opened(client) {
  client.on("close", ({ code }) => say({ closed: code }));
  say({ opened: { identity: client.identity, subprotocol: client.protocol } });
}

// A CALLERROR, or that there was no answer.
function failure({ rpcErrorCode: code, message: description, details }) {
  if (code === undefined) return { failed: description };
  return { refusal: { code, description, details } };
}

export function obey(connecting) {
  return lines.obey(connecting, (client, ...call) => client.call(...call), failure);
}
