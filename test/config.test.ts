import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.js";

type Env = Record<string, string | undefined>;

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "carrier-graph-config-"));
  file = join(folder, "accounts.json");
});

afterAll(() => rmSync(folder, { recursive: true }));

const login = { id: "bics-eu", carrier: "BICS", baseUrl: "https://sft.bics.com/api", username: "me", password: "pw" };
const { username, password, ...bare } = login;

/** The configuration of these entries, or of a file with exactly this text. */
function read(content: unknown, env: Env = {}) {
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return readConfig({ ACCOUNTS_FILE: file, ...env });
}

/** All faults, the accounts file called `accounts`. Fails where there are none. */
function faultsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => fault.replaceAll(file, "accounts"));
  }
  throw new Error("no fault was found");
}

const faultsIn = (content: unknown, env: Env = {}) => faultsOf(() => read(content, env));

describe("a configuration without faults", () => {
  it("has defaults for all but the accounts", () => {
    const { accounts, ...rest } = read([login]);
    expect(accounts.map(({ carrier, config }) => [carrier, config.id])).toEqual([["BICS", "bics-eu"]]);
    expect(rest).toEqual({
      port: 4000,
      host: "127.0.0.1",
      publicUrl: undefined,
      dataDir: ".data",
      idSecret: undefined,
      isExplaining: false,
      logLevel: "info",
    });
  });

  it("takes what is set", () => {
    const env = {
      PORT: "0",
      HOST: "::",
      PUBLIC_URL: "https://graph.example.com/x",
      DATA_DIR: "/data",
      EXPLAIN: "on",
      LOG_LEVEL: "debug",
    };
    expect(read([login], { ...env, ID_SECRET: "sixteen or more." })).toMatchObject({
      port: 0,
      host: "::",
      publicUrl: "https://graph.example.com/x",
      dataDir: "/data",
      idSecret: "sixteen or more.",
      isExplaining: true,
      logLevel: "debug",
    });
  });

  it("takes a blank variable for one that is not set", () => {
    const blank = { PORT: "", HOST: "", PUBLIC_URL: "", DATA_DIR: " ", ID_SECRET: "", EXPLAIN: "", LOG_LEVEL: "" };
    expect(read([login], blank)).toMatchObject({ port: 4000, host: "127.0.0.1", dataDir: ".data", logLevel: "info" });
  });

  it("keeps the accounts in the order of the file", () => {
    const ids = ["zebra", "ant", "bee"];
    expect(read(ids.map((id) => ({ ...login, id }))).accounts.map(({ config }) => config.id)).toEqual(ids);
  });

  it("reads the settings that every account may have", () => {
    const settings = {
      displayName: "Europe",
      readOnly: true,
      timeZone: "Europe/Brussels",
      limits: { concurrency: 3, perSecond: 0.5 },
      numberRanges: { iccid: ["8932"], msisdn: ["32", "31"] },
      deadlines: { readMs: 5000 },
    };
    expect(read([{ ...login, ...settings }]).accounts[0]?.config).toMatchObject(settings);
  });
});

describe("variables in the accounts file", () => {
  it("are read from the environment in any text, at any depth, also as a part of it", () => {
    const entry = {
      ...login,
      baseUrl: "https://${BICS_HOST}/api${BICS_PATH}",
      numberRanges: { iccid: ["8932${NET}"] },
      displayName: "${NET}-${NET}",
    };
    const env = { BICS_HOST: "bics.example.com", BICS_PATH: "/v1", NET: "04" };
    expect(read([entry], env).accounts[0]?.config).toMatchObject({
      baseUrl: "https://bics.example.com/api/v1",
      numberRanges: { iccid: ["893204"] },
      displayName: "04-04",
    });
  });

  it("are read once: a value that looks like a variable is a value", () => {
    const { accounts } = read([{ ...login, displayName: "${ONE}" }], { ONE: "${TWO}" });
    expect(accounts[0]?.config.displayName).toBe("${TWO}");
  });

  it("are named with their place where they are missing or blank", () => {
    const entry = { ...login, password: "${BICS_PASSWORD}", numberRanges: { msisdn: ["32", "${PREFIX}"] } };
    expect(faultsIn([login, { ...entry, id: "two" }], { PREFIX: "" })).toEqual([
      "accounts[1].password: the environment variable BICS_PASSWORD is not set",
      "accounts[1].numberRanges.msisdn.1: the environment variable PREFIX is not set",
    ]);
  });

  it("do not find what every object of the language has", () => {
    expect(faultsIn([{ ...login, password: "${constructor}" }])).toEqual([
      "accounts[0].password: the environment variable constructor is not set",
    ]);
  });

  it("do not hide the other faults of the same account while they are missing", () => {
    const entry = { ...login, baseUrl: "ftp://x", password: "${BICS_PASSWORD}", timeZone: "Mars/Base", colour: "red" };
    expect(faultsIn([entry])).toEqual([
      "accounts[0].password: the environment variable BICS_PASSWORD is not set",
      "accounts[0].baseUrl: must be an http(s) address",
      "accounts[0].timeZone: must be an IANA time zone such as Europe/Brussels",
      "accounts[0].colour: is no setting of such an account",
    ]);
  });

  it("are the only fault of their place", () => {
    expect(faultsIn([{ ...login, baseUrl: "${A}", id: "${B}", timeZone: "${C}" }]).sort()).toEqual([
      "accounts[0].baseUrl: the environment variable A is not set",
      "accounts[0].id: the environment variable B is not set",
      "accounts[0].timeZone: the environment variable C is not set",
    ]);
  });
});

