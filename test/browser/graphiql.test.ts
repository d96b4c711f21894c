import { Kind } from "graphql";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Api, startApi } from "../support/api.js";
import { openBrowser } from "../support/browser.js";
import { committedExamples } from "./committed-examples.js";
import { graphiqlBundle } from "./graphiql-bundle.js";

const PATIENT = { timeout: 30_000 };
const examples = committedExamples();
let api: Api;
let browser: Browser;

beforeAll(async () => {
  await graphiqlBundle();
  api = await startApi();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await api?.stop();
});

describe("the GraphiQL page", () => {
  it("opens with every committed example as a tab, the first one active", async () => {
    const { page } = await visit();
    const tabs = page.getByRole("tab");
    expect(await tabs.allInnerTexts()).toEqual(examples.map(({ operation }) => operation.name?.value));
    expect(await tabs.first().getAttribute("aria-selected")).toBe("true");
    expect(await page.title()).toBe("Carrier graph");
  });

  it("shows each example with its variables", async () => {
    const { page } = await visit();
    // The editor of the headers stands behind that of the variables.
    const pane = page.getByRole("region", { name: "Variables" }).locator(".view-lines").first();
    for (const [index, { variables }] of examples.entries()) {
      await page.getByRole("tab").nth(index).click();
      await expect.poll(async () => firstKey(await pane.innerText()), PATIENT).toBe(firstKey(variables));
    }
  });

  it("runs the first example at the press of the button and shows the answer", async () => {
    const { page } = await visit();
    expect(await runFirstExample(page)).not.toContain('"errors"');
  });

  it("asks no other origin for anything and reports no fault", async () => {
    const { page, requests, faults } = await visit();
    await runFirstExample(page);
    await page.waitForLoadState("networkidle");
    expect(requests.filter((address) => new URL(address).origin !== api.url)).toEqual([]);
    expect(requests).toContain(`${api.url}/graphql`);
    expect(faults).toEqual([]);
  });

  it("shows events over a socket as they come", { timeout: 90_000 }, async () => {
    await expect.poll(async () => (await fetch(`${api.url}/health/ready`)).status, PATIENT).toBe(200);
    const { page, faults } = await visit();
    await page.getByRole("tab", { name: "Events", exact: true }).click();
    const socket = page.waitForEvent("websocket");
    await page.getByRole("button", { name: "Execute query" }).click();
    expect((await socket).url()).toBe(`${api.url.replace("http", "ws")}/graphql/ws`);
    const answer = page.getByRole("region", { name: "Result Window" });
    // What happens before the server has read the subscription is not told: then the next thing is.
    const shown = async () => {
      await actOnce();
      return answer.innerText();
    };
    await expect.poll(shown, { ...PATIENT, interval: 1_000 }).toContain('"SUCCEEDED"');
    expect(faults).toEqual([]);
  });

  it.each(["light", "dark"] as const)("is %s where the system is", async (colorScheme) => {
    const { page } = await visit({ colorScheme });
    const lightness = await page.evaluate<number>(LIGHTNESS_OF_BACKGROUND);
    expect(lightness > 128 ? "light" : "dark").toBe(colorScheme);
  });
});

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const body = JSON.stringify({ query, variables });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${api.url}/graphql`, { method: "POST", headers, body });
  return ((await response.json()) as { data: Data }).data;
}

let acted = 0;

/** Has an endpoint suspended, or resumed again, and waits for the end. */
async function actOnce(): Promise<void> {
  const { endpoint } = await ask<{ endpoint: { id: string } }>(
    '{ endpoint(by: { carrierEndpointId: "51170058" }, account: "bics-eu") { id } }',
  );
  const action = acted++ % 2 === 0 ? "endpointSuspend" : "endpointResume";
  const input = { endpoint: endpoint.id, idempotencyKey: `seen-in-the-page-${acted}` };
  await ask(`mutation ($input: EndpointActionInput!) { ${action}(input: $input) { operation { id } } }`, { input });
}

const LIGHTNESS_OF_BACKGROUND = `
  const { backgroundColor } = getComputedStyle(document.querySelector(".graphiql-container"));
  Number(backgroundColor.match(/[0-9.]+/)[0]);
`;

/** A first visit, to the moment the editor is ready: nothing is kept from one to the next. */
async function visit(options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  context.on("request", (request) => void requests.push(request.url()));
  context.on("weberror", (error) => void faults.push(error.error().message));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(message.text());
  });
  page.setDefaultTimeout(PATIENT.timeout);
  await page.goto(`${api.url}/graphiql`);
  // Until the editor shows its text, a press of the button does nothing.
  await page.getByRole("region", { name: "Operation Editor" }).locator(".view-line").first().waitFor();
  return { page, requests, faults };
}

/** Presses the button and returns the answer, as soon as the first field of the operation is in it. */
async function runFirstExample(page: Page): Promise<string> {
  const [field] = examples[0]?.operation.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD) throw new Error("The first example does not begin with a field");
  await page.getByRole("button", { name: "Execute query" }).click();
  const answer = page.getByRole("region", { name: "Result Window" });
  await answer.getByText(`"${(field.alias ?? field.name).value}"`).waitFor();
  return answer.innerText();
}

const firstKey = (json: string) => /"(\w+)"/.exec(json)?.[1];
