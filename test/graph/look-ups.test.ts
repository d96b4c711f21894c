import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Graph, startGraph } from "../support/graph.js";

const ENDPOINT = `query ($by: EndpointBy!, $account: ID) {
  endpoint(by: $by, account: $account) { id carrierEndpointId name account { id } }
}`;
const SIM = `query ($by: SimBy!, $account: ID) { sim(by: $by, account: $account) { id iccid account { id } } }`;

interface Numbers {
  readonly id: string;
  readonly carrierEndpointId: string;
  readonly iccid: string;
  readonly imsi: string;
  readonly msisdn: string;
  readonly eid: string;
  readonly sim: { readonly id: string };
}

interface Found {
  readonly endpoint?: { readonly carrierEndpointId: string; readonly account: { readonly id: string } } | null;
  readonly sim?: { readonly iccid: string; readonly account: { readonly id: string } } | null;
}

let graph: Graph;
let esim: Numbers;
let oem: Numbers;
beforeAll(async () => {
  graph = await startGraph();
  esim = await activeEsim("bics-eu");
  oem = await activeEsim("bics-oem");
});
afterEach(() => graph.sandbox.faults.clear());
afterAll(() => graph.stop());

/** An active endpoint with an eSIM: it has all four numbers. */
async function activeEsim(account: string): Promise<Numbers> {
  const { endpoints } = await graph.data<{ endpoints: { nodes: (Numbers & { eid: string | null })[] } }>(
    `query ($accounts: [ID!]) {
      endpoints(first: 200, filter: { accounts: $accounts, states: [ACTIVE, SUSPENDED] }) {
        nodes { id carrierEndpointId iccid imsi msisdn eid sim { id } }
      }
    }`,
    { accounts: [account] },
  );
  const found = endpoints.nodes.find(({ eid, iccid }) => eid !== null && iccid.startsWith("8932042"));
  if (!found) throw new Error(`${account} has no active eSIM`);
  return found;
}

const digitsInGroups = (number: string) => number.replace(/(\d{4})(?=\d)/g, "$1 ");

describe("a look-up by number finds an endpoint and its SIM", () => {
  it.each(["iccid", "imsi", "msisdn", "eid"] as const)("by %s, in whichever account", async (kind) => {
    for (const [numbers, account] of [
      [esim, "bics-eu"],
      [oem, "bics-oem"],
    ] as const) {
      const by = { [kind]: numbers[kind] };
      const { endpoint } = await graph.data<Found>(ENDPOINT, { by });
      expect(endpoint).toMatchObject({ carrierEndpointId: numbers.carrierEndpointId, account: { id: account } });
      const { sim } = await graph.data<Found>(SIM, { by });
      expect(sim).toMatchObject({ iccid: numbers.iccid, account: { id: account } });
    }
  });

  it.each(["iccid", "imsi", "msisdn", "eid"] as const)("by %s with blanks, hyphens and a plus", async (kind) => {
    const number = esim[kind];
    for (const written of [`+${number}`, ` ${digitsInGroups(number)} `, digitsInGroups(number).replaceAll(" ", "-")]) {
      const { endpoint } = await graph.data<Found>(ENDPOINT, { by: { [kind]: written } });
      expect(endpoint?.carrierEndpointId).toBe(esim.carrierEndpointId);
    }
  });

  it("by the ids of this API, also beside the account that they belong to", async () => {
    const byId = await graph.data<Found>(ENDPOINT, { by: { id: esim.id }, account: "bics-eu" });
    expect(byId.endpoint?.carrierEndpointId).toBe(esim.carrierEndpointId);
    expect((await graph.data<Found>(SIM, { by: { id: esim.sim.id } })).sim?.iccid).toBe(esim.iccid);
  });

  it("asks the named account alone", async () => {
    const { data, calls } = await graph.query(SIM, { by: { iccid: esim.iccid }, account: "bics-oem" });
    expect(data).toEqual({ sim: null });
    expect(new Set(calls)).toEqual(new Set(["fetchSIM", "GetEndpoints"]));
  });
});

describe("a look-up that finds nothing is null", () => {
  it.each([
    ["iccid", "8932042999999999999"],
    ["imsi", "206289999999999"],
    ["msisdn", "327700999999999"],
    ["eid", "99000023354170000000099999999999"],
  ])("by an unknown %s", async (kind, number) => {
    expect(await graph.data(ENDPOINT, { by: { [kind]: number } })).toEqual({ endpoint: null });
    expect(await graph.data(SIM, { by: { [kind]: number } })).toEqual({ sim: null });
  });

  it("by the carrier's id of an endpoint that it does not know", async () => {
    const by = { carrierEndpointId: "1" };
    expect(await graph.data(ENDPOINT, { by, account: "bics-eu" })).toEqual({ endpoint: null });
  });

  it("by an id of an account that is not asked, or configured no more", async () => {
    expect(await graph.data(ENDPOINT, { by: { id: esim.id }, account: "bics-oem" })).toEqual({ endpoint: null });
    const id = graph.ids.encode("Endpoint", { account: "bics-former", native: "1" });
    expect(await graph.data(ENDPOINT, { by: { id } })).toEqual({ endpoint: null });
  });

  it("for subscribers, which BICS has none of", async () => {
    expect(await graph.data(`{ subscriber(by: { msisdn: "+32 77 00 100019" }) { id } }`)).toEqual({ subscriber: null });
  });
});

