import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Ids } from "../../src/ids.js";
import { type Graph, ID_SECRET, startGraph } from "../support/graph.js";
import { nativesOf, pageOf, refusalOf, type Source } from "./pages.js";

const statuses = (sources: readonly Source[]) =>
  Object.fromEntries(sources.map(({ account, status, error }) => [account.id, error?.code ?? status]));

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({
    endpoints: 30,
    accounts: ({ accounts, extraAccounts }) => [...accounts, ...extraAccounts],
  });
});
afterEach(() => graph.sandbox.faults.clear());
afterAll(() => graph.stop());

const EU_AND_OEM = { accounts: ["bics-eu", "bics-oem"] };

describe("a listing over accounts", () => {
  it("asks them one after the other, in the order of the accounts file, and tells whose turn it was", async () => {
    const page = await pageOf(graph, { first: 40, filter: EU_AND_OEM });
    expect(statuses(page.sources)).toEqual({ "bics-eu": "OK", "bics-oem": "OK" });
    const first = await pageOf(graph, { first: 10, filter: EU_AND_OEM });
    expect(statuses(first.sources)).toEqual({ "bics-eu": "OK", "bics-oem": "NOT_ASKED" });
  });

  it("asks the accounts that are named, each once, in the order of their naming", async () => {
    const { sources } = await pageOf(graph, { first: 100, filter: { accounts: ["bics-oem", "bics-eu", "bics-oem"] } });
    expect(sources.map(({ account }) => account.id)).toEqual(["bics-oem", "bics-eu"]);
  });

  it("refuses an account that nobody has configured, and says which there are", async () => {
    const { message, extensions } = await refusalOf(graph, { first: 1, filter: { accounts: ["bics-eu", "nobody"] } });
    expect(message).toContain("filter.accounts");
    expect(extensions).toMatchObject({ code: "NOT_FOUND", field: ["filter", "accounts"] });
    expect(extensions.hint).toContain("bics-eu");
  });

  it("says with code and hint that the carrier refuses an account, and brings the rows of the others", async () => {
    const page = await pageOf(graph, { first: 2000 });
    expect(statuses(page.sources)).toEqual({
      "bics-eu": "OK",
      "bics-oem": "OK",
      "bics-benefits": "OK",
      "bics-reseller": "PERMISSION_DENIED",
    });
    expect(page.edges).toHaveLength(30 + 60 + 12);
    expect(page.sources.at(-1)?.error?.hint).toMatch(/\w/);
  });
});

describe("an account that is down", () => {
  const down = (fault: string) => graph.sandbox.faults.add({ account: "bics-eu", operation: "GetEndpoints", fault });

  it("leaves the rows of the others, is told as failed, and its rows come with the same cursor when it is up", async () => {
    down("status;status=503");
    const page = await pageOf(graph, { first: 100, filter: EU_AND_OEM });
    expect(page.edges).toHaveLength(60);
    expect(statuses(page.sources)).toEqual({ "bics-eu": "CARRIER_UNAVAILABLE", "bics-oem": "OK" });
    expect(page.pageInfo.hasNextPage).toBe(false);

    graph.sandbox.faults.clear();
    const rest = await pageOf(graph, { first: 100, filter: EU_AND_OEM, after: page.pageInfo.endCursor });
    expect(rest.edges).toHaveLength(30);
    expect(statuses(rest.sources)).toEqual({ "bics-eu": "OK", "bics-oem": "OK" });
    expect(new Set([...nativesOf(page), ...nativesOf(rest)]).size).toBe(90);
  });

  it("keeps the place that it had in the middle of a walk", async () => {
    const first = await pageOf(graph, { first: 10, filter: EU_AND_OEM });
    down("reset-before");
    const without = await pageOf(graph, { first: 25, filter: EU_AND_OEM, after: first.pageInfo.endCursor });
    expect(statuses(without.sources)).toEqual({ "bics-eu": "CARRIER_UNAVAILABLE", "bics-oem": "OK" });
    graph.sandbox.faults.clear();
    const rest = await pageOf(graph, { first: 100, filter: EU_AND_OEM, after: without.pageInfo.endCursor });
    const natives = [first, without, rest].flatMap(nativesOf);
    expect(natives).toHaveLength(90);
    expect(new Set(natives).size).toBe(90);
  });

  it("says after how long asking again may help, when the carrier says so", async () => {
    down("status;status=429;retryAfter=90");
    const { sources } = await pageOf(graph, { first: 1, filter: EU_AND_OEM });
    expect(sources[0]).toMatchObject({ status: "FAILED", retryAfter: 90_000, error: { code: "TOO_MANY_REQUESTS" } });
  });

  it("makes the total unknown, without being asked a second time for it", async () => {
    down("code;outer=1;code=6745;description=no");
    const filter = `filter: { accounts: ["bics-eu", "bics-oem"] }`;
    const { data, calls } = await graph.query(`{ endpoints(first: 5, ${filter}) { totalCount nodes { id } } }`);
    expect(data).toMatchObject({ endpoints: { totalCount: null } });
    expect(calls).toEqual(["GetEndpoints", "GetEndpoints"]);
  });
});

