import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Sandbox } from "../../sandbox/types.js";
import { bulkRowOf, documentRowOf, textsOf } from "./nextcomm-requests.js";
import { type Body, dataOf, type NextcommUser, nextcommUser } from "./nextcomm-support.js";
import { at, conditions, list, startTestSandbox } from "./support.js";

let sandbox: Sandbox;
let user: NextcommUser;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
beforeEach(async () => {
  sandbox.reset();
  user = await nextcommUser(sandbox);
});
afterAll(() => sandbox.stop());

const bulk = async (...rows: unknown[]): Promise<unknown[]> =>
  list((await user.post("DoBulkActivation", user.signed({ ActLst: rows }))).body);
const upload = async (...rows: unknown[]): Promise<unknown[]> =>
  list((await user.post("DoDocUpld", user.signed({ DocLst: rows }))).body);
const remarks = (rows: unknown[]): unknown[] => rows.map((row) => at(row, "Remarks"));

describe("a bulk activation", () => {
  const row = (change: Body = {}, simNo = user.specimen("simFree")): Body => ({ ...bulkRowOf(user, simNo), ...change });

  it("N-24 N-26 answers with a bare list, the number and the id in its prose", async () => {
    const rows = await bulk(row());
    expect(remarks(rows)).toEqual([
      expect.stringMatching(/^TxnID : 20251105015089, SIM Activation Recorded Successfully !!! New Mobile No : \d+$/),
    ]);
    const MobileNo = String(remarks(rows)[0]).split(" : ").at(-1);
    const found = dataOf(await user.post("GetSubscriberInfo", user.signed({ MobileNo })));
    expect(found).toMatchObject({ SimNo: user.specimen("simFree"), ActPlanName: "Nextcomm – Data 1 GB" });
    expect(sandbox.ledger).toMatchObject([{ target: user.specimen("simFree"), charged: 49_000_000 }]);
  });

  it("N-25 does each row by itself", async () => {
    const [free, taken, second] = [
      user.specimen("simFree"),
      user.specimen("simActive"),
      user.specimen("secondSimFree"),
    ];
    const rows = await bulk(
      row({}, free),
      row({}, taken),
      row({ price: 48 }, second),
      row({}, free),
      7,
      row({}, second),
    );
    expect(rows.map((one) => [at(one, "SimNo"), at(one, "Status")])).toEqual([
      [free, "Success"],
      [taken, "Failure"],
      [second, "Failure"],
      [free, "Failure"],
      ["", "Failure"],
      [second, "Success"],
    ]);
    expect(remarks(rows)[1]).toBe("Sim Already Active with other User !!!");
    expect(sandbox.ledger.map(({ target }) => target)).toEqual([free, second]);
  });

  it("N-25 leaves rows out, of SIMs that it has activated and of others", async () => {
    const [lost, ignored, free] = [
      user.specimen("simBulkLost"),
      user.specimen("simBulkIgnored"),
      user.specimen("simFree"),
    ];
    const rows = await bulk(row({}, lost), row({}, ignored), row({}, free));
    expect(rows.map((one) => at(one, "SimNo"))).toEqual([free]);
    expect(sandbox.ledger.map(({ target }) => target)).toEqual([lost, free]);
    await conditions(sandbox, { account: "next-za", simNo: ignored, sim: { bulkRow: "normal" } });
    expect((await bulk(row({}, ignored))).length).toBe(1);
  });

  it.each(["ProfileId", "SIMNo", "EmailID"])("N-11 N-12 does not take %s for its name in the example", async (name) => {
    const { simNo: _simNo, ...rest } = row();
    expect(remarks(await bulk({ ...rest, [name]: "1" }))).toEqual(["Request Parameter [simNo] is Mandatory !!!"]);
    expect(remarks(await bulk({ ...row(), [name]: "1" }))).toEqual([`Request Parameter [${name}] is not known !!!`]);
  });

  it.each([
    "profileId",
    "profile",
    "serviceTypeId",
    "serviceType",
    "serviceId",
    "service",
    "price",
    "simType",
    "simNo",
    "travelDate",
    "emailID",
    "validityDays",
    "otherBenefits",
    "additionalBenefit",
    "connectionType",
  ])("wants %s in a row", async (field) => {
    expect(remarks(await bulk(row({ [field]: undefined })))).toEqual([`Request Parameter [${field}] is Mandatory !!!`]);
    expect(sandbox.ledger).toEqual([]);
  });

  it.each([
    ["travelDate", "2025-11-11T15:25:55"],
    ["travelDate", "2025-11-11 03:25:55 PM"],
    ["TxnDateTime", "2025-11-05 12:00:00"],
    ["TxnDateTime", "2025-11-05T12:00:00Z"],
    ["connectionType", "TestCards"],
    ["simType", "Physical"],
    ["price", "49"],
  ])("N-23 N-32 does not take %s %s", async (field, value) => {
    expect(remarks(await bulk(row({ [field]: value })))).toEqual([`Request Parameter [${field}] is Invalid !!!`]);
  });

  it.each(["Individual", "Corporate", "Test Cards", "Friends", "Family"])(
    "N-32 takes the connection %s",
    async (word) => {
      expect(await bulk(row({ connectionType: word }))).toMatchObject([{ Status: "Success" }]);
    },
  );

  it("N-38 wants the plan's name as it is, with the dash that is none", async () => {
    expect(remarks(await bulk(row({ service: "Nextcomm - Data 1 GB" })))).toEqual([expect.stringMatching(/Service/)]);
  });

  it("N-22 stamps a row without a time in Indian time", async () => {
    await bulk(row({ TxnDateTime: undefined, RequestID: undefined, RefCode: undefined }));
    expect(sandbox.nextcomm.transactions).toMatchObject([
      { txnDateTime: "2025-11-05T15:30:00", isIst: true, requestId: null },
    ]);
  });

  it("goes on as long as the credit lasts", async () => {
    await user.settings({ credit: 49_000_000 });
    const rows = await bulk(row(), row({}, user.specimen("secondSimFree")));
    expect(rows.map((one) => at(one, "Status"))).toEqual(["Success", "Failure"]);
  });

  it("N-24 is refused as a whole with an envelope: without a token, and with too many rows", async () => {
    const rows = Array.from({ length: 51 }, () => row());
    const many = await user.post("DoBulkActivation", user.signed({ ActLst: rows }));
    expect(textsOf(many)).toEqual(["Validation Error !!!", "Request Parameter [ActLst] is Invalid !!!"]);
    const headers = { authorization: "Bearer nobody" };
    const unauthorised = await user.post("DoBulkActivation", user.signed({ ActLst: [row()] }), headers);
    expect(textsOf(unauthorised)).toEqual(["Invalid Token !!!", null]);
    expect(sandbox.ledger).toEqual([]);
  });
});