describe("a look-up is refused", () => {
  const onlyError = async (document: string, variables: object) => {
    const { data, errors, calls } = await graph.query<Found>(document, { ...variables });
    const [error] = errors;
    if (!error || errors.length > 1) throw new Error(`expected one error, got ${JSON.stringify(errors)}`);
    return { data, calls, ...error };
  };

  it.each([
    ["iccid", "893204200000010"],
    ["iccid", "8932042000000100019a"],
    ["imsi", "2062800001000"],
    ["msisdn", "3277000001000190"],
    ["msisdn", "0032x77"],
    ["eid", "9900002335417000000000000010001"],
    ["iccid", ""],
  ])("for a malformed %s %j, naming the field and not the number, without any call", async (kind, number) => {
    for (const document of [ENDPOINT, SIM]) {
      const error = await onlyError(document, { by: { [kind]: number } });
      expect(error.extensions).toMatchObject({ code: "INVALID_ARGUMENT", field: ["by", kind], retryable: false });
      expect(error.message).toContain(`by.${kind}`);
      if (number !== "") expect(JSON.stringify(error)).not.toContain(number);
      expect(error.calls).toEqual([]);
    }
  });

  it.each([
    ["an id of something else", () => esim.sim.id],
    ["an empty id", () => ""],
    ["a number for an id", () => esim.iccid],
  ])("for %s, without repeating it", async (_, idOf) => {
    const id = idOf();
    const error = await onlyError(ENDPOINT, { by: { id } });
    expect(error.extensions).toMatchObject({ code: "INVALID_ARGUMENT", field: ["by", "id"] });
    if (id !== "") expect(JSON.stringify(error)).not.toContain(id);
  });

  it("for a carrier's id without the account in which it is unique", async () => {
    const error = await onlyError(ENDPOINT, { by: { carrierEndpointId: esim.carrierEndpointId } });
    expect(error.extensions).toMatchObject({ code: "INVALID_ARGUMENT", field: ["account"] });
  });

  it.each([{ by: { iccid: "8932042000000100019" } }, { by: { carrierEndpointId: "1" } }])(
    "for an account that nobody has configured: %j",
    async (variables) => {
      const error = await onlyError(ENDPOINT, { ...variables, account: "nobody" });
      expect(error.extensions).toMatchObject({ code: "NOT_FOUND", field: ["account"] });
      expect(error.calls).toEqual([]);
    },
  );

  it("alone: a good one beside it in the same query is answered", async () => {
    const document = `query ($id: ID!) {
      bad: endpoint(by: { carrierEndpointId: $id }, account: "nobody") { name }
      good: endpoint(by: { carrierEndpointId: $id }, account: "bics-eu") { carrierEndpointId }
    }`;
    const { data, errors } = await graph.query(document, { id: esim.carrierEndpointId });
    expect(data).toEqual({ bad: null, good: { carrierEndpointId: esim.carrierEndpointId } });
    expect(errors).toMatchObject([{ path: ["bad"], extensions: { code: "NOT_FOUND" } }]);
  });

  it.each([
    ["two numbers", { iccid: "8932042000000100019", msisdn: "327700000100019" }],
    ["none", {}],
    ["an empty one of two", { iccid: "8932042000000100019", msisdn: null }],
  ])("by %s, as GraphQL's own error, without repeating a number", async (_, by) => {
    for (const document of [ENDPOINT, SIM]) {
      const error = await onlyError(document, { by });
      expect(error.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
      expect(error.message).toMatch(/exactly one key/i);
      expect(JSON.stringify(error)).not.toContain("8932042000000100019");
      expect(error.calls).toEqual([]);
    }
  });
});

describe("a look-up while an account is down", () => {
  const down = (account: string) => graph.sandbox.faults.add({ account, fault: "code;code=6745;description=no" });

  it("answers when another account has it", async () => {
    down("bics-eu");
    expect((await graph.data<Found>(SIM, { by: { iccid: oem.iccid } })).sim?.iccid).toBe(oem.iccid);
    expect((await graph.data<Found>(ENDPOINT, { by: { imsi: oem.imsi } })).endpoint?.carrierEndpointId).toBe(
      oem.carrierEndpointId,
    );
  });

  it("fails when no other has it, since nobody knows whether it exists", async () => {
    down("bics-eu");
    const { data, errors } = await graph.query(ENDPOINT, { by: { imsi: esim.imsi } });
    expect(data).toEqual({ endpoint: null });
    expect(errors).toMatchObject([{ extensions: { code: "CARRIER_REFUSED", account: "bics-eu" } }]);
  });

  it("answers as soon as one account has it, without waiting for one that does not answer", async () => {
    graph.sandbox.faults.add({ account: "bics-eu", fault: "hang" });
    const found = await graph.data<Found>(ENDPOINT, { by: { imsi: oem.imsi } });
    expect(found.endpoint?.carrierEndpointId).toBe(oem.carrierEndpointId);
  });
});

describe("number ranges of the accounts file", () => {
  it("keep a look-up from asking the accounts that cannot have the number", async () => {
    const ranged = await startGraph({
      accounts: ({ accounts }) => accounts.map((entry) => ({ ...entry, numberRanges: RANGES[entry.id] })),
    });
    try {
      const { calls, data } = await ranged.query<Found>(SIM, { by: { iccid: oem.iccid } });
      expect(data?.sim?.account.id).toBe("bics-oem");
      expect(calls).toEqual(["fetchSIM"]);
    } finally {
      await ranged.stop();
    }
  });

  const RANGES: Readonly<Record<string, object>> = {
    "bics-eu": { iccid: ["89320420000001"] },
    "bics-oem": { iccid: ["89320420000005"] },
  };
});
