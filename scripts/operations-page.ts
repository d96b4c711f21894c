import { readdirSync, readFileSync } from "node:fs";
import { Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";
import { CARRIER_IDS, type CarrierId } from "../src/model/carrier.js";
import { REACHED, type Reached } from "../test/reachable/all.js";

const INTRO = `# Carrier operations

Every operation of every carrier's document, and how the graph reaches it. Written by \`npm run schema\` from the tables in
\`src/datasources/*/operations\` and the documents in \`test/reachable\`; a test fails when this page is out of date, and another one
asks each of those documents of the carriers in a box and fails when the call is not made.

**Reached by** is the way of fields down to the call, or the mutation. **Repeat** says what a second call does: nothing (\`safe\`),
something that the carrier tells by a code (\`recognisable\`), or harm (\`never\`). **Tests** name the operation, below
\`test/datasources\`. Where the verb and the effect do not fit together, the effect is what counts.
`;

/** Where Reach calls, and what comes of it. */
export const REACH_CALLS = {
  "/apisvc/v0/notification": "events of lines: kept, and shown by `callbacks` and `events`; the line is read",
  "/apisvc/v0/notification/callback":
    "results of what was taken on: the same, and the operation that waits for them is looked at",
} as const;

const inbound = (): string => {
  const rows = Object.entries(REACH_CALLS).map(([path, what]) => `| REACH | POST \`${path}\` | ${what} |`);
  return `## Calls that carriers make

| carrier | call | what comes of it |
| --- | --- | --- |
${rows.join("\n")}
| NEXCON | any method, \`/callbacks/<account>/<token>\` | the end of a job: kept, and its operation is looked at |

Reach's are taken below \`/callbacks/<account>\` too, which several of its accounts need. None is believed: the carrier is read.
`;
};

/** The page of the documentation that shows every carrier operation. */
export const operationsPage = (): string => [INTRO, ...CARRIER_IDS.map(partOf), inbound()].join("\n");

const HEAD = ["operation", "call", "effect", "page", "repeat", "reached by", "tests"];

function partOf(carrier: CarrierId): string {
  const { operations, folder } = REACHED[carrier];
  const tests = testsBelow(`test/datasources/${folder}`);
  const rows = operations.map((reached) => rowOf(reached, tests));
  const table = [HEAD, HEAD.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `## ${carrier}: ${rows.length} operations\n\n${table.join("\n")}\n`;
}

function rowOf({ key, operation, ways }: Reached, tests: readonly Test[]): readonly string[] {
  const { name, method, path, effect, auth, doc, repeat } = operation;
  const naming = tests.filter(({ text }) => isNamed(text, name) || isNamed(text, key)).map(({ file }) => file);
  const by = auth === "none" ? ["whatever needs a token"] : new Set(ways.map(wayOf));
  return [`\`${name}\``, `${method} \`${path}\``, effect, doc, repeat, [...by].join(", "), naming.join(", ")];
}

const wayOf = (way: Reached["ways"][number]): string =>
  "command" in way ? `\`npm run ${way.command}\`` : `\`${pathOf(way.document)}\``;

/** The fields of a document one below the other, the first of each level; a mutation is its name. */
function pathOf(document: string): string {
  const [root] = parse(document).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const path = root ? fieldsOf(root.selectionSet) : [];
  return root?.operation === "mutation" ? `mutation ${path[0]}` : path.join(".");
}

function fieldsOf({ selections }: SelectionSetNode): readonly string[] {
  const [field] = selections;
  if (field?.kind !== Kind.FIELD || field.name.value === "__typename") return [];
  return [field.name.value, ...(field.selectionSet ? fieldsOf(field.selectionSet) : [])];
}

interface Test {
  readonly file: string;
  readonly text: string;
}

const testsBelow = (folder: string): readonly Test[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, "utf8") }));

/** As a text, as a key of a table, or as a member of the tables of operations. */
const isNamed = (text: string, name: string): boolean =>
  new RegExp(`["'\`]${name}["'\` ]|(?:^|[{,])\\s*${name}[:,( ]|DOCUMENTED\\.${name}\\b`, "m").test(text);
