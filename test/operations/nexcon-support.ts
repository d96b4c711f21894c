import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "../../sandbox/server.js";
import type { Sandbox } from "../../sandbox/types.js";
import type { SimWrites } from "../../src/datasources/carrier.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import type { Timing } from "../../src/operations/timing.js";
import { SHORT, serve } from "../support/api.js";
import { FrontDoor } from "../support/front-door.js";
import { call } from "./situations.js";
import { Caller, idOf, type UserErrorView } from "./support.js";

/** How long a job takes, on the sandbox's clock. */
const JOB_MS = 5_000;

/** Nobody looks by itself for as long as a test lasts: what happens is the callback's doing. */
export const NO_POLLING: Partial<Timing> = { ...SHORT, firstCheck: 600, lastCheck: 600 };

export interface SimOperation {
  readonly id: string;
  readonly state: string;
  readonly error: { readonly code: string } | null;
  readonly calledBackAt: string | null;
  readonly target: { readonly iccid: string } | null;
  readonly steps: readonly { readonly outcome: string | null }[];
}

export interface SimPayload {
  readonly sim: { readonly state: string; readonly stateRaw: string | null } | null;
  readonly operation: SimOperation | null;
  readonly userErrors: readonly UserErrorView[];
  readonly preview: { readonly action: string; readonly isIrreversible: boolean } | null;
}

export interface SimOption {
  readonly action: string;
  readonly available: boolean;
  readonly blockedBy: { readonly code: string } | null;
}

const OPERATION = "id state error { code } calledBackAt target { ... on Sim { iccid } } steps { outcome }";
const PAYLOAD = `sim { state stateRaw } operation { ${OPERATION} } preview { action isIrreversible }
  userErrors { field code message }`;

export interface NexconOptions {
  /** False: the program has no address at which it can be called back. */
  readonly isReachable?: boolean;
  readonly timing?: Partial<Timing>;
  /** What the entry of the accounts file says beside what the sandbox says. */
  readonly account?: object;
}

/** The program between two doors: one before the carrier, one before its own callbacks. */
export class NexconLab {
  readonly #dataDir = mkdtempSync(join(tmpdir(), "carrier-graph-"));
  readonly #options: NexconOptions;
  #app: Awaited<ReturnType<typeof serve>> | null = null;

  private constructor(
    readonly sandbox: Sandbox,
    readonly carrier: FrontDoor,
    readonly door: FrontDoor,
    options: NexconOptions,
  ) {
    this.#options = options;
  }

  static async start(options: NexconOptions = {}): Promise<NexconLab> {
    const sandbox = await startSandbox({ now: new Date("2026-01-05T10:00:00Z") });
    const carrier = await new FrontDoor().start();
    carrier.origin = sandbox.url;
    const lab = new NexconLab(sandbox, carrier, await new FrontDoor().start(), options);
    await lab.open();
    return lab;
  }

  get dataDir(): string {
    return this.#dataDir;
  }

