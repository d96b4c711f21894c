import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { type ObtainToken, type Token, TokenCache } from "../../../src/datasources/http/token.js";
import { Failure } from "../../../src/errors.js";
import { delayed, json } from "../../support/scripted-answers.js";
import { accepted, aToy, issued, type Toy } from "./toy.js";

const isRefusal = (error: unknown): boolean => error instanceof Failure && error.code === "CARRIER_AUTH_FAILED";

/** A cache on a clock of its own, with numbered tokens. */
function aCache({ livesMs = 600_000, obtain }: { livesMs?: number; obtain?: ObtainToken } = {}) {
  const clock = { now: 1_000_000 };
  const previous: (string | null)[] = [];
  const numbered: ObtainToken = async (replaced) => {
    previous.push(replaced?.value ?? null);
    return { value: `token-${previous.length}`, expiresAt: clock.now + livesMs };
  };
  const cache = new TokenCache(obtain ?? numbered, isRefusal, () => clock.now);
  return { cache, clock, previous };
}

describe("a cached token", () => {
  test("is obtained once and used until shortly before its end", async () => {
    const { cache, clock, previous } = aCache({ livesMs: 600_000 });
    expect(await cache.get()).toBe("token-1");
    clock.now += 569_000;
    expect(await cache.get()).toBe("token-1");
    clock.now += 2_000;
    expect(await cache.get()).toBe("token-2");
    expect(previous).toEqual([null, "token-1"]);
  });

  test("with a short life is used for four fifths of it", async () => {
    const { cache, clock } = aCache({ livesMs: 10_000 });
    await cache.get();
    clock.now += 7_900;
    expect(await cache.get()).toBe("token-1");
    clock.now += 200;
    expect(await cache.get()).toBe("token-2");
  });

  test("that never ends is never renewed", async () => {
    const { cache, clock } = aCache({ livesMs: Number.POSITIVE_INFINITY });
    await cache.get();
    clock.now += 1e12;
    expect(await cache.get()).toBe("token-1");
  });

  test("that is refused is replaced, and handed to what obtains the next", async () => {
    const { cache, previous } = aCache();
    cache.expire(await cache.get());
    expect(await cache.get()).toBe("token-2");
    expect(previous).toEqual([null, "token-1"]);
  });

  test("stays when an older one is refused late", async () => {
    const { cache, previous } = aCache();
    cache.expire(await cache.get());
    await cache.get();
    cache.expire("token-1");
    expect(await cache.get()).toBe("token-2");
    expect(previous).toHaveLength(2);
  });

  test.each([
    ["renewed", 59_000, () => {}],
    ["replaced after a refusal", 0, (cache: TokenCache) => cache.expire("token-1")],
  ])("is given up when it cannot be %s: the next attempt starts afresh", async (_, afterMs, meanwhile) => {
    const seen: (string | null)[] = [];
    const obtain: ObtainToken = async (previous) => {
      seen.push(previous?.value ?? null);
      if (seen.length === 2) throw new Failure("CARRIER_UNAVAILABLE", "down");
      return { value: `token-${seen.length}`, expiresAt: clock.now + 60_000 };
    };
    const { cache, clock } = aCache({ obtain });
    await cache.get();
    clock.now += afterMs;
    meanwhile(cache);
    await expect(cache.get()).rejects.toMatchObject({ code: "CARRIER_UNAVAILABLE" });
    expect(await cache.get()).toBe("token-3");
    expect(seen).toEqual([null, "token-1", null]);
  });
});

