import type { DataSource } from "../carrier.js";
import type { NextCommConfig } from "./config.js";

/** One account at Next Communications. */
export function createNextComm({ id: account }: NextCommConfig): DataSource {
  return {
    account,
    carrier: "NEXTCOMM",
    reads: {},
    writes: {},
    load: { running: 0, waiting: 0 },
    close: async () => {},
  };
}
