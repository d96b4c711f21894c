import { z } from "zod";
import type { CarrierId } from "../model/carrier.js";
import { AccountBase, type AccountConfig } from "./account-config.js";
import type { AccountSetup } from "./accounts.js";
import { bics } from "./bics/index.js";
import type { Carrier } from "./carrier.js";
import { nexcon } from "./nexcon/index.js";
import { nextcomm } from "./nextcomm/index.js";
import { payu } from "./payu/index.js";
import { reach } from "./reach/index.js";

/** The faults of an entry of the accounts file, each with the path inside the entry. */
export interface ConfigFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export type ParsedAccount = { readonly setup: AccountSetup } | { readonly faults: readonly ConfigFault[] };

type Parse = (entry: object) => ParsedAccount;

/** All carriers. The only file that names them; a carrier that is missing does not compile. */
const CARRIERS = {
  BICS: parserOf(bics),
  REACH: parserOf(reach),
  NEXTCOMM: parserOf(nextcomm),
  NEXCON: parserOf(nexcon),
  PAYU: parserOf(payu),
} satisfies Record<CarrierId, Parse>;

/** Reads one entry of the accounts file by the rules of its carrier; without a carrier, by those that all have. */
export function parseAccount(entry: unknown): ParsedAccount {
  if (typeof entry !== "object" || entry === null) return { faults: [{ path: [], message: "must be an object" }] };
  const carrier = "carrier" in entry ? entry.carrier : undefined;
  if (isCarrier(carrier)) return CARRIERS[carrier](entry);
  const unknown = { path: ["carrier"], message: `must be one of ${Object.keys(CARRIERS).join(", ")}` };
  return { faults: [unknown, ...faultsOf(AccountBase.safeParse(entry).error)] };
}

function parserOf<Config extends AccountConfig>(carrier: Carrier<Config>): Parse {
  return (entry) => {
    const parsed = carrier.config.safeParse(entry);
    const faults = [...faultsOf(parsed.error), ...strangersIn(entry, carrier.reads)];
    if (!parsed.success || faults.length > 0) return { faults };
    const config = parsed.data;
    return { setup: { carrier: carrier.id, config, open: (observe) => carrier.create(config, observe) } };
  };
}

const KeptOperations = z.object({ cache: z.object({ operations: z.record(z.string(), z.unknown()) }) });

/** Operations whose answers are to be kept, and cannot be. */
function strangersIn(entry: object, reads: readonly string[]): ConfigFault[] {
  const names = Object.keys(KeptOperations.safeParse(entry).data?.cache.operations ?? {});
  const message = `is no read of this carrier; it has ${reads.join(", ")}`;
  return names
    .filter((name) => !reads.includes(name))
    .map((name) => ({ path: ["cache", "operations", name], message }));
}

/** One fault for each unknown key, with its own path. */
const faultsOf = (error: z.ZodError | undefined): ConfigFault[] =>
  (error?.issues ?? []).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: [...issue.path, key], message: "is no setting of such an account" }))
      : [{ path: issue.path, message: issue.message.endsWith("received undefined") ? "is missing" : issue.message }],
  );

const isCarrier = (value: unknown): value is CarrierId => typeof value === "string" && Object.hasOwn(CARRIERS, value);