describe("waiting for a token", () => {
  test("is shared by all: fifty waiters, one call", async () => {
    const { cache, previous } = aCache();
    const tokens = await Promise.all(Array.from({ length: 50 }, () => cache.get()));
    expect(new Set(tokens)).toEqual(new Set(["token-1"]));
    expect(previous).toHaveLength(1);
  });

  test("ends for the waiter that gives up, and for nobody else", async () => {
    await using toy = await aToy();
    const { promise, resolve } = Promise.withResolvers<void>();
    toy.carrier.serve("/login", () => promise.then(() => issued("token-1")));
    toy.carrier.onRequest(() => accepted());
    const caller = new AbortController();
    const leaving = toy.suspend({ signal: caller.signal });
    const staying = toy.suspend();
    while (toy.carrier.to("/login").length === 0) await turn();
    caller.abort(new Error("gone"));
    expect(await leaving).toMatchObject({ code: "CARRIER_TIMEOUT" });
    resolve();
    expect(await staying).toMatchObject({ is: "done" });
    expect(toy.carrier.to("/login")).toHaveLength(1);
  });

  test("fails for all who wait when it fails, and is tried again by the next", async () => {
    let calls = 0;
    const obtain = async (): Promise<Token> => {
      calls += 1;
      throw new Failure("CARRIER_UNAVAILABLE", "down");
    };
    const { cache } = aCache({ obtain });
    const ends = await Promise.allSettled([cache.get(), cache.get()]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(cache.get()).rejects.toMatchObject({ code: "CARRIER_UNAVAILABLE" });
    expect(calls).toBe(2);
  });

  test("recovers from what throws before it has become a promise", async () => {
    let calls = 0;
    const obtain: ObtainToken = () => {
      calls += 1;
      if (calls === 1) throw new Error("a bug");
      return Promise.resolve({ value: "token-1", expiresAt: Number.POSITIVE_INFINITY });
    };
    const { cache } = aCache({ obtain });
    await expect(cache.get()).rejects.toThrow("a bug");
    expect(await cache.get()).toBe("token-1");
  });

  test("is not even begun by a caller that is gone", async () => {
    await using toy = await aToy();
    await toy.read({ signal: AbortSignal.abort() });
    expect(toy.carrier.to("/login")).toHaveLength(0);
  });

  test("holds after refused credentials, then tries once more", async () => {
    let calls = 0;
    const obtain = async (): Promise<Token> => {
      calls += 1;
      throw new Failure("CARRIER_AUTH_FAILED", "wrong password");
    };
    const { cache, clock } = aCache({ obtain });
    for (let call = 0; call < 5; call += 1) {
      await expect(cache.get()).rejects.toMatchObject({ code: "CARRIER_AUTH_FAILED" });
    }
    expect(calls).toBe(1);
    clock.now += 5_000;
    await expect(cache.get()).rejects.toMatchObject({ code: "CARRIER_AUTH_FAILED" });
    expect(calls).toBe(2);
  });
});

describe("calls that need a token", () => {
  /** Accepts the newest token only, and issues `token-<number of logins>`. */
  function strict({ carrier }: Toy): void {
    carrier.serve("/login", (_, number) => delayed(20, issued(`token-${number}`)));
    carrier.onRequest(({ headers }) => {
      const newest = `Bearer token-${carrier.to("/login").length}`;
      return headers.authorization === newest ? accepted() : json({ ok: false, code: "expired" }, 401);
    });
  }

  test("log in once for fifty at the same time", async () => {
    await using toy = await aToy();
    strict(toy);
    const ends = await Promise.all(Array.from({ length: 50 }, () => toy.read()));
    expect(ends).toHaveLength(50);
    for (const end of ends) expect(end).toMatchObject({ is: "done" });
    expect(toy.carrier.to("/login")).toHaveLength(1);
  });

  test("log in although every place is taken by those who wait for the token", async () => {
    await using toy = await aToy({ limits: { concurrency: 1 } });
    strict(toy);
    const ends = await Promise.all([toy.read(), toy.suspend(), toy.read()]);
    for (const end of ends) expect(end).toMatchObject({ is: "done" });
    expect(toy.carrier.mostAtOnce).toBe(1);
  });

  test("get a new token once for all when the old one has expired, a write too", async () => {
    await using toy = await aToy();
    strict(toy);
    await toy.read();
    toy.carrier.serve("/login", () => delayed(20, issued("token-2")));
    toy.carrier.onRequest(({ headers }) =>
      headers.authorization === "Bearer token-2" ? accepted() : json({ ok: false, code: "expired" }, 401),
    );
    const ends = await Promise.all(Array.from({ length: 20 }, () => toy.suspend()));
    for (const end of ends) expect(end).toMatchObject({ is: "done" });
    expect(toy.carrier.to("/login")).toHaveLength(2);
  });

  test("that wait for a place while the token expires are sent with the new one only", async () => {
    await using toy = await aToy({ limits: { concurrency: 1 } });
    strict(toy);
    await toy.read();
    toy.carrier.serve("/login", () => issued("token-2"));
    toy.carrier.onRequest(({ headers }) =>
      headers.authorization === "Bearer token-2" ? accepted() : json({ ok: false, code: "expired" }, 401),
    );
    await Promise.all(Array.from({ length: 5 }, () => toy.suspend()));
    expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(6);
  });

  test("fail as CARRIER_AUTH_FAILED when the new token is refused too, after exactly one refresh", async () => {
    await using toy = await aToy();
    toy.carrier.serve("/login", (_, number) => issued(`token-${number}`));
    toy.carrier.onRequest(() => json({ ok: false, code: "expired" }, 401));
    expect(await toy.suspend()).toMatchObject({ code: "CARRIER_AUTH_FAILED" });
    expect(toy.carrier.to("/login")).toHaveLength(2);
    expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(2);
  });

  test("are not sent again when the carrier issues the very token that it refused", async () => {
    await using toy = await aToy();
    toy.carrier.onRequest(() => json({ ok: false, code: "expired" }, 401));
    expect(await toy.suspend()).toMatchObject({ code: "CARRIER_AUTH_FAILED" });
    expect(toy.carrier.to("/lines/7/suspend")).toHaveLength(1);
  });

  test("do not hammer a carrier that refuses the credentials", async () => {
    await using toy = await aToy();
    toy.carrier.serve("/login", () => json({ ok: false, code: "1" }, 401));
    await Promise.all([toy.read(), toy.read(), toy.suspend()]);
    expect(await toy.read()).toMatchObject({ code: "CARRIER_AUTH_FAILED" });
    expect(toy.carrier.requests.map(({ path }) => path)).toEqual(["/login"]);
  });
});
