import { describe, expect, it } from "vitest";
import { parseAccount } from "../../../src/datasources/carriers.js";

const ENTRY = { id: "reach", carrier: "REACH", baseUrl: "https://reach.example.com", jwt: "a.b.c", apiKey: "key" };

const faultsOf = (settings: object) => {
  const parsed = parseAccount({ ...ENTRY, ...settings });
  return "faults" in parsed ? parsed.faults.map(({ path }) => path.join(".")) : [];
};

describe("an entry of the accounts file", () => {
  it("R-05 needs an address and the two credentials, and nothing else", () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ jwt: undefined, apiKey: undefined, baseUrl: undefined })).toEqual(["baseUrl", "jwt", "apiKey"]);
  });

  it.each([
    "http://reach.example.com",
    "http://127.example.com",
    "http://localhost.example.com",
    "ftp://reach.example.com",
    "reach.example.com",
  ])("R-06 does not call %s", (baseUrl) => {
    expect(faultsOf({ baseUrl })).toEqual(["baseUrl"]);
  });

  it.each([
    "http://127.0.0.1:4100/reach",
    "http://localhost:4100",
    "http://[::1]:4100",
    "https://reach.example.com/v1",
  ])("R-06 calls %s", (baseUrl) => {
    expect(faultsOf({ baseUrl })).toEqual([]);
  });

  it.each(["", "with blank", "with\nline", "naïve"])("R-01 does not take %j for a credential", (word) => {
    expect(faultsOf({ jwt: word, apiKey: word })).toEqual(["jwt", "apiKey"]);
  });

  it("R-30 may say what undocumented numbers of a status mean, in words of the graph", () => {
    expect(faultsOf({ statusWords: { "3": "SUSPENDED", "4": "RECOVERABLE" } })).toEqual([]);
    expect(faultsOf({ statusWords: { suspended: "SUSPENDED" } })).toEqual(["statusWords.suspended"]);
    expect(faultsOf({ statusWords: { "3": "PAUSED" } })).toEqual(["statusWords.3"]);
  });

  it("R-75 takes a secret for callbacks only if it cannot be guessed", () => {
    expect(faultsOf({ callbackSecret: "0123456789abcdef" })).toEqual([]);
    expect(faultsOf({ callbackSecret: "short" })).toEqual(["callbackSecret"]);
  });
});
