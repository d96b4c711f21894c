import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
} from "graphql";

/** Bounds of one document, generous for people and their tools. */
export interface QueryLimits {
  /** Words, names and punctuation of the whole document; checked while it is parsed. */
  readonly tokens: number;
  /** Levels of fields; introspection does not count. */
  readonly depth: number;
  /** Fields of the query or mutation itself. */
  readonly rootFields: number;
  readonly aliases: number;
  /** All fields. Like aliases and root fields, those of a fragment count wherever it is spread. */
  readonly fields: number;
}

export const DEFAULT_QUERY_LIMITS: QueryLimits = {
  tokens: 10_000,
  depth: 15,
  rootFields: 100,
  aliases: 200,
  fields: 5_000,
};

type Size = Omit<QueryLimits, "tokens">;

const NOTHING: Size = { depth: 0, rootFields: 0, aliases: 0, fields: 0 };
const INTROSPECTION = new Set(["__schema", "__type"]);
const WORDS = { depth: "levels deep", rootFields: "root fields", aliases: "aliases", fields: "fields" };

/** A validation rule: every operation stays within the limits. Its errors name the limit. */
export function queryLimitsRule(limits: QueryLimits) {
  return (context: ValidationContext): ASTVisitor => {
    const sizes = new DocumentSizes(context);
    return {
      OperationDefinition(operation) {
        const size = sizes.ofOperation(operation);
        for (const name of ["depth", "rootFields", "aliases", "fields"] as const) {
          if (size[name] > limits[name]) context.reportError(tooLarge(name, size[name], limits[name], operation));
        }
        return false;
      },
    };
  };
}

function tooLarge(name: keyof Size, size: number, limit: number, operation: OperationDefinitionNode): GraphQLError {
  const operationName = operation.name ? `Operation "${operation.name.value}"` : "The operation";
  const has = name === "depth" ? "is" : "has";
  return new GraphQLError(`${operationName} ${has} ${size} ${WORDS[name]}, the limit is ${limit} (${name}).`, {
    nodes: operation,
    extensions: { limit: { name, value: limit } },
  });
}

/** Sizes with fragments expanded; each fragment is measured once, so this takes no longer than reading the document. */
class DocumentSizes {
  readonly #context: ValidationContext;
  readonly #fragments = new Map<string, Size>();

  constructor(context: ValidationContext) {
    this.#context = context;
  }

  ofOperation({ selectionSet }: OperationDefinitionNode): Size {
    return this.#ofSelections(selectionSet);
  }

  #ofSelections(set: SelectionSetNode | undefined): Size {
    return (set?.selections ?? []).map((node) => this.#ofSelection(node)).reduce(sum, NOTHING);
  }

  #ofSelection(node: SelectionNode): Size {
    if (node.kind === Kind.INLINE_FRAGMENT) return this.#ofSelections(node.selectionSet);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(this.#context.getFragment(node.name.value));
    const below = this.#ofSelections(node.selectionSet);
    return {
      depth: INTROSPECTION.has(node.name.value) ? 0 : below.depth + 1,
      rootFields: 1,
      aliases: below.aliases + (node.alias ? 1 : 0),
      fields: below.fields + 1,
    };
  }

  #ofFragment(fragment: FragmentDefinitionNode | null | undefined): Size {
    if (!fragment) return NOTHING;
    const name = fragment.name.value;
    const known = this.#fragments.get(name);
    if (known) return known;
    // A fragment inside itself is refused by another rule: here it only must not go on for ever.
    this.#fragments.set(name, NOTHING);
    const size = this.#ofSelections(fragment.selectionSet);
    this.#fragments.set(name, size);
    return size;
  }
}

function sum(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    rootFields: a.rootFields + b.rootFields,
    aliases: a.aliases + b.aliases,
    fields: a.fields + b.fields,
  };
}
