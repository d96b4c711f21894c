import type { Row } from "../answers.js";

/** How many rows one request may have. */
export const MAX_ROWS = 50;

/** The SIM number of a row that is otherwise wrong; empty when it has none. */
export function simNoOf(row: unknown, name: string): string {
  const value = typeof row === "object" && row !== null ? Reflect.get(row, name) : undefined;
  return typeof value === "string" ? value : "";
}

export const failedRow = (SimNo: string, Remarks: string): Row => ({ SimNo, Status: "Failure", Remarks });
