import type { LineNumber } from "../context.js";
import type { EndpointResolver } from "../resolvers/endpoint.js";
import { accountsFor, isAsked, isGiven, requireAccount } from "../resolvers/look-up.js";
import { checkCount, type NodeResolver } from "../resolvers/node.js";
import { lineNumber, numberOf } from "../resolvers/numbers.js";
import type { SimResolver } from "../resolvers/sim.js";
import type { SubscriberResolver } from "../resolvers/subscriber.js";
import { merged, objectsIn } from "./objects.js";
import { findSim, readAgain, subscriberIn } from "./readings.js";
import { type Below, by, type Field } from "./rule.js";

const NOTHING: Below = { objects: [], ms: 0 };

interface ByNumber {
  readonly by: Parameters<EndpointResolver["endpoint"]>[0];
  readonly account?: string | null;
}

export const endpoint = by<ByNumber>((field) => {
  const { args, context, ledger } = field;
  const account = args.account ?? null;
  const { accounts, ids } = context;
  if (isGiven(args.by.id)) {
    const key = ids.require("Endpoint", args.by.id, ["by", "id"]);
    return isAsked(context, key, account) ? readAgain({ type: "Endpoint", ...key }, field) : NOTHING;
  }
  if (isGiven(args.by.carrierEndpointId)) {
    const { id } = accounts.get(requireAccount(account, "carrierEndpointId"));
    return readAgain({ type: "Endpoint", account: id, native: args.by.carrierEndpointId }, field);
  }
  const number = numberOf(args.by);
  if (number === null) return NOTHING;
  const able = accountsFor(context, ["ENDPOINTS"], number, account);
  const key = `${number.kind} ${number.value}`;
  const asked = able.map((one) => ledger.ask({ account: one, method: "endpoints.find", key, kind: number.kind }));
  return { objects: [objectsIn(able, key)], ms: Math.max(0, ...asked) };
});

export const sim = by<{ by: Parameters<SimResolver["sim"]>[0]; account?: string | null }>((field) => {
  const { args, context, ledger } = field;
  const account = args.account ?? null;
  if (isGiven(args.by.id)) {
    const key = context.ids.require("Sim", args.by.id, ["by", "id"]);
    return isAsked(context, key, account) ? readAgain({ type: "Sim", ...key }, field) : NOTHING;
  }
  const number = numberOf(args.by);
  return number === null ? NOTHING : findSim(number, account, context, ledger);
});

export const subscriber = by<{ by: Parameters<SubscriberResolver["subscriber"]>[0]; account?: string | null }>(
  (field) => {
    const { args, context, ledger } = field;
    const account = args.account ?? null;
    if (isGiven(args.by.id)) {
      const key = context.ids.require("Subscriber", args.by.id, ["by", "id"]);
      return isAsked(context, key, account) ? readAgain({ type: "Subscriber", ...key }, field) : NOTHING;
    }
    if (isGiven(args.by.carrierSubscriberId)) {
      const { id } = context.accounts.get(requireAccount(account, "carrierSubscriberId"));
      return readAgain({ type: "Subscriber", account: id, native: args.by.carrierSubscriberId }, field);
    }
    const number = numberOf(args.by);
    return number === null ? NOTHING : subscriberOf(number, account, context, ledger);
  },
);

function subscriberOf(
  number: LineNumber,
  named: string | null,
  context: Field["context"],
  ledger: Field["ledger"],
): Below {
  const able = accountsFor(context, ["SUBSCRIBERS"], number, named);
  const key = `${number.kind} ${number.value}`;
  const asked = able.map((account) => subscriberIn({ account, key: number.value }, number.kind, ledger));
  return { objects: [objectsIn(able, key)], ms: Math.max(0, ...asked) };
}

export const node = by<{ id: string }>((field) => readAgain(field.context.ids.decode(field.args.id), field));

/** What several objects cost, read beside each other. */
const beside = (all: readonly Below[]): Below => ({
  objects: merged(all.flatMap(({ objects }) => objects)),
  ms: Math.max(0, ...all.map(({ ms }) => ms)),
});

export const nodes = by<{ ids: Parameters<NodeResolver["nodes"]>[0] }>((field) => {
  const { args, context } = field;
  checkCount(args.ids.length);
  return beside(args.ids.map((id) => readAgain(context.ids.decode(id), field)));
});

interface Reference {
  readonly __typename: string;
  readonly id?: string | null;
  readonly iccid?: string | null;
}

export const entities = by<{ representations: readonly Reference[] }>((field) => {
  const { args, context, ledger } = field;
  return beside(
    args.representations.map(({ __typename: type, id, iccid }) => {
      if (type === "Sim" && isGiven(iccid)) return findSim(lineNumber("iccid", iccid), null, context, ledger);
      const decoded = isGiven(id) ? context.ids.decode(id) : null;
      return decoded?.type === type ? readAgain(decoded, field) : NOTHING;
    }),
  );
});
