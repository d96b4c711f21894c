import { z } from "zod";
import { action } from "../../src/lifecycle/action.js";

const done = { is: "done", carrierCode: "", carrierMessage: null, reference: null } as const;
export const a = action({
  name: "SIM_LINK",
  wish: z.strictObject({ iccid: z.string() }),
  secret: z.strictObject({ pin: z.string() }),
  result: z.strictObject({ code: z.string().nullable() }),
  perform: async (_w, { iccid }, _c, { pin }) => ({ ...done, carrierCode: pin + iccid, result: { code: null } }),
  observe: async (_r, { iccid }) => (iccid ? "REACHED" : "UNKNOWN"),
});
export const b = action({
  name: "SIM_LINK",
  wish: z.strictObject({ iccid: z.string() }),
  // @ts-expect-error no result is declared
  perform: async (_w, { iccid }) => ({ ...done, carrierCode: iccid, result: { code: null } }),
  observe: async (_r, { iccid }) => (iccid ? "REACHED" : "UNKNOWN"),
});
export const c = action({
  name: "SIM_LINK",
  wish: z.strictObject({ iccid: z.string() }),
  // @ts-expect-error no secret is declared
  perform: async (_w, { iccid }, _c, secret) => ({ ...done, carrierCode: iccid }),
  observe: async (_r, { iccid }) => (iccid ? "REACHED" : "UNKNOWN"),
});
