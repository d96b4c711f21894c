import { z } from "zod";
import { accepted, conflict, invalid, notFound, ok } from "../answers.js";
import type { SimSwap, Swap } from "../commerce.js";
import { start } from "../jobs.js";
import { activeOf, customerOf } from "../lookup.js";
import { newNumber } from "../making.js";
import { type Call, operation } from "../operation.js";
import { checkSim, setSim, type WantedSim } from "../sims.js";
import { type Customer, mint } from "../state.js";

const text = z.string().min(1);

const simSwap = {
  customerId: text,
  newIccId: text.optional(),
  imei: text.optional(),
  simType: z.enum(["ESIM", "PSIM"]),
};

/** Puts another SIM into a line, in a while. Gives the id by which it is followed. */
function startSimSwap(call: Call, customer: Customer, wanted: WantedSim): string {
  const { account, commit } = call;
  checkSim(account, customer, wanted, "newIccId");
  const swap: SimSwap = { id: mint(account, "SWAP-"), customerId: customer.id, status: "IN_PROGRESS" };
  start(call, customer, "SIM swap", account.settings.durations.swapMs, () => {
    setSim(customer, wanted);
    swap.status = "COMPLETED";
  });
  account.simSwaps.set(swap.id, swap);
  commit(customer.id);
  return swap.id;
}

/** The six digits that a customer is sent; any will do that cannot be guessed from the last. */
const otpOf = (serial: number): string => String(100_000 + ((serial * 7_919) % 900_000));

function spendOtp({ now }: Call, { otp }: Customer, said: string): () => void {
  if (!otp) throw conflict("No OTP has been generated");
  if (otp.code !== said) throw invalid({ otp: "is wrong" });
  if (otp.isUsed) throw invalid({ otp: "has been used" });
  if (now >= otp.expiresAt) throw invalid({ otp: "has expired" });
  return () => {
    otp.isUsed = true;
  };
}

/** Another number, another SIM. */
export const swapOperations = {
  mdnSwap: operation({
    from: "body",
    input: z.strictObject({ customerId: text, zipCode: z.string().regex(/^\d{5}$/, "must be 5 digits") }),
    handle: (call, { customerId, zipCode }) => {
      const { account, commit } = call;
      const customer = activeOf(account, customerId);
      if (!account.catalogue.zips.has(zipCode)) throw invalid({ zipCode: "is not served" });
      const swap: Swap = { status: "IN_PROGRESS", oldMdn: customer.mobileNo, newMdn: null };
      start(call, customer, "MDN swap", account.settings.durations.swapMs, () => {
        swap.newMdn = newNumber(account);
        swap.status = "COMPLETED";
        customer.mobileNo = swap.newMdn;
      });
      customer.mdnSwap = swap;
      commit(customerId);
      return accepted({ transactionId: mint(account, "MDN-") });
    },
  }),
  mdnSwapStatus: operation({
    from: "query",
    input: z.strictObject({ customerId: text }),
    handle: ({ account }, { customerId }) => {
      const { mdnSwap } = customerOf(account, customerId);
      if (!mdnSwap) throw notFound("swap");
      return ok(mdnSwap);
    },
  }),
  iccidSwap: operation({
    from: "body",
    input: z.strictObject(simSwap),
    handle: (call, { customerId, newIccId, imei, simType }) => {
      const customer = activeOf(call.account, customerId);
      return accepted({ id: startSimSwap(call, customer, { simType, iccId: newIccId, imei }) });
    },
  }),
  simSwapOtpGenerate: operation({
    from: "body",
    input: z.strictObject({ customerId: text }),
    handle: ({ account, now, commit }, { customerId }) => {
      const customer = activeOf(account, customerId);
      const expiresAt = now + account.settings.durations.otpMs;
      customer.otp = { code: otpOf(++account.serial), expiresAt, isUsed: false };
      commit(customerId);
      return ok();
    },
  }),
  simSwapOtpPerform: operation({
    from: "body",
    input: z.strictObject({ ...simSwap, otp: z.string().regex(/^\d{6}$/, "must be 6 digits") }),
    handle: (call, { customerId, otp, newIccId, imei, simType }) => {
      const customer = activeOf(call.account, customerId);
      const spend = spendOtp(call, customer, otp);
      const id = startSimSwap(call, customer, { simType, iccId: newIccId, imei });
      spend();
      return accepted({ id });
    },
  }),
  simSwapStatus: operation({
    from: "query",
    input: z.strictObject({ id: text }),
    handle: ({ account }, { id }) => {
      const swap = account.simSwaps.get(id);
      if (!swap) throw notFound("id");
      return ok({ id, status: swap.status });
    },
  }),
};
