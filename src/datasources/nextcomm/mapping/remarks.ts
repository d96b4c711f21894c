/** Best effort: a bulk activation tells the new number and its transaction in prose alone. */
export const transactionIn = (text: string | null): string | null =>
  /\bTXN\s*ID\s*:?\s*(\d+)/i.exec(text ?? "")?.[1] ?? null;

export const newNumberIn = (text: string | null): string | null =>
  /\bnew mobile no\s*:?\s*\+?(\d{5,15})\b/i.exec(text ?? "")?.[1] ?? null;
