import type { Addon } from "../../../model/addon.js";
import type { Balance, Counter } from "../../../model/balance.js";
import type { BicsEndpointDetail } from "../../../model/bics.js";
import type { Barring, EndpointProfile, EsimProfile, NamedRef, RadioAccess } from "../../../model/endpoint.js";
import type { Plan } from "../../../model/plan.js";
import type { CarrierTime, Moment } from "../../../model/time.js";
import { flagOf, partsOf, textOf } from "../../mapping/text.js";
import type { BasicInfo, ProfileInfo } from "../operations/endpoints.js";
import { addonsFromWire } from "./addon.js";
import { type BenefitOwner, balancesFromWire } from "./balance.js";
import { countersFromWire } from "./counter.js";
import { type SummaryCells, WireEndpoint } from "./endpoint.js";
import type { Frame } from "./frame.js";
import { detailFromWire } from "./profile-detail.js";
import { radioAccessFromWire } from "./rats.js";
import { planFromWire, refsFromWire } from "./refs.js";
import { esimProfileFromWire } from "./states.js";
import { momentFromWire, timeFromWire } from "./time.js";

/** `endpointId` is the one asked for: numbers of a localised SIM change, the endpoint's id does not. */
export const profileFromWire = (info: ProfileInfo, endpointId: string, frame: Frame): EndpointProfile =>
  new WireProfile(info, endpointId, frame);

/** The whole profile, read cell by cell when somebody asks. */
class WireProfile extends WireEndpoint implements EndpointProfile {
  readonly #info: ProfileInfo;
  readonly #frame: Frame;
  #plan: Plan | null | undefined;

  constructor(info: ProfileInfo, endpointId: string, frame: Frame) {
    super(summaryCellsOf(info.basicInfo), endpointId, info.tagIdList, frame);
    this.#info = info;
    this.#frame = frame;
  }

  get createdAt(): CarrierTime | null {
    return timeFromWire(this.#basic.creationDate, this.#frame.zone);
  }

  get expiresAt(): Moment {
    return this.#momentOf(this.#basic.ocExpiryDate);
  }

  get nextBillingAt(): Moment {
    return this.#momentOf(this.#basic.nextBillingDate);
  }

  /** The same object whenever it is asked for: what it was made of is known by its key. */
  get plan(): Plan | null {
    const { planId: id, planName: name } = this.#basic;
    if (this.#plan === undefined) {
      this.#plan = planFromWire({ id, name, kind: "BASE", billing: this.billing }, this.#frame);
    }
    return this.#plan;
  }

  get planFrom(): Moment {
    return this.#momentOf(this.#basic.planEffectiveDate);
  }

  get planTo(): Moment {
    return this.#momentOf(this.#basic.planExpiryDate);
  }

  get currency(): string | null {
    return textOf(this.#basic.currencyType);
  }

  get balances(): readonly Balance[] {
    return balancesFromWire(this.#info.benefitInfo?.benefit ?? [], this.#owner(), this.#frame);
  }

  get counters(): readonly Counter[] {
    return countersFromWire(this.#info.counter ?? this.#info.Counter ?? [], this.#owner(), this.#frame);
  }

  get addons(): readonly Addon[] {
    const { promotionalPlans, PromotionalPlans } = this.#info;
    return addonsFromWire((promotionalPlans ?? PromotionalPlans)?.plan ?? [], this.#owner(), this.#frame);
  }

  get apns(): readonly string[] {
    return partsOf(this.#basic.apn, "|");
  }

  get apnGroupId(): string | null {
    return textOf(this.#basic.apnGroupId);
  }

  get staticIp(): string | null {
    return textOf(this.#basic.staticIP);
  }

  get framedIps(): readonly string[] {
    return partsOf(this.#basic.framedIP ?? this.#basic.framedIp, "|");
  }

  get roamingProfiles(): readonly NamedRef[] {
    return refsFromWire(this.#basic.roamingProfileId, this.#basic.roamingProfileName);
  }

  get radioAccess(): RadioAccess | null {
    return radioAccessFromWire(this.#basic.ratType, this.#basic.ratTypeName);
  }

  get barring(): Barring | null {
    return barringFromWire(this.#basic.blockService);
  }

  get hasBlacklistedNetworks(): boolean | null {
    return flagOf(this.#basic.blacklistedNetworks);
  }

  get esimProfile(): EsimProfile | null {
    return esimProfileFromWire(this.#basic.eSimProfileStatus, this.#basic.rspState);
  }

  get bics(): BicsEndpointDetail {
    return detailFromWire(this.#basic, this.#info.benefitInfo?.dynamicBenefitsDetails ?? [], this.#frame);
  }

  get #basic(): BasicInfo {
    return this.#info.basicInfo;
  }

  #momentOf(cell: unknown): Moment {
    return momentFromWire(cell, this.#frame.zone);
  }

  #owner(): BenefitOwner {
    return { endpointId: this.key.native, billing: this.billing, currency: this.currency };
  }
}

/** What the profile tells of the summary, under the names of the listing. */
const summaryCellsOf = (basic: BasicInfo): SummaryCells => ({
  status: basic.currentStatus,
  type: basic.subscriberType,
  name: basic.name,
  msisdn: basic.msisdn,
  imei: basic.imei,
  imeiLockStatus: basic.imeiLockStatus,
  iccid: basic.iccid,
  imsi: basic.imsi,
  eid: basic.eid,
});

function barringFromWire(cell: unknown): Barring | null {
  const raw = textOf(cell);
  return raw === null ? null : { isBarred: flagOf(raw), raw };
}
