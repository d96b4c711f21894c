import { expect, it } from "vitest";
import { DOCUMENTED as BICS } from "../../src/datasources/bics/operations/index.js";
import type { Operation } from "../../src/datasources/http/operation.js";
import { DOCUMENTED as NEXCON } from "../../src/datasources/nexcon/operations/index.js";
import { DOCUMENTED as NEXTCOMM } from "../../src/datasources/nextcomm/operations/index.js";
import { DOCUMENTED as PAYU } from "../../src/datasources/payu/operations/index.js";
import { DOCUMENTED as REACH } from "../../src/datasources/reach/operations/index.js";
import { CARRIER_WRITES } from "../../src/lifecycle/carrier-writes.js";
import { ACCOUNT_TABLE, ENDPOINT_TABLE } from "../../src/lifecycle/endpoint-table.js";
import { SIM_TABLE } from "../../src/lifecycle/sim-table.js";
import { SUBSCRIBER_MAKING_TABLE, SUBSCRIBER_TABLE } from "../../src/lifecycle/subscriber-table.js";
import { CARRIER_IDS, type CarrierId } from "../../src/model/carrier.js";

const DOCUMENTED: Readonly<Record<CarrierId, Readonly<Record<string, Operation>>>> = {
  BICS,
  REACH,
  NEXTCOMM,
  NEXCON,
  PAYU,
};

/** The key generation of Reach is a command, and no action. */
const NO_ACTION = ["generateAccessKey"];

it.each(CARRIER_IDS)("every write of %s is an action, and every action a write", (carrier) => {
  const operations = Object.values(DOCUMENTED[carrier]);
  const writes = operations.filter(({ effect }) => effect === "write").map(({ name }) => name);
  const named = new Set(Object.values(CARRIER_WRITES[carrier]));
  expect([...named].sort()).toEqual(writes.filter((name) => !NO_ACTION.includes(name)).sort());
});

it.each(CARRIER_IDS)("every action in the tables of %s has its write", (carrier) => {
  const tables = [ENDPOINT_TABLE, ACCOUNT_TABLE, SIM_TABLE, SUBSCRIBER_TABLE, SUBSCRIBER_MAKING_TABLE];
  const actions = tables.flatMap((table) => Object.keys(table[carrier] ?? {}));
  expect(Object.keys(CARRIER_WRITES[carrier]).sort()).toEqual(actions.sort());
});
