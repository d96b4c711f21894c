import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Kind, type OperationDefinitionNode, parse } from "graphql";

const FOLDER = new URL("../../examples/", import.meta.url);

/** One file of `examples/`. */
export interface CommittedExample {
  /** The first operation of the file: it names the tab. */
  readonly operation: OperationDefinitionNode;
  /** Text of the sibling `<name>.variables.json`; empty where there is none. */
  readonly variables: string;
}

/** The committed examples in the order of the tabs. Throws on a file without an operation. */
export function committedExamples(): CommittedExample[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith(".graphql"))
    .sort((left, right) => left.localeCompare(right))
    .map((file) => ({ operation: firstOperation(file), variables: variablesOf(file) }));
}

function firstOperation(file: string): OperationDefinitionNode {
  const { definitions } = parse(readFileSync(new URL(file, FOLDER), "utf8"));
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error(`examples/${file} holds no operation`);
  return operation;
}

function variablesOf(file: string): string {
  const sibling = new URL(file.replace(/\.graphql$/, ".variables.json"), FOLDER);
  return existsSync(sibling) ? readFileSync(sibling, "utf8") : "";
}
