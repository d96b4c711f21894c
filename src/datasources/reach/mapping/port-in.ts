import type { PortInRequest } from "../../port/subscribers.js";

/** Ten digits, as the carrier writes numbers of the United States; what is none of those is left as it is. */
export const mdnToWire = (msisdn: string): string => /^\+?1(\d{10})$/.exec(msisdn)?.[1] ?? msisdn;

/** A number to bring along, as it stands in a line of a purchase and in an activation. */
export const portInToWire = ({ msisdn, carrier, accountNumber, pin, zip }: PortInRequest) => ({
  numberToPort: mdnToWire(msisdn),
  oldCarrier: carrier,
  oldCarrierAccountNumber: accountNumber,
  password: pin,
  oldZip: zip,
});
