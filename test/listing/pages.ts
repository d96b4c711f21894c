import type { CountedAnswer, Graph, GraphError } from "../support/graph.js";

export interface Source {
  readonly account: { readonly id: string };
  readonly status: "OK" | "FAILED" | "NOT_ASKED";
  readonly error: { readonly code: string; readonly message: string; readonly hint: string } | null;
  readonly retryAfter: number | null;
}

export interface EndpointPage {
  readonly totalCount: number | null;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly carrierEndpointId: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly startCursor: string | null; readonly endCursor: string };
  readonly sources: readonly Source[];
}

const PAGE = `query ($first: Int!, $after: String, $filter: EndpointFilter) {
  endpoints(first: $first, after: $after, filter: $filter) {
    edges { cursor node { carrierEndpointId } }
    pageInfo { hasNextPage startCursor endCursor }
    sources { account { id } status error { code message hint } retryAfter }
  }
}`;

export interface PageVariables {
  readonly first: number;
  readonly after?: string | null;
  readonly filter?: Readonly<Record<string, unknown>>;
}

const askPage = (
  graph: Graph,
  variables: PageVariables,
): Promise<CountedAnswer<{ readonly endpoints: EndpointPage }>> => graph.query(PAGE, { ...variables });

/** A page of endpoints that must have no errors. */
export async function pageOf(
  graph: Graph,
  variables: PageVariables,
): Promise<EndpointPage & { readonly calls: number }> {
  const { data, errors, calls } = await askPage(graph, variables);
  if (data === null || errors.length > 0) throw new Error(`unexpected errors: ${JSON.stringify(errors)}`);
  return { ...data.endpoints, calls: calls.length };
}

/** The only error of a page that must be refused. */
export async function refusalOf(graph: Graph, variables: PageVariables): Promise<GraphError> {
  const { errors } = await askPage(graph, variables);
  const [error] = errors;
  if (error === undefined || errors.length > 1) throw new Error(`expected one error, got ${JSON.stringify(errors)}`);
  return error;
}

export const nativesOf = ({ edges }: EndpointPage): string[] => edges.map(({ node }) => node.carrierEndpointId);

export interface Walk {
  /** The carrier's ids of all rows, as they came. */
  readonly natives: readonly string[];
  /** Carrier calls of each page. */
  readonly calls: readonly number[];
}

/** Walks all pages; `sizes` are used in turn. `between` runs after each page. */
export async function walkEndpoints(
  graph: Graph,
  sizes: readonly number[],
  filter: PageVariables["filter"] = {},
  between: (page: EndpointPage, number: number) => Promise<void> = async () => {},
): Promise<Walk> {
  const natives: string[] = [];
  const calls: number[] = [];
  let after: string | null = null;
  for (let number = 1; ; number += 1) {
    const page: EndpointPage & { readonly calls: number } = await pageOf(graph, {
      first: sizes[(number - 1) % sizes.length] ?? 1,
      after,
      filter,
    });
    natives.push(...nativesOf(page));
    calls.push(page.calls);
    await between(page, number);
    if (!page.pageInfo.hasNextPage) return { natives, calls };
    after = page.pageInfo.endCursor;
  }
}
