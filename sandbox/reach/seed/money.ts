import { taxOn } from "../catalogue.js";
import { customerOf, groupOf } from "../lookup.js";
import { newCard } from "../making.js";
import { type Account, mint } from "../state.js";

const DAY_MS = 86_400_000;

/** Cards, bills, invoices, credit and a pack, for the lines that have them. */
export function seedMoney(account: Account, now: number): void {
  seedCards(account);
  seedBills(account, now);
  seedCredit(account, now);
  seedPack(account, now);
}

const specimen = (account: Account, name: string) => customerOf(account, account.specimens[name] ?? "");

function seedCards(account: Account): void {
  const { cards } = groupOf(account, specimen(account, "active"));
  const other = newCard(account, { brand: "MASTERCARD", priority: 2 });
  const declined = newCard(account, { priority: 3, isDeclined: true });
  cards.push(other, declined);
  account.specimens.card = cards[0]?.uuid ?? "";
  account.specimens.cardOther = other.uuid;
  account.specimens.cardDeclined = declined.uuid;
}

function seedBills(account: Account, now: number): void {
  const { id: customerId } = specimen(account, "withBills");
  const net = 2_500;
  for (const [status, dueAt] of [
    ["DUE", now + 10 * DAY_MS],
    ["PAID", now - 20 * DAY_MS],
  ] as const) {
    const billId = mint(account, "B");
    const cents = net + taxOn(net);
    const items = [{ description: "Medium 15 GB", cents: net }];
    account.bills.push({ billId, customerId, cents, taxCents: taxOn(net), dueAt, status, items });
    const at = dueAt - 14 * DAY_MS;
    account.invoices.push({ invoiceId: mint(account, "INV-"), billId, customerId, cents, at, status: "ISSUED" });
  }
  account.specimens.billDue = account.bills[0]?.billId ?? "";
  account.specimens.billPaid = account.bills[1]?.billId ?? "";
  account.specimens.invoice = account.invoices[0]?.invoiceId ?? "";
  account.specimens.cardOfBills = groupOf(account, specimen(account, "withBills")).cards[0]?.uuid ?? "";
}

function seedCredit(account: Account, now: number): void {
  const customer = specimen(account, "groupPrimary");
  const group = groupOf(account, customer);
  group.ildCents = 750;
  group.ildUsage = [
    { destination: "India", minutes: 14, cents: 140 },
    { destination: "Mexico", minutes: 11, cents: 110 },
  ];
  const purchaseId = mint(account, "ILD-");
  group.ildPurchases = [{ purchaseId, customerId: customer.id, cents: 1_000, at: now - 15 * DAY_MS }];
  account.specimens.group = group.id;
  account.specimens.groupOther = specimen(account, "active").groupId;
  account.specimens.cardOfGroup = group.cards[0]?.uuid ?? "";
}

function seedPack(account: Account, now: number): void {
  const customer = specimen(account, "withRoamingPack");
  groupOf(account, customer).packs.push({
    packId: "IR-Z1-WEEK",
    packInstanceId: mint(account, "IRP-"),
    customerId: customer.id,
    status: "ACTIVE",
    startAt: now - 2 * DAY_MS,
    expiresAt: now + 5 * DAY_MS,
    autoRenew: false,
    usedMb: 1_000,
    usedMinutes: 10,
    usedSms: 3,
  });
  account.specimens.groupWithPack = customer.groupId;
}
