import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Leaver, patienceUnder } from "../../../src/datasources/http/patience.js";

/** Those who wait under a signal of their own, and who of them has left, with the reason's name. */
function waiting() {
  const controller = new AbortController();
  const patience = patienceUnder(controller.signal);
  const gone: string[] = [];
  const enter = (name: string, ms: number, alsoDoes = () => {}) => {
    const leaver: Leaver = {
      givesUpAt: Date.now() + ms,
      leave: (reason) => {
        gone.push(`${name}: ${reason instanceof DOMException ? reason.name : String(reason)}`);
        alsoDoes();
      },
    };
    patience.add(leaver);
    return leaver;
  };
  return { controller, patience, gone, enter };
}

const TIMED_OUT = "TimeoutError";

describe("those who wait under one signal", () => {
  it("leave each when his own time is up, also who came later and gives up earlier", async () => {
    const { gone, enter, patience } = waiting();
    enter("patient", 120);
    enter("hasty", 30);
    const never = enter("never", 60_000);
    await expect.poll(() => gone).toEqual([`hasty: ${TIMED_OUT}`, `patient: ${TIMED_OUT}`]);
    patience.remove(never);
  });

  it("leave at once when their time is up already, or the signal is aborted", () => {
    const { controller, gone, enter } = waiting();
    enter("late", 0);
    expect(gone).toEqual([`late: ${TIMED_OUT}`]);
    controller.abort("gone home");
    enter("after", 1000);
    expect(gone).toEqual([`late: ${TIMED_OUT}`, "after: gone home"]);
  });

  it("leave all together when the signal is aborted, but not who waits no longer", () => {
    const { controller, patience, gone, enter } = waiting();
    const answered = enter("answered", 1000);
    enter("one", 1000);
    enter("other", 1000);
    patience.remove(answered);
    controller.abort("gone home");
    expect(gone).toEqual(["one: gone home", "other: gone home"]);
  });

  it("leave once, also where the first takes another with him", () => {
    const { controller, patience, gone, enter } = waiting();
    const taken: { leaver?: Leaver } = {};
    enter("first", 1000, () => taken.leaver && patience.remove(taken.leaver));
    taken.leaver = enter("taken along", 1000);
    controller.abort("gone home");
    controller.abort("again");
    expect(gone).toEqual(["first: gone home"]);
  });

  it("may wait longer than a timer can be set to", async () => {
    const { patience, gone, enter } = waiting();
    const warnings: string[] = [];
    const warned = ({ name }: Error) => warnings.push(name);
    process.on("warning", warned);
    const leaver = enter("for years", 2 ** 40);
    await sleep(20);
    process.off("warning", warned);
    expect({ gone, warnings }).toEqual({ gone: [], warnings: [] });
    patience.remove(leaver);
  });

  it("wait anew after everybody had gone", async () => {
    const { gone, enter, patience } = waiting();
    patience.remove(enter("first", 60_000));
    enter("second", 20);
    await expect.poll(() => gone).toEqual([`second: ${TIMED_OUT}`]);
  });
});
