import { describe, expect, it } from "vitest";
import { parseAccount } from "../../../src/datasources/carriers.js";
import { open } from "./support.js";

const ENTRY = { id: "nexcon", carrier: "NEXCON", baseUrl: "https://app.nexcon.io/api/v1", apiKey: "key" };

const faultsOf = (entry: object) => {
  const parsed = parseAccount(entry);
  return "faults" in parsed ? parsed.faults.map(({ path }) => path.join(".")) : [];
};

describe("an entry of the accounts file", () => {
  it("needs a key and no more than every account", () => {
    expect(faultsOf(ENTRY)).toEqual([]);
  });

  it.each([
    ["no key", { apiKey: undefined }, "apiKey"],
    ["an empty key", { apiKey: "" }, "apiKey"],
    ["the scheme before the key", { apiKey: "bearer key" }, "apiKey"],
    ["a key that no header can carry", { apiKey: "kéy" }, "apiKey"],
    ["a user name", { username: "me" }, "username"],
    ["a word that means no state", { statusWords: { Paused: "SLEEPING" } }, "statusWords.Paused"],
  ])("may not have %s", (_what, change, fault) => {
    expect(faultsOf({ ...ENTRY, ...change })).toEqual([fault]);
  });

  it("that is read-only has no writes", async () => {
    const source = open({ baseUrl: ENTRY.baseUrl, readOnly: true });
    expect([Object.keys(source.reads), source.writes]).toEqual([["sims"], {}]);
    await source.close();
  });
});
