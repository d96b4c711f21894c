import { randomUUID } from "node:crypto";
import { startSandbox } from "../../sandbox/server.js";
import type { LedgerEntry, Sandbox } from "../../sandbox/types.js";
import { Ids, type IdType } from "../../src/ids.js";
import { freshDatabase } from "../store/support.js";
import { type AppSettings, ID_SECRET, SHORT, serve } from "../support/api.js";

const ids = new Ids(ID_SECRET);

/** The id that the graph gives an object of `bics-eu`, or of another account. */
export const idOf = (type: IdType, native: string, account = "bics-eu"): string =>
  ids.encode(type, { account, native });

export const nativeOf = (id: string): string => ids.decode(id)?.native ?? "";

export interface OperationView {
  readonly id: string;
  readonly action: string;
  readonly state: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly reference: string | null;
  readonly requestedBy: string;
  readonly idempotencyKey: string;
  readonly nextCheckAt: string | null;
  readonly steps: readonly {
    readonly name: string;
    readonly outcome: string | null;
    readonly endedAt: string | null;
  }[];
}

export interface UserErrorView {
  readonly field: readonly string[];
  readonly code: string;
  readonly message: string;
  readonly carrierCode: string | null;
  readonly operation: OperationView | null;
}

export interface Payload {
  readonly operation: OperationView | null;
  readonly userErrors: readonly UserErrorView[];
  readonly preview: { readonly action: string; readonly isIrreversible: boolean } | null;
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

const OPERATION = `fragment O on Operation {
  id action state error { code message } reference requestedBy idempotencyKey nextCheckAt steps { name outcome endedAt }
}`;
const PAYLOAD = `operation { ...O } preview { action isIrreversible }
  userErrors { field code message carrierCode operation { ...O } }`;

/** The input type of every mutation, as the graph tells it. */
const INPUT_TYPES = "{ it: __schema { mutationType { fields { name args { type { ofType { name } } } } } } }";

type InputTypes = {
  readonly mutationType: {
    readonly fields: readonly {
      readonly name: string;
      readonly args: readonly { readonly type: { readonly ofType: { readonly name: string } } }[];
    }[];
  };
};

/** A served graph, asked as a frontend would. */
export class Caller {
  #types: Promise<InputTypes> | null = null;

  constructor(
    readonly url: string,
    readonly name?: string,
  ) {}

  as(name: string): Caller {
    return new Caller(this.url, name);
  }

