import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const ACCOUNT = { id: "bics-eu", carrier: "BICS", baseUrl: "http://127.0.0.1:9/api", username: "me" };

let folder: string;
let accountsFile: string;
const children: ChildProcess[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "carrier-graph-main-"));
  accountsFile = join(folder, "accounts.json");
  writeFileSync(accountsFile, JSON.stringify([{ ...ACCOUNT, password: "hunter2" }]));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

afterAll(() => rmSync(folder, { recursive: true }));

/** The program, knowing nothing of this process's environment. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    env: { DATA_DIR: folder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  return { child, end: endOf(child), stdout: text(child.stdout), stderr: text(child.stderr) };
}

const endOf = async (child: ChildProcess): Promise<number | null> => {
  const [code] = await once(child, "exit");
  return code;
};

async function refusal(env: Record<string, string>) {
  const { end, stdout, stderr } = start(env);
  return { code: await end, stdout: await stdout, stderr: await stderr };
}

describe("the program does not start", () => {
  it("without accounts, and says what is missing", async () => {
    expect(await refusal({})).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "The configuration has 1 fault(s):\n" +
        "  - ACCOUNTS_FILE: is missing: give the path of the accounts file (see .env.example)\n",
    });
  });

  it("with faults in its configuration, and tells all of them", async () => {
    const faulty = join(folder, "faulty.json");
    writeFileSync(faulty, JSON.stringify([ACCOUNT]));
    const { code, stderr } = await refusal({ ACCOUNTS_FILE: faulty, PORT: "http", LOG_LEVEL: "loud" });
    expect(code).toBe(1);
    expect(stderr.split("\n")).toEqual([
      "The configuration has 3 fault(s):",
      "  - PORT: must be a whole number from 0 to 65535",
      expect.stringMatching(/^ {2}- LOG_LEVEL: /),
      `  - ${faulty}[0].password: is missing: give username and password, or accessToken`,
      "",
    ]);
  });

  it("where something else listens at its port, and says so", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const port = String(Object(other.address()).port);
    const { code, stderr } = await refusal({ ACCOUNTS_FILE: accountsFile, PORT: port });
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `listen EADDRINUSE: address already in use 127.0.0.1:${port}: something else listens there. Stop it, or set PORT.\n`,
    );
  });
});

describe("the program starts with accounts, also where their carriers cannot be reached", () => {
  it.each(["SIGTERM", "SIGINT"] as const)("answers, and ends without a fault at %s", async (signal) => {
    const { child, end, stdout, stderr } = start({ ACCOUNTS_FILE: accountsFile, PORT: "0" });
    const url = await addressIn(child);
    const answers = await Promise.all([
      fetch(`${url}/health/live`),
      fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: "{ accounts { id } }" }),
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toEqual({ data: { accounts: [{ id: "bics-eu" }] } });
    await expect.poll(async () => (await fetch(`${url}/health/ready`)).status, { timeout: 15_000 }).toBe(200);
    child.kill(signal);
    expect(await end).toBe(0);
    expect(await stderr).toBe("");
    expect(await stdout).not.toContain("hunter2");
  });
});

/** The origin that the program logs when it is ready. */
async function addressIn(child: ChildProcess): Promise<string> {
  let seen = "";
  for await (const [chunk] of onData(child)) {
    seen += chunk;
    const url = /"graphql":"(http:[^"]+)\/graphql"/.exec(seen)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`no address in: ${seen}`);
}

async function* onData({ stdout }: ChildProcess): AsyncGenerator<unknown[]> {
  if (stdout === null) throw new Error("no output");
  for (;;) yield await once(stdout, "data");
}
