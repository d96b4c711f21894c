/**
 * One document of the graph that makes a carrier operation's call in the sandbox. In a text of it `<word>` stands for the
 * account's specimen of that name (`<account>` for the account), `<Plan word>` for the id of an object whose native key
 * that is (or the word itself, where there is no such specimen), and `<key>` for a new idempotency key.
 */
export interface Way {
  readonly document: string;
  /** In place of the carrier's usual account. */
  readonly account?: string;
  /**
   * Documents that are asked before, in turn: what one answers as `given` or `given2` is so called in the next, and
   * `<last4>` is the end of `given`.
   */
  readonly first?: readonly string[];
  /** What then goes wrong at the carrier, each once, as the sandbox's control takes it. */
  readonly faults?: readonly { readonly operation: string; readonly fault: string }[];
}

/** What no document of the graph reaches, on purpose: a command of `package.json` does. */
export interface Command {
  readonly command: string;
}

/** All ways of each operation of a carrier, by its name in the carrier's table. */
export type Ways<Name extends string> = Readonly<Record<Name, readonly [Way | Command, ...(Way | Command)[]]>>;

type More = Omit<Way, "document">;

export const query = (selection: string, more: More = {}): Way => ({ document: `{ ${selection} }`, ...more });

/** A mutation by what its input has beside the key; it answers at once, while the work goes on. */
export const act = (mutation: string, input: string, more: More = {}): Way => ({
  document: `mutation { ${mutation}(input: { idempotencyKey: "<key>", waitFor: 0, ${input} }) { ${OUTCOME} } }`,
  ...more,
});

const OUTCOME = "operation { id state } userErrors { field code message }";

const subscriberBy = (who: string, selection: string): string =>
  `subscriber(by: { carrierSubscriberId: "<${who}>" }, account: "<account>") { ${selection} }`;

/** A field of a subscriber by its specimen. */
export const ofSubscriber = (selection: string, who = "active", more: More = {}): Way =>
  query(subscriberBy(who, selection), more);

const subscriber = (who: string): string => `subscriber: "<Subscriber ${who}>"`;

/** A mutation on a subscriber by its specimen. */
export const actOn = (who: string, mutation: string, input = "", more: More = {}): Way =>
  act(mutation, `${subscriber(who)} ${input}`, more);

/** The same where the last digits of the number must be given. */
export const confirmedOn = (who: string, mutation: string, input = ""): Way =>
  actOn(who, mutation, `confirm: "<last4>" ${input}`, { first: [`{ ${subscriberBy(who, "given: msisdn")} }`] });

const quoteOf = (order: string): string => `{ quote(order: { ${order} }) { given: token } }`;

export const quoted = (order: string): Way => query(`quote(order: { ${order} }) { token }`);

/** An order that is quoted, and then accepted. */
export const accepted = (order: string): Way => act("quoteAccept", 'quote: "<given>"', { first: [quoteOf(order)] });

/** The mutation of a way as a document that is asked before: it waits a little, and gives something of its operation. */
export const giving = ({ document }: Way, field: string): string =>
  document.replace("waitFor: 0", "waitFor: 1").replace("id state", `given: ${field}`);

/** What is told of an operation that an order has become. */
export const ofOrder = (order: string, selection: string): Way =>
  query(`operation(id: "<given>") { ${selection} }`, { first: [quoteOf(order), giving(accepted(order), "id")] });
