import type { NonEmptyArray } from "type-graphql";
import { EndpointConnection } from "../schema/endpoint.js";
import { EndpointPayload } from "../schema/endpoint-mutations.js";
import { EndpointsPayload } from "../schema/endpoints-create.js";
import { PlanConnection } from "../schema/plan.js";
import { SimConnection } from "../schema/sim.js";
import { SimPayload } from "../schema/sim-mutations.js";
import { SubscriberConnection } from "../schema/subscriber.js";
import { SubscriberPayload } from "../schema/subscriber-mutations.js";
import { AccountResolver } from "./account.js";
import { ActivationMutations } from "./activation-mutations.js";
import { AddonResolver } from "./addon.js";
import { BalanceResolver, DataVolumeResolver } from "./balance.js";
import { AccountBicsResolver, BicsAccountResolver } from "./bics.js";
import { BillingMutations } from "./billing-mutations.js";
import { CallbackResolver } from "./callback.js";
import { connectionResolver } from "./connection.js";
import { EndpointResolver } from "./endpoint.js";
import { EndpointChangeMutations } from "./endpoint-change-mutations.js";
import { EndpointCreateMutation } from "./endpoint-create-mutation.js";
import { EndpointMutations } from "./endpoint-mutations.js";
import { EndpointOptionsResolver } from "./endpoint-options.js";
import { EndpointsCreateMutation } from "./endpoints-create-mutation.js";
import { EndpointsUpdateMutation } from "./endpoints-update-mutation.js";
import { EventResolver } from "./event.js";
import { NextCommSubscriberResolver, SubscriberNextCommResolver } from "./nextcomm-subscriber.js";
import { NodeResolver } from "./node.js";
import { OperationResolver } from "./operation.js";
import { OperationResultsResolver } from "./operation-results.js";
import { OperationSettleResolver } from "./operation-settle.js";
import { payloadResolver } from "./payload.js";
import { PlanResolver } from "./plan.js";
import { QuoteResolver } from "./quote.js";
import { ReachSubscriberResolver, SubscriberReachResolver } from "./reach-subscriber.js";
import { RechargeMutations } from "./recharge-mutations.js";
import { AccountSalesResolver, SalesResolver } from "./sales.js";
import { SimResolver } from "./sim.js";
import { SimMutations } from "./sim-mutations.js";
import { SimOptionsResolver } from "./sim-options.js";
import { SubscriberResolver } from "./subscriber.js";
import { BillResolver, InvoiceResolver, SubscriberCommerceResolver } from "./subscriber-commerce.js";
import { SubscriberOptionsResolver } from "./subscriber-options.js";
import { SubscriberPayloadResolver } from "./subscriber-payload.js";
import { SubscriberServiceMutations } from "./subscriber-service-mutations.js";
import { SubscriberStateMutations } from "./subscriber-state-mutations.js";

/** Every resolver class, named one by one. */
// biome-ignore lint/complexity/noBannedTypes: type-graphql's own type of a resolver class
export const RESOLVERS: NonEmptyArray<Function> = [
  NodeResolver,
  AccountResolver,
  AccountBicsResolver,
  BicsAccountResolver,
  EndpointResolver,
  connectionResolver(EndpointConnection),
  SimResolver,
  connectionResolver(SimConnection),
  PlanResolver,
  connectionResolver(PlanConnection),
  BalanceResolver,
  DataVolumeResolver,
  AddonResolver,
  SubscriberResolver,
  connectionResolver(SubscriberConnection),
  SubscriberCommerceResolver,
  BillResolver,
  InvoiceResolver,
  SubscriberReachResolver,
  ReachSubscriberResolver,
  SubscriberNextCommResolver,
  NextCommSubscriberResolver,
  AccountSalesResolver,
  SubscriberOptionsResolver,
  SubscriberPayloadResolver,
  SubscriberStateMutations,
  SubscriberServiceMutations,
  BillingMutations,
  QuoteResolver,
  ActivationMutations,
  RechargeMutations,
  SalesResolver,
  OperationResolver,
  OperationResultsResolver,
  OperationSettleResolver,
  EventResolver,
  CallbackResolver,
  ...[EndpointPayload, EndpointsPayload, SimPayload, SubscriberPayload].map(payloadResolver),
  EndpointMutations,
  EndpointChangeMutations,
  EndpointCreateMutation,
  EndpointsCreateMutation,
  EndpointsUpdateMutation,
  EndpointOptionsResolver,
  SimMutations,
  SimOptionsResolver,
];
