import { inspect } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";
import type { CarrierClient, Protocol } from "../../../src/datasources/http/client.js";
import { operation } from "../../../src/datasources/http/operation.js";
import { checkedBy } from "../../../src/datasources/shapes.js";
import { Failure } from "../../../src/errors.js";
import { type Answer, html, json, reset, text } from "../../support/scripted-answers.js";
import { aContext, aToy, issued, PASSWORD, refused, suspendLine, toyProtocol } from "./toy.js";

const TOKEN = "opaque-token-of-the-account";
const API_KEY = "key-4f9a";
const ICCID = "8932042000001234567";
const MSISDN = "447700900123";
const SECRETS = [TOKEN, API_KEY, PASSWORD, ICCID, MSISDN];

const withApiKey = (client: CarrierClient): Protocol => {
  const protocol = toyProtocol(client);
  return { ...protocol, headers: (...args) => ({ ...protocol.headers(...args), "x-api-key": API_KEY }) };
};

/** Everything that a log or an answer could make of a failure. */
const printed = (failure: Failure): string =>
  [
    JSON.stringify(failure),
    JSON.stringify(failure.details),
    inspect(failure, { depth: 20, showHidden: true }),
    String(failure),
    failure.stack,
    inspect(failure.cause, { depth: 20, showHidden: true }),
  ].join("\n");

const echo = `Line ${MSISDN} of card ${ICCID}, Bearer ${TOKEN}, password=${PASSWORD}`;

const answers: readonly [string, Answer][] = [
  ["a broken connection", reset()],
  ["a refusal that repeats what was sent", refused("17", echo)],
  ["an undeclared code that repeats what was sent", refused(`${MSISDN}`, echo)],
  ["an unreadable answer that repeats what was sent", text(echo)],
  ["an outage that repeats what was sent", text(echo, 500)],
  ["an answer whose keys are numbers", json({ ok: true, code: "0", data: { name: "Ada", lines: { [MSISDN]: 1 } } })],
  ["an answer of the wrong shape", json({ ok: true, code: "0", data: MSISDN })],
  ["a page of HTML", html(502)],
];

test.each(answers)("no failure after %s shows a header, a token, a password or a number", async (_, answer) => {
  const strict = operation({
    ...suspendLine,
    path: "/cards/{iccid}",
    answers: { "2xx": checkedBy(z.object({ data: z.object({ lines: z.record(z.string(), z.string()) }) })) },
  });
  await using toy = await aToy({ protocol: withApiKey });
  toy.carrier.serve("/login", () => issued(TOKEN));
  toy.carrier.answer(answer);
  const input = { params: { iccid: ICCID }, body: { reason: MSISDN } };
  const failure: unknown = await toy.client.call(strict, input, aContext()).catch((error: unknown) => error);
  if (!(failure instanceof Failure)) throw new Error("did not fail");
  expect(toy.carrier.requests.at(-1)?.headers).toMatchObject({
    "x-api-key": API_KEY,
    authorization: `Bearer ${TOKEN}`,
  });
  for (const secret of SECRETS) expect(printed(failure)).not.toContain(secret);
  for (const secret of SECRETS) expect(JSON.stringify(toy.records)).not.toContain(secret);
});

test("the failure of a login does not show its password", async () => {
  await using toy = await aToy();
  toy.carrier.serve("/login", () => text(`user ada password=${PASSWORD} unknown`, 400));
  const failure = await toy.read();
  if (!(failure instanceof Failure)) throw new Error("did not fail");
  expect(failure.details.carrierOperation).toBe("Login");
  expect(printed(failure)).not.toContain(PASSWORD);
});

test("the carrier's words stay readable where they name nobody", async () => {
  await using toy = await aToy();
  toy.carrier.answer(refused("17", `No line ${MSISDN}: wrong input parameter - lineId (code 10160)`));
  expect(await toy.suspend()).toMatchObject({
    details: { carrierCode: "17", carrierMessage: "No line …: wrong input parameter - lineId (code 10160)" },
  });
});

test("the message of an outcome is scrubbed too", async () => {
  await using toy = await aToy();
  toy.carrier.answer(refused("9", `${MSISDN} is suspended`));
  expect(await toy.suspend()).toMatchObject({ is: "already", message: "… is suspended" });
});
