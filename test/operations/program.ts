import { type AppSettings, serve } from "../support/api.js";

/** The program in a process of its own, to be killed: entries of the accounts file and settings as JSON. Says where it listens. */
const { entries, settings } = JSON.parse(process.argv[2] ?? "") as { entries: object[]; settings: AppSettings };
const { url } = await serve(entries, settings);
process.stdout.write(`${url}\n`);
// Ends with who has started it, however that one ends.
process.stdin.on("end", () => process.exit()).resume();
