import { type Body, encrypted, type NextcommUser } from "./nextcomm-support.js";
import { at, type Reply } from "./support.js";

/** A request that succeeds, and what the sandbox must have made of it. */
export interface Case {
  name: string;
  path: string;
  effect: "auth" | "read" | "write";
  /** Without credentials. */
  body(user: NextcommUser): Body;
  /** The names of the credentials. */
  credentials: readonly string[];
  needsBearer: boolean;
  /** Fields that must be there. */
  mandatory: readonly string[];
  ledger: number;
}

const BODY = ["UserID", "Password"];
const reads = { effect: "read", credentials: BODY, needsBearer: true, ledger: 0 } as const;
const writes = { effect: "write", credentials: BODY, needsBearer: true, ledger: 1 } as const;

export const activationOf = (user: NextcommUser): Body => ({
  PlanID: Number(user.specimen("planId")),
  FirstName: "Test",
  LastName: "Person",
  AltMobNo: "9987654321",
  EmailID: "test@example.com",
  SIMNo: "",
  SimSubType: "ESim",
  RequestID: "938758748892347",
  TxnDateTime: "2025-11-05T12:00:00",
});

export const rechargeOf = (user: NextcommUser): Body => ({
  MobileNo: user.specimen("active"),
  RechargeAmt: user.account.currency === "ZAR" ? 49 : 2.7,
  PlanCode: user.specimen("planCode"),
  PlanName: "",
  TxnDateTime: "2025-11-05T12:00:00",
  RequestID: "Test123456789",
});

export const bulkRowOf = (user: NextcommUser, simNo = user.specimen("simFree")): Body => ({
  profileId: 1,
  profile: "SA Local",
  serviceTypeId: 4,
  serviceType: "Activation Plan",
  serviceId: Number(user.specimen("planId")),
  service: "Nextcomm – Data 1 GB",
  price: 49,
  simType: "Others",
  simNo,
  travelDate: "2025-11-11 15:25:55",
  emailID: "test@example.com",
  validityDays: 30,
  otherBenefits: "...",
  additionalBenefit: "...",
  connectionType: "Individual",
  TxnDateTime: "2025-11-05T12:00:00",
  RequestID: "Test123456789",
  RefCode: "Ref321654",
});

export const documentRowOf = (user: NextcommUser): Body => ({
  SimNo: user.specimen("simFree"),
  POI: Buffer.from("a visa").toString("base64"),
  POA: `data:application/pdf;base64,${Buffer.from("a passport").toString("base64")}`,
});

/** The nine requests with a body; the two look-ups are GETs. */
export const CASES: readonly Case[] = [
  {
    name: "GetToken",
    path: "GetToken",
    effect: "auth",
    credentials: ["LoginId", "Password"],
    needsBearer: false,
    ledger: 0,
    body: () => ({}),
    mandatory: [],
  },
  {
    name: "Activation",
    path: "Activation",
    ...writes,
    body: activationOf,
    mandatory: ["PlanID", "FirstName", "LastName", "AltMobNo", "EmailID", "SimSubType", "RequestID", "TxnDateTime"],
  },
  {
    name: "Recharge",
    path: "Recharge",
    ...writes,
    body: rechargeOf,
    mandatory: ["MobileNo", "RechargeAmt", "PlanCode"],
  },
  {
    name: "UpdPlanExp/Enquire",
    path: "UpdPlanExp",
    ...reads,
    credentials: [],
    needsBearer: false,
    body: (user) => ({ Action: "Enquire", MobileNo: user.specimen("active") }),
    mandatory: ["MobileNo"],
  },
  {
    name: "UpdPlanExp/Modify",
    path: "UpdPlanExp",
    ...writes,
    credentials: ["UsrID", "Pass"],
    needsBearer: false,
    body: (user) => ({ Action: "Modify", MobileNo: user.specimen("active"), PlanExpiryDt: "2026-01-31" }),
    mandatory: ["MobileNo", "PlanExpiryDt"],
  },
  {
    name: "GetSubscriberInfo",
    path: "GetSubscriberInfo",
    ...reads,
    body: (user) => ({ MobileNo: user.specimen("active") }),
    mandatory: ["MobileNo"],
  },
  {
    name: "GetSIMsForActivation",
    path: "GetSIMsForActivation",
    ...reads,
    body: () => ({ SimSubType: "eSIM", SimNo: "" }),
    mandatory: ["SimSubType"],
  },
  {
    name: "DoBulkActivation",
    path: "DoBulkActivation",
    ...writes,
    body: (user) => ({ ActLst: [bulkRowOf(user)] }),
    mandatory: ["ActLst"],
  },
  {
    name: "DoDocUpld",
    path: "DoDocUpld",
    ...writes,
    body: (user) => ({ DocLst: [documentRowOf(user)] }),
    mandatory: ["DocLst"],
  },
];

/** The credentials of a case, right for the user. */
function credentialsFor({ credentials }: Case, { account }: NextcommUser): Body {
  const [user, password] = credentials;
  if (user === undefined || password === undefined) return {};
  return { [user]: user === "LoginId" ? account.loginId : account.userId, [password]: encrypted(account) };
}

export const bodyFor = (one: Case, user: NextcommUser): Body => ({ ...credentialsFor(one, user), ...one.body(user) });

/** What is said of the outcome: the envelope's status, or the first row's. */
export const statusOf = ({ body }: Reply): unknown => at(body, "Status") ?? at(body, 0, "Status");

export const textsOf = ({ body }: Reply): unknown[] => [at(body, "Message"), at(body, "MessageData")];
