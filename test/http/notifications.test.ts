import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CallbackResult, Message } from "../../src/model/callback.js";
import { type RunningServer, serverForTest, startServer } from "./support/server.js";

const SECRET = "a secret of sixteen characters or more";
const FIXED = ["/apisvc/v0/notification", "/apisvc/v0/notification/callback"] as const;

let kept: Message[] = [];
let counted: [string, CallbackResult][] = [];
let result: () => Promise<CallbackResult>;

const optionsFor = (onlyAccount: string | null) => ({
  notifications: {
    onlyAccount,
    isAuthentic: (account: string, given: string | null) =>
      ({ reach: true, closed: given === SECRET })[account] ?? null,
    receive: (message: Message) => {
      kept.push(message);
      return result();
    },
    count: (account: string, outcome: CallbackResult) => counted.push([account, outcome]),
  },
});

let server: RunningServer;
beforeAll(async () => {
  server = await startServer(optionsFor("reach"));
});
beforeEach(() => {
  kept = [];
  counted = [];
  result = async () => "accepted";
});
afterAll(() => server.close());

const post = (path: string, init: RequestInit = {}) =>
  fetch(`${server.url}${path}`, { method: "POST", body: '{"type":"ACTIVATION"}', ...init });

describe("R-70 the addresses that a carrier has fixed", () => {
  it.each([
    [FIXED[0], "reach", "EVENTS"],
    [FIXED[1], "reach", "RESULTS"],
    [`/callbacks/reach${FIXED[0]}`, "reach", "EVENTS"],
    [`/callbacks/reach${FIXED[1]}`, "reach", "RESULTS"],
  ])("R-70 %s takes a message", async (path, account, channel) => {
    const answer = await post(path, { headers: { "content-type": "application/json", cookie: "y" } });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(kept).toMatchObject([{ account, channel }]);
    expect(Buffer.from(kept[0]?.body ?? []).toString()).toBe('{"type":"ACTIVATION"}');
    expect(Object.keys(kept[0]?.headers ?? {})).not.toContain("cookie");
    expect(counted).toEqual([["reach", "accepted"]]);
  });

  it("R-70 are nobody's without an account where there is none, or are several", async () => {
    const { url } = await serverForTest(optionsFor(null));
    for (const path of FIXED) expect((await fetch(`${url}${path}`, { method: "POST", body: "{}" })).status).toBe(404);
    expect((await fetch(`${url}/callbacks/reach${FIXED[0]}`, { method: "POST", body: "{}" })).status).toBe(200);
    expect(counted).toEqual([
      ["", "unknown"],
      ["", "unknown"],
      ["reach", "accepted"],
    ]);
  });

  it("R-70 are not those of an account of another carrier", async () => {
    expect((await post(`/callbacks/bics${FIXED[0]}`)).status).toBe(404);
    expect(kept).toEqual([]);
  });

  it.each(["duplicate", "late", "noted", "malformed", "over"] as const)(
    "R-76 answer 200 to what is %s",
    async (word) => {
      result = async () => word;
      expect((await post(FIXED[1])).status).toBe(200);
      expect(counted).toEqual([["reach", word]]);
    },
  );

  it.each([
    ["no JSON", { body: "<a/>", headers: { "content-type": "text/xml" } }],
    ["half a JSON text", { body: '{"a":', headers: { "content-type": "application/json" } }],
    ["a content type that is none", { body: "x", headers: { "content-type": "%%%" } }],
    ["nothing", { body: "" }],
  ])("R-76 keep %s and answer 200", async (_name, init) => {
    expect((await post(FIXED[0], init)).status).toBe(200);
    expect(kept.map(({ body }) => Buffer.from(body).toString())).toEqual([init.body]);
  });

  it("keep the beginning of a body that is too long", async () => {
    expect((await post(FIXED[0], { body: "x".repeat(512 * 1024) })).status).toBe(200);
    expect(kept.map(({ body }) => body.length)).toEqual([64 * 1024]);
  });

  it.each([
    ["the store is not open", async () => "unavailable" as const],
    ["the store fails", () => Promise.reject(new Error("disk full"))],
  ])("R-71 have the carrier try again when %s", async (_name, fails) => {
    result = fails;
    const answer = await post(FIXED[1]);
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(counted).toEqual([["reach", "unavailable"]]);
  });
});

describe("R-75 an account with a secret", () => {
  const path = `/callbacks/closed${FIXED[0]}`;
  const basic = (secret: string) => `Basic ${Buffer.from(`reach:${secret}`).toString("base64")}`;
  const query = new URLSearchParams({ secret: SECRET });

  it.each([
    ["in the address", `${path}?${query}`, {}],
    ["in the address, after another", `${path}?secret=x&${query}`, {}],
    ["in a header of its own", path, { "x-callback-secret": SECRET }],
    ["as the password of Basic", path, { authorization: basic(SECRET) }],
  ])("R-75 takes a message with it %s", async (_name, address, headers) => {
    expect((await post(address, { headers })).status).toBe(200);
    expect(kept).toMatchObject([{ account: "closed" }]);
    expect(JSON.stringify(kept)).not.toContain(SECRET);
  });

  it.each([
    ["nothing", path, {}],
    ["another one in the address", `${path}?secret=x`, {}],
    ["another one in a header", path, { "x-callback-secret": "x" }],
    ["another one by Basic", path, { authorization: basic("x") }],
    ["it by Bearer", path, { authorization: `Bearer ${SECRET}` }],
    ["a Basic that is none", path, { authorization: "Basic" }],
  ])("R-75 refuses whoever shows %s", async (_name, address, headers) => {
    expect((await post(address, { headers })).status).toBe(401);
    expect(kept).toEqual([]);
    expect(counted).toEqual([["closed", "unauthentic"]]);
  });

  it("R-75 has its secret in no line of the log", async () => {
    await post(`${path}?${query}`, { headers: { "x-callback-secret": SECRET, authorization: basic(SECRET) } });
    expect(server.lines().at(-1)).toMatchObject({ route: `/callbacks/:account${FIXED[0]}`, status: 200 });
    expect(JSON.stringify(server.lines())).not.toContain(SECRET);
  });
});
