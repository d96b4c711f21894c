import { builtinModules } from "node:module";
import { dirname, join } from "node:path/posix";
import type { Layer } from "./layers.js";

/** A file of the repository. */
export interface Source {
  /** From the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** One import, re-export or dynamic import. */
export interface Import {
  readonly from: string;
  /** A path from the root, or the name of a package; `node:` for all that Node brings along. */
  readonly to: string;
  readonly isPackage: boolean;
  readonly isType: boolean;
}

const STATEMENT =
  /^[ \t]*(?:import|export)\b(?<clause>[\w$\s,]*(?:\*(?:\s*as\s+[\w$]+)?|\{[^{}]*\})?\s*from)?\s*["'](?<specifier>[^"']+)["']/gm;
const EXPRESSION = /(?<![.\w$])(?:import|require)\s*\(\s*["'`](?<specifier>[^"'`]+)["'`]/g;

/** Reads the imports of a file from its text. */
export function importsOf({ path, text }: Source): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map(({ groups = {} }) =>
    importOf(path, groups.specifier ?? "", isTypeOnly(groups.clause ?? "")),
  );
  const expressions = [...text.matchAll(EXPRESSION)].map(({ groups = {} }) =>
    importOf(path, groups.specifier ?? "", false),
  );
  return [...statements, ...expressions];
}

/** `type {...}` and `{ type A, type B }`. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b(?!\s+from)/.test(clause)) return true;
  const names = /^\s*\{(?<names>[^}]*)\}\s*from$/.exec(clause)?.groups?.names?.split(",") ?? [""];
  const given = names.map((name) => name.trim()).filter((name) => name !== "");
  return given.length > 0 && given.every((name) => name.startsWith("type "));
}

function importOf(from: string, specifier: string, isType: boolean): Import {
  if (specifier.startsWith(".")) {
    const to = join(dirname(from), specifier).replace(/\.js$/, ".ts");
    return { from, to, isPackage: false, isType };
  }
  return { from, to: packageOf(specifier), isPackage: true, isType };
}

function packageOf(specifier: string): string {
  const [first = "", second = ""] = specifier.split("/");
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return "node:";
  return specifier.startsWith("@") ? `${first}/${second}` : first;
}

type Table = Readonly<Record<string, Layer>>;

/** The name of the layer that a file belongs to; null for a file in none. */
function layerOf(path: string, table: Table): string | null {
  const fitting = Object.entries(table).flatMap(([name, { at }]) =>
    at.filter((place) => patternOf(place).test(path)).map((place) => ({ name, length: depthOf(place) })),
  );
  return fitting.sort((a, b) => b.length - a.length)[0]?.name ?? null;
}

const patternOf = (place: string): RegExp => {
  const text = place.replace(/[.+()]/g, "\\$&").replaceAll("*", "[^/]+");
  return new RegExp(place.endsWith("/") ? `^${text}` : `^${text}$`);
};

/** A named folder is nearer than any folder of the same depth; a file is nearer than its folder. */
const depthOf = (place: string): number => place.split("/").filter(Boolean).length * 2 - (place.includes("*") ? 1 : 0);

/** Faults of the imports, a line each. */
export function importFaults(sources: readonly Source[], table: Table): string[] {
  return sources.flatMap((source) => {
    const own = layerOf(source.path, table);
    if (own === null) return [`${source.path} belongs to no layer`];
    return importsOf(source).flatMap((found) => faultOf(found, own, table) ?? []);
  });
}

function faultOf(found: Import, own: string, table: Table): string | null {
  const { imports = [], types = [], packages = [] } = table[own] ?? {};
  const line = `${found.from} (${own}) imports ${found.to}`;
  if (!found.isPackage && isOtherCarrier(found)) return `${line}: of another carrier`;
  const target = found.isPackage ? found.to : layerOf(found.to, table);
  if (target === null) return `${line}: which belongs to no layer`;
  if (!found.isPackage && target === own) return null;
  if ((found.isPackage ? packages : imports).includes(target)) return null;
  if (types.includes(target)) return found.isType ? null : `${line} (${target}): only its types may be imported`;
  return found.isPackage ? line : `${line} (${target})`;
}

const carrierOf = (path: string): string | undefined => /^src\/datasources\/([^/]+)\//.exec(path)?.[1];

function isOtherCarrier({ from, to }: Import): boolean {
  const [own, other] = [carrierOf(from), carrierOf(to)];
  const isShared = (folder: string | undefined) => folder === undefined || SHARED_FOLDERS.includes(folder);
  return !isShared(own) && !isShared(other) && own !== other;
}

/** Folders beside those of the carriers. */
const SHARED_FOLDERS = ["http", "mapping", "port"];

/** A carrier is known by its door: from outside nothing but `index.ts` may be imported. */
export function doorFaults(sources: readonly Source[]): string[] {
  return sources.flatMap(importsOf).flatMap((found) => {
    const carrier = carrierOf(found.to);
    if (found.isPackage || carrier === undefined || SHARED_FOLDERS.includes(carrier)) return [];
    if (carrierOf(found.from) === carrier || found.to === `src/datasources/${carrier}/index.ts`) return [];
    return [`${found.from} imports ${found.to}: only its index.ts may be imported from outside`];
  });
}

/** Layers that the table lets know a layer at or below themselves, which would allow cycles. */
export function orderFaults(table: Table): string[] {
  const names = Object.keys(table);
  return Object.entries(table).flatMap(([name, { imports = [], types = [] }]) =>
    [...imports, ...types]
      .filter((other) => names.indexOf(other) >= names.indexOf(name))
      .map((other) => `${name} may import ${other}, which stands below it`),
  );
}

/** The folders of the carriers. */
export const carrierFolders = (paths: readonly string[]): string[] => [
  ...new Set(paths.flatMap((path) => carrierOf(path) ?? []).filter((folder) => !SHARED_FOLDERS.includes(folder))),
];
