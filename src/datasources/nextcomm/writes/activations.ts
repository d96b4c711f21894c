import { textOf } from "../../mapping/text.js";
import { resultOf } from "../../mapping/write-result.js";
import type { ActivationWrites, SimActivationResult } from "../../port/subscribers.js";
import { esimFromParts, pictureFromWire } from "../mapping/esim.js";
import { idFromWire } from "../mapping/quantity.js";
import { newNumberIn, transactionIn } from "../mapping/remarks.js";
import { activationToWire, rowToWire } from "../mapping/write.js";
import { type Activated, activation as activationOperation } from "../operations/activation.js";
import { doBulkActivation, doDocUpld } from "../operations/bulk.js";
import type { Wire } from "../wire.js";
import { checkDistinct, rowResults } from "./rows.js";

export const activationWrites = (wire: Wire): ActivationWrites => ({
  activate: async (activation, call) => {
    const body = { ...wire.credentials, ...activationToWire(activation, wire.planKey, wire.frame()) };
    const outcome = await wire.call(activationOperation, { body }, call);
    return { ...resultOf(outcome, referenceIn(outcome.answer)), ...givenBy(outcome.answer) };
  },
  activateMany: async (rows, call) => {
    const iccids = rows.map(({ iccid }) => iccid);
    checkDistinct(iccids);
    const frame = wire.frame();
    const body = { ...wire.credentials, ActLst: rows.map((row) => rowToWire(row, frame)) };
    const { answer } = await wire.call(doBulkActivation, { body }, call);
    return rowResults(iccids, answer ?? []);
  },
  uploadDocuments: async (documents, call) => {
    const iccids = documents.map(({ iccid }) => iccid);
    checkDistinct(iccids);
    const DocLst = documents.map(({ iccid, visa, passport }) => ({ SimNo: iccid, POI: visa, POA: passport }));
    const { answer } = await wire.call(doDocUpld, { body: { ...wire.credentials, DocLst } }, call);
    return rowResults(iccids, answer ?? []);
  },
});

const referenceIn = (answer: Activated | null): string | null =>
  idFromWire(answer?.TransactionID) ?? transactionIn(textOf(answer?.MessageData));

/** The number stands in the prose too, where it stands nowhere else. */
const givenBy = (answer: Activated | null): Omit<SimActivationResult, keyof ReturnType<typeof resultOf>> => ({
  msisdn: textOf(answer?.MobileNo) ?? newNumberIn(textOf(answer?.MessageData)),
  iccid: textOf(answer?.SIMNo),
  esim: esimFromParts(answer?.SMDP, answer?.ActivationCode),
  qrImage: pictureFromWire(answer?.QR),
});
