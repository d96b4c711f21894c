import type { ObjectKey } from "../../../model/carrier.js";
import type { Plan, Validity } from "../../../model/plan.js";
import type { Money } from "../../../model/quantity.js";
import { decimalOf, printed } from "../../mapping/decimal.js";
import { entryOf, textOf } from "../../mapping/text.js";
import type { Operator, PlanRow } from "../operations/plans.js";

/** All that a row says, by which it is told apart: plans have no id. */
export const contentOf = ({ operatorId }: Operator, row: PlanRow): string =>
  JSON.stringify([operatorId, ...FIELDS.map((field) => row[field])].map(textOf));

const FIELDS = [
  "planName",
  "price",
  "validity",
  "validityDescription",
  "talkTime",
  "packageDescription",
  "planType",
] as const satisfies readonly (keyof PlanRow)[];

/** `currency` is the operator's word, for prices that name none. */
export function planFromWire(row: PlanRow, of: Operator, key: ObjectKey, currency: string | null): Plan {
  return {
    key,
    name: textOf(row.planName),
    kind: "RECHARGE",
    kindRaw: textOf(row.planType),
    billing: "PREPAID",
    price: priceFromWire(row.price, currency),
    validity: validityFromWire(row),
    description: textOf(row.packageDescription),
    payu: {
      operatorId: textOf(of.operatorId),
      operatorName: textOf(of.operatorName),
      talkTimeRaw: textOf(row.talkTime),
      validityRaw: textOf(row.validity),
      priceRaw: textOf(row.price),
      planTypeRaw: textOf(row.planType),
    },
  };
}

/** An amount, with the commas of thousands or lakhs, and perhaps rupees said before it. No comma stands for a point. */
const PRICE = /^(₹|rs\.?|inr)?\s*(\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?)$/i;

function priceFromWire(cell: unknown, currency: string | null): Money | null {
  const raw = textOf(cell);
  const [, rupees, digits = ""] = PRICE.exec(raw ?? "") ?? [];
  const decimal = decimalOf(digits.replaceAll(",", ""));
  if (raw === null || decimal === null) return null;
  return { amount: printed(decimal), currency: rupees === undefined ? currency : "INR", raw };
}

const UNIT = { hour: "HOUR", day: "DAY", month: "MONTH", year: "YEAR" } as const satisfies Readonly<
  Record<string, Validity["unit"]>
>;

/** A number and a unit, and nothing else. */
const VALIDITY = /^(\d{1,4})\s*(hour|day|month|year)s?$/i;

/** Read from the short text; the long one is shown where there is one. */
function validityFromWire({ validity, validityDescription }: PlanRow): Validity | null {
  const [short, long] = [textOf(validity), textOf(validityDescription)];
  if (short === null && long === null) return null;
  const [, value, word = ""] = VALIDITY.exec(short ?? long ?? "") ?? [];
  const unit = entryOf<Validity["unit"]>(UNIT, word.toLowerCase()) ?? "UNKNOWN";
  return { unit, value: value === undefined ? null : Number(value), text: long ?? short };
}
