import { afterEach, describe, expect, it } from "vitest";
import { expiryOf } from "../../../src/datasources/bics/auth.js";
import { empty, hang, html, json, text } from "../../support/scripted-answers.js";
import { ENDPOINT } from "./runs.js";
import { type Bics, call, envelope, everythingOf, failureOf, fixed, startBics, TOKEN } from "./support.js";

const CREDENTIALS = { username: "user", password: "correct horse" };

const claims = (body: object): string => Buffer.from(JSON.stringify(body)).toString("base64url");
const jwt = (lifeSeconds: number, name = "t"): string => {
  const now = Math.floor(Date.now() / 1000);
  return `header.${claims({ iat: now, exp: now + lifeSeconds, name })}.signature`;
};

let bics: Bics;
afterEach(() => bics.stop());

async function start(settings: Readonly<Record<string, unknown>> = CREDENTIALS): Promise<Bics> {
  bics = await startBics(settings);
  bics.carrier.serve("/api/DeleteEndPoint", () => fixed("deleteEndPoint", "deleted"));
  bics.carrier.onRequest(() => fixed("getEndpoints", "page"));
  return bics;
}

const issue = (AccessToken: string, RefreshToken: string | null = "refresh-1") =>
  json({ AccessToken, ...(RefreshToken === null ? {} : { RefreshToken }) });

const list = () => everythingOf(bics).endpoints.list({ number: 1, size: 9 }, {}, call());
const paths = () => bics.carrier.requests.map(({ path }) => path.replace("/api/", ""));
const bearers = (path: string) => bics.carrier.to(`/api/${path}`).map(({ headers }) => headers["x-authorization"]);
const EXPIRED = json(envelope("1", "401", {}, "Authorization Failed"));

describe("logging in", () => {
  it("sends the credentials without X-Authorization and uses the token for all calls", async () => {
    const { carrier } = await start({ ...CREDENTIALS, targetAccountId: "4711" });
    carrier.serve("/api/login", () => issue("access-1"));
    await list();
    await list();
    expect(paths()).toEqual(["login", "GetEndpoints", "GetEndpoints"]);
    const [login] = carrier.to("/api/login");
    expect(login?.method).toBe("POST");
    expect(login?.json).toEqual({ ...CREDENTIALS, targetAccountId: "4711" });
    expect(login?.headers).toMatchObject({ "x-requested-with": "XMLHttpRequest", "content-type": "application/json" });
    expect(login?.headers).not.toHaveProperty("x-authorization");
    expect(bearers("GetEndpoints")).toEqual(["Bearer access-1", "Bearer access-1"]);
  });

  it("happens once for all who wait", async () => {
    const { carrier } = await start();
    carrier.serve("/api/login", () => issue("access-1"));
    await Promise.all(Array.from({ length: 20 }, list));
    expect(carrier.to("/api/login")).toHaveLength(1);
  });

  it("with wrong credentials fails for what it is, and is not repeated at once", async () => {
    const { carrier } = await start();
    for (const answer of [json(envelope("1", "401")), json(envelope("1", "999")), empty(401), html(403)]) {
      carrier.serve("/api/login", () => answer);
      const failure = await failureOf(list());
      expect(failure.code).toBe("CARRIER_AUTH_FAILED");
      expect(JSON.stringify(failure.details) + failure.message).not.toContain("correct horse");
    }
    expect(carrier.to("/api/login")).toHaveLength(1);
    expect(carrier.to("/api/GetEndpoints")).toHaveLength(0);
  });

  it("that the carrier answers with nonsense is a contract violation, and an outage is an outage", async () => {
    const { carrier } = await start();
    for (const answer of [json({ token: "x" }), html(), json({ AccessToken: 5 }), json({ AccessToken: "" })]) {
      carrier.serve("/api/login", () => answer);
      expect((await failureOf(list())).code).toBe("CARRIER_CONTRACT_VIOLATION");
    }
    carrier.serve("/api/login", () => html(503));
    expect((await failureOf(list())).code).toBe("CARRIER_UNAVAILABLE");
    carrier.serve("/api/login", () => hang());
    expect((await failureOf(everythingOf(bics).own.iccidRanges(call(150)))).code).toBe("CARRIER_TIMEOUT");
  });
});

