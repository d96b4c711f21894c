import { z } from "zod";
import { conflict, iso, notFound, ok } from "../answers.js";
import type { Order } from "../commerce.js";
import { customerOf } from "../lookup.js";
import { operation } from "../operation.js";
import type { Account } from "../state.js";

const byId = z.strictObject({ customerId: z.string().min(1) });

function orderOf(account: Account, customerId: string): Order {
  const { order } = customerOf(account, customerId);
  if (!order) throw notFound("shipment");
  return order;
}

function orderView({ orderId, status, orderedAt, shippedAt }: Order): unknown {
  const isShipped = shippedAt !== null;
  const trackingNumber = `1Z${orderId.replaceAll(/\D/g, "").padStart(10, "0")}`;
  return {
    orderId,
    status,
    carrier: isShipped ? "UPS" : null,
    trackingNumber: isShipped ? trackingNumber : null,
    trackingUrl: isShipped ? `https://tracking.example/${trackingNumber}` : null,
    orderDate: iso(orderedAt),
    shippedDate: iso(shippedAt),
  };
}

/** SIM cards on their way. */
export const shipmentOperations = {
  shipmentOrder: operation({
    from: "query",
    input: byId,
    handle: ({ account }, { customerId }) => ok(orderView(orderOf(account, customerId))),
  }),
  shipmentCancel: operation({
    from: "nothing",
    input: byId,
    handle: ({ account, commit }, { customerId }) => {
      const order = orderOf(account, customerId);
      if (order.status !== "PENDING") throw conflict("The shipment is not pending");
      order.status = "CANCELLED";
      commit(customerId);
      return ok();
    },
  }),
};
