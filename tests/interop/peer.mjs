// What server.mjs and client.mjs share: a client of ocpp-rpc, driven by lines of JSON.

import { createInterface } from "node:readline";
import { createRPCError } from "ocpp-rpc";

export const script = JSON.parse(process.argv[2]);

export function say(line) {
  process.stdout.write(JSON.stringify(line) + "\n");
}

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
  say({ opened: { identity: client.identity, subprotocol: client.protocol } });
}

// A CALLERROR, or that there was no answer.
function failure({ rpcErrorCode: code, message: description, details }) {
  if (code === undefined) return { failed: description };
  return { refusal: { code, description, details } };
}

// Makes the calls that standard input asks for, until it ends.
export async function obey(connecting) {
  for await (const line of createInterface({ input: process.stdin })) {
    const client = await connecting;
    const { id, call } = JSON.parse(line);
    client.call(...call).then(
      (result) => say({ id, result }),
      (error) => say({ id, ...failure(error) }),
    );
  }
}
