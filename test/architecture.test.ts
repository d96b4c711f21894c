import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { carrierFolders, doorFaults, importFaults, importsOf, orderFaults, type Source } from "./support/imports.js";
import { LAYERS } from "./support/layers.js";

/** Every file of the repository that is there and not ignored. */
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter((path) => path !== "" && existsSync(path));

const sources: readonly Source[] = files
  .filter((path) => /^(src|sandbox|graphiql)\/.*\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

const file = (path: string, ...lines: string[]): Source => ({ path, text: lines.join("\n") });
const faultsOf = (path: string, ...lines: string[]) => importFaults([file(path, ...lines)], LAYERS);

describe("imports are read from", () => {
  const read = (...lines: string[]) => importsOf(file("src/a/b.ts", ...lines)).map(({ to }) => to);

  it.each([
    ["a package", 'import { z } from "zod";', "zod"],
    ["a part of a package", 'import { x } from "@apollo/server/errors";', "@apollo/server"],
    ["Node", 'import { readFileSync } from "node:fs";', "node:"],
    ["Node by its old names", 'import fs from "fs/promises";', "node:"],
    ["a file", 'import { c } from "../c.js";', "src/c.ts"],
    ["a default and names", 'import d, { e } from "./e.js";', "src/a/e.ts"],
    ["a namespace", "import * as f from './f.js';", "src/a/f.ts"],
    ["an effect", 'import "reflect-metadata";', "reflect-metadata"],
    ["a re-export", 'export { g } from "./g.js";', "src/a/g.ts"],
    ["a re-export of all", 'export * from "./h.js";', "src/a/h.ts"],
    ["a call", 'const i = await import("./i.js");', "src/a/i.ts"],
    ["a type expression", 'let j: import("./j.js").J;', "src/a/j.ts"],
    ["an old call", 'const k = require("undici");', "undici"],
  ])("%s", (_name, line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it("a statement of several lines, and several statements", () => {
    expect(read("import {", "  type A,", "  b,", '} from "./b.js";', 'import "./c.js";')).toEqual([
      "src/a/b.ts",
      "src/a/c.ts",
    ]);
  });

  it("no text and no comment", () => {
    expect(
      read(
        "export class From {",
        '@Of("from") from',
        '"zod" }',
        'export const from = "zod";',
        'const text = "from";',
        '// import { a } from "zod";',
        ' * import { a } from "zod";',
      ),
    ).toEqual([]);
  });

  it.each([
    [true, 'import type { A } from "zod";'],
    [true, 'import type * as a from "zod";'],
    [true, 'import { type A, type B } from "zod";'],
    [true, 'export type { A } from "zod";'],
    [false, 'import { type A, b } from "zod";'],
    [false, 'import a, { type B } from "zod";'],
    [false, 'import type from "zod";'],
    [false, 'import "zod";'],
    [false, 'export * from "zod";'],
  ])("types only, %s: %s", (isType, line) => {
    expect(importsOf(file("src/a.ts", line))).toMatchObject([{ isType }]);
  });
});

describe("the layers", () => {
  it("import only what the table allows", () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(importFaults(sources, LAYERS)).toEqual([]);
  });

  it("know only layers above them, so that there is no cycle", () => {
    expect(orderFaults(LAYERS)).toEqual([]);
    expect(orderFaults({ a: { at: [], types: ["b"] }, b: { at: [], imports: ["a", "b"] } })).toEqual([
      "a may import b, which stands below it",
      "b may import b, which stands below it",
    ]);
  });

  it.each([
    ["the model knows nobody", "src/model/sim.ts", "../errors.js"],
    ["the model knows no package", "src/model/sim.ts", "zod"],
    ["the failures know nobody", "src/errors.ts", "./model/carrier.js"],
    ["the port knows no carrier", "src/datasources/carrier.ts", "./bics/index.js"],
    ["the sender knows no carrier", "src/datasources/http/client.ts", "../bics/auth.js"],
    ["the sender does not know the port", "src/datasources/http/client.ts", "../carrier.js"],
    ["undici is for the sender alone", "src/datasources/bics/auth.ts", "undici"],
    ["undici is not for the graph", "src/resolvers/sim.ts", "undici"],
    ["graphql is not for the sender", "src/datasources/http/client.ts", "graphql"],
    ["graphql is not for a carrier", "src/datasources/bics/adapter.ts", "graphql"],
    ["graphql is not for the accounts", "src/datasources/accounts.ts", "type-graphql"],
    ["a carrier's operations do not send", "src/datasources/bics/operations/sims.ts", "../../http/client.js"],
    ["a carrier's operations do not log in", "src/datasources/bics/operations/sims.ts", "../auth.js"],
    ["a carrier's mapping does not send", "src/datasources/bics/mapping/sim.ts", "../../http/client.js"],
    ["a carrier's mapping does not fail", "src/datasources/bics/mapping/sim.ts", "../../../errors.js"],
    ["a carrier does not know the accounts", "src/datasources/bics/adapter.ts", "../accounts.js"],
    ["a carrier does not know the graph", "src/datasources/bics/adapter.ts", "../../schema/sim.js"],
    ["only the list of carriers knows them", "src/datasources/accounts.ts", "./bics/index.js"],
    ["loaders do not know the carriers", "src/loaders/plans.ts", "../datasources/carriers.js"],
    ["loaders do not know the graph", "src/loaders/plans.ts", "graphql"],
    ["the schema has no behaviour", "src/schema/sim.ts", "../resolvers/sim.js"],
    ["the schema does not load", "src/schema/sim.ts", "../loaders/index.js"],
    ["resolvers do not know the port", "src/resolvers/sim.ts", "../datasources/carrier.js"],
    ["resolvers do not parse", "src/resolvers/sim.ts", "zod"],
    ["inbound HTTP does not know the graph", "src/http/apollo.ts", "../resolvers/sim.js"],
    ["inbound HTTP does not know the accounts", "src/http/apollo.ts", "../datasources/accounts.js"],
    ["the context does not know the configuration", "src/context.ts", "./config.js"],
    ["the configuration does not know the server", "src/config.ts", "./server.js"],
    ["nobody knows main", "src/app.ts", "./main.js"],
    ["the sandbox does not know the program", "sandbox/clock.ts", "../src/model/time.js"],
    ["the program does not know the sandbox", "src/app.ts", "../sandbox/server.js"],
    ["main does not know the sandbox", "src/main.ts", "../sandbox/server.js"],
    ["the page does not know the program", "graphiql/main.tsx", "../src/errors.js"],
    ["nothing of src knows a test", "src/app.ts", "../test/support/setup.js"],
    ["nothing of src knows a script", "src/app.ts", "../scripts/dev.js"],
  ])("%s: %s may not import %s", (_rule, path, specifier) => {
    expect(faultsOf(path, `import type { Any } from "${specifier}";`)).toHaveLength(1);
    expect(faultsOf(path, `export { any } from "${specifier}";`)).toHaveLength(1);
  });

  it.each([
    ["src/resolvers/sim.ts", "../context.js"],
    ["src/datasources/bics/adapter.ts", "../carrier.js"],
    ["src/datasources/bics/mapping/sim.ts", "../operations/sims.js"],
    ["src/datasources/carrier.ts", "zod"],
    ["src/http/metrics.ts", "../datasources/call.js"],
  ])("%s may import types of %s, and nothing else", (path, specifier) => {
    expect(faultsOf(path, `import type { Any } from "${specifier}";`)).toEqual([]);
    expect(faultsOf(path, `import { any } from "${specifier}";`)).toEqual([
      expect.stringContaining("only its types may be imported"),
    ]);
  });

  it("have a place for every file", () => {
    expect(faultsOf("src/utils/misc.ts")).toEqual(["src/utils/misc.ts belongs to no layer"]);
  });
});

describe("a carrier", () => {
  const REQUIRED = ["index.ts", "config.ts", "auth.ts", "protocol.ts", "failures.ts", "adapter.ts", "README.md"];
  const REQUIRED_FOLDERS = ["operations/", "mapping/"];

  const missingIn = (paths: readonly string[]): string[] =>
    carrierFolders(paths).flatMap((carrier) => {
      const below = `src/datasources/${carrier}/`;
      const has = (name: string) => paths.some((path) => path === below + name);
      const hasFolder = (name: string) => paths.some((path) => path.startsWith(below + name));
      return [...REQUIRED.filter((name) => !has(name)), ...REQUIRED_FOLDERS.filter((name) => !hasFolder(name))].map(
        (name) => below + name,
      );
    });

  it("has every file that carriers have", () => {
    expect(carrierFolders(files)).toContain("bics");
    expect(missingIn(files)).toEqual([]);
  });

  it("is missed a file or a folder, also where there is only one file", () => {
    expect(missingIn(["src/datasources/toy/index.ts", "src/datasources/http/client.ts"])).toEqual(
      [...REQUIRED.slice(1), ...REQUIRED_FOLDERS].map((name) => `src/datasources/toy/${name}`),
    );
  });

  it("does not know another carrier", () => {
    const line = 'import type { Any } from "../../toy/operations/sims.js";';
    expect(faultsOf("src/datasources/bics/operations/sims.ts", line)).toEqual([
      expect.stringMatching(/of another carrier$/),
    ]);
    expect(faultsOf("src/datasources/bics/operations/sims.ts", line.replace("toy", "bics"))).toEqual([]);
  });

  it("is entered by its index.ts alone", () => {
    expect(doorFaults(sources)).toEqual([]);
    expect(
      doorFaults([
        file(
          "src/datasources/carriers.ts",
          'import { a } from "./toy/adapter.js";',
          'import { b } from "./toy/index.js";',
        ),
        file("src/datasources/toy/index.ts", 'import { createToy } from "./adapter.js";'),
      ]),
    ).toEqual([expect.stringContaining("src/datasources/carriers.ts imports src/datasources/toy/adapter.ts")]);
  });
});

describe("every file", () => {
  const MAX_LINES = 300;
  const tooLong = (all: readonly Source[]) =>
    all.filter(({ text }) => text.trimEnd().split("\n").length > MAX_LINES).map(({ path }) => path);
  const withDefault = (all: readonly Source[]) =>
    all
      .filter(({ text }) => /^\s*export\s+default\b|^\s*export\s*\{[^}]*\bdefault\b/m.test(text))
      .map(({ path }) => path)
      .filter((path) => !path.endsWith(".config.ts"));
  const ENVIRONMENT =
    /\bprocess\s*(?:\?\.|\.|\[\s*["'`])\s*env\b|["'](?:node:)?process["']|\benv\s*[,}][^=]*=\s*process\b/;
  const withEnvironment = (all: readonly Source[]) =>
    all
      .filter(({ path, text }) => path.startsWith("src/") && ENVIRONMENT.test(text))
      .map(({ path }) => path)
      .filter((path) => path !== "src/main.ts");

  test(`has at most ${MAX_LINES} lines`, () => {
    expect(tooLong(sources)).toEqual([]);
    expect(
      tooLong([file("a.ts", ...Array<string>(301).fill("x"), ""), file("b.ts", ...Array<string>(300).fill("x"), "")]),
    ).toEqual(["a.ts"]);
  });

  test("exports by name", () => {
    expect(withDefault(sources)).toEqual([]);
    expect(
      withDefault([
        file("a.ts", "export default class A {}"),
        file("b.ts", "export { b as default };"),
        file("c.ts", "export const isDefault = 1;"),
        file("vite.config.ts", "export default {};"),
      ]),
    ).toEqual(["a.ts", "b.ts"]);
  });

  test("leaves the environment to main.ts", () => {
    expect(withEnvironment(sources)).toEqual([]);
    const lines = [
      "process.env.PORT",
      'process["env"]',
      "process?.env",
      'import { env } from "node:process";',
      "const { env } = process;",
    ];
    expect(withEnvironment(lines.map((line, index) => file(`src/${index}.ts`, line)))).toHaveLength(lines.length);
    expect(withEnvironment([file("src/main.ts", "process.env"), file("src/a.ts", "process.exit(1)")])).toEqual([]);
  });
});
