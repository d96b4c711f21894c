import { z } from "zod";
import type { Told } from "./callbacks.js";
import type { Call } from "./operation.js";
import { disconnect } from "./operations/lifecycle.js";
import { type Account, CALLBACK_MODES, type Customer, DURATIONS, STATUS, type World } from "./state.js";

const ms = z.number().int().min(0);
const durations = z.partialRecord(z.enum(Object.keys(DURATIONS) as (keyof typeof DURATIONS)[]), ms);

const EVENTS = ["USAGE_NOTIFICATION", "RDN_IMEI_CHANGE", "PORT_OUT", "PORT_OUT_CONFIRMED"] as const;

const Conditions = z.strictObject({
  account: z.string(),
  isAllowed: z.boolean().optional(),
  rateLimit: z.strictObject({ retryAfter: z.string().nullable() }).nullish(),
  callbackBaseUrl: z
    .httpUrl()
    .or(z.url({ protocol: /^https?$/ }))
    .nullish(),
  callback: z.enum(CALLBACK_MODES).optional(),
  callbackTimeoutMs: ms.optional(),
  durations: durations.optional(),
  /** A line, for what follows. */
  customerId: z.string().optional(),
  customer: z
    .strictObject({
      status: z.literal(Object.values(STATUS)),
      activationFails: z.boolean(),
      dataMb: z.number().min(0),
    })
    .partial()
    .optional(),
  /** A card, which takes charges or does not. */
  card: z.strictObject({ uuid: z.string(), isDeclined: z.boolean() }).optional(),
  /** Something that happens to the line at the network. */
  event: z
    .discriminatedUnion("type", [
      z.strictObject({ type: z.literal(EVENTS[0]), threshold: z.number().int().min(0).max(100).default(80) }),
      z.strictObject({ type: z.literal(EVENTS[1]), imei: z.string().regex(/^\d{15}$/) }),
      z.strictObject({ type: z.literal(EVENTS[2]) }),
      z.strictObject({ type: z.literal(EVENTS[3]) }),
    ])
    .optional(),
});
type Event = NonNullable<z.output<typeof Conditions>["event"]>;

/** Sets conditions of an account, a line or a card, or lets something happen to a line. Throws a RangeError that says what is wrong. */
export function setConditions(world: World, callFor: (account: Account) => Call, input: unknown): unknown {
  const parsed = Conditions.safeParse(input);
  if (!parsed.success) throw new RangeError(z.prettifyError(parsed.error));
  const { account: id, durations, customerId, customer: changes, card, event, ...settings } = parsed.data;
  const account = world.accounts.find((candidate) => candidate.id === id);
  if (!account) throw new RangeError(`no account ${id}; there are ${world.accounts.map((one) => one.id).join(", ")}`);
  const customer = customerId === undefined ? undefined : account.customers.get(customerId);
  if ((changes || event || customerId !== undefined) && !customer) throw new RangeError(`no line ${customerId}`);
  setCard(account, card);
  Object.assign(account.settings, settings);
  Object.assign(account.settings.durations, durations);
  if (customer && changes) setCustomer(customer, changes);
  if (customer && event) happen(callFor(account), customer, event);
  return parsed.data;
}

function setCard({ groups }: Account, card: z.output<typeof Conditions>["card"]): void {
  if (!card) return;
  const found = [...groups.values()].flatMap(({ cards }) => cards).find(({ uuid }) => uuid === card.uuid);
  if (!found) throw new RangeError(`no card ${card.uuid}`);
  found.isDeclined = card.isDeclined;
}

function setCustomer(customer: Customer, { dataMb, ...changes }: NonNullable<z.output<typeof Conditions>["customer"]>) {
  Object.assign(customer, changes);
  if (dataMb !== undefined) customer.usage.dataMb = dataMb;
}

function happen(call: Call, customer: Customer, event: Event): void {
  if (event.type === "RDN_IMEI_CHANGE") customer.imei = event.imei;
  if (event.type === "PORT_OUT") customer.leaving = "PORT_OUT";
  const mobileNo = customer.mobileNo;
  if (event.type === "PORT_OUT_CONFIRMED") disconnect(customer, call.now);
  const { type: eventType, ...said } = event;
  const body = { eventType, customerId: customer.id, mobileNo, ...said };
  const told: Told = { path: "/notification", kind: "eventType", body };
  call.tell(eventType === "PORT_OUT_CONFIRMED" ? { ...told, before: { ...body, eventType: "PORT_OUT" } } : told);
}
