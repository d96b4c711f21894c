import { ACCOUNT_TABLE, ENDPOINT_TABLE, type Nature, type Rule } from "../src/lifecycle/endpoint-table.js";
import { SIM_TABLE, type SimRule } from "../src/lifecycle/sim-table.js";
import { SUBSCRIBER_MAKING_TABLE, SUBSCRIBER_TABLE, type SubscriberRule } from "../src/lifecycle/subscriber-table.js";

const INTRO = `# Lifecycle

What can be done, when, per carrier. Written by \`npm run schema\` from the tables in \`src/lifecycle\`, which also drive
the guards, \`actions\` and the dry run; a test fails when this page is out of date.

An action that is **asynchronous** may only be taken on by the carrier: its operation is then \`RUNNING\` and is followed to its end by
reading. One that is **irreversible** cannot be undone; most of these need \`confirm\`. Where a **carrier's word** is given, the
line must be in one of these states of the carrier's own. One at a time on an object: a second one is refused with the operation in the way.
`;

const SIM: Readonly<Record<Rule["sim"], string>> = { LINKED: "linked", NONE: "none", ANY: "" };

const natureOf = ({ isAsynchronous, isIrreversible }: Nature): string =>
  [isAsynchronous ? "asynchronous" : [], isIrreversible ? "irreversible" : []].flat().join(", ");

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

const ofEndpoint = ([action, rule]: readonly [string, Rule]) => [
  `\`${action}\``,
  rule.from.join(" "),
  SIM[rule.sim],
  natureOf(rule),
];

const ofSim = ([action, rule]: readonly [string, SimRule]) => [`\`${action}\``, rule.from.join(" "), natureOf(rule)];

const ofSubscriber = ([action, rule]: readonly [string, SubscriberRule]) => [
  `\`${action}\``,
  rule.from.join(" "),
  rule.raw?.join(" ") ?? "",
  natureOf(rule),
];

const ofMaking = ([action, nature]: readonly [string, Nature]) => [`\`${action}\``, natureOf(nature)];

type ByCarrier<Rule> = Readonly<Record<string, Readonly<Record<string, Rule>>>>;

/** One table for each carrier that has rules of a kind. */
const tables = <Rule>(
  all: ByCarrier<Rule>,
  what: string,
  head: readonly string[],
  rowOf: (row: readonly [string, Rule]) => readonly string[],
): readonly string[] =>
  Object.entries(all).map(
    ([carrier, rules]) => `## ${carrier}: ${what}\n\n${table(head, Object.entries(rules).map(rowOf))}\n`,
  );

/** The page of the documentation that shows the lifecycle table. */
export const lifecyclePage = (): string =>
  [
    INTRO,
    ...tables(ENDPOINT_TABLE, "on an endpoint", ["action", "in state", "SIM", ""], ofEndpoint),
    ...tables(ACCOUNT_TABLE, "endpoints in an account", ["action", ""], ofMaking),
    ...tables(SIM_TABLE, "on a SIM", ["action", "in state", ""], ofSim),
    ...tables(SUBSCRIBER_TABLE, "on a subscriber", ["action", "in state", "carrier's word", ""], ofSubscriber),
    ...tables(SUBSCRIBER_MAKING_TABLE, "subscribers in an account", ["action", ""], ofMaking),
  ].join("\n");
