import { describe, expect, it } from "vitest";
import { notificationReader } from "../../../src/datasources/reach/notifications.js";

const { read, isAuthentic } = notificationReader({});

const keyOf = (body: object, channel: "EVENTS" | "RESULTS" = "RESULTS") => read(channel, body)?.dedupKey;

describe("a result", () => {
  const PURCHASE = { type: "PRODUCT_PURCHASE", customerId: "C1", transactionId: "TXN-1", status: "COMPLETED" };
  const ACTIVATION = { type: "ACTIVATION", customerId: "C1", status: 2, mobileNo: "4705551001" };

  it.each(["PRODUCT_PURCHASE", "PURCHASE_SUBSEQUENT"])("R-73 %s is read", (type) => {
    expect(read("RESULTS", { ...PURCHASE, type })).toMatchObject({
      typeRaw: type,
      subscriber: "C1",
      reference: "TXN-1",
      statusRaw: "COMPLETED",
    });
  });

  it("R-72 R-73 of an activation or port-in has no transaction", () => {
    expect(read("RESULTS", ACTIVATION)).toMatchObject({ subscriber: "C1", reference: null, statusRaw: "2" });
  });

  it("R-71 R-72 that comes again has the same key, however it is printed", () => {
    expect(keyOf({ ...PURCHASE, customerId: "C1 ", later: true })).toBe(keyOf(PURCHASE));
    expect(keyOf({ ...ACTIVATION, status: "2" })).toBe(keyOf(ACTIVATION));
    expect(keyOf(PURCHASE)).toBeTypeOf("string");
    expect(keyOf(ACTIVATION)).toBeTypeOf("string");
  });

  it("R-72 R-74 of another customer, transaction, status or type has another key", () => {
    const keys = [
      keyOf(PURCHASE),
      keyOf({ ...PURCHASE, customerId: "C2" }),
      keyOf({ ...PURCHASE, transactionId: "TXN-2" }),
      keyOf({ ...PURCHASE, status: "FAILED" }),
      keyOf({ ...PURCHASE, type: "PURCHASE_SUBSEQUENT" }),
      keyOf(ACTIVATION),
      keyOf({ ...ACTIVATION, status: 8 }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("G-11 has a key without a telephone number", () => {
    expect(keyOf(ACTIVATION)).not.toContain("4705551001");
  });

  it("R-72 without a transaction or a status is told apart by its body alone", () => {
    expect(keyOf({ type: "ACTIVATION", customerId: "C1" })).toBeNull();
    expect(keyOf({ type: "ACTIVATION", status: 2 })).toBeNull();
  });

  it("R-36 may call its transaction txnId", () => {
    expect(read("RESULTS", { type: "PLAN_CHANGE", txnId: "PC-1" })).toMatchObject({ reference: "PC-1" });
  });
});

describe("an event", () => {
  it.each(["USAGE_NOTIFICATION", "RDN_IMEI_CHANGE", "PORT_OUT", "PORT_OUT_CONFIRMED"])(
    "R-72 %s is read, and told apart by its body alone",
    (eventType) => {
      expect(read("EVENTS", { eventType, customerId: "C1", threshold: 80 })).toEqual({
        typeRaw: eventType,
        subscriber: "C1",
        reference: null,
        statusRaw: null,
        dedupKey: null,
      });
    },
  );

  it("may have its type under the other name", () => {
    expect(read("EVENTS", { type: "PORT_OUT", customerId: "C1" })).toMatchObject({ typeRaw: "PORT_OUT" });
  });
});

describe("a message", () => {
  it("R-76 of an unknown type is kept", () => {
    expect(read("RESULTS", { type: "SOMETHING_NEW", customerId: "C1", status: "X" })).toMatchObject({
      typeRaw: "SOMETHING_NEW",
      subscriber: "C1",
    });
    expect(read("EVENTS", { customerId: "C1" })).toMatchObject({ typeRaw: null, subscriber: "C1" });
  });

  it.each([null, undefined, "text", 17, true, [], {}, { type: {} }, { type: "", customerId: null }, [{ type: "X" }]])(
    "that says nothing is none: %j",
    (body) => {
      expect(read("RESULTS", body)).toBeNull();
      expect(read("EVENTS", body)).toBeNull();
    },
  );
});

describe("R-75 the secret of an account", () => {
  const SECRET = "0123456789abcdef";
  const guarded = notificationReader({ callbackSecret: SECRET });

  it("is asked for where there is one", () => {
    expect(guarded.isAuthentic(SECRET)).toBe(true);
    for (const given of [null, "", SECRET.slice(1), `${SECRET}0`]) expect(guarded.isAuthentic(given)).toBe(false);
  });

  it("is not where there is none: nothing that is told is believed", () => {
    expect(isAuthentic(null)).toBe(true);
    expect(isAuthentic("anything")).toBe(true);
  });
});
