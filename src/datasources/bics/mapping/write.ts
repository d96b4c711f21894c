import type {
  AddonSubscription,
  BarrableService,
  Barring,
  BlacklistChange,
  BulkEndpointCreation,
  BulkEndpointSelection,
  EndpointChange,
  EndpointCreation,
  IccidSelection,
  NetworkRef,
  SingleEndpointChange,
  StateChangeReason,
  TargetState,
  ThresholdChange,
} from "../../../model/endpoint-actions.js";
import { megabytesToWire } from "./quantity.js";

type Flag = "true" | "false";
/** Barring and the black list write booleans with a capital. */
type CapitalFlag = "True" | "False";

const flagToWire = (is: boolean): Flag => (is ? "true" : "false");
export const capitalFlagToWire = (is: boolean): CapitalFlag => (is ? "True" : "False");

const LOCK = { LOCKED: "LOCK", UNLOCKED: "UNLOCK" } as const;

const lockToWire = (lock: keyof typeof LOCK | null | undefined) => (lock ? LOCK[lock] : undefined);

/** An empty list is not sent. */
const listToWire = (ids: readonly string[] | undefined): string[] | undefined => (ids?.length ? [...ids] : undefined);

export const creationToWire = (creation: EndpointCreation) => ({
  name: creation.name,
  isLinkSIM: flagToWire(creation.iccid !== null),
  iccid: creation.iccid ?? undefined,
  roamingProfileId: creation.roamingProfileIds.join("|"),
  apnGroupId: creation.apnGroupId,
  planId: creation.planId,
  isDefaultActivation: flagToWire(creation.isActivated),
  monthlyLimit: creation.monthlyLimit ?? undefined,
  benefits: creation.dynamicBenefitId ?? undefined,
  imeiLockStatus: lockToWire(creation.imeiLock),
  imei: creation.imei ?? undefined,
  addonPlanIds: listToWire(creation.addonPlanIds),
  valueAddedFeatureIds: listToWire(creation.valueAddedFeatureIds),
  tagIds: listToWire(creation.tagIds),
});

const BAR = {
  RAT_2G: "bar_2G",
  RAT_2G_3G: "bar_2G/3G",
  RAT_4G: "bar_4G",
  RAT_5G: "bar_5G",
  SMS_MT: "bar_SMS_MT",
  SMS_MO: "bar_SMS_MO",
  DATA: "bar_DATA",
  NB_IOT: "bar_NB_IOT",
} as const satisfies Record<BarrableService, string>;

const SERVICES = Object.keys(BAR) as readonly BarrableService[];

type Bars = Partial<Record<(typeof BAR)[BarrableService] | "bar_All_Services", CapitalFlag>>;

function barringToWire(barring: Barring | undefined): Bars {
  if (barring === undefined) return {};
  if ("all" in barring) return { bar_All_Services: capitalFlagToWire(barring.all) };
  const bars: Bars = {};
  for (const service of SERVICES) {
    const isBarred = barring.services[service];
    if (isBarred !== undefined) bars[BAR[service]] = capitalFlagToWire(isBarred);
  }
  return bars;
}

const changeToWire = (change: EndpointChange) => ({
  endPointName: change.name,
  apnGroupId: change.apnGroupId,
  imeiLockStatus: lockToWire(change.imeiLock),
  addAddonPlanIds: listToWire(change.addAddonPlanIds),
  addValueAddedFeatureIds: listToWire(change.addValueAddedFeatureIds),
  removeValueAddedFeatureIds: listToWire(change.removeValueAddedFeatureIds),
  addDynamicBenefitsIds: listToWire(change.addDynamicBenefitIds),
  removeDynamicBenefitsIds: listToWire(change.removeDynamicBenefitIds),
  addtagIds: listToWire(change.addTagIds),
  removetagIds: listToWire(change.removeTagIds),
  ...barringToWire(change.barring),
});

/** An IMEI of null is sent as an empty text, which removes it; an absent one is not sent. */
export const singleChangeToWire = (change: SingleEndpointChange) => ({
  ...changeToWire(change),
  imei: change.imei === null ? "" : change.imei,
  removeAddonUniqueIds: listToWire(change.removeAddonInstanceIds),
  removeAddonPlanIds: listToWire(change.removeAddonPlanIds),
});

const LIFE_CYCLE = { ACTIVE: "A", SUSPENDED: "S", INVENTORY: "AI" } as const satisfies Record<TargetState, string>;

const REASON = { SYSTEM: "1", DUNNING: "2", CUSTOMER_CARE: "3" } as const satisfies Record<StateChangeReason, string>;

export const stateChangeToWire = (to: TargetState, reason: StateChangeReason | null) => ({
  lifeCycle: LIFE_CYCLE[to],
  reason: reason === null ? undefined : REASON[reason],
});

/** Balances are sent in MB, and come back in bytes. */
export const subscriptionToWire = (endPointId: string, { planId, adjustments }: AddonSubscription) => ({
  endPointId,
  planId,
  benefit: adjustments.length
    ? adjustments.map(({ benefitId: id, balance }) => ({
        id,
        balance: "bytes" in balance ? megabytesToWire(balance.bytes) : balance.count.toString(),
      }))
    : undefined,
});

export const thresholdToWire = ({ bytes, planId, counterId, addonInstanceId }: ThresholdChange) => ({
  threshold: megabytesToWire(bytes),
  planId: planId ?? undefined,
  counterId,
  uniqueId: addonInstanceId,
});

const networksToWire = (networks: readonly NetworkRef[]) =>
  networks.length
    ? networks.map(({ tadig: tadigCode, categoryGroupId }) => ({ tadigCode, categoryGroupId }))
    : undefined;

export const blacklistToWire = (value: string, { add, remove }: BlacklistChange) => ({
  resourceType: "endPointId" as const,
  value,
  add: networksToWire(add),
  remove: networksToWire(remove),
});

export const bulkCreationToWire = (creation: BulkEndpointCreation) => ({
  endPointName: creation.name,
  endPointNameId: String(creation.firstNumber),
  apnGroupId: creation.apnGroupId,
  planId: creation.planId,
  roamingProfileId: [...creation.roamingProfileIds],
  ...simsToWire(creation.sims),
  isDefaultActivation: flagToWire(creation.isActivated),
  creditLimit: creation.creditLimit === "UNLIMITED" ? undefined : creation.creditLimit,
  benefits: creation.dynamicBenefitId ?? undefined,
  imeiLockStatus: lockToWire(creation.imeiLock),
  addonPlanIds: listToWire(creation.addonPlanIds),
  valueAddedFeatureIds: listToWire(creation.valueAddedFeatureIds),
  tagIds: listToWire(creation.tagIds),
});

const simsToWire = (sims: IccidSelection) =>
  "iccids" in sims
    ? { iccidList: [...sims.iccids] }
    : { startICCID: sims.firstIccid, endICCID: sims.lastIccid, quantity: String(sims.quantity) };

/** Spelled with a small i here alone. */
const RESOURCE_TYPE = {
  endpointId: "endPointid",
  imsi: "imsi",
  msisdn: "msisdn",
  iccid: "iccid",
} as const satisfies Record<BulkEndpointSelection["by"], string>;

export const bulkChangeToWire = ({ by, values }: BulkEndpointSelection, change: EndpointChange) => ({
  resourceType: RESOURCE_TYPE[by],
  valuelist: [...values],
  requestParam: changeToWire(change),
});
