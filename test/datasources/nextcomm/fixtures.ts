import { readdirSync, readFileSync } from "node:fs";

/** An example of the carrier's document. */
export interface Fixture {
  /** `docs-repaired`: printed as no JSON, kept so by `brokenText`. `made`: the document has none. */
  readonly origin: "docs" | "docs-repaired" | "made";
  /** Lines of the carrier's document. */
  readonly source: string;
  readonly body: unknown;
}

const folder = new URL("./fixtures/", import.meta.url);

export const fixture = (operation: string, name: string): Fixture =>
  JSON.parse(readFileSync(new URL(`${operation}/${name}.json`, folder), "utf8"));

/** The names of all examples, as `operation/name`. */
export const fixtureNames = (): readonly string[] =>
  readdirSync(folder).flatMap((operation) =>
    readdirSync(new URL(`${operation}/`, folder))
      .filter((file) => file.endsWith(".json"))
      .map((file) => `${operation}/${file.slice(0, -".json".length)}`),
  );

/** The text of a repaired example as it is printed: no JSON. */
export const brokenText = (operation: string, name: string): string =>
  readFileSync(new URL(`${operation}/${name}.broken.txt`, folder), "utf8");