describe("the total", () => {
  const totalOf = async (filter: string) => {
    const { endpoints } = await graph.data<{ endpoints: { totalCount: number | null } }>(
      `{ endpoints(first: 1, filter: { ${filter} }) { totalCount } }`,
    );
    return endpoints.totalCount;
  };

  it("counts the rows of all asked accounts, not of the page alone", async () => {
    expect(await totalOf(`accounts: ["bics-eu", "bics-oem"]`)).toBe(90);
  });

  it("counts what the carrier filters", async () => {
    const tagged = await totalOf(`accounts: ["bics-eu"], tagId: "2845001"`);
    expect(tagged).toBeGreaterThan(0);
    expect(tagged).toBeLessThan(30);
  });

  it("is unknown where the rows are filtered here", async () => {
    expect(await totalOf(`accounts: ["bics-eu"], states: [ACTIVE]`)).toBeNull();
  });

  it("is unknown while an account fails", async () => {
    expect(await totalOf(`accounts: ["bics-eu", "bics-reseller"]`)).toBeNull();
  });
});

describe("a page is refused", () => {
  it.each([0, -1, 2001])("with first: %i, naming the argument and its bounds", async (first) => {
    const { message, extensions } = await refusalOf(graph, { first });
    expect(message).toBe("first: must be from 1 to 2000.");
    expect(extensions).toMatchObject({ code: "OUT_OF_RANGE", field: ["first"], retryable: false });
  });

  it("for both a tag and none, naming the argument, before any carrier is asked", async () => {
    graph.forget();
    const { message, extensions } = await refusalOf(graph, { first: 1, filter: { tagId: "1", isUntagged: true } });
    expect(message).toContain("filter.isUntagged");
    expect(extensions).toMatchObject({ code: "INVALID_ARGUMENT", field: ["filter", "isUntagged"] });
    expect(graph.calls()).toEqual([]);
  });

  const cursorOf = async () => (await pageOf(graph, { first: 2 })).pageInfo.endCursor;

  it.each([
    ["an empty one", () => ""],
    ["a text of somebody", () => "YXJyYXljb25uZWN0aW9uOjA="],
    ["one that was cut", (cursor: string) => cursor.slice(0, -3)],
    ["one that was changed", (cursor: string) => cursor.replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
    ["one with more behind it", (cursor: string) => `${cursor}=`],
    ["one of another secret", () => new Ids("quite another secret").seal("cursor endpoints {}", "[]")],
    ["an id", () => new Ids(ID_SECRET).encode("Endpoint", { account: "bics-eu", native: "1" })],
  ])("with a cursor that is none: %s", async (_, change) => {
    const { message, extensions } = await refusalOf(graph, { first: 1, after: change(await cursorOf()) });
    expect(message).toContain("after");
    expect(extensions).toMatchObject({ code: "INVALID_ARGUMENT", field: ["after"] });
  });

  it("with a cursor of another listing, or of the same one by another tag", async () => {
    const after = await cursorOf();
    const { errors } = await graph.query("query ($after: String) { sims(after: $after) { nodes { id } } }", { after });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT", field: ["after"] } }]);
    const { extensions } = await refusalOf(graph, { first: 1, after, filter: { tagId: "2845001" } });
    expect(extensions).toMatchObject({ code: "INVALID_ARGUMENT", field: ["after"] });
  });
});
