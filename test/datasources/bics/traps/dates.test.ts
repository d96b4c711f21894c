import { describe, expect, it } from "vitest";
import { json } from "../../../support/scripted-answers.js";
import { told } from "../../../support/told.js";
import { lab, profileWith } from "../lab.js";
import { ENDPOINT } from "../runs.js";
import { call, envelope, failureOf } from "../support.js";

const nowhere = lab();
const brussels = lab({ accessToken: "t", timeZone: "Europe/Brussels" });

const profileOf = async (carrier: typeof nowhere, basicInfo: object, beside: object = {}) => {
  carrier.says(json(profileWith(basicInfo, beside)));
  const profile = await carrier.all.endpoints.profile(ENDPOINT, call());
  if (!profile) throw new Error("no profile");
  return profile;
};

const createdAt = async (carrier: typeof nowhere, creationDate: string) =>
  (await profileOf(carrier, { creationDate })).createdAt;

const expiresAt = async (ocExpiryDate: unknown) => (await profileOf(nowhere, { ocExpiryDate })).expiresAt;

describe("B-70 dates", () => {
  it("B-70 put the day first: 05/11/2024 is the fifth of November", async () => {
    expect((await createdAt(nowhere, "05/11/2024 01:02:03"))?.local).toBe("2024-11-05T01:02:03");
  });

  it("B-70 of usage have no time", async () => {
    const dataUsage = [{ date: "09/11/2020" }, { date: "31/02/2020" }, { date: "2020-11-09" }, {}];
    nowhere.answers("0", "2589", { responseParam: { dataUsage } });
    const { data } = await nowhere.all.usage.usage(ENDPOINT, { from: "2020-11-01", to: "2020-11-30" }, call());
    expect(data.days.map(({ date }) => date)).toEqual(["2020-11-09", null, null, null]);
  });

  it("B-70 of a query are YYYYMMDD, and a period that ends before it begins is refused unsent", async () => {
    nowhere.answers("0", "2589");
    await nowhere.all.usage.usage(ENDPOINT, { from: "2024-01-05", to: "2024-01-05" }, call());
    expect(nowhere.last().query.get("from_date")).toBe("20240105");
    nowhere.count();
    const backwards = nowhere.all.usage.usage(ENDPOINT, { from: "2024-02-01", to: "2024-01-01" }, call());
    expect(await failureOf(backwards)).toMatchObject({ code: "INVALID_ARGUMENT", details: { field: ["to_date"] } });
    const wordy = nowhere.all.usage.usage(ENDPOINT, { from: "yesterday", to: "today" }, call());
    expect((await failureOf(wordy)).code).toBe("INVALID_ARGUMENT");
    const impossible = nowhere.all.usage.usage(ENDPOINT, { from: "2024-02-01", to: "2024-02-30" }, call());
    expect((await failureOf(impossible)).message).toContain("no day of the calendar");
    expect(nowhere.count()).toBe(0);
  });

  it("B-70 that do not exist are unknown, with what was printed", async () => {
    for (const raw of ["31/02/2024 00:00:00", "01/13/2024 00:00:00", "01/01/2024 25:00:00", "2024-01-01", "soon", ""]) {
      expect(await expiresAt(raw)).toEqual({ kind: "UNKNOWN", raw });
    }
    expect(await expiresAt(undefined)).toEqual({ kind: "UNKNOWN", raw: null });
    expect(await expiresAt({ date: 1 })).toEqual({ kind: "UNKNOWN", raw: null });
    expect(await createdAt(nowhere, "31/02/2024 00:00:00")).toBeNull();
  });

  it("B-70 are kept apart: never, not started and unknown are three answers", async () => {
    expect((await expiresAt("31/12/2099 00:00:00")).kind).toBe("NEVER");
    expect((await expiresAt("-")).kind).toBe("NOT_STARTED");
    expect((await expiresAt(undefined)).kind).toBe("UNKNOWN");
  });
});

