import { expect, it } from "vitest";
import { serve } from "../../support/api.js";
import { json } from "../../support/scripted-answers.js";
import { startScriptedCarrier } from "../../support/scripted-carrier.js";
import { profileOf } from "../scripted-bics.js";

const PROFILE = "/api/GetEndPointProfile";

it("the metrics tell which calls were spared, and which are held back", async () => {
  const carrier = await startScriptedCarrier();
  const { promise, resolve } = Promise.withResolvers<void>();
  carrier.serve(PROFILE, () => promise.then(() => profileOf("7")));
  const account = { id: "bics", carrier: "BICS", baseUrl: `${carrier.baseUrl}/api`, accessToken: "token-of-the-test" };
  const app = await serve([{ ...account, cache: { seconds: 60 }, breaker: { failures: 1, restSeconds: 3_600 } }]);
  const ask = (directive: string) =>
    fetch(`${app.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query: `query Q ${directive} { endpoint(by: { carrierEndpointId: "7" }, account: "bics") { name } }`,
      }),
    }).then((response) => response.text());
  const metric = async (name: string, by: string) => {
    const text = await (await fetch(`${app.url}/metrics`)).text();
    return new RegExp(`^${name}\\{carrier="BICS",account="bics",${by}\\} (\\d+)$`, "m").exec(text)?.[1];
  };
  try {
    const together = [ask(""), ask("")];
    while ((await metric("carrier_calls_spared_total", 'by="shared"')) !== "1");
    resolve();
    await Promise.all(together);
    await ask("@freshness(maxAge: 60)");
    expect(await metric("carrier_circuit", 'class="reads"')).toBe("0");
    carrier.serve(PROFILE, () => json({}, 503));
    await ask("");
    await ask("@freshness(maxAge: 0, allowStale: true)");
    const spared = ["shared", "cached", "stale", "heldBack"].map((by) =>
      metric("carrier_calls_spared_total", `by="${by}"`),
    );
    expect(await Promise.all(spared)).toEqual(["1", "1", "1", "1"]);
    expect(await metric("carrier_circuit", 'class="reads"')).toBe("2");
    expect(await metric("carrier_circuit", 'class="writes"')).toBe("0");
  } finally {
    await app.stop();
    await carrier.stop();
  }
});
