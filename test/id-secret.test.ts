import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptIdSecret } from "../src/id-secret.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "carrier-graph-secret-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("the secret stays the same over restarts", () => {
  expect(keptIdSecret(folder)).toBe(keptIdSecret(folder));
});

test("every installation has a secret of its own, with 256 bits of chance", () => {
  const secrets = ["one", "two"].map((name) => keptIdSecret(join(folder, name)));
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) expect(Buffer.from(secret, "base64url")).toHaveLength(32);
});

test("the data directory is made where it is missing, and holds nothing but the secret", () => {
  const dataDir = join(folder, "not", "there", "yet");
  const secret = keptIdSecret(dataDir);
  expect(readdirSync(dataDir)).toEqual(["id-secret"]);
  expect(readFileSync(join(dataDir, "id-secret"), "utf8")).toBe(secret);
});

test("nobody else on the machine can read it, where files have modes", () => {
  keptIdSecret(folder);
  expect(statSync(join(folder, "id-secret")).mode & 0o777).toBe(process.platform === "win32" ? 0o666 : 0o600);
});

test("a secret that was put there by hand is used", () => {
  writeFileSync(join(folder, "id-secret"), "chosen by the operator");
  expect(keptIdSecret(folder)).toBe("chosen by the operator");
});

test.each(["", "cut"])("a damaged secret is refused and left alone: %j", (content) => {
  const file = join(folder, "id-secret");
  writeFileSync(file, content);
  expect(() => keptIdSecret(folder)).toThrow(`${file} is damaged`);
  expect(readFileSync(file, "utf8")).toBe(content);
  expect(readdirSync(folder)).toEqual(["id-secret"]);
});

test("a data directory that is a file is told as what it is", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  expect(() => keptIdSecret(file)).toThrow("EEXIST");
});