describe("B-71 the zone", () => {
  it("B-71 is nobody's word without configuration: there is a wall clock and no instant", async () => {
    expect(await createdAt(nowhere, "12/11/2021 11:35:01")).toEqual({
      local: "2021-11-12T11:35:01",
      timeZone: null,
      zoneSource: "NONE",
      instant: null,
      raw: "12/11/2021 11:35:01",
    });
  });

  it("B-71 is the account's where it is configured, in winter and in summer", async () => {
    expect(await createdAt(brussels, "12/11/2021 11:35:01")).toEqual({
      local: "2021-11-12T11:35:01",
      timeZone: "Europe/Brussels",
      zoneSource: "ACCOUNT",
      instant: "2021-11-12T10:35:01Z",
      raw: "12/11/2021 11:35:01",
    });
    expect((await createdAt(brussels, "12/07/2021 11:35:01"))?.instant).toBe("2021-07-12T09:35:01Z");
  });

  it("B-71 is not taken from the profile's own zone, whose meaning is another API's", async () => {
    const profile = await profileOf(nowhere, {
      creationDate: "12/11/2021 11:35:01",
      timeZoneId: "298",
      timeZoneName: "Europe/Belgrade",
    });
    expect(profile.createdAt?.instant).toBeNull();
    expect(profile.bics).toMatchObject({ timeZoneId: "298", timeZoneName: "Europe/Belgrade" });
  });

  it("B-71 leaves no instant for the hours that a change of clocks skips or repeats", async () => {
    expect((await createdAt(brussels, "27/03/2022 02:30:00"))?.instant).toBeNull();
    expect((await createdAt(brussels, "30/10/2022 02:30:00"))?.instant).toBeNull();
    expect((await createdAt(brussels, "30/10/2022 02:30:00"))?.local).toBe("2022-10-30T02:30:00");
  });
});

it("B-72 nothing is computed from responseTimestamp: nonsense in it does no harm", async () => {
  const answer = profileWith({ name: "same" });
  nowhere.says(json({ Response: { ...answer.Response, responseTimestamp: "99/99/9999 77:77:77" } }));
  const odd = told(await nowhere.all.endpoints.profile(ENDPOINT, call()));
  nowhere.says(json(answer));
  expect(told(await nowhere.all.endpoints.profile(ENDPOINT, call()))).toEqual(odd);
});

describe("B-73 an expiry in the past", () => {
  const expired = { type: "ADDON-ACCOUNT (FREE)", unitType: "Mb", balance: "5", expiryDate: "13/08/2020 13:00:00" };
  const statusIn = async (carrier: typeof nowhere) =>
    (await profileOf(carrier, {}, { benefitInfo: { benefit: [expired] } })).balances[0]?.status;

  it("B-73 is not judged by our clock while nobody says which zone the carrier's is in", async () => {
    expect(await statusIn(nowhere)).toBe("ACTIVE");
  });

  it("B-73 is judged where the operator has said it", async () => {
    expect(await statusIn(brussels)).toBe("EXPIRED");
  });
});

it("B-73 dates in the future are kept as they are", async () => {
  expect((await createdAt(nowhere, "12/11/2098 11:35:01"))?.local).toBe("2098-11-12T11:35:01");
});

it("B-74 the date inside a network status is read, and the endpoint is offline", async () => {
  nowhere.prints("fetchNetworkStatus", "local-profile");
  const seen = await nowhere.all.connectivity.connectivity(ENDPOINT, call());
  expect(seen).toMatchObject({
    state: "OFFLINE",
    stateRaw: "Last Seen On 03/09/2025 17:14:27",
    lastSeenAt: { local: "2025-09-03T17:14:27", instant: null },
  });
  const status = { networkStatusInfo: { networkStatus: "Last Seen On a Tuesday" } };
  nowhere.says(json(envelope("0", "11008", { responseParam: status })));
  expect(await nowhere.all.connectivity.connectivity(ENDPOINT, call())).toMatchObject({
    state: "OFFLINE",
    lastSeenAt: null,
    stateRaw: "Last Seen On a Tuesday",
  });
});

it("B-76 the end of a dynamic benefit stands beside whether it renews itself", async () => {
  const row = { dynamicBenefitsId: "1", autoRenewal: "true", expiryTime: "01/12/2021 00:00:00" };
  const { bics } = await profileOf(nowhere, {}, { benefitInfo: { dynamicBenefitsDetails: [row] } });
  expect(bics?.dynamicBenefits[0]).toMatchObject({ isAutoRenewed: true, endsAt: { kind: "AT" } });
});

it("B-77 an endpoint without a billing date has an unknown one, not a wrong one", async () => {
  nowhere.prints("getEndPointProfile", "active-inventory");
  const profile = await nowhere.all.endpoints.profile("51664783", call());
  expect(profile?.nextBillingAt).toEqual({ kind: "UNKNOWN", raw: null });
});
