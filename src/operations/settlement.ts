import { Failure } from "../errors.js";
import type { Store } from "../store/sql.js";
import { lock, move, rowStates } from "./children.js";
import * as records from "./records.js";
import { beginStep, endStep } from "./steps.js";

/** What a person has found out about an operation, and how. */
export interface Settlement {
  readonly state: "SUCCEEDED" | "FAILED";
  readonly reason: string;
  readonly by: string;
}

/** Ends an operation of unknown outcome by a person's word, which is kept among its steps. */
export function settle(store: Store, id: string, { state, reason, by }: Settlement): Promise<void> {
  return store.transaction(async (sql) => {
    await lock(sql, id);
    const operation = await records.operationById(sql, id);
    if (operation === null)
      throw new Failure("NOT_FOUND", "input.operation: there is none of this id.", { field: FIELD });
    if (operation.state !== "OUTCOME_UNKNOWN") {
      throw new Failure(
        "STATE_CHANGED",
        `input.operation: is ${operation.state}; only what is unknown can be settled.`,
        { field: FIELD },
      );
    }
    if ((await rowStates(sql, id)).length > 0) {
      throw new Failure("STATE_CHANGED", "input.operation: is what its children are.", {
        field: FIELD,
        hint: "Settle those of its children that are unknown.",
      });
    }
    const number = await beginStep(sql, id, `settled by ${by}`, reason);
    await endStep(sql, id, number, {
      outcome: state,
      carrierCode: null,
      carrierMessage: null,
      reference: null,
    });
    await move(sql, id, {
      state,
      error: state === "FAILED" ? operation.error : null,
      nextCheckSeconds: null,
    });
  });
}

const FIELD = ["input", "operation"];
