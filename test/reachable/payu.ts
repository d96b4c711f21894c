import type { DOCUMENTED } from "../../src/datasources/payu/operations/index.js";
import { query, type Ways } from "./way.js";

const plans = query(
  'plans(filter: { accounts: ["<account>"], rechargeOf: { msisdn: "<mobileNo>", operatorId: "<operatorId>", circleId: "<circleId>" } }) { nodes { __typename } }',
);

export const PAYU: Ways<keyof typeof DOCUMENTED> = {
  getToken: [plans],
  getCustomizedRechargePlans: [plans],
};
