import { ACCOUNT_TABLE, ENDPOINT_TABLE, type Nature, type Rule } from "../src/lifecycle/endpoint-table.js";
import { SIM_TABLE } from "../src/lifecycle/sim-table.js";

const INTRO = `# Lifecycle

What can be done, when, per carrier. Written by \`npm run schema\` from the tables in \`src/lifecycle\`, which also drive
the guards, \`actions\` and the dry run; a test fails when this page is out of date.

An action that is **asynchronous** may only be taken on by the carrier: its operation is then \`RUNNING\` and is followed to its end by
reading. One that is **irreversible** needs \`confirm\`. One at a time on an object: a second one is refused with the operation in the way.
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

/** The page of the documentation that shows the lifecycle table. */
export function lifecyclePage(): string {
  const endpoints = Object.entries(ENDPOINT_TABLE).map(
    ([carrier, rules]) =>
      `## ${carrier}: on an endpoint\n\n${table(["action", "in state", "SIM", ""], Object.entries(rules).map(ofEndpoint))}\n`,
  );
  const sims = Object.entries(SIM_TABLE).map(([carrier, rules]) => {
    const rows = Object.entries(rules).map(([action, rule]) => [`\`${action}\``, rule.from.join(" "), natureOf(rule)]);
    return `## ${carrier}: on a SIM\n\n${table(["action", "in state", ""], rows)}\n`;
  });
  const accounts = Object.entries(ACCOUNT_TABLE).map(([carrier, rules]) => {
    const rows = Object.entries(rules).map(([action, nature]) => [`\`${action}\``, natureOf(nature)]);
    return `## ${carrier}: in an account\n\n${table(["action", ""], rows)}\n`;
  });
  return [INTRO, ...endpoints, ...accounts, ...sims].join("\n");
}
