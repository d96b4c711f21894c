const row = (index: number) => ({
  status: index % 7 === 0 ? "S" : "A",
  id: String(51_000_000 + index),
  name: `endpoint_${index}`,
  iccid: String(8_932_042_000_000_000n * 1000n + BigInt(index)),
  msisdn: String(327_700_000_000_000 + index),
  imsi: String(206_280_000_000_000 + index),
  type: "1",
  imeiLockStatus: "UNLOCK",
  tagIdList: [{ tagName: "fleet", tagId: "1001", tagDescription: "" }],
});

const basicInfo = (id: string) => ({
  msisdn: "327700000000001",
  maBalance: "UNLIMITED",
  creationDate: "24/03/2025 10:15:38",
  currentStatus: "A",
  currentStatusName: "Active",
  ocExpiryDate: "31/12/2099 00:00:00",
  planId: "DEFAULTPOST1",
  planName: "DEFAULT POSTPAID PLAN",
  imsi: "206280000000001",
  subscriberType: "1",
  creditLimit: "UNLIMITED",
  planEffectiveDate: "24/03/2025 10:15:38",
  planExpiryDate: "31/12/2099 00:00:00",
  currencyType: "EUR",
  apn: "sft1|bicsapn",
  roamingProfileId: "110270",
  roamingProfileName: "DEFAULT",
  iccid: "8932042000000000001",
  ratType: "10",
  name: "endpoint",
  endPointId: id,
  simStatus: "Active",
  imeiLockStatus: "UNLOCK",
});

const benefit = ["2", "4", "5"].map((id) => ({
  id,
  name: id === "4" ? "SMS" : "DATA",
  startDate: "19/01/2025 06:00:41",
  expiryDate: "31/12/2099 00:00:00",
  balance: "33925534",
  unitType: id === "4" ? "COUNT" : "Mb",
  type: "ADDON-ACCOUNT (FREE)",
  actualBalance: "41943040",
  planId: "795750",
  planName: "test_HT",
  uniqueId: `5610${id}`,
  planCategory: "ADDON",
}));

const envelope = (code: string, rest: object) =>
  JSON.stringify({
    Response: {
      responseId: "1",
      responseTimestamp: "01/01/2026 00:00:00",
      resultCode: "0",
      resultParam: { resultCode: code, resultDescription: "success" },
      ...rest,
    },
  });

const claims = Buffer.from(JSON.stringify({ exp: 4_000_000_000 })).toString("base64url");
const token = `e30.${claims}.x`;

const pages = new Map<string, string>();

function page(size: number): string {
  const endpoints = Array.from({ length: size }, (_, index) => row(index));
  return envelope("6742", { responseParam: { endpoints }, totalNoOfRecords: String(size), totalNoOfPages: "1" });
}

/** What BICS SIM for Things answers to the calls of the scenarios. */
export function answersOfBics({ pathname, searchParams }: URL): string {
  const operation = pathname.split("/").at(-1);
  if (operation === "login") return JSON.stringify({ AccessToken: token, RefreshToken: token });
  if (operation === "EndPointLifeCycleChange")
    return envelope("5017", { responseParam: { currentStatus: "Suspended" } });
  if (operation !== "GetEndpoints") {
    const id = searchParams.get("endPointId") ?? "";
    return envelope("1082", { info: { basicInfo: basicInfo(id), benefitInfo: { benefit } } });
  }
  const size = searchParams.get("perPage") ?? "1";
  const known = pages.get(size) ?? page(Number(size));
  pages.set(size, known);
  return known;
}
