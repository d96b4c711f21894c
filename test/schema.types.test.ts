import { describe, expectTypeOf, it } from "vitest";
import type * as addon from "../src/model/addon.js";
import type * as balance from "../src/model/balance.js";
import type * as bics from "../src/model/bics.js";
import type * as endpoint from "../src/model/endpoint.js";
import type * as event from "../src/model/event.js";
import type * as network from "../src/model/network.js";
import type * as operation from "../src/model/operation.js";
import type * as plan from "../src/model/plan.js";
import type * as quantity from "../src/model/quantity.js";
import type * as sim from "../src/model/sim.js";
import type * as time from "../src/model/time.js";
import type * as usage from "../src/model/usage.js";
import type { Addon } from "../src/schema/addon.js";
import type { Balance, Counter } from "../src/schema/balance.js";
import type * as bicsGraph from "../src/schema/bics.js";
import type * as endpointGraph from "../src/schema/endpoint.js";
import type * as eventGraph from "../src/schema/event.js";
import type * as networkGraph from "../src/schema/network.js";
import type * as operationGraph from "../src/schema/operation.js";
import type { Plan } from "../src/schema/plan.js";
import type { EsimActivation, Sim, SimImsi } from "../src/schema/sim.js";
import type * as usageGraph from "../src/schema/usage.js";
import type { CarrierTime, DataVolume, Money } from "../src/schema/values.js";

/** Fields that resolvers make, beside those of the model. */
type Made = "id" | "account" | "provenance";

describe("the graph shows every field of the model and no other", () => {
  it("of values", () => {
    expectTypeOf<keyof CarrierTime>().toEqualTypeOf<keyof time.CarrierTime>();
    expectTypeOf<keyof Money>().toEqualTypeOf<keyof quantity.Money>();
    expectTypeOf<keyof DataVolume>().toEqualTypeOf<keyof quantity.DataVolume>();
  });

  it("of endpoints and what belongs to them", () => {
    type Shown = Exclude<keyof endpointGraph.Endpoint, Made | "carrierEndpointId" | "iccid" | "imsi" | "eid" | "usage">;
    expectTypeOf<Shown>().toEqualTypeOf<Exclude<keyof endpoint.EndpointProfile, "key">>();
    expectTypeOf<keyof endpointGraph.Tag>().toEqualTypeOf<keyof endpoint.Tag>();
    expectTypeOf<keyof endpointGraph.EsimProfile>().toEqualTypeOf<keyof endpoint.EsimProfile>();
    expectTypeOf<keyof endpointGraph.RadioAccess>().toEqualTypeOf<keyof endpoint.RadioAccess>();
    expectTypeOf<keyof endpointGraph.Barring>().toEqualTypeOf<keyof endpoint.Barring>();
  });

  it("of SIMs and plans", () => {
    type Shown = Exclude<keyof Sim, Made>;
    expectTypeOf<Shown>().toEqualTypeOf<Exclude<keyof sim.Sim, "key" | "endpoint" | "detail"> | keyof sim.SimDetail>();
    expectTypeOf<keyof SimImsi>().toEqualTypeOf<keyof sim.SimImsi>();
    expectTypeOf<keyof EsimActivation>().toEqualTypeOf<keyof sim.EsimActivation>();
    expectTypeOf<Exclude<keyof Plan, Made | "carrierPlanId">>().toEqualTypeOf<Exclude<keyof plan.Plan, "key">>();
  });

  it("of balances, counters and add-ons", () => {
    expectTypeOf<Exclude<keyof Balance, "id">>().toEqualTypeOf<Exclude<keyof balance.Balance, "key">>();
    expectTypeOf<keyof Counter>().toEqualTypeOf<keyof balance.Counter>();
    type Details = Exclude<keyof addon.AddonDetail, "planId" | "instanceId">;
    expectTypeOf<Exclude<keyof Addon, "id">>().toEqualTypeOf<
      Exclude<keyof addon.Addon, "key" | "endpoint"> | Details
    >();
  });

  it("of usage and networks", () => {
    expectTypeOf<keyof usageGraph.Usage>().toEqualTypeOf<keyof usage.Usage>();
    expectTypeOf<keyof usageGraph.DataUsage>().toEqualTypeOf<keyof usage.DataUsage>();
    expectTypeOf<keyof usageGraph.SmsUsage>().toEqualTypeOf<keyof usage.SmsUsage>();
    expectTypeOf<keyof usageGraph.DataUsageSeries>().toEqualTypeOf<keyof usage.DataUsageSeries>();
    expectTypeOf<keyof usageGraph.SmsUsageSeries>().toEqualTypeOf<keyof usage.SmsUsageSeries>();
    expectTypeOf<keyof usageGraph.Absence>().toEqualTypeOf<keyof usage.Absence>();
    expectTypeOf<keyof networkGraph.Network>().toEqualTypeOf<keyof network.Network>();
    expectTypeOf<keyof networkGraph.Connectivity>().toEqualTypeOf<keyof network.Connectivity>();
    expectTypeOf<keyof networkGraph.Location>().toEqualTypeOf<keyof network.Location>();
    expectTypeOf<keyof networkGraph.Plmn>().toEqualTypeOf<keyof network.Plmn>();
  });

  it("of what only BICS tells", () => {
    expectTypeOf<keyof bicsGraph.BicsEndpoint>().toEqualTypeOf<keyof bics.BicsEndpointDetail>();
    expectTypeOf<keyof bicsGraph.BicsEnterpriseServices>().toEqualTypeOf<keyof bics.BicsEnterpriseServices>();
    expectTypeOf<keyof bicsGraph.BicsOem>().toEqualTypeOf<keyof bics.BicsOemDetail>();
    expectTypeOf<keyof bicsGraph.BicsDynamicBenefit>().toEqualTypeOf<keyof bics.BicsDynamicBenefit>();
    expectTypeOf<keyof bicsGraph.BicsDynamicBenefitPart>().toEqualTypeOf<keyof bics.BicsDynamicBenefitPart>();
    expectTypeOf<keyof bicsGraph.BicsIccidRange>().toEqualTypeOf<keyof bics.BicsIccidRange>();
    expectTypeOf<keyof bicsGraph.BicsBulkCreation>().toEqualTypeOf<keyof bics.BicsBulkCreation>();
    expectTypeOf<keyof bicsGraph.BicsRoamingProfile>().toEqualTypeOf<keyof bics.BicsRoamingProfile>();
    expectTypeOf<keyof bicsGraph.BicsRoamingNetwork>().toEqualTypeOf<keyof bics.BicsRoamingNetwork>();
  });

  it("of operations and events", () => {
    type Operation = Exclude<keyof operationGraph.Operation, "steps" | "children">;
    expectTypeOf<Operation>().toEqualTypeOf<Exclude<keyof operation.Operation, "targetType">>();
    expectTypeOf<keyof operationGraph.OperationStep>().toEqualTypeOf<keyof operation.OperationStep>();
    expectTypeOf<keyof operationGraph.OperationError>().toEqualTypeOf<keyof operation.OperationError>();
    expectTypeOf<keyof operationGraph.OperationCreation>().toEqualTypeOf<keyof operation.Creation>();
    type Event = Exclude<keyof eventGraph.Event, "cursor" | "lineState" | "simState">;
    expectTypeOf<Event>().toEqualTypeOf<Exclude<keyof event.Event, "seq" | "targetType" | "observed">>();
  });
});
