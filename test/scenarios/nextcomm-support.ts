import { randomUUID } from "node:crypto";
import type { Sandbox } from "../../sandbox/server.js";
import { type Caller, idOf, type Lab, startLab } from "../operations/support.js";
import type { AppSettings } from "../support/api.js";

/** The two accounts of the sandbox: answered by the samples, and in every other way. */
export const ACCOUNTS = ["next-za", "next-eu"] as const;

export const PERSON = {
  firstName: "Ada-Wilhelmina",
  lastName: "Byron-Quillfeather",
  alternateMsisdn: "27820000001",
  email: "ada@quillfeather.example",
};

export interface OperationView {
  readonly id: string;
  readonly state: string;
  readonly reference: string | null;
  readonly error: { readonly code: string; readonly carrierMessage: string | null } | null;
  readonly steps: readonly { readonly outcome: string | null }[];
  readonly target: { readonly msisdn: string | null } | null;
  readonly esim: Readonly<Record<string, string | null>> | null;
  readonly children: { readonly nodes: readonly OperationView[] };
}

export interface Payload {
  readonly subscriber: Readonly<Record<string, unknown>> | null;
  readonly operation: OperationView;
  readonly userErrors: readonly {
    readonly field: readonly string[];
    readonly code: string;
    readonly message: string;
    readonly hint: string | null;
    readonly operation: { readonly id: string } | null;
  }[];
}

const OPERATION = `id state reference error { code carrierMessage } steps { outcome }
  target { ... on Subscriber { msisdn } } esim { iccid smdpAddress matchingId qrText qrImage }`;
const WITH_ROWS = `${OPERATION} children(first: 200) { nodes { ${OPERATION} } }`;

/** The program before NextComm. */
export class NextLab {
  private constructor(readonly lab: Lab) {}

  static async start(settings: AppSettings & { readonly account?: object } = {}): Promise<NextLab> {
    const { account, ...rest } = settings;
    const accounts = ({ nextcomm }: Sandbox) => nextcomm.accounts.map((entry) => ({ ...entry, ...account }));
    return new NextLab(await startLab({ accounts, ...rest }));
  }

  get sandbox(): Sandbox {
    return this.lab.sandbox;
  }

  get caller(): Caller {
    return this.lab.caller;
  }

  /** A number, a SIM or a plan in a named situation. */
  of(name: string, account = "next-za"): string {
    const found = this.sandbox.nextcomm.specimens[account]?.[name];
    if (found === undefined) throw new Error(`no specimen ${name}`);
    return found;
  }

  async mutate(mutation: string, input: object, fields = "msisdn"): Promise<Payload> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { it: ${mutation}(input: $input) {
      subscriber { ${fields} } operation { ${WITH_ROWS} } userErrors { field code message hint operation { id } } } }`;
    return this.caller.only<Payload>(query, { input: { idempotencyKey: randomUUID(), ...input } });
  }

  operation(id: string): Promise<OperationView> {
    return this.caller.only(`query ($id: ID!) { it: operation(id: $id) { ${WITH_ROWS} } }`, { id });
  }

  async set(conditions: object): Promise<void> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/conditions`, {
      method: "POST",
      body: JSON.stringify(conditions),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** The carrier's operations that were called, in their order. */
  get calls(): readonly string[] {
    return this.sandbox.calls.map(({ operation }) => operation);
  }

  /** How often one was. */
  count(operation: string): number {
    return this.calls.filter((call) => call === operation).length;
  }

  /** Everything as at the start, but for the tokens of before, which the carrier has forgotten. */
  async reset(): Promise<void> {
    this.sandbox.reset();
    await this.caller.only("{ it: accounts { stock(type: ESIM) { iccid } } }", {});
    this.sandbox.calls.splice(0);
  }

  stop(): Promise<void> {
    return this.lab.stop();
  }
}

/** The id that the graph gives a plan to activate with, by its region, or to recharge with. */
export const planOf = (native: string, account = "next-za"): string => idOf("Plan", native, account);

export const subscriberOf = (msisdn: string, account = "next-za"): string => idOf("Subscriber", msisdn, account);

/** Now by the clock of a zone, as the carrier wants it told. */
export const localNow = (timeZone: string): string =>
  Temporal.Now.plainDateTimeISO(timeZone).toString({ smallestUnit: "second" });
