import Fastify from "fastify";
import { accountJson, mountBics, seedWorld, setConditions, summarise } from "./bics/index.js";
import { createClock } from "./clock.js";
import { mountControl } from "./control.js";
import { createFaults } from "./faults.js";
import { createNexcon } from "./nexcon/index.js";
import { createNextcomm } from "./nextcomm/index.js";
import { createPayu } from "./payu/index.js";
import { createReach } from "./reach/index.js";
import type { LedgerEntry, RecordedCall, Sandbox, SandboxOptions } from "./types.js";

export type { Sandbox, SandboxOptions } from "./types.js";

/** Starts carriers in a box on loopback. Two sandboxes in one process share nothing. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock(options.now);
  const faults = createFaults();
  const calls: RecordedCall[] = [];
  const ledger: LedgerEntry[] = [];
  const fresh = () => seedWorld({ seed: options.seed ?? 1, now: clock.now(), endpoints: options.endpoints ?? 240 });
  let world = fresh();

  const app = Fastify({ forceCloseConnections: true, bodyLimit: 8 * 1_048_576 });
  // Bodies are read as text: what is wrong with them is for the carrier to say, not for the framework.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, text, done) => done(null, text));
  mountBics(app, { clock, faults, calls, ledger, world: () => world });
  const nexcon = createNexcon(app, { clock, faults, calls, ledger });
  const nextcomm = createNextcomm(app, { clock, faults, calls, ledger });
  const payu = createPayu(app, { clock, faults, calls, ledger });
  const reach = createReach(app, { clock, faults, calls, ledger });
  const others = [nexcon, nextcomm, payu, reach];
  const reset = (): void => {
    clock.reset();
    faults.clear();
    calls.length = 0;
    ledger.length = 0;
    world = fresh();
    for (const carrier of others) carrier.reset();
  };
  mountControl(app, {
    clock,
    faults,
    calls,
    ledger,
    summary: () => ({
      bics: summarise(world),
      nexcon: nexcon.summarise(),
      nextcomm: nextcomm.summarise(),
      payu: payu.summarise(),
      reach: reach.summarise(),
    }),
    conditions: (input) => {
      const carrier = others.find(({ hasAccount }) => hasAccount(accountIn(input)));
      return carrier ? carrier.setConditions(input) : setConditions(world, input);
    },
    reset,
  });

  const url = await app.listen({ port: options.port ?? 0, host: options.host ?? "127.0.0.1" });
  const accounts = world.enterprises.map((enterprise) => accountJson(enterprise, url));
  const [first] = accounts;
  if (!first) throw new Error("the sandbox has no account");
  return {
    url,
    bics: {
      baseUrl: first.baseUrl,
      username: first.username,
      password: first.password,
      get specimens() {
        return Object.fromEntries(world.enterprises.map((enterprise) => [enterprise.account, enterprise.specimens]));
      },
    },
    nexcon: nexcon.facade(url),
    nextcomm: nextcomm.facade(url),
    payu: payu.facade(url),
    reach: reach.facade(url),
    accounts: accounts.slice(0, 2),
    extraAccounts: accounts.slice(2),
    calls,
    ledger,
    faults,
    clock,
    reset,
    stop: async () => {
      nexcon.stop();
      reach.stop();
      await app.close();
    },
  };
}

const accountIn = (input: unknown): unknown =>
  typeof input === "object" && input !== null && "account" in input ? input.account : undefined;
