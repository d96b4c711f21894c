import DataLoader from "dataloader";
import type { Operation } from "../model/operation.js";
import type { Engine } from "../operations/engine.js";

/** Operations by their native ids, for many rows in one question to the store; null for one that there is not. */
export const operationLoader = (operations: () => Promise<Engine>): DataLoader<string, Operation | null> =>
  new DataLoader(async (ids) => {
    const found = new Map((await (await operations()).byIds(ids)).map((operation) => [operation.id, operation]));
    return ids.map((id) => found.get(id) ?? null);
  });
