import type { Sql, Store } from "./sql.js";

/** Seals texts under a key of this installation. Equal texts of one purpose have equal seals; a foreign seal opens to null. */
export interface Sealer {
  seal(purpose: string, text: string): string;
  open(purpose: string, sealed: string): string | null;
}

/** A value that tells of a person or of what he has, such as a number: it is kept under seal, or not at all. */
class Personal {
  constructor(readonly text: string) {}

  /** Drivers write a value that they do not know by one of these two. */
  toString(): never {
    throw new Error("a personal value was to be stored in clear");
  }

  toJSON(): never {
    return this.toString();
  }
}

/** Marks a value of a statement as personal: a store that is not `sealing` refuses it. */
export const personal = (text: string | null | undefined): Personal | null =>
  text === null || text === undefined ? null : new Personal(text);

/** Begins every sealed value. */
const MARK = "sealed:";
const PURPOSE = "stored";

/** Whether a value that a store gave back is still under seal: it is another installation's, or another secret's. */
export const isSealed = (text: string): boolean => text.startsWith(MARK);

/**
 * The same store, which keeps personal values under seal, but for empty ones, and gives them back as they were. Equal
 * values have equal seals, so that they are found again. What was sealed under another secret is given back as it is kept.
 */
export function sealing(store: Store, sealer: Sealer): Store {
  const sealed = (value: unknown): unknown => {
    if (value instanceof Personal) return value.text === "" ? "" : MARK + sealer.seal(PURPOSE, value.text);
    return Array.isArray(value) ? value.map(sealed) : value;
  };
  const opened = (value: unknown): unknown =>
    typeof value === "string" && isSealed(value) ? (sealer.open(PURPOSE, value.slice(MARK.length)) ?? value) : value;
  const openedRow = (row: unknown): unknown =>
    typeof row === "object" && row !== null
      ? Object.fromEntries(Object.entries(row).map(([name, value]) => [name, opened(value)]))
      : row;
  const over = (sql: Sql): Sql => ({
    run: async (text, values) => (await sql.run(text, values?.map(sealed))).map(openedRow),
  });
  return {
    ...over(store),
    transaction: (work) => store.transaction((sql) => work(over(sql))),
    listen: (channel, hear) => store.listen(channel, hear),
    close: () => store.close(),
  };
}
