import { describe, expect, it } from "vitest";
import { json } from "../../support/scripted-answers.js";
import { call, failed, failureOf, infoWith, lab, PREFIX, SIM, succeeded } from "./support.js";

const carrier = lab();

const stockOf = (rows: unknown) => succeeded(JSON.stringify(rows));

/** Answers each of the two operations by its own. */
function serves(subscriber: ReturnType<typeof json>, physical: ReturnType<typeof json>, esim = physical): void {
  carrier.carrier.onRequest(({ path, json: body }) => {
    if (path === `${PREFIX}/GetSubscriberInfo`) return subscriber;
    return (body as { SimSubType: string }).SimSubType === "eSIM" ? esim : physical;
  });
}

const unknown = failed("Record Not Available !!!");

describe("the stock", () => {
  it("is asked for a type, and for one SIM where one is wanted", async () => {
    carrier.says(stockOf([{ SimNo: SIM }]));
    await carrier.all.stock.list("ESIM", null, call());
    expect(carrier.sent()).toMatchObject({ SimSubType: "eSIM", SimNo: "" });
    await carrier.all.stock.list("PHYSICAL", SIM, call());
    expect(carrier.sent()).toMatchObject({ SimSubType: "Physical", SimNo: SIM });
  });

  it("leaves out a row without a number, and codes that there are not", async () => {
    carrier.says(stockOf([{ QRCode: "a$b" }, { SimNo: SIM, QR: null, QRCode: null }]));
    expect(await carrier.all.stock.list("ESIM", null, call())).toMatchObject([
      { iccid: SIM, detail: { activation: null } },
    ]);
  });

  it("may be empty", async () => {
    for (const nothing of [stockOf([]), succeeded(null), json([])]) {
      carrier.says(nothing);
      expect(await carrier.all.stock.list("PHYSICAL", null, call())).toEqual([]);
    }
  });

  it("does not hide a refusal", async () => {
    carrier.says(failed("Something new !!!"));
    expect((await failureOf(carrier.all.stock.list("PHYSICAL", SIM, call()))).code).toBe("CARRIER_REFUSED");
  });
});

describe("a SIM", () => {
  const byIccid = () => carrier.all.sims.byIccid(SIM, call());

  it("in use is shown as its subscriber has it, by one call", async () => {
    serves(infoWith({ SimNo: SIM, SimStatus: "Active" }), unknown);
    expect(await carrier.requestsOf(async () => expect(await byIccid()).toMatchObject({ state: "ACTIVE" }))).toBe(1);
  });

  it("that is free is found in the stock of its type", async () => {
    serves(unknown, stockOf([{ SimNo: SIM }]));
    expect(await byIccid()).toMatchObject({ iccid: SIM, state: "INVENTORY", detail: { product: "Physical" } });
    serves(unknown, failed("Sim Not Available !!!"), stockOf([{ SimNo: SIM, QRCode: "host$code" }]));
    expect(await byIccid()).toMatchObject({ detail: { product: "eSIM", activation: { matchingId: "code" } } });
  });

  it("that is nowhere is none, by three calls", async () => {
    for (const refusal of [unknown, failed("Sim Already Active with other User !!!"), failed("No !!!"), stockOf([])]) {
      serves(unknown, refusal);
      expect(await carrier.requestsOf(async () => expect(await byIccid()).toBeNull())).toBe(3);
    }
  });

  it("is not told to be none while the carrier cannot say", async () => {
    serves(unknown, json({ Status: "Perhaps" }));
    expect((await failureOf(byIccid())).code).toBe("CARRIER_CONTRACT_VIOLATION");
  });
});

describe("an eSIM's code", () => {
  it.each([
    ["host$code", { qrText: "LPA:1$host$code", smdpAddress: "host", matchingId: "code" }],
    ["LPA:1$host$code", { qrText: "LPA:1$host$code", smdpAddress: "host", matchingId: "code" }],
    ["something", { qrText: "something", smdpAddress: null, matchingId: null }],
    ["a$b$c", { qrText: "a$b$c", smdpAddress: null, matchingId: null }],
  ])("%s", async (QRCode, activation) => {
    carrier.says(stockOf([{ SimNo: SIM, QRCode }]));
    expect(await carrier.all.stock.list("ESIM", null, call())).toMatchObject([{ detail: { activation } }]);
  });
});
