import DataLoader from "dataloader";
import type { Operation, OperationStep } from "../model/operation.js";
import type { Engine } from "../operations/engine.js";

/** Operations by their native ids, for many rows in one question to the store; null for one that there is not. */
export const operationLoader = (operations: () => Promise<Engine>): DataLoader<string, Operation | null> =>
  new DataLoader(async (ids) => {
    const found = new Map((await (await operations()).byIds(ids)).map((operation) => [operation.id, operation]));
    return ids.map((id) => found.get(id) ?? null);
  });

/** The carrier calls of operations, in the same way. */
export const stepsLoader = (operations: () => Promise<Engine>): DataLoader<string, readonly OperationStep[]> =>
  new DataLoader(async (ids) => {
    const steps = await (await operations()).stepsOfEach(ids);
    return ids.map((id) => steps.get(id) ?? []);
  });
