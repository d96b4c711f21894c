import { RecentMap } from "../recent-map.js";
import type { PlannedOperation } from "./planned-operation.js";

/** Most documents of which plans are kept. */
const KEPT_DOCUMENTS = 1_000;
/** In characters. Such documents are sent once: what is sent again and again is written by people. */
const LONGEST_KEPT = 50_000;

/** The plans of operations that were executed lately, by the text of their document. All of them are valid. */
export class PlannedOperations {
  readonly #bySource = new RecentMap<Map<string | undefined, PlannedOperation>>(KEPT_DOCUMENTS);

  /** By the name that was asked for: undefined where the document has one operation and none was named. */
  find(source: string, operationName: string | undefined): PlannedOperation | undefined {
    return this.#bySource.get(source)?.get(operationName);
  }

  add(source: string, operationName: string | undefined, planned: PlannedOperation): void {
    if (source.length > LONGEST_KEPT) return;
    const ofSource = this.#bySource.get(source) ?? new Map<string | undefined, PlannedOperation>();
    this.#bySource.set(source, ofSource.set(operationName, planned));
  }
}
