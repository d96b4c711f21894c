/** One ready tab of the page: an operation and, where it takes any, its variables as JSON text. */
export interface Example {
  readonly query: string;
  readonly variables: string | null;
}

const FOLDER = "../examples";
const queries = import.meta.glob<string>("../examples/*.graphql", { query: "?raw", import: "default", eager: true });
const variables = import.meta.glob<string>("../examples/*.variables.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The committed operations of `examples/`, by file name, each with its sibling `<name>.variables.json`. */
export const examples: Example[] = Object.entries(queries)
  .sort(([left], [right]) => left.localeCompare(right))
  .map(([path, query]) => {
    const name = path.slice(FOLDER.length + 1, -".graphql".length);
    return { query, variables: variables[`${FOLDER}/${name}.variables.json`] ?? null };
  });
