import type { Endpoint, Enterprise, Tag } from "../state.js";

/** Tags as listed; a tag that is assigned twice is listed twice. Undefined when there is none: the key is absent then. */
export function tagRows(enterprise: Enterprise, endpoint: Endpoint): Tag[] | undefined {
  const rows = endpoint.tagIds.map((tagId) => enterprise.tags.get(tagId)).filter((tag) => tag !== undefined);
  return rows.length > 0
    ? rows.map(({ tagName, tagId, tagDescription }) => ({ tagName, tagId, tagDescription }))
    : undefined;
}
