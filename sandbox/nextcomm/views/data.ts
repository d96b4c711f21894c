import type { Account } from "../state.js";

/** `MessageData` with something in it: JSON in a string, or decoded where the account has it so. */
export const dataOf = ({ settings }: Account, value: unknown): unknown =>
  settings.messageData === "text" ? JSON.stringify(value) : value;
