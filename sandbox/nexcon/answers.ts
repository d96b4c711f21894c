import type { CarrierVoice, Outgoing } from "../exchange.js";

/** The document says that failures are in the 400 range and nothing of their bodies: here they are of every kind. */
export const json = (status: number, body: unknown): Outgoing => ({
  status,
  body: JSON.stringify(body),
  contentType: "application/json; charset=utf-8",
  code: String(status),
});

export const text = (status: number, body: string): Outgoing => ({
  status,
  body,
  contentType: "text/plain; charset=utf-8",
  code: String(status),
});

export const empty = (status: number): Outgoing => text(status, "");

export const voice: CarrierVoice = {
  expiredToken: () => json(401, { message: "Invalid API key" }),
  rateLimited: () => json(429, { message: "Too many requests" }),
  chosen: ({ code, description }) => {
    const status = /^[2-5]\d\d$/.test(code) ? Number(code) : 400;
    return description === "" ? empty(status) : text(status, description);
  },
};
