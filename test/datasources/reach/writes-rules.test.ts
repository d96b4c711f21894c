import { describe, expect, it } from "vitest";
import type { SubscriberWrites } from "../../../src/datasources/port/subscribers.js";
import { DOCUMENTED } from "../../../src/datasources/reach/operations/index.js";
import { json, reset } from "../../support/scripted-answers.js";
import { CARD, CUSTOMER, PORT_IN, RETURN_TO } from "./orders.js";
import { call, failureOf, refusal, success, writeLab } from "./write-lab.js";
import { ICCID, IMEI, NAMES, RUNS } from "./write-runs.js";

const reach = writeLab();

const subscribers = () => reach.writes.subscribers;

/** The body that a write of a subscriber is received with. */
async function bodyOf(act: (writes: SubscriberWrites) => Promise<unknown>): Promise<unknown> {
  reach.says(success({ id: "1" }));
  await act(subscribers());
  return reach.last().json;
}

/** What is refused before anything is sent: the field that is to blame. */
async function faultOf(act: () => Promise<unknown>): Promise<readonly string[] | undefined> {
  reach.says(success());
  expect(await reach.requestsOf(act)).toBe(0);
  const { code, details } = await failureOf(act());
  expect(code).toBe("INVALID_ARGUMENT");
  return details.field;
}

describe("the operations that write", () => {
  const writing = Object.values(DOCUMENTED).filter(({ effect }) => effect === "write");

  it("are those of the tests, and the one that nothing calls", () => {
    expect(writing.map(({ name }) => name).sort()).toEqual([...NAMES, "generateAccessKey"].sort());
  });

  it("R-09 R-20 none may be sent twice, whatever its method", () => {
    for (const { repeat, codes } of writing) expect([repeat, codes.already]).toEqual(["never", undefined]);
    expect(new Set(writing.map(({ method }) => method))).toEqual(new Set(["PUT", "POST", "DELETE"]));
  });

  it("R-03 R-04 new keys are made by no call of the port, and stand below a path of their own", async () => {
    reach.says(success({ transactionId: "T-1" }));
    const before = reach.carrier.requests.length;
    for (const name of NAMES) await RUNS[name].run(reach.writes);
    expect(reach.carrier.requests.length - before).toBe(NAMES.length);
    const { method, path, answers } = DOCUMENTED.generateAccessKey;
    expect([method, path]).toEqual(["PUT", "/opssvc/v0/clientapi/account/generataccesskey"]);
    expect(reach.carrier.to(path)).toEqual([]);
    const keys = { accountAccessKeyId: "a", accountAccessSecreteKey: "b" };
    expect(answers["2xx"]({ status: "SUCCESS", data: keys })).toEqual(keys);
  });
});

describe("R-44 the SIM", () => {
  it("R-44 a physical one is named by its ICCID, an eSIM by the device and never by an ICCID", async () => {
    const customerId = CUSTOMER;
    expect(await bodyOf((w) => w.activate(CUSTOMER, { iccid: ICCID }, null, call()))).toEqual({
      customerId,
      iccId: ICCID,
    });
    expect(await bodyOf((w) => w.activate(CUSTOMER, { imei: IMEI }, null, call()))).toEqual({
      customerId,
      imei: IMEI,
      esim: true,
    });
    expect(await bodyOf((w) => w.swapSim(CUSTOMER, { imei: IMEI }, call()))).toEqual({
      customerId,
      imei: IMEI,
      simType: "ESIM",
    });
    expect(await bodyOf((w) => w.swapSimByOtp(CUSTOMER, { iccid: ICCID }, "1357", call()))).toEqual({
      customerId,
      otp: "1357",
      newIccId: ICCID,
      simType: "PSIM",
    });
  });

  it.each([
    ["iccId", () => subscribers().activate(CUSTOMER, { iccid: "890126012345678901" }, null, call())],
    ["newIccId", () => subscribers().swapSim(CUSTOMER, { iccid: `${ICCID}12` }, call())],
    ["imei", () => subscribers().swapSim(CUSTOMER, { imei: "35693803564380" }, call())],
  ])("R-44 is not sent with a wrong %s", async (field, act) => {
    expect(await faultOf(act)).toEqual([field]);
  });
});

