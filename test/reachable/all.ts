import * as bics from "../../src/datasources/bics/operations/index.js";
import type { Operation } from "../../src/datasources/http/operation.js";
import * as nexcon from "../../src/datasources/nexcon/operations/index.js";
import * as nextcomm from "../../src/datasources/nextcomm/operations/index.js";
import * as payu from "../../src/datasources/payu/operations/index.js";
import * as reach from "../../src/datasources/reach/operations/index.js";
import type { CarrierId } from "../../src/model/carrier.js";
import { BICS } from "./bics.js";
import { NEXCON } from "./nexcon.js";
import { NEXTCOMM } from "./nextcomm.js";
import { PAYU } from "./payu.js";
import { REACH_READS } from "./reach-reads.js";
import { REACH_WRITES } from "./reach-writes.js";
import type { Ways } from "./way.js";

/** An operation, and how it is reached. */
export interface Reached {
  /** Its name in the carrier's table. */
  readonly key: string;
  readonly operation: Operation;
  readonly ways: Ways<string>[string];
}

interface CarrierReached {
  /** The account of the sandbox that is asked, unless a way names another. */
  readonly account: string;
  /** Where the tests of this carrier are. */
  readonly folder: string;
  readonly operations: readonly Reached[];
}

const join = <Name extends string>(
  table: Readonly<Record<Name, Operation>>,
  ways: Readonly<Record<NoInfer<Name>, Reached["ways"]>>,
): Reached[] => (Object.keys(table) as Name[]).map((key) => ({ key, operation: table[key], ways: ways[key] }));

/** Every operation of every carrier, in the order of its document. */
export const REACHED: Readonly<Record<CarrierId, CarrierReached>> = {
  BICS: {
    account: "bics-eu",
    folder: "bics",
    operations: [...join(bics.DOCUMENTED, BICS), ...join(bics.REFERRED_TO, BICS)],
  },
  REACH: {
    account: "reach-us",
    folder: "reach",
    operations: join(reach.DOCUMENTED, { ...REACH_READS, ...REACH_WRITES }),
  },
  NEXTCOMM: { account: "next-za", folder: "nextcomm", operations: join(nextcomm.DOCUMENTED, NEXTCOMM) },
  NEXCON: { account: "nexcon", folder: "nexcon", operations: join(nexcon.DOCUMENTED, NEXCON) },
  PAYU: { account: "payu", folder: "payu", operations: join(payu.DOCUMENTED, PAYU) },
};
