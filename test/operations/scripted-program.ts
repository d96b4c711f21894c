import { createInterface } from "node:readline";
import type { Request } from "../../src/operations/engine.js";
import { type EngineSettings, startEngine } from "./scripted.js";

/** An engine in a process of its own, to be killed. Takes requests as lines of JSON, and says how each operation stands. */
const settings = JSON.parse(process.argv[2] ?? "") as EngineSettings;
const { engine } = await startEngine(settings);
const say = (said: unknown) => process.stdout.write(`${JSON.stringify(said)}\n`);
say("ready");
for await (const line of createInterface(process.stdin)) {
  say(await engine.request(JSON.parse(line) as Request, 0));
}
// Ends with who has started it, however that one ends.
process.exit();
