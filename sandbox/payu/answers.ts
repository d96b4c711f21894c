import type { CarrierVoice, Outgoing } from "../exchange.js";
import type { Plan, Settings } from "./state.js";

const json = (body: unknown, code: string | null, status: number): Outgoing => ({
  status,
  body: JSON.stringify(body),
  contentType: "application/json; charset=utf-8",
  code,
});

export const tokenGranted = (body: unknown): Outgoing => json(body, null, 200);

const SUCCESS_CODE = { "200/600": 200, "1/0": 1 } as const;
const FAILURE_CODE = { "200/600": 600, "1/0": 0 } as const;

/** A contradiction has the code of a failure. */
export function success(
  { codes, plansName }: Settings,
  operator: { operatorId: string; operatorName: string },
  plans: readonly Plan[],
  isContradictory: boolean,
): Outgoing {
  const code = isContradictory ? FAILURE_CODE[codes] : SUCCESS_CODE[codes];
  const { operatorName, operatorId } = operator;
  const payload = { operatorName, operatorId, [plansName]: plans };
  return json({ code, status: "SUCCESS", payload }, String(code), 200);
}

const PARAMS = {
  object: (params: Record<string, string>) => params,
  list: (params: Record<string, string>) => {
    const entries = Object.entries(params).map(([key, value]) => ({ key, value }));
    return entries.length > 0 ? entries : null;
  },
  null: () => null,
} as const;

/** What a failure is about: the plans, or the token. */
export const PLANS = { type: "mobile_plans", message: "mobile_plans_fetch_failed" } as const;
export const TOKEN = { type: "category_response", message: "category_response_failed" } as const;

export interface Refusal {
  reason: string;
  errorCode: string;
  params?: Record<string, string>;
  /** 200 unless told: most failures are told by the body alone. */
  status?: number;
}

export function failure(
  settings: Settings,
  about: typeof PLANS | typeof TOKEN,
  { reason, errorCode, params = {}, status = 200 }: Refusal,
  refId: string,
): Outgoing {
  const code = FAILURE_CODE[settings.codes];
  const payload = {
    [settings.errorsName]: [{ reason, errorCode }],
    refId: settings.hasRefId ? refId : null,
    type: about.type,
    message: settings.hasFullStop ? `${about.message}.` : about.message,
    additionalParams: PARAMS[settings.additionalParams](params),
  };
  return json({ code, status: "FAILURE", payload }, String(code), status);
}

export const UNAUTHORISED: Refusal = {
  reason: "The access token is not valid",
  errorCode: "UNAUTHORIZED",
  status: 401,
};

export const voiceOf = (refuse: (refusal: Refusal) => Outgoing): CarrierVoice => ({
  expiredToken: () => refuse(UNAUTHORISED),
  rateLimited: () => refuse({ reason: "Too many requests", errorCode: "RATE_LIMIT", status: 429 }),
  chosen: ({ code, description }) => refuse({ reason: description, errorCode: code }),
});