describe("B-18 an expired token", () => {
  const answers = {
    "outer 1": EXPIRED,
    "outer 401": json(envelope("401", "401")),
    "a real HTTP 401": empty(401),
    "a real HTTP 401 with the envelope": json(envelope("401", "401"), 401),
  };
  for (const [what, expired] of Object.entries(answers)) {
    it(`B-18 as ${what} is renewed once, by the refresh token, and the call goes on`, async () => {
      const { carrier } = await start();
      carrier.serve("/api/login", () => issue("access-1", "refresh-1"));
      carrier.serve("/api/RefreshToken", () => issue("access-2", "refresh-2"));
      carrier.serve("/api/GetEndpoints", ({ headers }) =>
        headers["x-authorization"] === "Bearer access-1" ? expired : fixed("getEndpoints", "page"),
      );
      expect((await list()).rows).toHaveLength(9);
      expect(paths()).toEqual(["login", "GetEndpoints", "RefreshToken", "GetEndpoints"]);
      expect(bearers("RefreshToken")).toEqual(["Bearer refresh-1"]);
      expect(bearers("GetEndpoints")).toEqual(["Bearer access-1", "Bearer access-2"]);
    });
  }

  it("B-18 is renewed for a write too, since nothing was done", async () => {
    const { carrier } = await start();
    carrier.serve("/api/login", () => issue("access-1"));
    carrier.serve("/api/RefreshToken", () => issue("access-2"));
    carrier.serve("/api/DeleteEndPoint", (_, number) => (number === 1 ? EXPIRED : fixed("deleteEndPoint", "deleted")));
    expect(await everythingOf(bics).writes.remove(ENDPOINT, call())).toMatchObject({ is: "done" });
  });

  it("B-18 twice in a row is given up as an authentication failure", async () => {
    const { carrier } = await start();
    carrier.serve("/api/login", (_, number) => issue(`access-${number}`));
    carrier.serve("/api/RefreshToken", () => issue("access-again"));
    carrier.serve("/api/GetEndpoints", () => EXPIRED);
    expect((await failureOf(list())).code).toBe("CARRIER_AUTH_FAILED");
    expect(carrier.to("/api/GetEndpoints")).toHaveLength(2);
  });

  it("B-18 is no expiry inside an accepted answer", async () => {
    const { carrier } = await start({ accessToken: TOKEN });
    carrier.serve("/api/GetEndpoints", () => json(envelope("0", "401")));
    expect((await failureOf(list())).code).toBe("CARRIER_CONTRACT_VIOLATION");
    expect(carrier.requests).toHaveLength(1);
  });
});

