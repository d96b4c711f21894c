import { BILLING_RUNS } from "./runs/billing.js";
import { CATALOGUE_RUNS } from "./runs/catalogue.js";
import { PROGRESS_RUNS } from "./runs/progress.js";
import { QUOTES_RUNS } from "./runs/quotes.js";
import type { ReadName, Run } from "./runs/run.js";
import { SALES_RUNS } from "./runs/sales.js";
import { SUBSCRIBER_RUNS } from "./runs/subscriber.js";

/** Every operation that reads. */
export const READ_RUNS: Readonly<Record<ReadName, Run>> = {
  ...SALES_RUNS,
  ...CATALOGUE_RUNS,
  ...QUOTES_RUNS,
  ...PROGRESS_RUNS,
  ...SUBSCRIBER_RUNS,
  ...BILLING_RUNS,
};

export const READ_NAMES = Object.keys(READ_RUNS) as ReadName[];
