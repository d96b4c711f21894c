/** Requests that succeed on the seeded data, to be varied one parameter at a time. */
import type { User } from "./support.js";

type Body = Record<string, unknown>;

export const DEFAULT_ROAMING = "8953";

export const creation = (params: Body = {}): Body => ({
  Request: {
    requestParam: {
      name: "New endpoint",
      isLinkSIM: "false",
      roamingProfileId: DEFAULT_ROAMING,
      apnGroupId: "PDP_1002",
      planId: "560082",
      isDefaultActivation: "false",
      ...params,
    },
  },
});

/** Created, linked and activated in one step. */
export const fullCreation = (user: User, params: Body = {}): Body =>
  creation({ isLinkSIM: "true", isDefaultActivation: "true", iccid: user.specimen("simFree"), ...params });

export const bulkCreation = (params: Body = {}): Body => ({
  bulkProvisioningInfo: {
    endPointName: "bulk",
    endPointNameId: "1",
    apnGroupId: "PDP_1002",
    planId: "560082",
    roamingProfileId: [DEFAULT_ROAMING],
    ...params,
  },
});

export const modification = (endPointId: string, requestParam: Body): Body => ({
  Request: { endPointId, requestParam },
});

export const bulkModification = (values: string[], requestParam: Body): Body => ({
  Request: { resourceType: "endPointid", valuelist: values, requestParam },
});

export const only = (endPointId: string): Body => ({ Request: { endPointId } });

export const subscription = (endPointId: string, planId: string, benefit?: Body[]): Body => ({
  Request: { requestParam: { endPointId, planId, ...(benefit ? { benefit } : {}) } },
});

export const lifeCycle = (endPointId: string, to: string): Body => ({
  Request: { endPointId, requestParam: { lifeCycle: to } },
});

export const blacklisting = (value: string, lists: Body): Body => ({
  coverageBlacklistInfo: { resourceType: "endPointId", value, ...lists },
});

export const network = (tadigCode: string, categoryGroupId = "SP14073"): Body => ({ tadigCode, categoryGroupId });