describe("renewing", () => {
  const renewing = async (refresh: ReturnType<typeof json>) => {
    const { carrier } = await start();
    carrier.serve("/api/login", (_, number) => issue(`access-${number}`, "refresh-1"));
    carrier.serve("/api/RefreshToken", () => refresh);
    carrier.serve("/api/GetEndpoints", ({ headers }) =>
      headers["x-authorization"] === "Bearer access-1" ? EXPIRED : fixed("getEndpoints", "page"),
    );
  };

  it("falls back to logging in when the refresh token is refused or its answer is nonsense", async () => {
    for (const refusal of [EXPIRED, empty(401), text("nonsense")]) {
      await renewing(refusal);
      await list();
      expect(paths()).toEqual(["login", "GetEndpoints", "RefreshToken", "login", "GetEndpoints"]);
      await bics.stop();
    }
    await start();
  });

  it("does not log in while the carrier is down", async () => {
    await renewing(html(503));
    expect((await failureOf(list())).code).toBe("CARRIER_UNAVAILABLE");
    expect(bics.carrier.to("/api/login")).toHaveLength(1);
  });

  it("logs in where the carrier gave no refresh token", async () => {
    const { carrier } = await start();
    carrier.serve("/api/login", (_, number) => issue(`access-${number}`, null));
    carrier.serve("/api/GetEndpoints", (_, number) => (number === 1 ? EXPIRED : fixed("getEndpoints", "page")));
    await list();
    expect(paths()).toEqual(["login", "GetEndpoints", "login", "GetEndpoints"]);
  });

  it("happens before a token ends, by what the token says of itself", async () => {
    const { carrier } = await start();
    carrier.serve("/api/login", () => issue(jwt(0.001)));
    carrier.serve("/api/RefreshToken", () => issue(jwt(600)));
    await list();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await list();
    await list();
    expect(paths()).toEqual(["login", "GetEndpoints", "RefreshToken", "GetEndpoints", "GetEndpoints"]);
  });
});

describe("a token of the configuration", () => {
  it("is used as it is", async () => {
    await start({ accessToken: TOKEN });
    await list();
    expect(paths()).toEqual(["GetEndpoints"]);
    expect(bearers("GetEndpoints")).toEqual([`Bearer ${TOKEN}`]);
  });

  it("cannot be renewed: its refusal says what the operator can do", async () => {
    const { carrier } = await start({ accessToken: TOKEN });
    carrier.serve("/api/GetEndpoints", () => EXPIRED);
    const failure = await failureOf(list());
    expect(failure.code).toBe("CARRIER_AUTH_FAILED");
    expect(failure.hint).toContain("accessToken");
    expect(failure.message).not.toContain(TOKEN);
    expect(paths()).toEqual(["GetEndpoints"]);
  });
});

describe("the end of a token", () => {
  const NOW = 1_700_000_000_000;

  it("is counted on our clock from its own length, so that a clock that is off does no harm", () => {
    expect(expiryOf(`h.${claims({ iat: 1_000, exp: 1_600 })}.s`, NOW)).toBe(NOW + 600_000);
  });

  it("is taken as it stands where the token does not say when it began", () => {
    expect(expiryOf(`h.${claims({ exp: NOW / 1000 + 60 })}.s`, NOW)).toBe(NOW + 60_000);
  });

  it("is nine minutes from now where it cannot be read or has passed", () => {
    const odd = [
      "opaque",
      "a.b.c",
      `h.${claims({})}.s`,
      `h.${claims({ exp: "soon" })}.s`,
      `h.${claims({ exp: 1 })}.s`,
      "",
    ];
    expect(odd.map((token) => expiryOf(token, NOW) - NOW)).toEqual(odd.map(() => 540_000));
  });
});

describe("throttling", () => {
  it("is recognised by HTTP 429 and by the words, in an envelope or not", async () => {
    await start({ accessToken: TOKEN });
    const worded = [
      json(envelope("1", "999", {}, "API Rate Limit exceeded")),
      json({ message: "rate limit reached" }),
      text("rate-limit"),
      json({}, 429, { "retry-after": "7" }),
    ];
    for (const answer of worded) {
      bics.carrier.onRequest(() => answer);
      const failure = await failureOf(everythingOf(bics).writes.activate(ENDPOINT, call()));
      expect(failure.code).toBe("TOO_MANY_REQUESTS");
    }
    expect((await failureOf(everythingOf(bics).writes.activate(ENDPOINT, call()))).details.retryAfterMs).toBe(7_000);
  });

  it("is not seen in the words of an accepted answer", async () => {
    await start({ accessToken: TOKEN });
    bics.carrier.onRequest(() => json(envelope("0", "6742", {}, "rate limit is fine")));
    expect((await list()).rows).toEqual([]);
  });
});
