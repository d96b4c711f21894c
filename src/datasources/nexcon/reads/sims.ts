import type { SimReads } from "../../carrier.js";
import type { CarrierClient } from "../../http/client.js";
import type { NexconConfig } from "../config.js";
import { simFromWire } from "../mapping/sim.js";
import { status } from "../operations/simcard.js";

export const simReads = (client: CarrierClient, { id: account, statusWords }: NexconConfig): SimReads => ({
  byIccid: async (iccid, call) => {
    const { answer } = await client.call(status, { body: { icc: iccid } }, call);
    return answer && simFromWire(answer, iccid, { account, statusWords });
  },
});
