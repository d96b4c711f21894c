import { describe, expect, it } from "vitest";
import { fullCreation, modification, only, subscription } from "./bodies.js";
import { benchPerFile } from "./refuses.js";
import type { Bench, Scenario } from "./scenarios/bench.js";
import { at, conditions } from "./support.js";

const bench = benchPerFile();

const createActive: (params: Record<string, unknown>) => Scenario =
  (params) =>
  ({ eu }) =>
    eu.post("/CreateEndPoint", fullCreation(eu, params));
const createWith: (specimen: string) => Scenario =
  (specimen) =>
  ({ eu }) =>
    eu.post("/CreateEndPoint", fullCreation(eu, { iccid: eu.specimen(specimen) }));

/** Subscribes an add-on, and modifies with its unique id. */
const withAddon: (run: (bench: Bench, id: string, uniqueId: string) => ReturnType<Scenario>) => Scenario =
  (run) => async (bench) => {
    const id = await bench.active();
    const added = await bench.eu.post("/SubscribeAddon", subscription(id, "795750"));
    return run(bench, id, String(at(added.body, "Response", "info", "promotionalPlans", "plan", 0, "uniqueId")));
  };

const link = (endPointId: string, iccid: string) => ({ Request: { endPointId, requestParam: { iccid } } });

describe("outcomes that nobody can tell from the answer", () => {
  it("says that linking failed, and leaves the endpoint without a SIM", async () => {
    const { eu } = bench();
    const reply = await eu.post("/LinkSim", link(eu.specimen("hold"), eu.specimen("simLinkFails")));
    expect([reply.outer, reply.inner]).toEqual(["1", "10239"]);
    expect(at(await eu.row(eu.specimen("hold")), "status")).toBe("H");
    expect(bench().sandbox.ledger).toEqual([]);
  });

  it("says that linking timed out, and has linked", async () => {
    const { eu } = bench();
    const reply = await eu.post("/LinkSim", link(eu.specimen("hold"), eu.specimen("simLinkTimesOut")));
    expect([reply.outer, reply.inner]).toEqual(["1", "10240"]);
    expect(at(await eu.row(eu.specimen("hold")), "status")).toBe("PA");
    expect(bench().sandbox.ledger).toHaveLength(1);
  });

  it("says that a creation timed out, names no endpoint, and has created it", async () => {
    const { eu } = bench();
    const reply = await createWith("simLinkTimesOut")(bench());
    expect(reply.inner).toBe("10240");
    expect(reply.text).not.toContain("endPointId");
    const again = await createWith("simLinkTimesOut")(bench());
    expect(again.inner).toBe("2026");
    expect(bench().sandbox.ledger.filter((entry) => entry.account === "bics-eu")).toHaveLength(1);
    expect(eu.specimen("simLinkTimesOut")).toMatch(/^\d{19}$/);
  });

  it("answers that it only linked where activation was asked for and failed", async () => {
    const reply = await createWith("simActivationFails")(bench());
    expect([reply.outer, reply.inner]).toEqual(["0", "6409"]);
    const endPointId = String(at(reply.body, "Response", "endPointId"));
    expect((await bench().eu.post("/EndPointActivation", only(endPointId))).inner).toBe("5015");
  });

  it("fails a deletion while an add-on is being removed, in an answer whose outer code is success", async () => {
    const reply = await withAddon(async ({ eu }, id, uniqueId) => {
      await eu.patch("/endpoint", modification(id, { removeAddonUniqueIds: [uniqueId] }));
      await eu.post("/DeLinkSim", only(id));
      return eu.post("/DeleteEndPoint", only(id));
    })(bench());
    expect([reply.outer, reply.inner]).toEqual(["0", "10160"]);
  });
});

describe("conditions of an enterprise", () => {
  it("refuses activation with 7022 when the enterprise has no money left, and takes it again when it has", async () => {
    await conditions(bench().sandbox, { account: "bics-eu", enterprise: { balance: 0 } });
    expect((await createActive({})(bench())).inner).toBe("7022");
    await conditions(bench().sandbox, { account: "bics-eu", enterprise: { balance: 1 } });
    expect((await createActive({})(bench())).inner).toBe("5014");
  });
});