describe("R-58 a port-in", () => {
  it("R-58 R-59 may begin with the activation, with all its five fields", async () => {
    expect(await bodyOf((w) => w.activate(CUSTOMER, { imei: IMEI }, PORT_IN, call()))).toEqual({
      customerId: CUSTOMER,
      imei: IMEI,
      esim: true,
      numberToPort: "5125550147",
      oldCarrier: "T-Mobile",
      oldCarrierAccountNumber: "998877665",
      password: "4711",
      oldZip: "78702",
    });
  });

  it.each([
    [{ type: "UPDATE_PIN", pin: "4711" }, { password: "4711" }],
    [{ type: "UPDATE_ACCOUNT", accountNumber: "998877665" }, { oldCarrierAccountNumber: "998877665" }],
    [{ type: "UPDATE_ZIP", zip: "78702" }, { oldZip: "78702" }],
    [{ type: "RESUBMIT_PORT" }, {}],
    [{ type: "CANCEL_PORT" }, {}],
    [{ type: "CANCEL_AND_NEW" }, {}],
  ] as const)("R-58 is corrected by %o with its one field", async (change, fields) => {
    const body = await bodyOf((writes) => writes.changePortIn(CUSTOMER, change, call()));
    expect(body).toEqual({ customerId: CUSTOMER, type: change.type, ...fields });
  });

  it("R-59 is not corrected with a ZIP code that is none", async () => {
    expect(
      await faultOf(() => subscribers().changePortIn(CUSTOMER, { type: "UPDATE_ZIP", zip: "787" }, call())),
    ).toEqual(["oldZip"]);
  });
});

describe("the state of a line", () => {
  it.each([
    ["suspended", () => subscribers().suspend(CUSTOMER, null, call())],
    ["restored", () => subscribers().resume(CUSTOMER, call())],
    ["disconnected", () => subscribers().terminate(CUSTOMER, "moved away", call())],
    ["reconnected", () => subscribers().reconnect(CUSTOMER, "back again", call())],
  ])("R-42 R-43 is %s when the customer says so, and not by 200", async (_state, act) => {
    reach.says(success({ customerId: CUSTOMER, status: 3 }));
    expect(await act()).toEqual({ is: "pending", carrierCode: "200", carrierMessage: "Success", reference: null });
  });

  it("is left as it is by a conflict, which never counts as done", async () => {
    reach.says(refusal(409, "The line is suspended already"));
    expect(await failureOf(subscribers().suspend(CUSTOMER, null, call()))).toMatchObject({
      code: "INVALID_TRANSITION",
      details: { carrierCode: "409", carrierMessage: "The line is suspended already" },
    });
  });

  it("R-61 is not touched by the record of somebody leaving", async () => {
    reach.says(success());
    const before = reach.carrier.requests.length;
    for (const type of ["PORT_OUT", "DISCONNECT"] as const) {
      await subscribers().recordLeaving(CUSTOMER, type, null, call());
      expect(reach.last()).toMatchObject({ path: "/apisvc/v0/leaving/customer", json: { customerId: CUSTOMER, type } });
    }
    expect(reach.carrier.requests.length - before).toBe(2);
  });

  it("needs a reason to end", async () => {
    expect(await faultOf(() => subscribers().terminate(CUSTOMER, "", call()))).toEqual(["reason"]);
  });
});

