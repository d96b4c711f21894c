import { fail, falseSuccess, ok } from "../answer.js";
import { operation } from "../operation.js";
import { request, text } from "../shapes.js";

/** Deletes an endpoint without a SIM, for good. An internal failure is dressed as an outer success. */
export const deleteEndPoint = operation({
  method: "POST",
  path: "/DeleteEndPoint",
  effect: "write",
  input: request({ endPointId: text }),
  handle: ({ enterprise, commit }, { Request: { endPointId } }) => {
    const endpoint = enterprise.endpoints.get(endPointId);
    if (!endpoint) return fail("1001", "Wrong Input Parameter – endPointId");
    if (endpoint.iccid) return fail("10158", "Delete Endpoint is not allowed. Please De-Link SIM first");
    if (endpoint.pending || !enterprise.enabled) return falseSuccess("10160", "Delete endpoint failure.");
    enterprise.endpoints.delete(endPointId);
    enterprise.deleted.add(endPointId);
    commit(endPointId);
    return ok("10159", "Endpoint successfully deleted.");
  },
});