describe("faults", () => {
  it("are all told at once, each with its variable or its path", () => {
    const env = { PORT: "70000", PUBLIC_URL: "graph.example.com", ID_SECRET: "short", LOG_LEVEL: "loud" };
    const entries = [
      { ...login, id: "Not An Id", baseUrl: "nowhere" },
      "an account",
      { ...login, limits: { concurrency: 0, perMinute: 3 } },
      { ...login, id: "other", numberRanges: { iccid: ["89-32"] }, readOnly: "yes" },
    ];
    expect(faultsIn(entries, env).map((fault) => fault.split(":")[0])).toEqual([
      "PORT",
      "PUBLIC_URL",
      "ID_SECRET",
      "LOG_LEVEL",
      "accounts[0].id",
      "accounts[0].baseUrl",
      "accounts[1]",
      "accounts[2].limits.concurrency",
      "accounts[2].limits.perMinute",
      "accounts[3].readOnly",
      "accounts[3].numberRanges.iccid.0",
    ]);
  });

  it("stand one in a line in the message, after their number", () => {
    expect(new ConfigError(["PORT: no", "HOST: no"]).message).toBe(
      "The configuration has 2 fault(s):\n  - PORT: no\n  - HOST: no",
    );
  });

  it("never show a value: it may be a secret in the wrong place", () => {
    const leak = "hunter2-hunter2";
    const wrong = { ...login, id: leak.toUpperCase(), baseUrl: leak, timeZone: leak, numberRanges: { iccid: [leak] } };
    const environments = { PORT: leak, PUBLIC_URL: leak, LOG_LEVEL: leak };
    const texts = [
      faultsIn([wrong, { ...wrong, carrier: leak }], environments),
      faultsIn([{ ...login, limits: leak, readOnly: leak, deadlines: { readMs: leak } }]),
      faultsIn(
        [
          { ...login, id: "${SAME}" },
          { ...login, id: "${SAME}" },
        ],
        { SAME: leak },
      ),
      faultsIn([{ ...login, password: { wrapped: leak } }, leak]),
      faultsIn(`[{"password":"${leak}"]`),
      faultsIn(`[{"password":"${leak}", x}]`),
      faultsIn(leak),
      faultsIn(JSON.stringify(leak)),
    ].flat();
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter((text) => text.toLowerCase().includes("hunter2"))).toEqual([]);
  });

  it.each(["4000.5", "-1", "65536", "four", "0x10", "1e3"])("name PORT for %s", (port) => {
    expect(faultsIn([login], { PORT: port })).toEqual(["PORT: must be a whole number from 0 to 65535"]);
  });

  it.each(["javascript:alert(1)", "ftp://graph.example.com", "graph"])("name PUBLIC_URL for %s", (address) => {
    expect(faultsIn([login], { PUBLIC_URL: address })).toEqual([
      "PUBLIC_URL: must be the http(s) address where carriers reach this server",
    ]);
  });

  it.each([{}, { ACCOUNTS_FILE: "" }])("name ACCOUNTS_FILE where it is missing: %j", (env) => {
    expect(faultsOf(() => readConfig(env))).toEqual([
      "ACCOUNTS_FILE: is missing: give the path of the accounts file (see .env.example)",
    ]);
  });

  it("name an accounts file that is not there", () => {
    const gone = join(folder, "gone.json");
    const [fault, ...others] = faultsOf(() => readConfig({ ACCOUNTS_FILE: gone }));
    expect(fault).toMatch(/^ACCOUNTS_FILE: .*gone\.json cannot be read: ENOENT/);
    expect(others).toEqual([]);
  });

  it("tell the place where the accounts file is no JSON", () => {
    expect(faultsIn('[\n  {"id": "bics-eu",}\n]')).toEqual(["accounts: is not JSON (line 2 column 20)"]);
    expect(faultsIn("")).toEqual(["accounts: is not JSON"]);
  });

  it.each(["{}", '"bics"', "null", '{"accounts":[]}'])("name an accounts file that is no list: %s", (text) => {
    expect(faultsIn(text)).toEqual(["accounts: must be a JSON list of accounts"]);
  });

  it("name an accounts file without accounts", () => {
    expect(faultsIn([])).toEqual(["accounts: names no account; at least one is needed"]);
  });

  it("name each account whose id another has, also where the other has faults", () => {
    const faulty = { ...login, baseUrl: "nowhere" };
    expect(faultsIn([login, { ...login, id: "other" }, login, faulty])).toEqual([
      "accounts[3].baseUrl: must be an http(s) address",
      "accounts[2].id: is that of accounts[0] too",
      "accounts[3].id: is that of accounts[0] too",
    ]);
  });

  it.each([undefined, null, 7, "VODAFONE", "bics", "toString"])("name a carrier that there is not: %j", (carrier) => {
    expect(faultsIn([{ ...login, carrier }])).toEqual([
      expect.stringMatching(/^accounts\[0\]\.carrier: must be one of .*\bBICS\b/),
    ]);
  });

  it("are found in an account of no carrier too, as far as all accounts are alike", () => {
    expect(faultsIn([{ id: "x", baseUrl: 7 }]).map((fault) => fault.split(":")[0])).toEqual([
      "accounts[0].carrier",
      "accounts[0].baseUrl",
    ]);
  });
});

