import { type Sandbox, startSandbox } from "../../sandbox/server.js";
import { NO_POLLING } from "../operations/nexcon-support.js";
import { Caller, idOf, type OperationView, type Payload } from "../operations/support.js";
import { type AppSettings, SHORT, serve } from "../support/api.js";

/** Longer than anything that the sandbox does by itself, but for shipping and for what waits for a person. */
const A_WHILE = 10_000;

/** How the program learns what has become of something. */
export interface Way {
  readonly way: string;
  readonly callback: "normal" | "never";
  readonly settings: AppSettings;
}

/** The account that prints numbers as numbers; `AS_TEXT` prints them, money and states as text. */
const AS_NUMBERS = "reach-us";
export const AS_TEXT = "reach-mvno";

/** The carrier calls back, and nobody looks by himself. */
export const BY_CALLBACKS: Way = { way: "told by callbacks", callback: "normal", settings: { timing: NO_POLLING } };

/** The carrier never calls back. */
export const BY_POLLING: Way = {
  way: "not told at all",
  callback: "never",
  settings: { timing: { ...SHORT, call: 5 } },
};

export interface QuoteView {
  readonly token: string;
  readonly expiresAt: string;
  readonly price: {
    readonly total: { readonly amount: string; readonly currency: string | null } | null;
    readonly monthly: { readonly amount: string } | null;
    readonly charges: readonly { readonly name: string; readonly amount: { readonly amount: string } }[];
    readonly effectiveOn: { readonly raw: string } | null;
  };
}

const QUOTE = `query ($order: OrderInput!) { it: quote(order: $order) { token expiresAt price {
  total { amount currency } monthly { amount } charges { name amount { amount } } effectiveOn { raw } } } }`;

