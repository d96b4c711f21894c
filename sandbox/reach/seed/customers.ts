import { groupOf } from "../lookup.js";
import { newCard, newCustomer, newGroup } from "../making.js";
import {
  type Account,
  type Customer,
  type Group,
  mint,
  type PortIn,
  type SimType,
  STATUS,
  type Status,
} from "../state.js";
import { IMEIS, iccidOf, MDNS, ON_FILE } from "./catalogue.js";

const DAY_MS = 86_400_000;

/** What makes one seeded line differ from an active one with a physical SIM. */
interface Wish extends Partial<Customer> {
  /** Of which line's group it is to be; of one of its own otherwise. */
  with?: Customer;
}

const WITH_NUMBER: readonly Status[] = [STATUS.ACTIVE, STATUS.SUSPENDED];
const WITH_SIM: readonly Status[] = [...WITH_NUMBER, STATUS.PORTING_IN_PROGRESS, STATUS.PORTING_FAILED];

interface Place {
  digit: number;
  /** The line's place in the stock of SIM cards and of numbers. */
  n: number;
  now: number;
}

/** The number that a line in this state has. */
function numberFor(status: Status, { digit, n, now }: Place): Pick<Customer, "mobileNo" | "activatedAt"> {
  if (!WITH_NUMBER.includes(status)) return { mobileNo: null, activatedAt: null };
  return { mobileNo: `470555${digit}${String(n).padStart(3, "0")}`, activatedAt: now - 100 * DAY_MS };
}

/** The SIM that a line in this state has. */
function simFor(status: Status, simType: SimType, { digit, n }: Place): Pick<Customer, "iccId" | "imei"> {
  if (!WITH_SIM.includes(status)) return { iccId: null, imei: null };
  return simType === "ESIM" ? { iccId: null, imei: IMEIS.esim } : { iccId: iccidOf(digit, n), imei: IMEIS.psim };
}

/** Adds lines one after the other, each with the next SIM card of the stock and the next number. */
function adder(account: Account, digit: number, now: number): (name: string, wish?: Wish) => Customer {
  let n = 0;
  return (name, { with: other, ...wish } = {}) => {
    n += 1;
    const { status = STATUS.ACTIVE, simType = "PSIM" } = wish;
    const customer = newCustomer(account, groupFor(account, other, n), {
      firstName: "Pat",
      lastName: `Example ${n}`,
      email: `pat.${n}@${account.id}.example`,
      addresses: [
        { type: "billing", address1: `${n} Main Street`, city: "Atlanta", state: "GA", zip: "30301", country: "USA" },
      ],
      plan: "PLAN-M",
      isPrimary: other === undefined,
      billedFrom: now - 10 * DAY_MS,
      ...numberFor(status, { digit, n, now }),
      ...simFor(status, simType, { digit, n, now }),
      usage: { dataMb: 1_024 + n, extraMb: 0, ildMinutes: 12, roamingCents: 150 },
      ...wish,
      status,
      simType,
    });
    account.specimens[name] = customer.id;
    return customer;
  };
}

function groupFor(account: Account, other: Customer | undefined, n: number): Group {
  if (other) return groupOf(account, other);
  const group = newGroup(account, mint(account, "G"), `client-${account.id}-${n}`);
  group.cards.push(newCard(account, { isDefault: true }));
  return group;
}

const portOf = (mdn: string, password: string): PortIn => ({
  numberToPort: mdn,
  oldCarrier: "T-Mobile",
  oldCarrierAccountNumber: ON_FILE.account,
  password,
  oldZip: ON_FILE.zip,
});

/** Lines in every state; each has its name among the specimens. */
export function seedCustomers(account: Account, digit: number, now: number): void {
  const add = adder(account, digit, now);
  add("active");
  add("activeEsim", { simType: "ESIM", plan: "PLAN-S" });
  add("activeUnlimited", { plan: "PLAN-L" });
  add("suspended", { status: STATUS.SUSPENDED });
  add("disconnected", { status: STATUS.DISCONNECTED, disconnectedAt: now - 5 * DAY_MS });
  add("disconnectedLongAgo", { status: STATUS.DISCONNECTED, disconnectedAt: now - 45 * DAY_MS });
  add("inactivePsim", {
    status: STATUS.INACTIVE,
    order: { orderId: mint(account, "ORD-"), status: "PENDING", orderedAt: now - DAY_MS, shippedAt: null },
  });
  add("inactiveEsim", { status: STATUS.INACTIVE, simType: "ESIM" });
  add("activationFails", { status: STATUS.INACTIVE, activationFails: true });
  add("activationFailed", { status: STATUS.ACTIVATION_FAILED, activationMsg: "The network has refused the SIM" });
  add("porting", { status: STATUS.PORTING_IN_PROGRESS, portIn: portOf(MDNS[2], ON_FILE.password) });
  add("portingFails", {
    status: STATUS.PORTING_FAILED,
    activationMsg: "The transfer PIN does not match",
    portIn: portOf(MDNS[3], "0000"),
  });
  add("portCancelled", { status: STATUS.PORT_CANCELLED, portIn: portOf(MDNS[4], ON_FILE.password) });
  add("dataCutOff", { isDataCutOff: true });
  add("withBills");
  add("withRoamingPack");
  add("shipped", {
    order: {
      orderId: mint(account, "ORD-"),
      status: "SHIPPED",
      orderedAt: now - 3 * DAY_MS,
      shippedAt: now - 2 * DAY_MS,
    },
  });
  const primary = add("groupPrimary");
  add("groupSecondary", { with: primary, plan: "PLAN-S" });
}
