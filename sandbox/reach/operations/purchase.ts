import { z } from "zod";
import { accepted, conflict, iso, money, notFound, ok } from "../answers.js";
import { NewOrder, SubsequentOrder } from "../basket.js";
import type { Purchase } from "../commerce.js";
import { activeOf, cardOf, customerOf, groupOf } from "../lookup.js";
import { operation, read } from "../operation.js";
import { checkCollection, priceNew, priceSubsequent, quoteView } from "../pricing.js";
import { awaitPayment, chargeSaved, isTaken, openPurchase } from "../purchase-flow.js";
import { type Account, mint } from "../state.js";

function statusView(account: Account, purchase: Purchase): unknown {
  const { link } = purchase;
  const customer = purchase.customerId === null ? undefined : account.customers.get(purchase.customerId);
  return {
    transactionId: purchase.transactionId,
    clientAccountId: purchase.clientAccountId,
    customerId: purchase.customerId,
    status: purchase.status,
    paymentStatus: purchase.paymentStatus,
    paymentStatusDesc: purchase.paymentStatusDesc,
    onBoardingStatus: purchase.status === "COMPLETED" ? "DONE" : "PENDING",
    shipmentStatus: customer?.order?.status ?? null,
    amount: money(account, purchase.totalCents - purchase.taxCents),
    totalTax: money(account, purchase.taxCents),
    totalAmount: money(account, purchase.totalCents),
    link: {
      type: link ? 1 : 0,
      url: link?.url ?? null,
      createdDate: iso(link?.createdAt ?? null),
      expireDate: iso(link?.expiresAt ?? null),
    },
  };
}

/** Quotes, purchases, and how they end. */
export const purchaseOperations = {
  productQuote: operation({
    from: "body",
    input: z.looseObject({}),
    handle: ({ account }, raw) => {
      const price =
        "customerId" in raw
          ? priceSubsequent(account, read(SubsequentOrder, raw))
          : priceNew(account, read(NewOrder, raw));
      return ok(quoteView(account, price));
    },
  }),
  productPurchase: operation({
    from: "body",
    input: NewOrder,
    handle: (call, order) => {
      const { account, commit } = call;
      const { clientAccountId, payment } = order.accountInfo;
      const price = priceNew(account, order);
      checkCollection(price, payment.collection);
      if (isTaken(call, clientAccountId)) throw conflict("clientAccountId already exists");
      const transactionId = mint(account, "TXN-");
      const what = { kind: "PRODUCT_PURCHASE" as const, order };
      const entry = commit(transactionId);
      awaitPayment(call, openPurchase(call, transactionId, what, clientAccountId, price, entry));
      return accepted({ transactionId, clientAccountId });
    },
  }),
  productSubsequent: operation({
    from: "body",
    input: SubsequentOrder,
    handle: (call, order) => {
      const { account, commit } = call;
      const customer = activeOf(account, order.customerId);
      const { clientAccountId } = groupOf(account, customer);
      if ((order.accountInfo.clientAccountId ?? clientAccountId) !== clientAccountId) {
        throw conflict("clientAccountId is not that of the customer");
      }
      const { ccUUID, collection } = order.accountInfo.payment;
      cardOf(account, customerOf(account, order.customerId), ccUUID);
      const price = priceSubsequent(account, order);
      checkCollection(price, collection);
      const transactionId = mint(account, "TXN-");
      const what = { kind: "PURCHASE_SUBSEQUENT" as const, order };
      const entry = commit(transactionId);
      chargeSaved(call, openPurchase(call, transactionId, what, clientAccountId, price, entry), customer, ccUUID);
      return accepted({ transactionId, clientAccountId });
    },
  }),
  productStatus: operation({
    from: "query",
    input: z.strictObject({ transactionId: z.string() }),
    handle: ({ account }, { transactionId }) => {
      const purchase = account.purchases.get(transactionId);
      if (!purchase) throw notFound("transactionId");
      return ok(statusView(account, purchase));
    },
  }),
};
