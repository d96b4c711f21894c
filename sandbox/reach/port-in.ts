import { conflict, invalid } from "./answers.js";
import { type Account, type PortIn, STATUS, type Status } from "./state.js";

type Fields = { [field in keyof PortIn]?: string | undefined };

const WAITING: readonly Status[] = [STATUS.PORTING_IN_PROGRESS, STATUS.PORTING_FAILED];

const partsOf = ({ numberToPort, oldCarrier, oldCarrierAccountNumber, password, oldZip }: Fields) => ({
  numberToPort,
  oldCarrier,
  oldCarrierAccountNumber,
  password,
  oldZip,
});

const isWhole = (parts: Fields): parts is PortIn => Object.values(parts).every((part) => part !== undefined);

/** What is to be ported with a line, or null when it is to have a new number. */
export function asPortIn(fields: Fields): PortIn | null {
  const parts = partsOf(fields);
  return isWhole(parts) ? parts : null;
}

/** Refuses half a port-in, a number that cannot be ported, and one that is here or on its way already. */
export function checkPortIn({ catalogue, customers }: Account, fields: Fields, prefix = ""): void {
  const parts = Object.entries(partsOf(fields));
  const missing = parts.filter(([, value]) => value === undefined);
  if (missing.length === parts.length) return;
  if (missing.length > 0) {
    throw invalid(Object.fromEntries(missing.map(([field]) => [`${prefix}${field}`, "is needed to port a number"])));
  }
  const mdn = fields.numberToPort ?? "";
  if (!catalogue.portable.has(mdn)) throw invalid({ [`${prefix}numberToPort`]: "cannot be ported" });
  const holder = [...customers.values()].find(
    ({ mobileNo, status, portIn }) => mobileNo === mdn || (WAITING.includes(status) && portIn?.numberToPort === mdn),
  );
  if (holder) throw conflict("The number has been ported or is being ported");
}
