import { expect, it } from "vitest";
import { json, reset, text } from "../../support/scripted-answers.js";
import { namesOf, READS, ROW, ROW_SIM, RUNS, WRITES } from "./runs.js";
import { call, failed, failureOf, infoWith, lab, NUMBER, SIM, succeeded, ZONE } from "./support.js";

const carrier = lab();

const bodyOf = async (name: keyof typeof RUNS, from = carrier) => {
  from.says(failed("No !!!"));
  await failureOf(RUNS[name](from.all));
  return from.sent();
};

it("N-01 MessageData is JSON in a text, or decoded already; empty or null when it failed", async () => {
  const info = { MobileNo: NUMBER, SimStatus: "Active" };
  for (const data of [JSON.stringify(info), info]) {
    carrier.says(succeeded(data));
    expect(await READS.getSubscriberInfo(carrier.all)).toMatchObject({ msisdn: NUMBER, state: "ACTIVE" });
    carrier.says(succeeded({ ...info, MobileNo: "32165489754" }));
    expect(await READS.enquire(carrier.all)).toMatchObject({ simStatusRaw: "Active" });
  }
  for (const rows of [[{ SimNo: SIM }], JSON.stringify([{ SimNo: SIM }])]) {
    carrier.says(succeeded(rows));
    expect(await READS.getSimsForActivation(carrier.all)).toMatchObject([{ iccid: SIM }]);
  }
  for (const nothing of ["", null]) {
    carrier.says(failed("No !!!", nothing));
    expect((await failureOf(READS.getSubscriberInfo(carrier.all))).details.carrierMessage).toBe("No !!!");
  }
});

it("N-03 success is the word, whatever the HTTP status and capitals; every other word is none", async () => {
  for (const status of [200, 201, 302, 400, 404, 500]) {
    for (const Status of ["Success", " success ", "SUCCESS"]) {
      carrier.says(json({ Status, MessageData: { MobileNo: NUMBER } }, status));
      expect(await READS.getSubscriberInfo(carrier.all)).toMatchObject({ msisdn: NUMBER });
      expect(await WRITES.recharge(carrier.all)).toMatchObject({ is: "done" });
    }
  }
  for (const Status of ["Successful", "OK", "0", "Failed", "true"]) {
    carrier.says(json({ Status, MessageData: { MobileNo: NUMBER } }));
    expect((await failureOf(WRITES.recharge(carrier.all))).code).toBe("OUTCOME_UNKNOWN");
  }
});

it("N-04 the reason is told from both places, once where they say the same", async () => {
  const said = async (message: unknown, data: unknown) => {
    carrier.says(json({ Status: "Failure", Message: message, MessageData: data }));
    return (await failureOf(RUNS.activation(carrier.all))).details.carrierMessage;
  };
  expect(await said("Wrong !!!", "Request Parameter [PlanID] is Mandatory !!!")).toBe(
    "Wrong !!! Request Parameter [PlanID] is Mandatory !!!",
  );
  expect(await said("Wrong !!!", "[PlanID] is missing")).toBe("Wrong !!! [PlanID] is missing");
  expect(await said("Wrong !!!", "Wrong !!!")).toBe("Wrong !!!");
  expect(await said("", "Only here")).toBe("Only here");
  for (const data of ['{"SubscriberName":"NJ"}', '[{"SimNo":"1"}]', '{"half'])
    expect(await said("Wrong !!!", data)).toBe("Wrong !!!");
});

it("N-05 a TransactionID beside a failure makes no success of it", async () => {
  carrier.prints("recharge", "unknown-number");
  const failure = await failureOf(WRITES.recharge(carrier.all));
  expect([failure.code, failure.details.carrierReference]).toEqual(["IDENTIFIER_NOT_FOUND", undefined]);
});

it("N-06 no write is ever sent twice, however it ends", async () => {
  for (const answer of [reset(), text("{"), json({}, 500), json({}, 503), failed("Timeout"), json({ Status: "?" })]) {
    carrier.says(answer);
    for (const name of namesOf(WRITES)) {
      expect(await carrier.requestsOf(() => failureOf(WRITES[name](carrier.all)))).toBe(1);
      expect((await failureOf(WRITES[name](carrier.all))).code).toBe("OUTCOME_UNKNOWN");
    }
  }
});

it("N-08 a request id that comes back as another one is no fault", async () => {
  carrier.prints("activation", "recorded");
  expect(await WRITES.activation(carrier.all)).toMatchObject({ is: "pending", msisdn: "45623426484" });
});

it("N-09 transaction ids are text, from numbers, texts and prose", async () => {
  carrier.prints("recharge", "processed");
  expect(await WRITES.recharge(carrier.all)).toMatchObject({ reference: "1611210000019871" });
  carrier.says(succeeded("text", { TransactionID: "1611210000019871" }));
  expect(await WRITES.recharge(carrier.all)).toMatchObject({ reference: "1611210000019871" });
  carrier.prints("modify", "updated");
  expect(await WRITES.modify(carrier.all)).toMatchObject({ reference: "2403230000008772" });
  carrier.prints("doBulkActivation", "recorded");
  expect(await WRITES.doBulkActivation(carrier.all)).toMatchObject([{ reference: "20231027321331" }]);
});

