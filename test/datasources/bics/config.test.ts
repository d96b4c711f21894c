import { describe, expect, it } from "vitest";
import { BicsConfig } from "../../../src/datasources/bics/config.js";

const BASE = { id: "bics-eu", carrier: "BICS", baseUrl: "https://sft.bics.com/api" };

/** Path and message of every fault. */
function faultsOf(entry: object): string[] {
  const parsed = BicsConfig.safeParse({ ...BASE, ...entry });
  return parsed.error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

describe("an entry of the accounts file", () => {
  it("has a username and a password, and perhaps the account to act in", () => {
    expect(BicsConfig.parse({ ...BASE, username: "u", password: "p", targetAccountId: "t" }).credentials).toEqual({
      kind: "login",
      username: "u",
      password: "p",
      targetAccountId: "t",
    });
  });

  it("or an access token", () => {
    expect(BicsConfig.parse({ ...BASE, accessToken: "t" }).credentials).toEqual({ kind: "token", accessToken: "t" });
  });

  it("with neither is told what to give", () => {
    expect(faultsOf({})).toEqual([
      "username: is missing: give username and password, or accessToken",
      "password: is missing: give username and password, or accessToken",
    ]);
    expect(faultsOf({ username: "u" })).toEqual(["password: is missing: give username and password, or accessToken"]);
  });

  it("with both is told which fields are too many", () => {
    expect(faultsOf({ accessToken: "t", username: "u", password: "p", targetAccountId: "a" })).toEqual([
      "username: must not stand beside accessToken",
      "password: must not stand beside accessToken",
      "targetAccountId: must not stand beside accessToken",
    ]);
  });

  it("shows all faults at once, those of credentials among them", () => {
    const faults = faultsOf({ baseUrl: "nowhere", timeZone: "Mars/Olympus", pasword: "p", username: "u" });
    expect(faults).toEqual([
      "baseUrl: must be an http(s) address",
      "timeZone: must be an IANA time zone such as Europe/Brussels",
      ': Unrecognized key: "pasword"',
      "password: is missing: give username and password, or accessToken",
    ]);
  });

  it("does not take an empty secret", () => {
    expect(faultsOf({ accessToken: "" })).toEqual(["accessToken: must not be empty"]);
  });
});
