/**
 * The header of every call. The key never expires and nothing is obtained with it; the scheme is written in lower case,
 * as the carrier prints it.
 */
export const authorization = (apiKey: string) => ({ Authorization: `bearer ${apiKey}` });
