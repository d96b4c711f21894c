import { missing, wrong } from "../../answer.js";
import type { ModifyParams } from "./params.js";
import { modifyFailure, type Step, type Target } from "./step.js";

/** Locks and unlocks the IMEI. An IMEI comes only together with a lock status; "" removes it. */
export function imeiStep({ endpoint }: Target, { imeiLockStatus, imei }: ModifyParams): Step {
  if (imeiLockStatus === undefined) return imei === undefined ? null : missing("imeiLockStatus");
  const isOther = imei !== undefined && imei !== "" && imei !== endpoint.imei;
  if (imeiLockStatus === "LOCK" && endpoint.imeiLock === "LOCK" && endpoint.imei && isOther)
    return modifyFailure("Endpoint already locked to an IMEI, Please UNLOCK the Endpoint first");
  return () => {
    endpoint.imeiLock = imeiLockStatus;
    if (imei !== undefined) endpoint.imei = imei;
  };
}

export function nameStep({ endpoint }: Target, { endPointName }: ModifyParams): Step {
  if (endPointName === undefined) return null;
  return () => {
    endpoint.name = endPointName;
  };
}

export function apnStep({ enterprise, endpoint }: Target, { apnGroupId }: ModifyParams): Step {
  if (apnGroupId === undefined) return null;
  if (!enterprise.apnGroups.has(apnGroupId)) return wrong("apnGroupId");
  return () => {
    endpoint.apnGroupId = apnGroupId;
  };
}

/** Adds and removes value added features that are configured in the platform. */
export function featuresStep({ enterprise, endpoint }: Target, params: ModifyParams): Step {
  const { addValueAddedFeatureIds: add = [], removeValueAddedFeatureIds: remove = [] } = params;
  if (add.length + remove.length === 0) return null;
  if (!add.every((id) => enterprise.valueAddedFeatures.has(id))) return wrong("addValueAddedFeatureIds");
  if (!remove.every((id) => endpoint.valueAddedFeatureIds.includes(id))) return wrong("removeValueAddedFeatureIds");
  return () => {
    const kept = endpoint.valueAddedFeatureIds.filter((id) => !remove.includes(id));
    endpoint.valueAddedFeatureIds = [...new Set([...kept, ...add])];
  };
}
