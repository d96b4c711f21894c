import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ExplainLab } from "./lab.js";

const ENDPOINT = `{ endpoint(by: { carrierEndpointId: "51170058" }, account: "bics-eu") { name plan { name } location { mcc } } }`;

describe("with x-explain: actual", () => {
  let lab: ExplainLab;
  beforeAll(async () => {
    lab = await ExplainLab.start();
  });
  afterAll(() => lab.stop());

  it("an answer is the usual one, with the calls that were made for it", async () => {
    const { data, extensions } = await lab.ask({ query: ENDPOINT }, "actual");
    expect({ data }).toEqual(await lab.ask({ query: ENDPOINT }));
    const call = { account: "bics-eu", carrier: "BICS", calls: 1, again: 0, ms: expect.any(Number) };
    expect(extensions?.calls).toEqual([
      { ...call, operation: "GetEndPointProfile" },
      { ...call, operation: "locationInfo" },
    ]);
  });

  it("a call that is sent again is counted once, and as sent again", async () => {
    lab.sandbox.faults.add({ operation: "locationInfo", fault: "status;status=503", times: 1 });
    const { errors, extensions } = await lab.ask({ query: ENDPOINT }, "actual");
    expect(errors).toBeUndefined();
    expect(extensions?.calls).toContainEqual(
      expect.objectContaining({ operation: "locationInfo", calls: 1, again: 1 }),
    );
  });

  it("an answer with a failure tells them, too", async () => {
    const { data, errors, extensions } = await lab.ask(
      { query: `{ endpoint(by: { carrierEndpointId: "1" }, account: "bics-eu") { name } }` },
      "actual",
    );
    expect({ data, errors }).toMatchObject({ data: { endpoint: null } });
    expect(extensions?.calls).toContainEqual(expect.objectContaining({ operation: "GetEndPointProfile", calls: 1 }));
  });

  it.each(["plan", "actual"])("a stream is refused that asks for it: %s", async (word) => {
    const before = lab.sandbox.calls.length;
    const response = await fetch(`${lab.app.url}/graphql/stream`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream", "x-explain": word },
      body: JSON.stringify({ query: ENDPOINT }),
    });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("at /graphql only")]);
    expect(lab.sandbox.calls.length).toBe(before);
  });

  it("without it no answer tells of calls", async () => {
    expect(await lab.ask({ query: ENDPOINT })).not.toHaveProperty("extensions");
  });
});

describe("where it is switched off", () => {
  let lab: ExplainLab;
  beforeAll(async () => {
    lab = await ExplainLab.start({});
  });
  afterAll(() => lab.stop());

  it.each(["plan", "actual", "plna"])("x-explain: %s is refused, and nothing is executed", async (word) => {
    expect(await lab.ask({ query: ENDPOINT }, word)).toMatchObject({
      data: null,
      errors: [{ extensions: { code: "PERMISSION_DENIED" } }],
    });
    expect(lab.sandbox.calls).toEqual([]);
  });

  it("other requests are answered", async () => {
    expect(await lab.ask({ query: ENDPOINT })).toMatchObject({ data: { endpoint: { plan: expect.anything() } } });
  });
});
