/** Ours, new for every request to a carrier, and stored before it is sent. */
export const newRequestId = (): string => crypto.randomUUID().replaceAll("-", "").slice(0, 20);
