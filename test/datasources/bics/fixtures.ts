import { readdirSync, readFileSync } from "node:fs";

interface Common {
  /** Folder of the fixture: the last path segment of the carrier operation, in camelCase. */
  operation: string;
  /** File name without its ending; says the case (`duplicate-imsi`). Names of requests begin with `request`. */
  name: string;
  /** `docs-repaired`: the printed example is not valid JSON; `brokenText` has it as printed. */
  origin: "docs" | "docs-repaired";
  /** Lines of the carrier's document. */
  source: string;
  title: string;
}

/** A request example: the JSON body of a write, or the query of a read (then `body` is null). */
export interface RequestFixture extends Common {
  kind: "request";
  query?: Record<string, string>;
  body: unknown;
}

/** A response example. `outer`, `inner` and `body` are null where the document shows an empty body. */
export interface ResponseFixture extends Common {
  kind: "response";
  /** 200 where the document does not say. */
  httpStatus: number;
  /** `Response.resultCode` */
  outer: string | null;
  /** `Response.resultParam.resultCode` */
  inner: string | null;
  body: unknown;
}

export type Fixture = RequestFixture | ResponseFixture;

const folder = new URL("./fixtures/", import.meta.url);

/** Every example that the carrier prints for one operation, or for all; sorted by operation and name. */
export function fixtures(operation?: string): Fixture[] {
  const operations = operation === undefined ? readdirSync(folder).sort() : [operation];
  return operations.flatMap((one) =>
    readdirSync(new URL(`${one}/`, folder))
      .filter((file) => file.endsWith(".json"))
      .sort()
      .map((file) => fixture(one, file.slice(0, -".json".length))),
  );
}

/** One fixture; throws when there is no such file. */
export function fixture(operation: string, name: string): Fixture {
  return { ...JSON.parse(readFileSync(new URL(`${operation}/${name}.json`, folder), "utf8")), operation, name };
}

/** The text of a repaired example as the carrier prints it: not valid JSON. */
export function brokenText({ operation, name }: Pick<Fixture, "operation" | "name">): string {
  return readFileSync(new URL(`${operation}/${name}.broken.txt`, folder), "utf8");
}
