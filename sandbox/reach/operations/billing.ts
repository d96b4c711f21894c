import { z } from "zod";
import { conflict, day, invalid, iso, money, notFound, ok } from "../answers.js";
import { amount } from "../basket.js";
import type { Bill, Invoice } from "../commerce.js";
import { chargeableCard, customerOf } from "../lookup.js";
import { operation } from "../operation.js";
import { type Account, mint } from "../state.js";

const text = z.string().min(1);

const billView = (account: Account, { billId, cents, dueAt, status }: Bill) => ({
  billId,
  amount: money(account, cents),
  dueDate: day(dueAt),
  status,
});

const invoiceView = (account: Account, { invoiceId, billId, cents, at, status }: Invoice): unknown => ({
  invoiceId,
  billId,
  amount: money(account, cents),
  invoiceDate: day(at),
  status,
});

function billOf({ bills }: Account, id: string): Bill {
  const bill = bills.find(({ billId }) => billId === id);
  if (!bill) throw notFound("billId");
  return bill;
}

function invoiceOf(account: Account, customerId: string, id: string): Invoice {
  const { id: owner } = customerOf(account, customerId);
  const invoice = account.invoices.find((one) => one.invoiceId === id && one.customerId === owner);
  if (!invoice) throw notFound("invoiceId");
  return invoice;
}

/** Bills, their payment, and invoices. */
export const billingOperations = {
  billingCustomer: operation({
    from: "query",
    isBare: true,
    input: z.strictObject({ customerId: text }),
    handle: ({ account }, { customerId }) => {
      const { id } = customerOf(account, customerId);
      const bills = account.bills.filter((bill) => bill.customerId === id);
      return ok(bills.map((bill) => billView(account, bill)));
    },
  }),
  billingDetail: operation({
    from: "query",
    input: z.strictObject({ billId: text }),
    handle: ({ account }, { billId }) => {
      const bill = billOf(account, billId);
      const items = bill.items.map(({ description, cents }) => ({ description, amount: money(account, cents) }));
      return ok({ ...billView(account, bill), tax: money(account, bill.taxCents), items });
    },
  }),
  paymentCustomer: operation({
    from: "body",
    input: z.strictObject({ customerId: text, billId: text, ccUUID: text, amount }),
    handle: ({ account, commit }, { customerId, billId, ccUUID, amount: cents }) => {
      const customer = customerOf(account, customerId);
      const bill = billOf(account, billId);
      if (bill.customerId !== customerId) throw notFound("billId");
      if (bill.status === "PAID") throw conflict("The bill has been paid");
      if (cents !== bill.cents) throw invalid({ amount: "is not the amount of the bill" });
      chargeableCard(account, customer, ccUUID);
      bill.status = "PAID";
      commit(billId, cents);
      return ok({ paymentId: mint(account, "PAY-"), status: "APPROVED" });
    },
  }),
  invoiceHistory: operation({
    from: "query",
    input: z.strictObject({ customerId: text }),
    handle: ({ account }, { customerId }) => {
      const { id } = customerOf(account, customerId);
      const invoices = account.invoices.filter((invoice) => invoice.customerId === id);
      return ok(invoices.map((invoice) => invoiceView(account, invoice)));
    },
  }),
  invoiceLink: operation({
    from: "query",
    input: z.strictObject({ customerId: text, invoiceId: text }),
    handle: ({ account, now, origin }, { customerId, invoiceId }) => {
      invoiceOf(account, customerId, invoiceId);
      const expireDate = iso(now + account.settings.durations.linkMs);
      return ok({ url: `${origin}/invoices/${invoiceId}.pdf?signature=sandbox`, expireDate });
    },
  }),
  invoiceSendEmail: operation({
    from: "body",
    input: z.strictObject({ customerId: text, invoiceId: text, email: z.email() }),
    handle: ({ account, commit }, { customerId, invoiceId }) => {
      invoiceOf(account, customerId, invoiceId).status = "SENT";
      commit(invoiceId);
      return ok();
    },
  }),
};
