import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { answersOfBics } from "./carriers/bics.js";
import { answersOfNexcon, answersOfNextcomm, answersOfPayu, answersOfReach } from "./carriers/others.js";

/** Five carriers that answer at once from memory: what is measured is the software in front of them. */
const ANSWERS = {
  "/bics": answersOfBics,
  "/reach": answersOfReach,
  "/nextcomm": answersOfNextcomm,
  "/nexcon": answersOfNexcon,
  "/payu": answersOfPayu,
} as const;

/** Requests since the start, so that the calls that an answer costs can be told. */
let calls = 0;

createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://bench");
  const answer = Object.entries(ANSWERS).find(([prefix]) => url.pathname.startsWith(`${prefix}/`))?.[1];
  calls += 1;
  const asked = await text(request);
  response.setHeader("content-type", "application/json");
  response.end(answer?.(url, asked) ?? "{}");
}).listen(Number(process.env.PORT), "127.0.0.1");

process.on("message", (message) => {
  if (message === "calls") process.send?.({ calls });
});