describe("an upload of documents", () => {
  const row = (change: Body = {}): Body => ({ ...documentRowOf(user), ...change });
  const INVALID = "Invalid document payload or validation failed";

  it("N-27 takes a visa and a passport, with and without a prefix", async () => {
    expect(await upload(row())).toEqual([
      { SimNo: user.specimen("simFree"), Status: "Success", Remarks: "Document Upload Processed Successfully !!!" },
    ]);
    expect(sandbox.nextcomm.documents).toEqual([
      { account: "next-za", simNo: user.specimen("simFree"), poiBytes: 6, poaBytes: 10 },
    ]);
    expect(sandbox.ledger).toMatchObject([{ operation: "DoDocUpld", charged: 0 }]);
  });

  it("N-25 does each row by itself", async () => {
    const rows = await upload(row({ SimNo: "123" }), row(), row({ POA: "" }), null);
    expect(rows.map((one) => at(one, "Status"))).toEqual(["Failure", "Success", "Failure", "Failure"]);
    expect(remarks(rows)[2]).toBe("Request Parameter [POA] is Mandatory !!!");
  });

  it.each(["not base64", "YQ", "data:image/png;base64,", "YQ==YQ=="])(
    "does not take %s for a document",
    async (POI) => {
      expect(remarks(await upload(row({ POI })))).toEqual([INVALID]);
    },
  );

  it("takes a document of a megabyte, and none that is larger", async () => {
    const sized = (bytes: number) => Buffer.alloc(bytes, 1).toString("base64");
    expect(await upload(row({ POI: sized(1_048_576) }))).toMatchObject([{ Status: "Success" }]);
    expect(remarks(await upload(row({ POI: sized(1_048_577) })))).toEqual([INVALID]);
  });
});
