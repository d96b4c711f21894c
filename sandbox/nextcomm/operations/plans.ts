import { z } from "zod";
import { failure, success } from "../answers.js";
import { text } from "../fields.js";
import { type Call, operation } from "../operation.js";
import { dataOf } from "../views/data.js";

const lookup = (name: string, regions: readonly string[], rowsOf: (call: Call, regionId: string) => unknown[]) =>
  operation({
    name,
    effect: "read",
    needsBearer: true,
    credentials: null,
    input: z.strictObject({ LoginEntityID: text, RegionID: z.enum(regions) }),
    handle: (call, { LoginEntityID, RegionID }) => {
      const { account } = call;
      if (LoginEntityID !== account.loginEntityId) return failure("Login Entity is not the one of the user !!!");
      return success("Plans Fetched Successfully !!!", dataOf(account, rowsOf(call, RegionID)));
    },
  });

/** For tourists, for voice, data and messages, and for data alone. */
const ACTIVATION_REGIONS = ["12", "24", "25"];

export const getActivationPlans = lookup("GetActivationPlans", ACTIVATION_REGIONS, ({ account }, regionId) =>
  account.activationPlans.filter((plan) => plan.regionId === regionId).map(({ row }) => row),
);

export const getRechargePlans = lookup("GetRechargePlans", ["24"], ({ account }, regionId) =>
  account.rechargePlans.filter((plan) => plan.regionId === regionId).map(({ row }) => row),
);
