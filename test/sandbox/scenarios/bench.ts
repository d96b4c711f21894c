import type { Sandbox } from "../../../sandbox/types.js";
import { fullCreation } from "../bodies.js";
import { at, conditions, type Reply, signIn, startTestSandbox, type User } from "../support.js";

/** A sandbox and its users, for one scenario. */
export interface Bench {
  sandbox: Sandbox;
  eu: User;
  oem: User;
  benefits: User;
  reseller: User;
  /** Switches the first enterprise off. */
  disable(): Promise<void>;
  set(endPointId: string, endpoint: Record<string, unknown>): Promise<void>;
  /** Creates a postpaid endpoint that is active and has all of the services of its plan; answers its id. */
  active(params?: Record<string, unknown>): Promise<string>;
}

/** How one documented answer comes about. */
export type Scenario = (bench: Bench) => Promise<Reply>;

export async function openBench(): Promise<Bench> {
  const sandbox = await startTestSandbox();
  const [eu, oem, benefits, reseller] = await Promise.all([
    signIn(sandbox, "bics-eu"),
    signIn(sandbox, "bics-oem"),
    signIn(sandbox, "bics-benefits"),
    signIn(sandbox, "bics-reseller"),
  ]);
  return {
    sandbox,
    eu,
    oem,
    benefits,
    reseller,
    disable: async () => {
      await conditions(sandbox, { account: "bics-eu", enterprise: { enabled: false } });
    },
    set: async (endPointId, endpoint) => {
      const reply = await conditions(sandbox, { account: "bics-eu", endPointId, endpoint });
      if (reply.status !== 200) throw new Error(reply.text);
    },
    active: async (params = {}) => {
      const reply = await eu.post("/CreateEndPoint", fullCreation(eu, params));
      if (reply.inner !== "5014") throw new Error(reply.text);
      return String(at(reply.body, "Response", "endPointId"));
    },
  };
}
