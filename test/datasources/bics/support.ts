import { bics } from "../../../src/datasources/bics/index.js";
import type { CallRecord, DataSource } from "../../../src/datasources/carrier.js";
import type { Failure } from "../../../src/errors.js";
import { type Answer, empty, json } from "../../support/scripted-answers.js";
import { type ScriptedCarrier, startScriptedCarrier } from "../../support/scripted-carrier.js";
import { type Fixture, fixture, type ResponseFixture } from "./fixtures.js";

export { call, failureOf } from "../carrier-lab.js";

export const ACCOUNT = "bics-test";
export const TOKEN = "token-of-the-test";

export interface Bics {
  readonly carrier: ScriptedCarrier;
  readonly source: DataSource;
  readonly records: CallRecord[];
  stop(): Promise<void>;
}

/** The real adapter of one account against a scripted carrier. The account has a fixed token, so that nothing logs in. */
export async function startBics(settings: Readonly<Record<string, unknown>> = { accessToken: TOKEN }): Promise<Bics> {
  const carrier = await startScriptedCarrier();
  const records: CallRecord[] = [];
  const entry = { id: ACCOUNT, carrier: "BICS", baseUrl: `${carrier.baseUrl}/api`, ...settings };
  const source = bics.create(bics.config.parse(entry), (record) => records.push(record));
  return {
    carrier,
    source,
    records,
    stop: async () => {
      await source.close();
      await carrier.stop();
    },
  };
}

export function response(operation: string, name: string): ResponseFixture {
  const found: Fixture = fixture(operation, name);
  if (found.kind !== "response") throw new Error(`${operation}/${name} is a request`);
  return found;
}

/** The answer of a fixture, as its carrier sends it. */
export const answerOf = ({ httpStatus, body }: ResponseFixture): Answer =>
  body === null ? empty(httpStatus) : json(body, httpStatus);

export const fixed = (operation: string, name: string): Answer => answerOf(response(operation, name));

/** An envelope with nothing in it but codes. */
export const envelope = (outer: string, inner: string, fields: object = {}, description = "said by the test") => ({
  Response: {
    responseId: "1",
    responseTimestamp: "01/02/2024 03:04:05",
    resultCode: outer,
    resultParam: { resultCode: inner, resultDescription: description },
    ...fields,
  },
});

/** The reads and writes of an account that has everything. */
export function everythingOf({ source }: Pick<Bics, "source">) {
  const {
    endpoints,
    addons,
    sims,
    simListing,
    plans,
    usage,
    networks,
    connectivity,
    location,
    bics: own,
  } = source.reads;
  const { endpoints: writes, bulk } = source.writes;
  if (
    !endpoints ||
    !addons ||
    !sims ||
    !simListing ||
    !plans ||
    !usage ||
    !networks ||
    !connectivity ||
    !location ||
    !own
  ) {
    throw new Error("a read is missing");
  }
  if (!writes || !bulk) throw new Error("a write is missing");
  return {
    endpoints,
    addons,
    sims: { ...sims, ...simListing },
    plans,
    usage,
    networks,
    connectivity,
    location,
    own,
    writes,
    bulk,
  };
}

/** A summary of a failure that an assertion can name in full. */
export const saidBy = ({ code, details }: Failure) => ({ code, carrierCode: details.carrierCode });