  async post(query: string, variables: object = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(this.name === undefined ? {} : { "x-requested-by": this.name }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer;
  }

  /** A mutation with a fresh key unless the input has one. Throws for errors that are no values. */
  async mutate(mutation: string, input: object): Promise<Payload> {
    const type = await this.#inputOf(mutation);
    const query = `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { ${PAYLOAD} } } ${OPERATION}`;
    return this.only<Payload>(query, { input: { idempotencyKey: randomUUID(), ...input } });
  }

  operation(id: string): Promise<OperationView> {
    return this.only<OperationView>(`query ($id: ID!) { it: operation(id: $id) { ...O } } ${OPERATION}`, { id });
  }

  /** The operation that an idempotency key stands for. */
  async byKey(key: string): Promise<OperationView> {
    const found = (await this.operations()).find(({ idempotencyKey }) => idempotencyKey === key);
    if (!found) throw new Error(`no operation of ${key}`);
    return found;
  }

  async operations(filter: object = {}): Promise<readonly OperationView[]> {
    const query = `query ($filter: OperationFilter) { it: operations(first: 200, filter: $filter) { nodes { ...O } } } ${OPERATION}`;
    return (await this.only<{ nodes: readonly OperationView[] }>(query, { filter })).nodes;
  }

  /** Every action of an endpoint and whether it is available. */
  async actions(endpoint: string) {
    const query = `query ($id: ID!) { it: node(id: $id) { ... on Endpoint { actions { action available blockedBy { code operation { id } } } } } }`;
    type Option = {
      action: string;
      available: boolean;
      blockedBy: { code: string; operation: { id: string } | null } | null;
    };
    return (await this.only<{ actions: readonly Option[] }>(query, { id: endpoint })).actions;
  }

  /** Waits until an operation is neither under way nor unknown. */
  async ended(id: string, most = 15_000): Promise<OperationView> {
    return this.until(id, ({ state }) => !["ACCEPTED", "RUNNING", "OUTCOME_UNKNOWN"].includes(state), most);
  }

  async until(id: string, holds: (operation: OperationView) => boolean, most = 15_000): Promise<OperationView> {
    for (const end = Date.now() + most; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const operation = await this.operation(id);
      if (holds(operation)) return operation;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(operation)}`);
    }
  }

  async #inputOf(mutation: string): Promise<string> {
    this.#types ??= this.only<InputTypes>(INPUT_TYPES, {});
    const { mutationType } = await this.#types;
    const type = mutationType.fields.find(({ name }) => name === mutation)?.args[0]?.type.ofType.name;
    if (type === undefined) throw new Error(`there is no mutation ${mutation}`);
    return type;
  }

  /** The data of an answer that must have no errors. */
  async only<Data>(query: string, variables: object): Promise<Data> {
    const { data, errors } = await this.post(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data.it as Data;
  }
}

export interface Lab {
  readonly sandbox: Sandbox;
  readonly caller: Caller;
  stop(): Promise<void>;
}

export interface LabOptions extends AppSettings {
  readonly accounts?: (sandbox: Sandbox) => readonly object[] | Promise<readonly object[]>;
  /** How many endpoints `bics-eu` has. */
  readonly endpoints?: number;
}

/** The program before a sandbox, with short waiting times. */
export async function startLab({ accounts, endpoints, ...settings }: LabOptions = {}): Promise<Lab> {
  const sandbox = await startSandbox(endpoints === undefined ? {} : { endpoints });
  const app = await serve((await accounts?.(sandbox)) ?? sandbox.accounts, { timing: SHORT, ...settings });
  const stop = async () => {
    sandbox.faults.clear();
    await Promise.all([app.stop(), sandbox.stop()]);
  };
  return { sandbox, caller: new Caller(app.url), stop };
}

/** An endpoint or a SIM in a named situation. */
export function specimen({ bics }: Pick<Sandbox, "bics">, name: string, account = "bics-eu"): string {
  const found = bics.specimens[account]?.[name];
  if (found === undefined) throw new Error(`no specimen ${name}`);
  return found;
}

/** The changes that one endpoint has seen at the carrier. */
export const ledgerOf = ({ ledger }: Pick<Sandbox, "ledger">, target: string): readonly LedgerEntry[] =>
  ledger.filter((entry) => entry.target === target);

/** The writes that reached the carrier. */
export const writesTo = ({ calls }: Pick<Sandbox, "calls">): readonly string[] =>
  calls.filter(({ effect }) => effect === "write").map(({ operation }) => operation);

/** Where a program may keep its operations: one suite runs over each. */
export interface Keeping {
  readonly name: string;
  prepare(): Promise<{ readonly settings: AppSettings; remove(): Promise<void> }>;
}

const SERVER = process.env.TEST_DATABASE_URL;

/** What replicas can share. */
export const SHARED_KEEPING: readonly Keeping[] =
  SERVER === undefined
    ? []
    : [
        {
          name: "a Postgres server",
          prepare: async () => {
            const { url, remove } = await freshDatabase(SERVER);
            return { settings: { databaseUrl: url }, remove };
          },
        },
      ];

export const KEEPING: readonly Keeping[] = [
  { name: "the data directory", prepare: async () => ({ settings: {}, remove: async () => {} }) },
  ...SHARED_KEEPING,
];

export interface Row {
  readonly id: string;
  readonly native: string;
  readonly account: string;
  readonly name: string | null;
  readonly state: string;
  readonly billing: string;
  readonly hasSim: boolean;
}

/** All endpoints of an account as the graph lists them. */
export async function endpointsOf(caller: Caller, account = "bics-eu"): Promise<readonly Row[]> {
  const query = `query ($accounts: [ID!]) {
    it: endpoints(first: 500, filter: { accounts: $accounts }) { nodes { id name state billing sim { iccid } } }
  }`;
  type Listed = {
    readonly nodes: readonly (Omit<Row, "native" | "account" | "hasSim"> & { readonly sim: object | null })[];
  };
  const { nodes } = await caller.only<Listed>(query, { accounts: [account] });
  return nodes.map(({ sim, ...row }) => ({ ...row, account, native: nativeOf(row.id), hasSim: sim !== null }));
}
