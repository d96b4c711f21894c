import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { type Sandbox, startSandbox } from "../sandbox/server.js";

const KEYS = /^accountAccessKeyId: (AK-\S+)\naccountAccessSecretKey: (sandbox-secret-\S+)\n$/;
/** As `npm run reach:key` starts it. */
const [, ...COMMAND] = manifest.scripts["reach:key"].split(" ");

let sandbox: Sandbox;
let directory: string;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  directory = mkdtempSync(join(tmpdir(), "reach-key-"));
  const [first, second] = sandbox.reach.accounts;
  write([first, { ...second, readOnly: true }, ...sandbox.nexcon.accounts]);
  return () => rmSync(directory, { recursive: true });
});
afterAll(() => sandbox.stop());

const file = () => join(directory, "accounts.json");
const write = (accounts: readonly unknown[]) => writeFileSync(file(), JSON.stringify(accounts));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end. */
function keys(...args: string[]): Promise<Ended> {
  const env = { PATH: process.env.PATH, ACCOUNTS_FILE: file(), DATA_DIR: join(directory, "data") };
  return new Promise((resolve) => {
    execFile(process.execPath, [...COMMAND, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

const called = () => sandbox.calls.map(({ operation }) => operation);

describe("R-03 the permanent keys of a Reach account", () => {
  it("are made by one call, and printed once and nowhere else", async () => {
    const { code, stdout, stderr } = await keys("reach-us", "--yes");
    expect(stdout).toMatch(KEYS);
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/AK-|sandbox-secret/);
    expect(called()).toEqual(["generateAccessKey"]);
    expect(readdirSync(directory)).toEqual(["accounts.json"]);
  });

  it("are not made without a yes", async () => {
    const { code, stdout, stderr } = await keys("reach-us");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("Nothing was sent: new keys of reach-us are only made with --yes.");
    expect(called()).toEqual([]);
  });

  it.each([
    { given: ["--yes"], says: "Usage: npm run reach:key" },
    { given: ["reach-us", "reach-mvno", "--yes"], says: "Usage: npm run reach:key" },
    { given: ["reach-us", "--force"], says: "Usage: npm run reach:key" },
    { given: ["nobody", "--yes"], says: "nobody is no Reach account of ACCOUNTS_FILE. Of Reach there are: reach-us" },
    { given: ["nexcon", "--yes"], says: "nexcon is no Reach account" },
    { given: ["reach-mvno", "--yes"], says: "PERMISSION_DENIED: The account is read-only." },
  ])("are not made for $given", async ({ given, says }) => {
    const { code, stdout, stderr } = await keys(...given);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(says);
    expect(called()).toEqual([]);
  });

  it("are not made where the configuration has a fault", async () => {
    write([{ id: "reach-us", carrier: "REACH" }]);
    const { code, stderr } = await keys("reach-us", "--yes");
    expect(code).toBe(1);
    expect(stderr).toContain("The configuration has");
  });

  it.each([
    { fault: "status;status=403", says: "PERMISSION_DENIED" },
    { fault: "reset-after", says: "OUTCOME_UNKNOWN" },
    { fault: "truncated", says: "OUTCOME_UNKNOWN" },
  ])("after $fault are asked for once, and the failure is told: $says", async ({ fault, says }) => {
    sandbox.faults.add({ operation: "generateAccessKey", fault });
    const { code, stdout, stderr } = await keys("reach-us", "--yes");
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`${says}: `);
    expect(stderr).not.toContain("sandbox-secret");
    expect(called()).toEqual(["generateAccessKey"]);
  });
});
