import { z } from "zod";
import { CANCELLATION, cancelPortIn, startActivation, startPortIn } from "../activation-flow.js";
import { accepted, conflict, invalid, iso, num, ok } from "../answers.js";
import { portFields } from "../basket.js";
import { customerOf } from "../lookup.js";
import { type Call, operation } from "../operation.js";
import { asPortIn, checkPortIn } from "../port-in.js";
import { assignSim } from "../sims.js";
import { type Customer, mint, type PortIn, STATUS, type Status } from "../state.js";

const text = z.string().min(1);
const zip = z.string().regex(/^\d{5}$/, "must be 5 digits");

const PortInUpdate = z.discriminatedUnion("type", [
  z.strictObject({ customerId: text, type: z.literal("UPDATE_PIN"), password: text }),
  z.strictObject({ customerId: text, type: z.literal("UPDATE_ACCOUNT"), oldCarrierAccountNumber: text }),
  z.strictObject({ customerId: text, type: z.literal("UPDATE_ZIP"), oldZip: zip }),
  z.strictObject({ customerId: text, type: z.literal("RESUBMIT_PORT") }),
  z.strictObject({ customerId: text, type: z.literal("CANCEL_PORT") }),
  z.strictObject({ customerId: text, type: z.literal("CANCEL_AND_NEW") }),
]);
type PortInUpdate = z.output<typeof PortInUpdate>;

/** In which states of a port-in each correction is taken. */
const FROM: Readonly<Record<PortInUpdate["type"], readonly Status[]>> = {
  UPDATE_PIN: [STATUS.PORTING_FAILED],
  UPDATE_ACCOUNT: [STATUS.PORTING_FAILED],
  UPDATE_ZIP: [STATUS.PORTING_FAILED],
  RESUBMIT_PORT: [STATUS.PORTING_FAILED],
  CANCEL_PORT: [STATUS.PORTING_IN_PROGRESS, STATUS.PORTING_FAILED],
  CANCEL_AND_NEW: [STATUS.PORTING_IN_PROGRESS, STATUS.PORTING_FAILED, STATUS.PORT_CANCELLED],
};

function correct(call: Call, customer: Customer, portIn: PortIn, update: PortInUpdate): void {
  const { type, customerId: _, ...corrected } = update;
  if (type === "CANCEL_PORT") cancelPortIn(call, customer);
  else if (type === "CANCEL_AND_NEW") startActivation(call, customer);
  else startPortIn(call, customer, { ...portIn, ...corrected });
}

function statusView(call: Call, customer: Customer): unknown {
  const plan = call.account.catalogue.plans.find(({ serviceCode }) => serviceCode === customer.plan);
  return {
    customerId: customer.id,
    status: num(call.account, customer.status),
    mobileNo: customer.mobileNo,
    planName: plan?.name ?? null,
    activationDate: iso(customer.activatedAt),
    activationMsg: customer.activationMsg,
  };
}

/** Bringing lines into service, with a new number or that of another carrier. */
export const activationOperations = {
  iccidValidate: operation({
    from: "body",
    input: z.strictObject({ iccId: z.string().regex(/^\d{19,20}$/, "must be 19 or 20 digits") }),
    handle: ({ account }, { iccId }) => {
      const sim = account.catalogue.sims.get(iccId);
      const isValid = sim?.isValid ?? false;
      return ok({ isValid, mode: sim?.mode ?? null, wifiCalling: isValid, volteCompatible: isValid });
    },
  }),
  activation: operation({
    from: "body",
    input: z.strictObject({
      customerId: text,
      iccId: text.optional(),
      imei: text.optional(),
      esim: z.literal(true).optional(),
      ...portFields,
    }),
    handle: (call, { customerId, iccId, imei, esim, ...fields }) => {
      const { account, commit } = call;
      const customer = customerOf(account, customerId);
      if (esim && iccId !== undefined) throw invalid({ iccId: "an eSIM has none" });
      checkPortIn(account, fields);
      const portIn = asPortIn(fields);
      if (customer.status !== STATUS.INACTIVE && customer.status !== STATUS.ACTIVATION_FAILED) {
        throw conflict("The line has been activated or is being activated");
      }
      assignSim(account, customer, { simType: esim ? "ESIM" : "PSIM", iccId, imei }, "iccId");
      const transactionId = mint(account, "ACT-");
      commit(customerId);
      if (portIn) startPortIn(call, customer, portIn);
      else startActivation(call, customer);
      return accepted({ transactionId });
    },
  }),
  activationStatus: operation({
    from: "query",
    input: z.strictObject({ customerId: text }),
    handle: (call, { customerId }) => ok(statusView(call, customerOf(call.account, customerId))),
  }),
  portInUpdate: operation({
    from: "body",
    input: PortInUpdate,
    handle: (call, update) => {
      const customer = customerOf(call.account, update.customerId);
      const isCancelled = customer.job?.name === CANCELLATION;
      if (!customer.portIn || isCancelled || !FROM[update.type].includes(customer.status)) {
        throw conflict("The port-in does not wait for this");
      }
      correct(call, customer, customer.portIn, update);
      call.commit(customer.id);
      return accepted();
    },
  }),
  portValidateMdn: operation({
    from: "query",
    isBare: true,
    input: z.strictObject({ mdn: z.string().regex(/^\d{10}$/, "must be 10 digits") }),
    handle: ({ account }, { mdn }) =>
      account.catalogue.portable.has(mdn)
        ? ok({ isPortValidate: true, message: "The number can be ported" })
        : ok({ isPortValidate: false, message: "The number cannot be ported" }),
  }),
  zipCodeValidate: operation({
    from: "body",
    input: z.strictObject({ zip }),
    handle: ({ account }, input) => {
      const place = account.catalogue.zips.get(input.zip);
      return ok({ isValid: place !== undefined, city: place?.city ?? null, state: place?.state ?? null });
    },
  }),
};
