import type { Bill, BillDetail, Card, Invoice, Shipment } from "../../../model/commerce.js";
import { flagOf, textOf } from "../../mapping/text.js";
import type { BillContent, BillRow, CardRow, InvoiceRow, ShipmentCells } from "../operations/billing.js";
import { type Frame, keyOf } from "./frame.js";
import { moneyFromWire, numberFromWire } from "./quantity.js";
import { timeFromWire } from "./time.js";
import { webAddressFromWire } from "./web.js";

/** Four digits at most, whatever the carrier prints: never more of a card number. */
const lastFourFromWire = (cell: unknown): string | null => /(\d{4})$/.exec(textOf(cell) ?? "")?.[1] ?? null;

export const cardFromWire = (row: CardRow): Card => ({
  id: row.uuid,
  isDefault: flagOf(row.isDefault) ?? false,
  brand: textOf(row.brand),
  lastFour: lastFourFromWire(row.lastFour),
  expiryMonth: numberFromWire(row.expiryMonth),
  expiryYear: numberFromWire(row.expiryYear),
  priority: numberFromWire(row.priority),
});

export const billFromWire = (row: BillRow, subscriberId: string, frame: Frame): Bill => ({
  id: row.billId,
  subscriber: keyOf(frame, subscriberId),
  amount: moneyFromWire(row.amount),
  dueOn: timeFromWire(row.dueDate, frame.zone),
  statusRaw: textOf(row.status),
});

export const billDetailFromWire = (bill: BillContent, { zone }: Frame): BillDetail => ({
  amount: moneyFromWire(bill.amount),
  tax: moneyFromWire(bill.tax),
  dueOn: timeFromWire(bill.dueDate, zone),
  statusRaw: textOf(bill.status),
  items: (bill.items ?? []).map(({ description, amount }) => ({
    description: textOf(description),
    amount: moneyFromWire(amount),
  })),
});

export const invoiceFromWire = (row: InvoiceRow, subscriberId: string, frame: Frame): Invoice => ({
  id: row.invoiceId,
  subscriber: keyOf(frame, subscriberId),
  billId: textOf(row.billId),
  amount: moneyFromWire(row.amount),
  issuedOn: timeFromWire(row.invoiceDate, frame.zone),
  statusRaw: textOf(row.status),
});

export const shipmentFromWire = (order: ShipmentCells, { zone }: Frame): Shipment => ({
  orderId: textOf(order.orderId),
  statusRaw: textOf(order.status),
  courier: textOf(order.carrier),
  trackingNumber: textOf(order.trackingNumber),
  trackingUrl: webAddressFromWire(order.trackingUrl),
  orderedAt: timeFromWire(order.orderDate, zone),
  shippedAt: timeFromWire(order.shippedDate, zone),
});
