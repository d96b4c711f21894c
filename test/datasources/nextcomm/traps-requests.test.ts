import { describe, expect, it } from "vitest";
import { DOCUMENTED } from "../../../src/datasources/nextcomm/operations/index.js";
import { json } from "../../support/scripted-answers.js";
import { ACTIVATION, DOCUMENTS, READS, ROW, ROW_SIM, RUNS } from "./runs.js";
import { call, decrypted, failed, failureOf, infoWith, lab, NUMBER, PREFIX, SIM, succeeded, ZONE } from "./support.js";

const carrier = lab();
const ofOther = lab({ timeZone: "America/New_York" });

/** Now on the clock of a zone, as `YYYY-MM-DDTHH:mm:ss`. */
const clockOf = (timeZone: string) => new Date().toLocaleString("sv-SE", { timeZone }).replace(" ", "T");

const bodyOf = async (name: keyof typeof RUNS, from = carrier) => {
  from.says(failed("No !!!"));
  await failureOf(RUNS[name](from.all));
  return from.sent();
};

const rowOf = async (name: "doBulkActivation" | "doDocUpld", list: string) => {
  const { [list]: rows } = await bodyOf(name);
  return (rows as Record<string, unknown>[])[0] ?? {};
};

it("N-07 our request id is always sent, in every row too", async () => {
  expect(await bodyOf("activation")).toMatchObject({ RequestID: ACTIVATION.requestId });
  expect(await bodyOf("recharge")).toMatchObject({ RequestID: "Test123456789" });
  expect(await rowOf("doBulkActivation", "ActLst")).toMatchObject({ RequestID: ROW.requestId });
});

it("N-10 the plan's number is a number, its code a text", async () => {
  expect(await bodyOf("activation")).toMatchObject({ PlanId: 332 });
  expect(await bodyOf("recharge")).toMatchObject({ PlanCode: "26318" });
});

it("N-11 a bulk row has the capitals of the sample, the root others", async () => {
  const row = await rowOf("doBulkActivation", "ActLst");
  expect(Object.keys(row)).toEqual(
    (
      "profileId profile serviceTypeId serviceType serviceId service price simType simNo travelDate emailID " +
      "validityDays otherBenefits additionalBenefit connectionType TxnDateTime RequestID RefCode"
    ).split(" "),
  );
  expect(Object.keys(await bodyOf("doBulkActivation"))).toEqual(["UserID", "Password", "ActLst"]);
});

it("N-12 G-01 a SIM's number is SIMNo, SimNo or simNo, by the operation", async () => {
  expect(await bodyOf("activation")).toHaveProperty("SIMNo");
  expect(await bodyOf("getSimsForActivation")).toHaveProperty("SimNo");
  expect(await rowOf("doBulkActivation", "ActLst")).toHaveProperty("simNo", ROW_SIM);
  expect(await rowOf("doDocUpld", "DocLst")).toHaveProperty("SimNo", ROW_SIM);
});

it("N-13 an eSIM is ESIM to activate and eSIM to look for", async () => {
  expect(await bodyOf("activation")).toMatchObject({ SimSubType: "ESIM" });
  carrier.says(succeeded([]));
  await carrier.all.stock.list("ESIM", null, call());
  expect(carrier.sent()).toMatchObject({ SimSubType: "eSIM" });
});

it("N-14 the SIM of an eSIM is empty and not left out; a physical one must be named", async () => {
  expect(await bodyOf("activation")).toMatchObject({ SIMNo: "" });
  const physical = carrier.all.activations.activate({ ...ACTIVATION, simType: "PHYSICAL" }, call());
  expect(await failureOf(physical)).toMatchObject({ code: "INVALID_ARGUMENT", details: { field: ["SIMNo"] } });
});

it("N-15 credentials go under three pairs of names", async () => {
  expect(Object.keys(await bodyOf("recharge"))).toEqual(expect.arrayContaining(["UserID", "Password"]));
  expect(Object.keys(await bodyOf("modify"))).toEqual(expect.arrayContaining(["UsrID", "Pass"]));
  const [login] = carrier.carrier.to(`${PREFIX}/GetToken`);
  expect(Object.keys(login?.json ?? {})).toEqual(["LoginId", "Password"]);
});

it("N-16 a password becomes as many blocks as it fills, with no iv before them: the sample is one block", async () => {
  expect(Buffer.from("h1gnPdpWW6u6OnEjlBghIA==", "base64")).toHaveLength(16);
  const { Password } = await bodyOf("recharge");
  expect([decrypted(Password).length, Buffer.from(String(Password), "base64").length]).toEqual([27, 32]);
});

it("N-17 login, user and entity are three identities", async () => {
  expect(await bodyOf("recharge")).toMatchObject({ UserID: "UATUser02" });
  carrier.says(json([]));
  await READS.getActivationPlans(carrier.all);
  expect(carrier.last().query.get("LoginEntityID")).toBe("70211");
  expect(carrier.carrier.to(`${PREFIX}/GetToken`)[0]?.json).toMatchObject({ LoginId: "UATUser01" });
});

