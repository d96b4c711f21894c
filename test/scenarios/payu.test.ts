import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../support/graph.js";

/** Answered as the samples print it, and as the tables say it. */
const ACCOUNTS = ["payu", "payu-2"] as const;

let graph: Graph;
beforeAll(async () => {
  graph = await startGraph({ accounts: ({ payu }) => payu.accounts });
});
beforeEach(() => graph.forget());
afterEach(() => graph.sandbox.faults.clear());
afterAll(() => graph.stop());

const specimen = (name: string): string => {
  const found = graph.sandbox.payu.specimens.payu?.[name];
  if (found === undefined) throw new Error(`no specimen ${name}`);
  return found;
};

const rechargeOf = (change: object = {}) => ({
  msisdn: specimen("mobileNo"),
  operatorId: specimen("operatorId"),
  circleId: specimen("circleId"),
  ...change,
});

interface PlanView {
  readonly id: string;
  readonly name: string;
  readonly account: { readonly id: string };
}

interface SourceView {
  readonly account: { readonly id: string };
  readonly status: string;
  readonly error: { readonly code: string; readonly carrierCode: string | null; readonly hint: string } | null;
}

interface Page {
  readonly totalCount: number | null;
  readonly nodes: readonly PlanView[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly sources: readonly SourceView[];
}

const PLANS = `query ($first: Int = 50, $after: String, $filter: PlanFilter) {
  plans(first: $first, after: $after, filter: $filter) {
    totalCount nodes { id name kind billing account { id } price { amount currency raw } validity { unit value text }
      payu { operatorId operatorName talkTimeRaw validityRaw priceRaw planTypeRaw } }
    pageInfo { hasNextPage endCursor }
    sources { account { id } status error { code carrierCode hint } retryAfter }
  }
}`;

const pageOf = async (filter: object, more: object = {}): Promise<Page> =>
  (await graph.data<{ plans: Page }>(PLANS, { filter, ...more })).plans;

const AURORA = ["Unlimited 199", "Top up 100", "Year pack", "Data booster"];

describe("recharge plans of a number", () => {
  it("P-02 P-09 P-11 P-18 come from both accounts, one call each, in one list", async () => {
    const { nodes, sources, totalCount } = await pageOf({ rechargeOf: rechargeOf() });
    expect(nodes.map(({ account, name }) => [account.id, name])).toEqual(
      ACCOUNTS.flatMap((account) => AURORA.map((name) => [account, name])),
    );
    expect(totalCount).toBe(8);
    expect(sources).toMatchObject(ACCOUNTS.map((id) => ({ account: { id }, status: "OK", error: null })));
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(8);
    expect(graph.calls()).toEqual(["getCustomizedRechargePlans", "getCustomizedRechargePlans"]);
    expect(graph.sandbox.calls.at(-1)?.query).toMatchObject({
      mobileNo: specimen("mobileNo"),
      operatorId: specimen("operatorId"),
    });
  });

  it.each(ACCOUNTS)("P-08 P-15 of %s say what the carrier says, read where it can be", async (account) => {
    const { nodes } = await pageOf({ rechargeOf: rechargeOf(), accounts: [account] });
    expect(nodes).toMatchObject([
      {
        kind: "RECHARGE",
        billing: "PREPAID",
        price: { amount: "199", currency: "INR", raw: "₹199" },
        validity: { unit: "DAY", value: 28 },
        payu: { operatorId: "OP-AURORA", operatorName: "Aurora Mobile", talkTimeRaw: "Unlimited" },
      },
      { price: { amount: "100.00" }, validity: { unit: "UNKNOWN", value: null, text: "NA" } },
      { price: { amount: "2999", currency: "INR" }, payu: { planTypeRaw: "Data + Voice" } },
      { price: null, payu: { priceRaw: "NA", validityRaw: "Existing validity" } },
    ]);
  });

  it("P-09 are walked by pages, each once, also where a plan is printed twice", async () => {
    const filter = { rechargeOf: rechargeOf({ circleId: specimen("circleIdWithDuplicates") }) };
    const nodes: PlanView[] = [];
    for (let after: string | null = null; ; ) {
      const page: Page = await pageOf(filter, { first: 3, after });
      nodes.push(...page.nodes);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(nodes.map(({ name }) => name)).toEqual(ACCOUNTS.flatMap(() => [...AURORA, "Unlimited 199"]));
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(10);
  });

  it("P-09 have the same ids whenever they are read, whatever page they are on, and others in another account", async () => {
    const all = await pageOf({ rechargeOf: rechargeOf() });
    const again = await pageOf({ rechargeOf: rechargeOf({ msisdn: "9876511111" }) }, { first: 2 });
    expect(again.nodes.map(({ id }) => id)).toEqual(all.nodes.slice(0, 2).map(({ id }) => id));
    expect(all.nodes.map(({ id }) => id).join(" ")).not.toContain(specimen("mobileNo"));
  });

  it("are none where the operator has none", async () => {
    const page = await pageOf({ rechargeOf: rechargeOf({ circleId: specimen("circleIdWithoutPlans") }) });
    expect(page).toMatchObject({ nodes: [], totalCount: 0, sources: [{ status: "OK" }, { status: "OK" }] });
  });

  it("G-01 are found for a number however it is written", async () => {
    const number = specimen("mobileNo");
    for (const msisdn of [`+91 ${number}`, `91${number}`, number.replace(/(\d{5})/, "$1-")]) {
      expect((await pageOf({ rechargeOf: rechargeOf({ msisdn }) })).nodes).toHaveLength(8);
    }
  });

  it("cannot be gone on with by the cursor of another number", async () => {
    const { pageInfo } = await pageOf({ rechargeOf: rechargeOf() }, { first: 1 });
    const filter = { rechargeOf: rechargeOf({ msisdn: "9876511111" }) };
    const { errors } = await graph.query(PLANS, { filter, after: pageInfo.endCursor });
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_ARGUMENT", field: ["after"] } }]);
  });
});

describe("what PayU refuses", () => {
  it.each([
    ["an operator that it does not know", { operatorId: "OP-NOBODY" }, "CARRIER_REFUSED", "OPERATOR_NOT_FOUND"],
    ["a circle that it does not know", { circleId: "CIR-99" }, "CARRIER_REFUSED", "CIRCLE_NOT_FOUND"],
    ["another operator's number", { operatorId: "OP-BOREAL" }, "CARRIER_REFUSED", "OTHER_OPERATOR"],
    ["a number without an operator", { msisdn: "9876500002" }, "CARRIER_REFUSED", "NO_OPERATOR"],
  ])(
    "P-03 P-07 %s is told for each account, with the carrier's own code and no number",
    async (_, change, code, carrierCode) => {
      const page = await pageOf({ rechargeOf: rechargeOf(change) });
      expect(page).toMatchObject({
        nodes: [],
        totalCount: null,
        sources: ACCOUNTS.map((id) => ({ account: { id }, status: "FAILED", error: { code, carrierCode } })),
      });
      expect(JSON.stringify(page.sources)).not.toMatch(/\d{10}/);
    },
  );

  it("P-01 a SUCCESS with the code of a failure is no answer, in both dialects", async () => {
    const { nodes, sources } = await pageOf({
      rechargeOf: rechargeOf({ msisdn: specimen("mobileNoContradiction") }),
    });
    expect(nodes).toEqual([]);
    expect(sources.map(({ error }) => error?.code)).toEqual(ACCOUNTS.map(() => "CARRIER_CONTRACT_VIOLATION"));
  });

  it("P-14 what is no number, nor an Indian one, is refused without a call and without being repeated", async () => {
    const { errors } = await graph.query(PLANS, { filter: { rechargeOf: rechargeOf({ msisdn: "98x" }) } });
    expect(errors).toMatchObject([
      { extensions: { code: "INVALID_ARGUMENT", field: ["filter", "rechargeOf", "msisdn"] } },
    ]);
    const { sources } = await pageOf({ rechargeOf: rechargeOf({ msisdn: "3277123456789" }) });
    expect(sources).toMatchObject([{ error: { code: "INVALID_ARGUMENT" } }, { error: { code: "INVALID_ARGUMENT" } }]);
    expect(JSON.stringify([errors, sources])).not.toMatch(/98x|3277123456789/);
    expect(graph.calls()).toEqual([]);
  });

  it("G-10 one account that is down leaves the plans of the other", async () => {
    graph.sandbox.faults.add({ account: "payu", operation: "getCustomizedRechargePlans", fault: "status;status=503" });
    const page = await pageOf({ rechargeOf: rechargeOf() });
    expect(page.nodes.map(({ account }) => account.id)).toEqual(AURORA.map(() => "payu-2"));
    expect(page.sources).toMatchObject([
      { status: "FAILED", error: { code: "CARRIER_UNAVAILABLE" } },
      { status: "OK", error: null },
    ]);
    graph.sandbox.faults.clear();
    const rest = await pageOf({ rechargeOf: rechargeOf() }, { after: page.pageInfo.endCursor });
    expect(rest.nodes.map(({ account }) => account.id)).toEqual(AURORA.map(() => "payu"));
  });
});

describe("a plan of PayU by its id", () => {
  it("P-09 cannot be read again: it is null, without an error and without a call", async () => {
    const { nodes } = await pageOf({ rechargeOf: rechargeOf() });
    graph.forget();
    const id = nodes[0]?.id;
    const document = `query ($id: ID!, $representations: [_Any!]!) {
      node(id: $id) { id } _entities(representations: $representations) { __typename } }`;
    const { data, errors, calls } = await graph.query(document, {
      id,
      representations: [{ __typename: "Plan", id }],
    });
    expect({ data, errors, calls }).toEqual({ data: { node: null, _entities: [null] }, errors: [], calls: [] });
  });

  it("P-18 is nothing that can be bought here: the account cannot be asked to", async () => {
    const { accounts } = await graph.data<{ accounts: readonly { capabilities: readonly string[] }[] }>(
      "{ accounts { capabilities } }",
    );
    expect(accounts).toEqual(ACCOUNTS.map(() => ({ capabilities: ["RECHARGE_PLANS"] })));
  });
});

describe("two accounts of the carrier", () => {
  it("P-12 P-13 G-03 have a token of their own each, and use it for all that they ask", async () => {
    const own = await startGraph({ accounts: ({ payu }) => payu.accounts });
    try {
      for (const circleId of ["CIR-01", "CIR-02"])
        await own.data(PLANS, { filter: { rechargeOf: rechargeOf({ circleId }) } });
      const of = (operation: string) =>
        own.sandbox.calls.filter((call) => call.operation === operation).map(({ account }) => account);
      expect(of("token").toSorted()).toEqual(["payu", "payu-2"]);
      expect(of("getCustomizedRechargePlans").toSorted()).toEqual(["payu", "payu", "payu-2", "payu-2"]);
    } finally {
      await own.stop();
    }
  });
});