it("N-21 an expiry is sent as a day and read with its time of day, in the country's zone", async () => {
  expect(await bodyOf("modify")).toMatchObject({ PlanExpiryDt: "2023-07-31" });
  carrier.prints("enquire", "record");
  expect(await READS.enquire(carrier.all)).toMatchObject({
    expiresAt: { local: "2023-07-31T13:50:00", timeZone: ZONE, zoneSource: "ACCOUNT", instant: "2023-07-31T11:50:00Z" },
  });
});

it("N-24 bulk answers are bare lists; an envelope comes when all is refused", async () => {
  for (const name of ["doBulkActivation", "doDocUpld"] as const) {
    carrier.says(json([{ SimNo: ROW_SIM, Status: "Success" }]));
    expect(await WRITES[name](carrier.all)).toMatchObject([{ is: "done" }]);
    carrier.says(failed("Invalid User Credentials !!!"));
    expect((await failureOf(WRITES[name](carrier.all))).code).toBe("CARRIER_AUTH_FAILED");
    carrier.says(failed("Validation Error !!!", "Request Parameter [ActLst] is Mandatory !!!"));
    expect((await failureOf(WRITES[name](carrier.all))).code).toBe("INVALID_ARGUMENT");
  }
  for (const name of ["activation", "recharge"] as const) {
    carrier.says(json([{ SimNo: ROW_SIM, Status: "Success" }]));
    expect((await failureOf(WRITES[name](carrier.all))).code).toBe("OUTCOME_UNKNOWN");
  }
});

it("N-25 each row ends by itself, told by its SIM; what is not answered is unknown", async () => {
  const sims = ["8900000000000000001", "8900000000000000002", "8900000000000000003"];
  const [first, second] = sims;
  carrier.says(
    json([
      { SimNo: second, Status: "Failure", Remarks: "Sim Already Active with other User !!!" },
      { SimNo: "8900000000000000009", Status: "Success", Remarks: "of nobody" },
      { SimNo: first, Status: "Success", Remarks: "Recorded" },
    ]),
  );
  const rows = await carrier.all.activations.activateMany(
    sims.map((iccid) => ({ ...ROW, iccid })),
    call(),
  );
  expect(rows.map(({ iccid, is }) => [iccid, is])).toEqual([
    [sims[0], "done"],
    [sims[1], "failed"],
    [sims[2], "unknown"],
  ]);
});

it("N-26 the new number is read from prose as well as it can be", async () => {
  const read = async (Remarks: string) => {
    carrier.says(json([{ SimNo: ROW_SIM, Status: "Success", Remarks }]));
    return (await WRITES.doBulkActivation(carrier.all))[0];
  };
  expect(await read("TxnID : 2023, Recorded !!! New Mobile No : 447852145236")).toMatchObject({
    reference: "2023",
    msisdn: "447852145236",
  });
  expect(await read("txn id:2023 new mobile no +447852145236.")).toMatchObject({ msisdn: "447852145236" });
  expect(await read("Recorded")).toMatchObject({ is: "done", reference: null, msisdn: null });
});

it("N-28 codes of eSIMs are read from their three forms", async () => {
  carrier.prints("activation", "recorded");
  expect(await WRITES.activation(carrier.all)).toMatchObject({
    esim: { qrText: "LPA:1$sdgshdgjsghdja$jsadgjsghdgshgdhgajs" },
    qrImage: "shgjdsghfhsysdgyghsd",
  });
  carrier.prints("getSimsForActivation", "one-sim");
  expect(await READS.getSimsForActivation(carrier.all)).toMatchObject([
    { detail: { activation: { qrText: expect.stringMatching(/^LPA:1\$dp-plus.*\$3PO7N/) } } },
  ]);
});

it("N-31 amounts are in the account's currency: the carrier names none", async () => {
  carrier.says(json([{ ServiceId: 1, Price: 49 }]));
  expect(await READS.getActivationPlans(carrier.all)).toMatchObject([{ price: { amount: "49", currency: "ZAR" } }]);
  expect(await bodyOf("recharge")).toMatchObject({ RechargeAmt: 49 });
});

it("N-34 a SIM's expiry may be missing, and a status that nobody knows is UNKNOWN with its word", async () => {
  carrier.says(infoWith({ SimStatus: "Quarantine-2" }));
  expect(await READS.getSubscriberInfo(carrier.all)).toMatchObject({
    state: "UNKNOWN",
    stateRaw: "Quarantine-2",
    nextComm: { simExpiresAt: { kind: "UNKNOWN", raw: null } },
  });
});

it("N-36 what is a number by the table may be a text, and the other way round", async () => {
  carrier.says(succeeded({ MobileNo: Number(NUMBER), SimStatus: "Active", SimNo: SIM, ActPlanName: 5 }));
  expect(await READS.getSubscriberInfo(carrier.all)).toMatchObject({ msisdn: NUMBER, plan: { name: "5" } });
});
