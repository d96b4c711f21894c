import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountSetup, Accounts } from "../../src/datasources/accounts.js";
import type { DataSource, EndpointReads } from "../../src/datasources/carrier.js";
import { type ServedGraph, serveGraph } from "../support/graph.js";

const NONE = { shared: 0, cached: 0, stale: 0, heldBack: 0 };
const CALM = { state: "CLOSED", until: null } as const;

const SECRET = "token=s3cr3t of 8932042000000100019 at db.internal";

/** An account whose reads fail as a bug would. */
function buggy(id: string, endpoints: EndpointReads): AccountSetup {
  const source: DataSource = {
    account: id,
    carrier: "BICS",
    reads: { endpoints },
    costs: {},
    writes: {},
    load: { running: 0, waiting: 0, reads: CALM, writes: CALM, spared: NONE },
    share: () => {},
    close: async () => {},
  };
  const config = {
    id,
    carrier: "BICS",
    baseUrl: "http://127.0.0.1:9",
    readOnly: false,
    limits: {},
    numberRanges: { iccid: [], msisdn: [] },
    deadlines: {},
  };
  return { carrier: "BICS", config, open: () => source };
}

const fails = async (): Promise<never> => {
  throw new TypeError(SECRET);
};

const failsAtOnce = (): never => {
  throw new TypeError(SECRET);
};

const failsOddly = async (): Promise<never> => {
  throw SECRET;
};

const reads = (fail: () => Promise<never>): EndpointReads => ({
  maxPageSize: 10,
  list: fail,
  find: fail,
  profile: fail,
});

let graph: ServedGraph;
beforeAll(async () => {
  const setups = [buggy("late", reads(fails)), buggy("at-once", reads(failsAtOnce)), buggy("odd", reads(failsOddly))];
  graph = await serveGraph(new Accounts(setups, { observe: () => {} }));
});
afterAll(() => graph.stop());

describe("a bug is masked", () => {
  it.each(["late", "at-once", "odd"])(
    "in a read that throws (%s), and reported where it can be looked after",
    async (account) => {
      const reported = graph.bugs.length;
      const document = `query ($account: ID!) { endpoint(by: { carrierEndpointId: "1" }, account: $account) { name } }`;
      const { data, errors } = await graph.query(document, { account });
      expect(data).toEqual({ endpoint: null });
      expect(errors).toMatchObject([
        {
          message: "Something went wrong here; it has been logged.",
          path: ["endpoint"],
          extensions: { code: "INTERNAL" },
        },
      ]);
      expect(JSON.stringify(errors)).not.toMatch(/s3cr3t|8932042|db\.internal|TypeError/);
      expect(graph.bugs).toHaveLength(reported + 1);
      expect(String(graph.bugs.at(-1))).toContain(SECRET);
    },
  );

  it("in a listing, which is no outage of a carrier and does not pass for one", async () => {
    const { data, errors } = await graph.query("{ endpoints { nodes { name } sources { status } } }");
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL", category: "INTERNAL", retryable: false } }]);
    expect(JSON.stringify(errors)).not.toContain("s3cr3t");
  });
});

describe("GraphQL's own errors are told, without the numbers that they quote", () => {
  it.each([
    [
      "{ endpoint(by: { iccid: 8932042000000100019 }) { name } }",
      "GRAPHQL_VALIDATION_FAILED",
      "String cannot represent",
    ],
    ["{ endpoint(by: { iccid: 8932042000000100019x }) { name } }", "GRAPHQL_PARSE_FAILED", "Syntax Error"],
    ["{ sim8932042000000100019 }", "GRAPHQL_VALIDATION_FAILED", "Cannot query field"],
    ["{ accounts { nothing } }", "GRAPHQL_VALIDATION_FAILED", 'Cannot query field "nothing" on type "Account".'],
  ])("%s", async (document, code, message) => {
    const { errors } = await graph.query(document);
    expect(errors[0]?.extensions.code).toBe(code);
    expect(errors[0]?.message).toContain(message);
    expect(JSON.stringify(errors)).not.toContain("8932042000000100019");
  });
});

describe("GraphQL's own errors are told without the values that they quote", () => {
  const PIN = "4711";
  const NAME = "Ada Byron";
  const DOCUMENT = "mutation ($input: PortInUpdateInput!) { portInUpdate(input: $input) { userErrors { code } } }";
  const WHOLE = { subscriber: "s", change: "UPDATE_PIN", pin: PIN, idempotencyKey: "k" };

  it.each([
    [{ ...WHOLE, change: undefined }, 'Variable "$input" got invalid value; Field "change" of required type'],
    [{ ...WHOLE, pin: Number(PIN) }, 'at "input.pin"; String cannot represent a non string value.'],
    [{ ...WHOLE, pin: { pin: `x; ${NAME}` } }, 'at "input.pin"; String cannot represent a non string value.'],
    [
      { ...WHOLE, waitFor: `${NAME} at "input"; ${PIN}` },
      'at "input.waitFor"; Int cannot represent non-integer value.',
    ],
    [NAME, 'Variable "$input" got invalid value; Expected type "PortInUpdateInput" to be an object.'],
  ])("in variables: %j", async (input, said) => {
    const { errors } = await graph.query(DOCUMENT, { input });
    expect(errors[0]?.extensions.code).toBe("BAD_USER_INPUT");
    expect(errors[0]?.message).toContain(said);
    expect(JSON.stringify(errors)).not.toMatch(/4711|Ada|Byron/);
  });

  it.each([
    `mutation { portInUpdate(input: { subscriber: "s", pin: ${PIN} }) { userErrors { code } } }`,
    `mutation { portInUpdate(input: "${NAME} ${PIN}") { userErrors { code } } }`,
    `mutation { portInUpdate(input: { pin: "${PIN}" "${NAME}" }) { userErrors { code } } }`,
    `mutation { portInUpdate(input: { pin: ${PIN} ${PIN} }) { userErrors { code } } }`,
  ])("in a document: %s", async (document) => {
    const { errors } = await graph.query(document);
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toMatch(/4711|Ada|Byron/);
  });

  it("and are the caller's, however many they are", async () => {
    const reported = graph.bugs.length;
    const { errors } = await graph.query("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", {
      ids: Array(99).fill({}),
    });
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(errors.at(-1)?.message).toBe("More is wrong with the variables.");
    expect(graph.bugs).toHaveLength(reported);
  });
});