describe("the credentials of a BICS account", () => {
  it("are a login or a token", () => {
    const { accounts } = read([login, { ...bare, id: "token", accessToken: "t" }]);
    expect(accounts.map(({ config }) => config)).toMatchObject([
      { credentials: { kind: "login", username, password } },
      { credentials: { kind: "token", accessToken: "t" } },
    ]);
  });

  it("are not both", () => {
    expect(faultsIn([{ ...login, targetAccountId: "77", accessToken: "t" }])).toEqual([
      "accounts[0].username: must not stand beside accessToken",
      "accounts[0].password: must not stand beside accessToken",
      "accounts[0].targetAccountId: must not stand beside accessToken",
    ]);
  });

  it("are not neither, and not half", () => {
    const missing = "is missing: give username and password, or accessToken";
    expect(faultsIn([bare])).toEqual([`accounts[0].username: ${missing}`, `accounts[0].password: ${missing}`]);
    expect(faultsIn([{ ...bare, username }])).toEqual([`accounts[0].password: ${missing}`]);
    const payu = { id: "payu", carrier: "PAYU", baseUrl: "https://payu.example", accessToken: "t" };
    expect(faultsIn([payu])).toEqual(["accounts[0].agentId: is missing"]);
  });
});

describe("the example files", () => {
  const examples = parseEnv(readFileSync(".env.example", "utf8"));

  it("are a configuration once the blanks are filled in", () => {
    const named = Object.keys(examples).filter((name) => /^(BICS|NEXCON|REACH|NEXTCOMM|PAYU)_/.test(name));
    const filled = Object.fromEntries(named.map((name) => [name, "something-of-32-characters-in-it"]));
    const { accounts } = readConfig({ ...examples, ...filled, ACCOUNTS_FILE: "accounts.example.json" });
    const ids = ["bics-eu", "bics-reseller", "bics-token", "nexcon", "reach", "next", "payu"];
    expect(accounts.map(({ config }) => config.id)).toEqual(ids);
  });

  it("hold no value of a variable", () => {
    expect(Object.entries(examples).filter(([, value]) => value !== "")).toEqual([]);
  });
});
