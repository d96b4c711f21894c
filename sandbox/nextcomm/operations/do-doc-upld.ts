import { z } from "zod";
import { type Row, rows } from "../answers.js";
import { text } from "../fields.js";
import { type Call, explain, operation, USER } from "../operation.js";
import { NOT_AVAILABLE } from "../rules/sims.js";
import { failedRow, MAX_ROWS, simNoOf } from "./rows.js";

/** How large one document may be, in bytes. */
const MAX_BYTES = 1_048_576;

const RowInput = z.strictObject({ SimNo: text, POI: text, POA: text });

/** The size of a document; null when it is no base64, or nothing, or too much. */
function sizeOf(sent: string): number | null {
  const plain = sent.replace(/^data:[\w.+/-]+;base64,/, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(plain)) return null;
  const { length } = Buffer.from(plain, "base64");
  return length > 0 && length <= MAX_BYTES ? length : null;
}

function keepRow({ world, account, commit }: Call, raw: unknown): Row {
  const parsed = RowInput.safeParse(raw);
  if (!parsed.success) return failedRow(simNoOf(raw, "SimNo"), explain(parsed.error, raw));
  const { SimNo, POI, POA } = parsed.data;
  if (!account.sims.has(SimNo)) return failedRow(SimNo, NOT_AVAILABLE);
  const [poiBytes, poaBytes] = [sizeOf(POI), sizeOf(POA)];
  if (poiBytes === null || poaBytes === null) return failedRow(SimNo, "Invalid document payload or validation failed");
  world.documents.push({ account: account.id, simNo: SimNo, poiBytes, poaBytes });
  commit(SimNo);
  return { SimNo, Status: "Success", Remarks: "Document Upload Processed Successfully !!!" };
}

export const doDocUpld = operation({
  name: "DoDocUpld",
  effect: "write",
  needsBearer: true,
  credentials: USER,
  input: z.strictObject({ DocLst: z.array(z.unknown()).min(1).max(MAX_ROWS) }),
  handle: (call, { DocLst }) => rows(DocLst.map((row) => keepRow(call, row))),
});