it("N-19 G-03 what signs a call is the operation's own", async () => {
  const signs = async (name: keyof typeof RUNS) => {
    const body = await bodyOf(name);
    return [carrier.last().headers.authorization !== undefined, "Password" in body || "Pass" in body];
  };
  expect(await signs("enquire")).toEqual([false, false]);
  expect(await signs("modify")).toEqual([false, true]);
  for (const name of ["getSubscriberInfo", "getSimsForActivation", "activation", "recharge", "doDocUpld"] as const) {
    expect([name, await signs(name)]).toEqual([name, [true, true]]);
  }
  expect(DOCUMENTED.getToken.auth).toBe("none");
});

it("N-20 one address reads or writes, by the action alone", async () => {
  const { enquire, modify } = DOCUMENTED;
  expect(enquire.path).toBe(modify.path);
  expect([enquire.effect, enquire.repeat, modify.effect, modify.repeat]).toEqual(["read", "safe", "write", "never"]);
  expect([(await bodyOf("enquire")).Action, (await bodyOf("modify")).Action]).toEqual(["Enquire", "Modify"]);
});

describe("N-22 the time of a transaction", () => {
  it.each([
    ["Africa/Johannesburg", carrier],
    ["America/New_York", ofOther],
  ])("N-22 is the country's wall clock, without zone or fraction: %s", async (zone, from) => {
    const before = clockOf(zone);
    const { TxnDateTime } = await bodyOf("recharge", from);
    expect(TxnDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect([before, TxnDateTime, clockOf(zone)]).toEqual([before, TxnDateTime, clockOf(zone)].toSorted());
  });

  it("N-22 is a day where the sample has a day", async () => {
    const before = clockOf(ZONE).slice(0, 10);
    const { TxnDateTime } = await bodyOf("activation");
    expect([before, clockOf(ZONE).slice(0, 10)]).toContain(TxnDateTime);
  });

  it("N-22 G-12 is never left out, since then it would be Indian", async () => {
    for (const name of ["activation", "recharge"] as const) expect(await bodyOf(name)).toHaveProperty("TxnDateTime");
    expect(await rowOf("doBulkActivation", "ActLst")).toHaveProperty("TxnDateTime");
  });
});

it("N-23 the travel date has a blank where the time beside it has a T", async () => {
  const { travelDate, TxnDateTime } = await rowOf("doBulkActivation", "ActLst");
  expect(travelDate).toBe("2021-05-11 15:25:55");
  expect(TxnDateTime).toContain("T");
});

it("N-27 POI is the visa and POA the passport", async () => {
  expect(await rowOf("doDocUpld", "DocLst")).toEqual({
    SimNo: ROW_SIM,
    POI: DOCUMENTS.visa,
    POA: DOCUMENTS.passport,
  });
});

it("N-32 the connection type may have a blank, the SIM type is always Others", async () => {
  carrier.says(json([]));
  const words = ["INDIVIDUAL", "CORPORATE", "TEST_CARDS", "FRIENDS", "FAMILY"] as const;
  for (const [index, connectionType] of words.entries()) {
    await carrier.all.activations.activateMany([{ ...ROW, connectionType }], call());
    const [row] = carrier.sent().ActLst as object[];
    const printed = ["Individual", "Corporate", "Test Cards", "Friends", "Family"][index];
    expect(row).toMatchObject({ connectionType: printed, simType: "Others" });
  }
});

it("N-33 by the SIM the number is sent empty, by the number no SIM is sent", async () => {
  carrier.says(infoWith({ SimNo: SIM }));
  await carrier.all.subscribers.find({ kind: "iccid", value: SIM }, call());
  expect(carrier.sent()).toMatchObject({ MobileNo: "", SimNo: SIM });
  await READS.getSubscriberInfo(carrier.all);
  expect(carrier.sent()).toMatchObject({ MobileNo: NUMBER });
  expect(carrier.sent()).not.toHaveProperty("SimNo");
});

it("N-35 the address is the account's, with its port and prefix", async () => {
  await bodyOf("recharge");
  expect(carrier.last().path).toBe("/NextComm_Rchrg/api/default/Recharge");
  expect(carrier.last().headers.host).toBe(new URL(carrier.carrier.baseUrl).host);
});

it("N-37 G-09 all are POST but the look-ups, and the verb says nothing of what may be repeated", () => {
  for (const [name, { method }] of Object.entries(DOCUMENTED)) {
    expect([name, method]).toEqual([name, name.endsWith("Plans") ? "GET" : "POST"]);
  }
  expect([DOCUMENTED.getSubscriberInfo.repeat, DOCUMENTED.recharge.repeat]).toEqual(["safe", "never"]);
});

it("N-38 letters beyond ASCII go as UTF-8", async () => {
  expect(await rowOf("doBulkActivation", "ActLst")).toMatchObject({ service: "Nextcomm – Data 1 GB" });
  expect(Number(carrier.last().headers["content-length"])).toBe(Buffer.byteLength(carrier.last().text));
});

it("N-39 no header has the key of the sandbox: none is documented", async () => {
  await bodyOf("recharge");
  expect(Object.keys(carrier.last().headers).sort()).toEqual(
    ["authorization", "connection", "content-length", "content-type", "host"].sort(),
  );
});

it("G-08 what moves money has our request id and is declared never to be repeated", () => {
  for (const name of ["activation", "recharge", "doBulkActivation"] as const) {
    expect([DOCUMENTED[name].effect, DOCUMENTED[name].repeat]).toEqual(["write", "never"]);
  }
});
