import type { BulkEndpointWrites } from "../../carrier.js";
import { textOf } from "../../mapping/text.js";
import { resultOf } from "../../mapping/write-result.js";
import { bulkChangeToWire, bulkCreationToWire } from "../mapping/write.js";
import { bulkProvisioning } from "../operations/bulk-create.js";
import { modifyEndpointBulk } from "../operations/modify.js";
import type { Wire } from "../wire.js";

/** The references are of two kinds: only that of a creation can be followed, by `bulkCreations`. */
export const bulkWrites = (wire: Wire): BulkEndpointWrites => ({
  create: async (creation, call) => {
    const body = { bulkProvisioningInfo: bulkCreationToWire(creation) };
    const outcome = await wire.write(bulkProvisioning, { body }, call);
    return resultOf(outcome, textOf(outcome.answer?.Response.simProvisionId));
  },
  update: async (selection, change, call) => {
    const body = { Request: bulkChangeToWire(selection, change) };
    const outcome = await wire.write(modifyEndpointBulk, { body }, call);
    return resultOf(outcome, textOf(outcome.answer?.Response.JobId));
  },
});
