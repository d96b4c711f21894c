import type { CallRecord, DataSource, SimReads, SimWrites } from "../../../src/datasources/carrier.js";
import { nexcon } from "../../../src/datasources/nexcon/index.js";
import { json } from "../../support/scripted-answers.js";
import { CarrierLab } from "../carrier-lab.js";

export { call, failureOf } from "../carrier-lab.js";

const ACCOUNT = "nexcon-test";
export const KEY = "AbCdEf_ofTheTest_4711";
export const ICC = "89450000000000123456";
export const CALLBACK = "https://graph.example.com/callbacks/nexcon-test/unguessable";

/** The sample answer of the document. */
export const PRINTED = { status: "string", tags: [], countryCode: "string", msisdn: "string", product: {}, pool: {} };

class Lab extends CarrierLab {
  get reads(): SimReads {
    return everythingOf(this.source).reads;
  }

  get writes(): SimWrites {
    return everythingOf(this.source).writes;
  }
}

export const lab = (settings: Readonly<Record<string, unknown>> = {}): Lab =>
  new Lab((carrier, observe) => {
    carrier.onRequest(() => json(PRINTED));
    return open({ baseUrl: `${carrier.baseUrl}/api/v1`, ...settings }, observe);
  });

/** The adapter of one entry of an accounts file. */
export function open(
  entry: Readonly<Record<string, unknown>>,
  observe: (record: CallRecord) => void = () => {},
): DataSource {
  return nexcon.create(nexcon.config.parse({ id: ACCOUNT, carrier: "NEXCON", apiKey: KEY, ...entry }), observe);
}

/** The reads and writes of an account that may do everything. */
export function everythingOf({ reads, writes }: DataSource): { reads: SimReads; writes: SimWrites } {
  if (!reads.sims || !writes.sims) throw new Error("a capability is missing");
  return { reads: reads.sims, writes: writes.sims };
}

export const JOBS = ["activate", "terminate", "restore", "block"] as const satisfies readonly (keyof SimWrites)[];