  get caller(): Caller {
    return new Caller(this.#app?.url ?? "");
  }

  async open(): Promise<void> {
    const { isReachable = true, timing = SHORT, account } = this.#options;
    const { sandbox, carrier, door } = this;
    const entries = [...sandbox.nexcon.accounts, ...sandbox.accounts].map((entry) => ({
      ...entry,
      baseUrl: entry.baseUrl.replace(sandbox.url, carrier.url),
      ...(entry.carrier === "NEXCON" ? account : {}),
    }));
    const publicUrl = isReachable ? { publicUrl: `${door.url}/` } : {};
    this.#app = await serve(entries, { dataDir: this.#dataDir, timing, ...publicUrl });
    door.origin = this.#app.url;
  }

  async close(): Promise<void> {
    this.door.origin = null;
    await this.#app?.stop();
  }

  async stop(): Promise<void> {
    this.sandbox.faults.clear();
    await this.close();
    await Promise.all([this.sandbox.stop(), this.carrier.stop(), this.door.stop()]);
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  /** The ICCID of a SIM in a named situation, or of one of the next ones. */
  iccid(situation: string, further = 0): string {
    const found = this.sandbox.nexcon.specimens.nexcon?.[situation];
    if (found === undefined) throw new Error(`no specimen ${situation}`);
    return String(BigInt(found) + BigInt(further));
  }

  /** Conditions of a SIM, as the sandbox's control takes them. */
  async set(icc: string, sim: object): Promise<void> {
    const body = JSON.stringify({ account: "nexcon", icc, sim });
    const { ok, status } = await fetch(`${this.sandbox.url}/_sandbox/conditions`, { method: "POST", body });
    if (!ok) throw new Error(`conditions: ${status}`);
  }

  async mutate(mutation: string, iccid: string, input: object = {}): Promise<SimPayload> {
    const type = mutation === "simTerminate" ? "SimTerminateInput" : "SimActionInput";
    const confirm = mutation === "simTerminate" ? { confirm: iccid.slice(-4) } : {};
    const sim = idOf("Sim", iccid, "nexcon");
    return this.caller.only<SimPayload>(
      `mutation ($input: ${type}!) { it: ${mutation}(input: $input) { ${PAYLOAD} } }`,
      { input: { sim, idempotencyKey: randomUUID(), waitFor: 0, ...confirm, ...input } },
    );
  }

  /** The same, where it must be taken on and have reached the carrier. */
  async begin(mutation: string, iccid: string, input: object = {}): Promise<string> {
    const { operation, userErrors } = await this.mutate(mutation, iccid, input);
    if (operation === null) throw new Error(JSON.stringify(userErrors));
    await this.until(operation.id, ({ steps }) => steps.some(({ outcome }) => outcome !== null));
    return operation.id;
  }

  /** The carrier's call itself, past the graph and all that it would refuse. */
  async directly(write: keyof SimWrites, iccid: string): Promise<void> {
    const parsed = parseAccount(this.sandbox.nexcon.accounts[0]);
    if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
    const source = parsed.setup.open(() => {});
    await source.writes.sims?.[write](iccid, null, call()).catch(() => null);
    await source.close();
  }

  operation(id: string): Promise<SimOperation> {
    return this.caller.only(`query ($id: ID!) { it: operation(id: $id) { ${OPERATION} } }`, { id });
  }

  async actions(iccid: string): Promise<readonly SimOption[]> {
    const query = `query ($id: ID!) {
      it: node(id: $id) { ... on Sim { actions { action available blockedBy { code } } } }
    }`;
    const id = idOf("Sim", iccid, "nexcon");
    return (await this.caller.only<{ actions: readonly SimOption[] }>(query, { id })).actions;
  }

  async until(id: string, holds: (operation: SimOperation) => boolean): Promise<SimOperation> {
    for (const end = Date.now() + 12_000; ; await new Promise((resolve) => setTimeout(resolve, 40))) {
      const operation = await this.operation(id);
      if (holds(operation)) return operation;
      if (Date.now() > end) throw new Error(`still ${JSON.stringify(operation)}`);
    }
  }

  ended(id: string): Promise<SimOperation> {
    return this.until(id, ({ state }) => !["ACCEPTED", "RUNNING", "OUTCOME_UNKNOWN"].includes(state));
  }

  /** Lets the sandbox's time pass, until all calls back that fall due are answered. */
  async pass(ms: number = JOB_MS): Promise<void> {
    this.sandbox.clock.advance(ms);
    await this.sandbox.nexcon.settled();
  }

  /** What the carrier was sent last for a job on a SIM. */
  sent(iccid: string): Readonly<Record<string, unknown>> {
    const jobs = this.carrier.seen.filter(({ path, body }) => !path.endsWith("/status") && body.includes(iccid));
    return JSON.parse(jobs.at(-1)?.body ?? "{}");
  }

  /** The address that the carrier was given for a job on a SIM. */
  address(iccid: string): string {
    return String(this.sent(iccid).callbackUrl);
  }

  /** How often the carrier has carried something out on a SIM. */
  commits(iccid: string): number {
    return this.sandbox.ledger.filter(({ target }) => target === iccid).length;
  }

  /** How many callbacks have come to a result so far. */
  async counted(result: string): Promise<number> {
    const text = await (await fetch(`${this.caller.url}/metrics`)).text();
    return [...text.matchAll(/^callbacks_total\{.*result="(\w+)".*\} (\d+)$/gm)]
      .filter(([, word]) => word === result)
      .reduce((sum, [, , count]) => sum + Number(count), 0);
  }
}
