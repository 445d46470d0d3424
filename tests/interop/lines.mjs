// How the programs here are driven: by lines of JSON.

import { createInterface } from "node:readline";

export const script = JSON.parse(process.argv[2]);

export function say(line) {
  process.stdout.write(JSON.stringify(line) + "\n");
}

// Makes the calls that standard input asks for, until it ends. `failure` makes of what
// a call throws the line that tells of it.
export async function obey(connecting, call, failure) {
  for await (const line of createInterface({ input: process.stdin })) {
    const client = await connecting;
    const { id, call: asked } = JSON.parse(line);
    call(client, ...asked).then(
      (result) => say({ id, result }),
      (error) => say({ id, ...failure(error) }),
    );
  }
}
