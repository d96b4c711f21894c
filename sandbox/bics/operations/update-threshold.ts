import { z } from "zod";
import { fail, ok } from "../answer.js";
import { operation } from "../operation.js";
import { ageAddons } from "../rules/addons.js";
import { isOemState } from "../rules/lifecycle.js";
import { digits, request, text } from "../shapes.js";
import type { Counter, Endpoint } from "../state.js";

/** Sets the threshold, in MB, of a counter of an add-on (by unique id) or of the base plan (by plan id). */
export const updateThreshold = operation({
  method: "POST",
  path: "/UpdateThreshold",
  effect: "write",
  input: request({
    endPointId: text,
    requestParam: z.strictObject({ threshold: digits, planId: text.optional(), counterId: text, uniqueId: text }),
  }),
  handle: ({ enterprise, now, commit }, { Request: { endPointId, requestParam } }) => {
    const endpoint = enterprise.endpoints.get(endPointId);
    if (!endpoint || isOemState(endpoint.status)) return fail("3006", "Update endpoint/customer failure");
    if (endpoint.rspState === "Local")
      return fail("10252", "Data threshold counter cannot be updated for endpoints with RSP State = Local");
    ageAddons(endpoint, enterprise.plans, now);
    const counter = counterOf(endpoint, requestParam);
    if (!counter) return fail("6721", "No counter exists");
    const threshold = Number(requestParam.threshold);
    counter.leftMb = Math.max(0, counter.leftMb + threshold - counter.thresholdMb);
    counter.thresholdMb = threshold;
    commit(endPointId);
    return ok("3005", "Update endpoint/customer success");
  },
});

type Wanted = { planId?: string | undefined; counterId: string; uniqueId: string };

function counterOf(endpoint: Endpoint, { planId, counterId, uniqueId }: Wanted): Counter | null {
  const addon = endpoint.addons.find((candidate) => candidate.uniqueId === uniqueId);
  const isPlan = planId === undefined || planId === addon?.planId || planId === endpoint.planId;
  const counter = addon ? (isPlan ? addon.counter : null) : planId === endpoint.planId ? endpoint.baseCounter : null;
  return counter?.counterId === counterId ? counter : null;
}
