import { z } from "zod";
import { capitalTrueFalse, endPointName, ids, imei, lock, text } from "../../shapes.js";

const bars = {
  bar_2G: capitalTrueFalse.optional(),
  "bar_2G/3G": capitalTrueFalse.optional(),
  bar_4G: capitalTrueFalse.optional(),
  bar_5G: capitalTrueFalse.optional(),
  bar_SMS_MT: capitalTrueFalse.optional(),
  bar_SMS_MO: capitalTrueFalse.optional(),
  bar_DATA: capitalTrueFalse.optional(),
  bar_NB_IOT: capitalTrueFalse.optional(),
  bar_All_Services: capitalTrueFalse.optional(),
};

const shared = {
  imeiLockStatus: lock.optional(),
  addAddonPlanIds: ids.optional(),
  addValueAddedFeatureIds: ids.optional(),
  removeValueAddedFeatureIds: ids.optional(),
  addDynamicBenefitsIds: ids.optional(),
  removeDynamicBenefitsIds: ids.optional(),
  addtagIds: ids.optional(),
  removetagIds: ids.optional(),
  endPointName: endPointName.optional(),
  apnGroupId: text.optional(),
  ...bars,
};

/** What may be modified in bulk. */
export const BulkModifyParams = z.strictObject(shared);

/** What may be modified on one endpoint: in bulk there is no IMEI and no removal of add-ons. */
export const ModifyParams = z.strictObject({
  ...shared,
  imei: imei.or(z.literal("")).optional(),
  removeAddonUniqueIds: ids.optional(),
  removeAddonPlanIds: ids.optional(),
});
export type ModifyParams = z.output<typeof ModifyParams>;
