import { describe, expect, it } from "vitest";
import { parseAccount } from "../../../src/datasources/carriers.js";
import { ENTRY, open } from "./support.js";

const faultsOf = (entry: object) => {
  const parsed = parseAccount(entry);
  return "faults" in parsed ? parsed.faults : [];
};

const pathsOf = (entry: object) => faultsOf(entry).map(({ path }) => path.join("."));

describe("an entry of the accounts file", () => {
  it.each([
    ["a key in text and no iv", {}],
    ["a key in hex", { encryptionKey: `hex:${"0aF1".repeat(16)}` }],
    ["a key in base64", { encryptionKey: `base64:${Buffer.alloc(32, 7).toString("base64")}` }],
    ["an iv in text", { iv: "0123456789abcdef" }],
    ["an iv in hex", { iv: `hex:${"00".repeat(16)}` }],
    ["the cipher without chaining", { cipher: "aes-256-ecb" }],
    ["another spelling of the plan's key", { planKey: "PlanID" }],
    ["words for states", { statusWords: { Blocked: "SUSPENDED" } }],
  ])("may have %s", (_what, change) => {
    expect(faultsOf({ ...ENTRY, ...change })).toEqual([]);
  });

  it.each([
    ["a key that is too short", { encryptionKey: "short" }, "encryptionKey"],
    ["a key of 32 letters that are more bytes", { encryptionKey: "é".repeat(32) }, "encryptionKey"],
    ["a key in hex that is none", { encryptionKey: `hex:${"zz".repeat(32)}` }, "encryptionKey"],
    ["a key in half a byte of hex", { encryptionKey: `hex:${"0".repeat(63)}` }, "encryptionKey"],
    ["a key in base64 of another length", { encryptionKey: "base64:AAAA" }, "encryptionKey"],
    ["an iv of another length", { iv: "0123" }, "iv"],
    ["an iv beside the cipher without chaining", { cipher: "aes-256-ecb", iv: "0123456789abcdef" }, "iv"],
    ["another cipher", { cipher: "aes-128-cbc" }, "cipher"],
    ["no time zone", { timeZone: undefined }, "timeZone"],
    ["a time zone that there is not", { timeZone: "Africa/Atlantis" }, "timeZone"],
    ["no currency", { currency: undefined }, "currency"],
    ["a currency in words", { currency: "Rand" }, "currency"],
    ["no entity", { loginEntityId: undefined }, "loginEntityId"],
    ["a word that means no state", { statusWords: { Blocked: "SLEEPING" } }, "statusWords.Blocked"],
    ["a token of its own", { accessToken: "token" }, "accessToken"],
  ])("may not have %s", (_what, change, fault) => {
    expect(pathsOf({ ...ENTRY, ...change })).toEqual([fault]);
  });

  it("is told all its faults at once, without what is secret", () => {
    const entry = { ...ENTRY, cipher: "aes-256-ecb", iv: "0123456789abcdef", encryptionKey: "a secret", loginId: "" };
    expect(pathsOf({ ...entry, timeZone: undefined }).sort()).toEqual(["encryptionKey", "iv", "loginId", "timeZone"]);
    expect(JSON.stringify(faultsOf(entry))).not.toMatch(/a secret|0123456789abcdef/);
  });

  it("that is read-only has no writes", async () => {
    const source = open({ readOnly: true });
    expect(Object.keys(source.reads)).toEqual(["subscribers", "addons", "planExpiry", "sims", "stock", "plans"]);
    expect(source.writes).toEqual({});
    await source.close();
  });
});
