import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { VARIABLES } from "../src/config.js";

interface Tracked {
  readonly path: string;
  readonly text: string;
}

const tracked: readonly Tracked[] = execFileSync("git", ["ls-files"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const written = tracked.filter(({ path }) => path !== "package-lock.json");

/** Places of a pattern, as `file:line`. */
const placesOf = (pattern: RegExp, files: readonly Tracked[] = written): string[] =>
  files.flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );

/** A line that a pattern must find, put together here so that this file does not hold it. */
const line = (...parts: string[]): Tracked[] => [{ path: "made-up", text: parts.join("") }];

describe("what is committed holds no", () => {
  const PATTERNS: readonly (readonly [name: string, pattern: RegExp, found: readonly string[]])[] = [
    ["private key", /-----BEGIN [A-Z ]*PRIVATE KEY/, ["-----BEGIN RSA", " PRIVATE KEY-----"]],
    ["cloud key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/, ["AKIA", "ABCDEFGHIJKLMNOP"]],
    ["token of a code host", /\b(?:gh[pousr]_|github_pat_|glpat-)\w{20,}/, ["ghp", `_${"a".repeat(36)}`]],
    ["token of a registry", /\bnpm_\w{36}\b|:_auth(?:Token)?\s*=/, ["//x/:_auth", "Token=abc"]],
    ["address with a password", /\bhttps?:\/\/[^\s/:@"'`$]+:[^\s/@"'`$]+@/, ["https://", "me:secret@example.com"]],
    [
      "host of a registry",
      /\bregistry\.(?:npmjs|yarnpkg)\b|\b(?:unpkg|jsdelivr|artifactory)\./,
      ["https://registry", ".npmjs.org/x"],
    ],
    ["path of a machine", /(?:^|[\s"'`(=:])(?:\/(?:home|Users|root|work|workspace)\/|[A-Z]:\\)\w/, ["cd /ho", "me/me"]],
    ["number of an issue", /\b(?:issues?|tickets?|pull requests?) #?\d|\(#\d+\)/i, ["as in issue", " #12"]],
  ];

  it.each(PATTERNS)("%s", (_name, pattern, found) => {
    expect(placesOf(pattern)).toEqual([]);
    expect(placesOf(pattern, line(...found))).toEqual(["made-up:1"]);
  });

  it("signed token, but for those that redaction is tried on", () => {
    const TOKEN = /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/;
    const others = written.filter(({ path }) => path !== "test/datasources/http/redact.test.ts");
    expect(placesOf(TOKEN, others)).toEqual([]);
    expect(placesOf(TOKEN, line("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTYifQ", ".c2lnbmVk"))).toEqual([
      "made-up:1",
    ]);
  });

  it("word of a list that is kept as digests", () => {
    expect(keptOutIn(written)).toEqual([]);
    expect(keptOutIn(line("asked Cha", "tGPT: why?"))).toEqual(["made-up"]);
  });
});

/** First digits of the SHA-256 of each word: the list must not hold what it keeps out. */
const KEPT_OUT = new Set([
  "c857d09db23e",
  "c70eca6b0f88",
  "7d3194f79e64",
  "60965168ce76",
  "3ea125d0bff3",
  "487b91042c7c",
  "de2187af3fb0",
  "94a168d2da57",
  "d298391b0743",
  "8c70b25cbbbe",
  "57de4cf40144",
  "053ea4804ef1",
]);

const digestOf = (word: string): string => createHash("sha256").update(word).digest("hex").slice(0, 12);

const keptOutIn = (files: readonly Tracked[]): string[] =>
  files.filter(({ text }) => wordsOf(text).some((word) => KEPT_OUT.has(digestOf(word)))).map(({ path }) => path);

const wordsOf = (text: string): string[] => [...new Set(text.toLowerCase().match(/[a-z]{3,}/g))];

describe("package.json", () => {
  it("has every command that people rely on", () => {
    const commands = ["dev", "build", "start", "check", "test", "schema", "codegen", "sandbox", "bench", "reach:key"];
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(commands));
  });

  it("names exact versions", () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = manifest;
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides });
    expect(versions.length).toBeGreaterThan(30);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("has a lock file that names no host, and knows every package by its content", () => {
    const lock: unknown = JSON.parse(readFileSync("package-lock.json", "utf8"));
    const packages = Object.entries<{ resolved?: string; integrity?: string }>(Object(lock).packages);
    expect(packages.length).toBeGreaterThan(300);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    expect(packages.filter(([path, { integrity }]) => path !== "" && !integrity)).toEqual([]);
  });
});

describe(".env.example", () => {
  const examples = Object.keys(parseEnv(readFileSync(".env.example", "utf8")));
  const READ_BY_DEV = /\bprocess\.env\.(\w+)/g;
  const READ_BY_ACCOUNTS = /\$\{(\w+)\}/g;
  const namesIn = (path: string, pattern: RegExp) =>
    [...readFileSync(path, "utf8").matchAll(pattern)].map(([, name = ""]) => name);

  it("has every variable that something reads, and no other", () => {
    const read = [
      ...VARIABLES,
      ...namesIn("scripts/dev.ts", READ_BY_DEV),
      ...namesIn("accounts.example.json", READ_BY_ACCOUNTS),
    ];
    expect(VARIABLES).toContain("ACCOUNTS_FILE");
    expect(examples.sort()).toEqual([...new Set(read)].sort());
  });
});

describe("the traps of the carriers' documents", () => {
  const CARRIERS = { B: "BICS", N: "NextComm", X: "NexCon", R: "Reach", P: "PayU", G: "all carriers" };
  const TRAP = /["'`]([A-Za-z]{1,2}-\d+\w*)(?= )/g;
  const trapsIn = (files: readonly Tracked[]) =>
    files.flatMap(({ path, text }) => [...text.matchAll(TRAP)].map(([, id = ""]) => ({ path, id })));
  const isWellFormed = (id: string) => /^[BNXRPG]-\d{2,3}$/.test(id);

  const found = trapsIn(tracked.filter(({ path }) => path.startsWith("test/") && path.endsWith(".ts")));
  const counts = Object.entries(CARRIERS)
    .map(([letter, name]) => [name, new Set(found.filter(({ id }) => id.startsWith(letter)).map(({ id }) => id)).size])
    .filter(([, count]) => count !== 0)
    .map(([name, count]) => `${count} of ${name}`);

  it(`stand at the start of tests by their ids: ${counts.join(", ")}`, () => {
    expect(counts.length).toBeGreaterThan(0);
    expect(found.filter(({ id }) => !isWellFormed(id))).toEqual([]);
  });

  it("are noticed when an id is written otherwise", () => {
    const ids = ["B-45", "B-120", "B-5", "b-45", "T-45", "BX-45"];
    const made = trapsIn(ids.flatMap((id) => line(`it("${id}`, ' balance is bytes")')));
    expect(made.map(({ id }) => id)).toEqual(ids);
    expect(ids.filter(isWellFormed)).toEqual(["B-45", "B-120"]);
  });
});
