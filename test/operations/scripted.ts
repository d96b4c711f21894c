import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { z } from "zod";
import { Accounts } from "../../src/datasources/accounts.js";
import { parseAccount } from "../../src/datasources/carriers.js";
import { Failure } from "../../src/errors.js";
import { Ids } from "../../src/ids.js";
import { type Action, action, type Performed, type Seen } from "../../src/lifecycle/action.js";
import { LIFECYCLE_ACTIONS } from "../../src/lifecycle/actions.js";
import type { ActionName } from "../../src/model/operation.js";
import { operationsDue } from "../../src/operations/chores.js";
import { Engine, type Request } from "../../src/operations/engine.js";
import { EventFeed } from "../../src/operations/events.js";
import { Rounds } from "../../src/operations/rounds.js";
import { TIMING, type Timing } from "../../src/operations/timing.js";
import { Worker } from "../../src/operations/worker.js";
import { openEmbedded } from "../../src/store/embedded.js";
import { migrate } from "../../src/store/migrations.js";
import { sealing } from "../../src/store/personal.js";
import { openServer } from "../../src/store/server.js";
import type { Store } from "../../src/store/sql.js";
import { ID_SECRET, SHORT } from "../support/api.js";
import { putEmptyStore } from "../support/empty-store.js";

/** The verbs whose ends a scripted carrier decides; all others stay as they are. */
export const PLAIN = "ENDPOINT_SUSPEND" satisfies ActionName;
export const SECRETIVE = "SIM_RESUME" satisfies ActionName;
export const BULK = "ENDPOINTS_UPDATE" satisfies ActionName;

const Wish = z.record(z.string(), z.unknown());
const Given = z.strictObject({ code: z.string(), link: z.string().nullable() });

/** What came of a question to the carrier: its JSON is the answer itself. */
async function ask<Answer>(url: string, body: object): Promise<Answer> {
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) }).catch(() => null);
  if (answer === null) throw new Failure("OUTCOME_UNKNOWN", "The connection broke.");
  if (answer.ok) return (await answer.json()) as Answer;
  throw new Failure("CARRIER_REFUSED", "The carrier refused it.", { carrierMessage: await answer.text() });
}

/** Actions of a carrier that answers with `Performed` and `Seen` themselves, at `/<verb>/perform` and `/<verb>/observe`. */
function scriptedActions(carrier: string): Readonly<Record<ActionName, Action>> {
  const common = <Name extends ActionName>(name: Name) => ({
    name,
    wish: Wish,
    result: Given,
    observe: (_reads: unknown, wish: object, _call: unknown, reference: string | null) =>
      ask<Seen>(`${carrier}/${name}/observe`, { wish, reference }),
  });
  const plain = (name: ActionName) =>
    action({
      ...common(name),
      perform: (_writes, wish) => ask<Performed<z.output<typeof Given>>>(`${carrier}/${name}/perform`, { wish }),
    });
  return {
    ...LIFECYCLE_ACTIONS,
    [PLAIN]: plain(PLAIN),
    [BULK]: plain(BULK),
    [SECRETIVE]: action({
      ...common(SECRETIVE),
      secret: z.strictObject({ pin: z.string() }),
      perform: (_writes, wish, _call, secret) => ask(`${carrier}/${SECRETIVE}/perform`, { wish, secret }),
    }),
  };
}

export interface EngineSettings {
  readonly carrier: string;
  readonly dataDir: string;
  /** A Postgres server in place of the data directory. */
  readonly databaseUrl?: string | undefined;
  readonly timing?: Partial<Timing>;
  readonly idSecret?: string;
}

/** A store as the program opens it. */
export async function storeAt({
  dataDir,
  databaseUrl,
  idSecret = ID_SECRET,
}: Omit<EngineSettings, "carrier">): Promise<Store> {
  const ids = new Ids(idSecret);
  if (databaseUrl !== undefined) return sealing(await openServer(databaseUrl), ids);
  await putEmptyStore(join(dataDir, "store"));
  return sealing(await openEmbedded(join(dataDir, "store")), ids);
}

/** The engine alone, over a scripted carrier: actions are data. */
export async function startEngine({ carrier, timing, idSecret = ID_SECRET, ...place }: EngineSettings) {
  const opened = await storeAt({ ...place, idSecret });
  await migrate(opened);
  const rounds = new Rounds(pino({ level: "silent" }), "shared");
  const store = rounds.heeding(opened);
  const parsed = parseAccount({ id: "nexcon", carrier: "NEXCON", baseUrl: carrier, apiKey: "none" });
  if ("faults" in parsed) throw new Error(JSON.stringify(parsed.faults));
  const accounts = new Accounts([parsed.setup], { observe: () => {} });
  const ids = new Ids(idSecret);
  const parts = {
    accounts,
    writes: new Map(),
    actions: scriptedActions(carrier),
    timing: { ...TIMING, ...SHORT, ...timing },
    publicUrl: undefined,
    sealer: ids,
  };
  const worker = new Worker(store, parts);
  const feed = new EventFeed(store);
  const engine = new Engine(store, worker, feed);
  rounds.start([operationsDue(opened, worker)]);
  const stop = async () => {
    await rounds.stop();
    await engine.idle();
    await feed.close();
    await store.close();
    await accounts.close();
  };
  return { engine, worker, store, accounts, ids, stop };
}

export type StartedEngine = Awaited<ReturnType<typeof startEngine>>;

/** A request with a key of its own, on an object of its own unless one is named. */
export function requestOf(request: Partial<Request> & Pick<Request, "action">): Request {
  const target = request.target === undefined ? randomUUID() : request.target;
  return {
    account: "nexcon",
    target,
    conflictKey: `object/${target ?? randomUUID()}`,
    asked: {},
    wish: {},
    isDuplicateAllowed: false,
    idempotencyKey: randomUUID(),
    requestedBy: "tests",
    ...request,
  };
}

/** Whether any file of a database has a text in it, however old. */
export function isKept(dataDir: string, text: string): boolean {
  const files = readdirSync(join(dataDir, "store"), { recursive: true, withFileTypes: true });
  return files.some((file) => file.isFile() && readFileSync(join(file.parentPath, file.name)).includes(text));
}
