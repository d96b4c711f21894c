import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { serverForTest } from "./support/server.js";

async function folder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "graphiql-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  return directory;
}

async function build(directory: string): Promise<void> {
  await mkdir(join(directory, "assets"), { recursive: true });
  await writeFile(join(directory, "index.html"), "<title>GraphiQL</title>");
  await writeFile(join(directory, "assets/main-abc.js"), "run()");
}

it("the root leads to GraphiQL", async () => {
  const { url } = await serverForTest();
  const response = await fetch(url, { redirect: "manual" });
  expect([response.status, response.headers.get("location")]).toEqual([302, "/graphiql"]);
});

it("the page and its assets are served, the assets for ever", async () => {
  const directory = await folder();
  await build(directory);
  const { url } = await serverForTest({ graphiql: { directory } });
  const page = await fetch(`${url}/graphiql`);
  expect([page.status, page.url, await page.text()]).toEqual([200, `${url}/graphiql/`, "<title>GraphiQL</title>"]);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  const asset = await fetch(`${url}/graphiql/assets/main-abc.js`);
  expect([asset.status, await asset.text()]).toEqual([200, "run()"]);
  expect(asset.headers.get("cache-control")).toContain("immutable");
});

it("nothing outside the folder is served", async () => {
  const directory = await folder();
  await build(directory);
  await writeFile(join(directory, "secret.txt"), "not for you");
  const { url } = await serverForTest({ graphiql: { directory: join(directory, "assets") } });
  for (const path of ["..%2fsecret.txt", "%2e%2e%2fsecret.txt", "x/..%2f..%2fsecret.txt", "..%5csecret.txt"]) {
    const response = await fetch(`${url}/graphiql/${path}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain("not for you");
  }
});

it("a page that is being built says so and asks again, until it is there", async () => {
  const directory = join(await folder(), "dist");
  const { url } = await serverForTest({ graphiql: { directory } });
  const early = await fetch(`${url}/graphiql/`);
  expect(early.status).toBe(503);
  expect(await early.text()).toMatch(/http-equiv="refresh" content="1"[\s\S]*being built/);
  await build(directory);
  const late = await fetch(`${url}/graphiql/`);
  expect([late.status, await late.text()]).toEqual([200, "<title>GraphiQL</title>"]);
  expect((await fetch(`${url}/graphiql/assets/main-abc.js`)).status).toBe(200);
});

it("a server without a bundle answers the same page", async () => {
  const { url } = await serverForTest();
  expect((await fetch(`${url}/graphiql`)).status).toBe(503);
});
