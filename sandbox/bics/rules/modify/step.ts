import type { Answer } from "../../answer.js";
import type { Endpoint, Enterprise } from "../../state.js";

/** What a modification works on. */
export interface Target {
  enterprise: Enterprise;
  endpoint: Endpoint;
  now: number;
  uniqueId(): string;
}

/** One part of a modification: refused, or ready to be applied. Nothing is applied before every part is ready. */
export type Step = Answer | Apply | null;
export type Apply = () => void;

export const modifyFailure = (reason?: string): Answer => ({
  outer: "1",
  code: "10069",
  text: reason ? `Modify endpoint failure - ${reason}` : "Modify endpoint failure",
});

export const notActive: Answer = { outer: "1", code: "2503", text: "Subscriber not in active state" };
