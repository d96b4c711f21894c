import { z } from "zod";
import { invalid, money, ok } from "../answers.js";
import { type Service, taxOn } from "../catalogue.js";
import { activeOf, cardOf, chargeableCard } from "../lookup.js";
import { operation } from "../operation.js";
import { type Account, mint } from "../state.js";

const text = z.string().min(1);

const TopUp = z.strictObject({
  customerId: text,
  serviceCode: text,
  quantity: z.number().int().min(1).max(10),
  ccUUID: text,
});

function priced({ catalogue }: Account, { serviceCode, quantity }: z.output<typeof TopUp>) {
  const found = catalogue.services.find((service) => service.serviceCode === serviceCode);
  if (found?.serviceType !== "TOPUP") throw invalid({ serviceCode: "is no serviceCode of a top-up" });
  const service: Service = found;
  const net = service.baseCents * quantity;
  return { dataMb: (service.dataMb ?? 0) * quantity, net, tax: taxOn(net), total: net + taxOn(net) };
}

/** More data in the running cycle. */
export const topupOperations = {
  topupQuote: operation({
    from: "body",
    input: TopUp,
    handle: ({ account }, input) => {
      cardOf(account, activeOf(account, input.customerId), input.ccUUID);
      const { net, tax, total } = priced(account, input);
      return ok({ amount: money(account, net), tax: money(account, tax), total: money(account, total) });
    },
  }),
  topupPurchase: operation({
    from: "body",
    input: TopUp,
    handle: ({ account, commit }, input) => {
      const customer = activeOf(account, input.customerId);
      const { dataMb, total } = priced(account, input);
      chargeableCard(account, customer, input.ccUUID);
      customer.usage.extraMb += dataMb;
      commit(customer.id, total);
      return ok({ transactionId: mint(account, "TOP-"), status: "COMPLETED" });
    },
  }),
};
