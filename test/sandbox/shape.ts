/** Keys that the document's tables have and none of its examples shows. */
const TABLE_ONLY = new Set(["staticIP", "blockService", "JobId", "lac", "rateZoneName"]);

/**
 * Where an answer is not of the shape of the examples: a key that none of them has at that place, or a value of another type.
 * Answers to compare with are taken together, since each example leaves other keys out.
 */
export function shapeFaults(answer: unknown, examples: readonly unknown[]): string[] {
  const known = new Map<string, Set<string>>();
  for (const example of examples) collect(example, "", (path, type) => add(known, path, type));
  const faults = new Set<string>();
  collect(answer, "", (path, type) => {
    const types = known.get(path);
    if (!types) {
      if (!TABLE_ONLY.has(path.split(".").at(-1) ?? "")) faults.add(`${path} is in no example`);
    } else if (!types.has(type)) faults.add(`${path} is ${type}, in the examples ${[...types].join(" or ")}`);
  });
  return [...faults];
}

function add(known: Map<string, Set<string>>, path: string, type: string): void {
  known.set(path, (known.get(path) ?? new Set()).add(type));
}

function collect(value: unknown, path: string, see: (path: string, type: string) => void): void {
  if (Array.isArray(value)) {
    see(path, "list");
    for (const item of value) collect(item, `${path}[]`, see);
  } else if (typeof value === "object" && value !== null) {
    see(path, "object");
    for (const [key, item] of Object.entries(value)) collect(item, path ? `${path}.${key}` : key, see);
  } else see(path, value === null ? "null" : typeof value);
}
