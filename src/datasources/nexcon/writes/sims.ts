import type { WriteResult } from "../../../model/endpoint-actions.js";
import type { CallContext, SimWrites } from "../../carrier.js";
import type { CarrierClient } from "../../http/client.js";
import { jobToWire } from "../mapping/job.js";
import { activate, block, restore, terminate } from "../operations/simcard.js";

type Job = typeof activate | typeof block | typeof restore | typeof terminate;

export function simWrites(client: CarrierClient): SimWrites {
  const start =
    (job: Job) =>
    async (iccid: string, callbackUrl: string | null, call: CallContext): Promise<WriteResult> => {
      const { code, message } = await client.call(job, { body: jobToWire(iccid, callbackUrl) }, call);
      return { is: "pending", carrierCode: code, carrierMessage: message, reference: null };
    };
  return { activate: start(activate), block: start(block), restore: start(restore), terminate: start(terminate) };
}
