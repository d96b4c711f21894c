import { afterAll, beforeAll } from "vitest";
import { type Answer, json } from "../../support/scripted-answers.js";
import type { ReceivedRequest } from "../../support/scripted-carrier.js";
import { type Bics, envelope, everythingOf, fixed, startBics } from "./support.js";

/** One account and its carrier for all tests of a file. */
export interface Lab {
  readonly bics: Bics;
  readonly all: ReturnType<typeof everythingOf>;
  /** Answers everything with this. */
  says(answer: Answer): void;
  /** Answers everything with a printed example. */
  prints(operation: string, name: string): void;
  /** Answers everything with an envelope. */
  answers(outer: string, inner: string, fields?: object, description?: string): void;
  /** The body of the last request. */
  sent(): unknown;
  last(): ReceivedRequest;
  /** How many requests have come since it was asked last. */
  count(): number;
}

export function lab(settings?: Readonly<Record<string, unknown>>): Lab {
  let bics: Bics | null = null;
  let counted = 0;
  const running = (): Bics => {
    if (bics === null) throw new Error("the lab is closed");
    return bics;
  };
  beforeAll(async () => {
    bics = await startBics(settings);
  });
  afterAll(() => running().stop());
  const says = (answer: Answer) => running().carrier.onRequest(() => answer);
  const last = (): ReceivedRequest => {
    const request = running().carrier.requests.at(-1);
    if (!request) throw new Error("nothing was received");
    return request;
  };
  return {
    get bics() {
      return running();
    },
    get all() {
      return everythingOf(running());
    },
    says,
    prints: (operation, name) => says(fixed(operation, name)),
    answers: (...said) => says(json(envelope(...said))),
    last,
    sent: () => last().json,
    count: () => {
      const before = counted;
      counted = running().carrier.requests.length;
      return counted - before;
    },
  };
}

/** A profile answer with these fields of basicInfo and beside it. */
export const profileWith = (basicInfo: object, beside: object = {}) =>
  envelope("0", "1082", { info: { basicInfo: { currentStatus: "A", ...basicInfo }, ...beside } });

/** A listing with these rows. */
export const listingWith = (...endpoints: object[]) => envelope("0", "6742", { responseParam: { endpoints } });
