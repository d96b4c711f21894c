import type { BillingType } from "../model/line.js";
import { graphEnum } from "./enum.js";

export const BillingTypeEnum = graphEnum<BillingType>("BillingType", "When usage is paid.", {
  PREPAID: "Before.",
  POSTPAID: "After, by bill.",
  UNKNOWN: "The carrier does not say.",
});