/** The program before one account of Reach, and the world outside of both. */
export class Reach {
  constructor(
    readonly sandbox: Sandbox,
    readonly caller: Caller,
    readonly account: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** The carrier's id of something in a named situation. */
  native(name: string): string {
    const found = this.sandbox.reach.specimens[this.account]?.[name];
    if (found === undefined) throw new Error(`no specimen ${name}`);
    return found;
  }

  /** The graph's id of a subscriber in a named situation. */
  subscriber(name: string): string {
    return idOf("Subscriber", this.native(name), this.account);
  }

  plan = (serviceCode: string): string => idOf("Plan", serviceCode, this.account);

  /** The data of a query that must have no errors, under its field `it`. */
  ask<Data>(query: string, variables: object = {}): Promise<Data> {
    return this.caller.only<Data>(query, variables);
  }

  /** Some fields of a subscriber. */
  async of<Data>(subscriber: string, fields: string): Promise<Data> {
    return this.ask<Data>(`query ($id: ID!) { it: subscriber(by: { id: $id }) { ${fields} } }`, { id: subscriber });
  }

  /** Lets time pass at the carrier, until all that it tells us is answered. */
  async pass(ms = A_WHILE): Promise<void> {
    this.sandbox.clock.advance(ms);
    await this.sandbox.reach.settled();
  }

  /** What people and the network do. */
  async happen(conditions: object): Promise<void> {
    const body = JSON.stringify({ account: this.account, ...conditions });
    const answer = await fetch(`${this.sandbox.url}/_sandbox/conditions`, { method: "POST", body });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** A person presses a button of a page of the payment processor, and is sent on: the address where to. */
  async press(url: string, choice: "agree" | "refuse"): Promise<string | null> {
    const body = new URLSearchParams({ choice });
    return (await fetch(url, { method: "POST", body, redirect: "manual" })).headers.get("location");
  }

  /** Asks for an action, up to where the carrier has answered. Throws for a refusal. */
  async begin(mutation: string, input: object): Promise<OperationView> {
    const { operation, userErrors } = await this.caller.mutate(mutation, { waitFor: 0, ...input });
    if (operation === null) throw new Error(JSON.stringify(userErrors));
    return this.caller.until(operation.id, ({ steps }) => steps.some(({ outcome }) => outcome !== null));
  }

  /** Has an action done, while time passes at the carrier: the operation at its end. */
  async act(mutation: string, input: object, ms = A_WHILE): Promise<OperationView> {
    const { id } = await this.begin(mutation, input);
    await this.pass(ms);
    return this.caller.ended(id);
  }

  /** An action that must not get as far as an operation. */
  async refused(mutation: string, input: object): Promise<Payload["userErrors"]> {
    const { operation, userErrors } = await this.caller.mutate(mutation, input);
    if (operation !== null) throw new Error(`not refused: ${JSON.stringify(operation)}`);
    return userErrors;
  }

  quote(order: object): Promise<QuoteView> {
    return this.ask<QuoteView>(QUOTE, { order });
  }

  /** Forgets the calls so far. */
  forget(): void {
    this.sandbox.calls.length = 0;
  }

  /** How many calls of which operation have reached the carrier. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { operation } of this.sandbox.calls) counts[operation] = (counts[operation] ?? 0) + 1;
    return counts;
  }

  /** What the carrier has told us, and what we answered. */
  get told(): readonly string[] {
    return this.sandbox.reach.deliveries.map(({ type, status }) => `${type} ${status}`);
  }

  /** The changes that took effect at the carrier, by operation. */
  get changes(): readonly string[] {
    return this.sandbox.ledger.map(({ operation }) => operation);
  }

  /** What was charged, in cents. */
  get charged(): number {
    return this.sandbox.ledger.reduce((sum, { charged }) => sum + charged, 0) / 10_000;
  }
}

/** A sandbox whose clock moves by `pass` alone, and the program before it. */
export async function startReach({ callback, settings }: Way = BY_POLLING, account = AS_NUMBERS): Promise<Reach> {
  const sandbox = await startSandbox({ now: new Date("2026-01-05T10:00:00Z") });
  const app = await serve(
    sandbox.reach.accounts.filter(({ id }) => id === account),
    settings,
  );
  const stop = async () => {
    await app.stop();
    await sandbox.stop();
  };
  const reach = new Reach(sandbox, new Caller(app.url), account, stop);
  await reach.happen({ callback, callbackBaseUrl: app.url });
  return reach;
}

const ADDRESS = { line1: "1 Main Street", city: "Atlanta", state: "GA", zip: "30301", isResidential: true };

/** A line of a first purchase: the primary one, with an eSIM, unless it is told otherwise. */
export const newLine = (reach: Reach, more: object = {}) => ({
  firstName: "Kim",
  lastName: "Example",
  plan: reach.plan("PLAN-S"),
  isPrimary: true,
  simType: "ESIM",
  ...more,
});

/** A first purchase. */
export const purchase = (reach: Reach, lines: readonly object[], more: object = {}) => ({
  purchase: {
    account: reach.account,
    firstName: "Kim",
    lastName: "Example",
    email: "kim@example.com",
    phoneCountryCode: "1",
    phone: "4045550123",
    billingAddress: ADDRESS,
    shippingAddress: ADDRESS,
    lines,
    redirectUrl: "https://brand.example/payment/confirm",
    ...more,
  },
});

export interface PurchaseView {
  readonly state: string;
  readonly stateRaw: string | null;
  readonly paymentStatusRaw: string | null;
  readonly paymentStatusText: string | null;
  readonly shipmentStatusRaw: string | null;
  readonly clientAccountId: string | null;
  readonly total: { readonly amount: string } | null;
  readonly link: { readonly url: string; readonly expiresAt: { readonly raw: string } | null } | null;
}

const PURCHASE = `query ($id: ID!) { it: operation(id: $id) { purchase { state stateRaw paymentStatusRaw paymentStatusText
  shipmentStatusRaw clientAccountId total { amount } link { url expiresAt { raw } } } } }`;

/** A purchase as the carrier tells it now. */
export const purchaseOf = async (reach: Reach, id: string): Promise<PurchaseView> =>
  (await reach.ask<{ readonly purchase: PurchaseView }>(PURCHASE, { id })).purchase;

/** Where the person pays; throws while there is no such page. */
export async function payPageOf(reach: Reach, id: string): Promise<string> {
  const { link, state } = await purchaseOf(reach, id);
  if (link === null) throw new Error(`no link: ${state}`);
  return link.url;
}

const TARGET = "query ($id: ID!) { it: operation(id: $id) { target { id } } }";

/** The id of what an operation has made or acted on. */
export async function targetOf(reach: Reach, id: string): Promise<string> {
  const { target } = await reach.ask<{ readonly target: { readonly id: string } | null }>(TARGET, { id });
  if (target === null) throw new Error("the operation has no target");
  return target.id;
}

/** Buys and pays, and gives the graph's id of the subscriber that was made. */
export async function bought(reach: Reach, order: object): Promise<string> {
  const { token } = await reach.quote(order);
  const { id } = await reach.begin("quoteAccept", { quote: token });
  await reach.pass();
  await reach.press(await payPageOf(reach, id), "agree");
  await reach.pass();
  const { state } = await reach.caller.ended(id);
  if (state !== "SUCCEEDED") throw new Error(`the purchase is ${state}`);
  return targetOf(reach, id);
}
