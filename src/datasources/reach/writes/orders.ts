import type { WriteResult } from "../../../model/endpoint-actions.js";
import type { CallContext } from "../../carrier.js";
import type { CarrierClient } from "../../http/client.js";
import { textOf } from "../../mapping/text.js";
import type { Order, OrderOf } from "../../port/order.js";
import type { OrderWrites } from "../../port/subscribers.js";
import {
  ildCreditToWire,
  newPurchaseToWire,
  nextPurchaseToWire,
  planChangeToWire,
  roamingPackToWire,
  topUpToWire,
} from "../mapping/order.js";
import {
  ildPurchase,
  planChangePurchase,
  productPurchase,
  productSubsequent,
  roamingPackPurchase,
  topupPurchase,
} from "../operations/writes-orders.js";
import { chargeResult } from "./charge.js";
import { resultOf, send } from "./send.js";

/** Each kind of order has its own operation, and a purchase of a customer is never sent where first purchases go. */
export const orderWrites = (client: CarrierClient): OrderWrites => ({
  place: (order, call) => place(client, order, call),
});

function place(client: CarrierClient, order: Order, call: CallContext): Promise<WriteResult> {
  switch (order.kind) {
    case "PURCHASE":
      return purchase(client, order, call);
    case "PURCHASE_SUBSEQUENT":
      return purchaseNext(client, order, call);
    case "TOP_UP_PURCHASE":
      return topUp(client, order, call);
    case "ILD_PURCHASE":
      return buyIldCredit(client, order, call);
    case "ROAMING_PACK_PURCHASE":
      return buyPack(client, order, call);
    case "SUBSCRIBER_PLAN_CHANGE":
      return changePlan(client, order, call);
  }
}

async function purchase(client: CarrierClient, order: OrderOf<"PURCHASE">, call: CallContext): Promise<WriteResult> {
  const { answer, ...sent } = await send(client, productPurchase, { body: newPurchaseToWire(order) }, call);
  return resultOf(sent, answer.transactionId);
}

async function purchaseNext(
  client: CarrierClient,
  order: OrderOf<"PURCHASE_SUBSEQUENT">,
  call: CallContext,
): Promise<WriteResult> {
  const { answer, ...sent } = await send(client, productSubsequent, { body: nextPurchaseToWire(order) }, call);
  return resultOf(sent, answer.transactionId);
}

const topUp = async (client: CarrierClient, order: OrderOf<"TOP_UP_PURCHASE">, call: CallContext) =>
  chargeResult(client, topupPurchase, await send(client, topupPurchase, { body: topUpToWire(order) }, call));

const buyIldCredit = async (client: CarrierClient, order: OrderOf<"ILD_PURCHASE">, call: CallContext) =>
  chargeResult(client, ildPurchase, await send(client, ildPurchase, { body: ildCreditToWire(order) }, call));

/** A pack is found again in its group by the id of its instance. */
async function buyPack(
  client: CarrierClient,
  order: OrderOf<"ROAMING_PACK_PURCHASE">,
  call: CallContext,
): Promise<WriteResult> {
  const input = { params: { customerId: order.subscriber }, body: roamingPackToWire(order) };
  const { answer, ...sent } = await send(client, roamingPackPurchase, input, call);
  return resultOf(sent, textOf(answer?.packInstanceId) ?? textOf(answer?.transactionId));
}

/** An upgrade at once is only taken on; any other change is done with as soon as the carrier has it on its schedule. */
async function changePlan(
  client: CarrierClient,
  order: OrderOf<"SUBSCRIBER_PLAN_CHANGE">,
  call: CallContext,
): Promise<WriteResult> {
  const { answer, ...sent } = await send(client, planChangePurchase, { body: planChangeToWire(order) }, call);
  const isFollowed = order.isUpgrade && order.isImmediate;
  return resultOf(isFollowed ? { ...sent, is: "pending" } : sent, textOf(answer?.txnId));
}
