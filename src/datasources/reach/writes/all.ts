import type { Writes } from "../../carrier.js";
import type { CarrierClient } from "../../http/client.js";
import type { Frame } from "../mapping/frame.js";
import { billingWrites } from "./billing.js";
import { orderWrites } from "./orders.js";
import { subscriberWrites } from "./subscribers.js";

/** All that an account can be made to do. */
export const reachWrites = (client: CarrierClient, frame: Frame): Writes => ({
  subscribers: subscriberWrites(client),
  orders: orderWrites(client),
  billing: billingWrites(client, frame),
});