describe("R-60 the data cut-off", () => {
  it.each(["OVERUSE", "BILLDUE", "CUSTOMER_REQUEST", "OTHER"] as const)("R-60 begins for %s", async (reason) => {
    expect(await bodyOf((writes) => writes.cutOffData(CUSTOMER, reason, call()))).toEqual({
      feature: "DATA_CUTOFF",
      action: "ENABLE",
      reason,
    });
  });

  it.each(["BILLPAID", "CUSTOMER_REQUEST", "OTHER"] as const)(
    "R-60 ends for %s at the same address",
    async (reason) => {
      expect(await bodyOf((writes) => writes.restoreData(CUSTOMER, reason, call()))).toEqual({
        feature: "DATA_CUTOFF",
        action: "REMOVE",
        reason,
      });
      expect(reach.last().path).toBe(`/apisvc/v0/customer/manage/feature/${CUSTOMER}`);
    },
  );

  it("R-60 knows no reason of the other direction", () => {
    const { body } = DOCUMENTED.manageFeature;
    const accepts = (action: string, reason: string) =>
      body.safeParse({ feature: "DATA_CUTOFF", action, reason }).success;
    expect([accepts("ENABLE", "BILLPAID"), accepts("REMOVE", "OVERUSE"), accepts("REMOVE", "BILLDUE")]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe("a swap of the SIM", () => {
  it("R-36 is followed by its id, under whichever name it comes", async () => {
    for (const data of [{ id: "S-1" }, { id: null, transactionId: "S-1" }]) {
      reach.says(success(data, 202));
      expect(await subscribers().swapSimByOtp(CUSTOMER, { imei: IMEI }, "1357", call())).toMatchObject({
        is: "pending",
        reference: "S-1",
      });
    }
  });
});

describe("a change of a customer", () => {
  it("sends what is changed and nothing else", async () => {
    const address = { line1: "1 Main Street", line2: "", city: "Austin", state: "TX", zip: "78701" };
    expect(await bodyOf((writes) => writes.update(CUSTOMER, { firstName: "Grace", address }, call()))).toEqual({
      firstName: "Grace",
      addresses: [
        {
          type: "billing",
          address1: "1 Main Street",
          address2: "",
          city: "Austin",
          state: "TX",
          zip: "78701",
          country: "USA",
        },
      ],
    });
  });

  it("is not sent when nothing is changed", async () => {
    expect(await faultOf(() => subscribers().update(CUSTOMER, {}, call()))).toEqual(["body"]);
  });

  it.each(["123", "12345678901", "12a4", ""])("R-57 is not sent with %j for a voicemail password", async (pin) => {
    expect(await faultOf(() => subscribers().resetVoicemailPin(CUSTOMER, pin, call()))).toEqual(["password"]);
  });

  it.each([".", "..", ""])("is not sent for the customer %j", async (customer) => {
    expect(await faultOf(() => subscribers().reset(customer, call()))).toEqual(["customerId"]);
  });
});

describe("a card", () => {
  const create = (url = RETURN_TO) => reach.writes.billing.createCardLink(CUSTOMER, url, call());
  const LINK = { url: "https://pay.example.com/add?key=s3cr3t", expireDate: "2026-11-21T16:00:00Z" };

  it("R-22 R-56 is added at a new link each time, which its caller alone is given", async () => {
    reach.says(success({ link: LINK }));
    expect(await create()).toEqual({
      is: "done",
      carrierCode: "200",
      carrierMessage: "Success",
      reference: null,
      link: {
        url: LINK.url,
        expiresAt: expect.objectContaining({ instant: "2026-11-21T16:00:00Z", zoneSource: "CARRIER" }),
      },
    });
    expect(await reach.requestsOf(create)).toBe(1);
    expect(JSON.stringify(reach.records)).not.toContain("s3cr3t");
  });

  it("R-22 has no link where the carrier gives none that can be followed", async () => {
    for (const data of [{}, { link: null }, { link: "https://pay.example.com" }, { link: { url: "javascript:1" } }]) {
      reach.says(success(data));
      expect((await create()).link).toBeNull();
    }
  });

  it.each(["http://brand.example.com", "brand", ""])("R-06 is not added on the way back to %j", async (url) => {
    expect(await faultOf(() => create(url))).toEqual(["redirectUrl"]);
  });

  it("R-23 is called by three names at one address", async () => {
    reach.says(success());
    const { billing } = reach.writes;
    await billing.setDefaultCard(CARD, call());
    expect(Object.fromEntries(reach.last().query)).toEqual({ id: CARD, default: "true" });
    await billing.updateCard(CARD, { priority: 2 }, call());
    expect([reach.last().json, reach.last().query.size]).toEqual([{ uuid: CARD, priority: 2 }, 0]);
    await billing.deleteCard(CUSTOMER, CARD, call());
    expect(reach.last()).toMatchObject({ method: "DELETE", path: "/apisvc/v0/account/card", text: "" });
  });

  it.each([
    [{}, "body"],
    [{ expiryMonth: 13 }, "expiryMonth"],
    [{ expiryYear: 31 }, "expiryYear"],
    [{ priority: -1 }, "priority"],
  ])("is not changed by %o", async (change, field) => {
    expect(await faultOf(() => reach.writes.billing.updateCard(CARD, change, call()))).toEqual([field]);
  });
});

it("a message without a text is not sent", async () => {
  expect(await faultOf(() => subscribers().sendSms(CUSTOMER, "", call()))).toEqual(["message"]);
});

it("a write that failed leaves nothing behind that the next one could meet", async () => {
  reach.carrier.answer(reset(), json({ status: "FAILURE" }));
  reach.says(success());
  const act = () => subscribers().sendSms(CUSTOMER, "Meet me at noon", call());
  expect([(await failureOf(act())).code, (await failureOf(act())).code]).toEqual([
    "OUTCOME_UNKNOWN",
    "CARRIER_REFUSED",
  ]);
  expect(await act()).toMatchObject({ is: "done" });
});
