/** The carrier's own zone: what is not stamped by the caller is stamped in it. */
export const IST = "Asia/Kolkata";

/** `yyyy-MM-ddTHH:mm:ss` in a zone, without saying so. */
export const localTime = (ms: number, timeZone: string): string =>
  new Date(ms).toLocaleString("sv-SE", { timeZone }).replace(" ", "T");

/** The same a number of days later. */
export const daysAfter = (local: string, days: number): string =>
  new Date(Date.parse(`${local}Z`) + days * 86_400_000).toISOString().slice(0, 19);

/** A day and an hour that there are, whatever stands between them. */
function isReal(text: string): boolean {
  const iso = text.replace(" ", "T");
  const date = new Date(`${iso.length === 10 ? `${iso}T00:00:00` : iso}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

const matches = (pattern: RegExp) => (text: string) => pattern.test(text) && isReal(text);

export const isDate = matches(/^\d{4}-\d\d-\d\d$/);

/** A day, or a day and a time behind a T; neither has a zone or a fraction. */
export const isTxnDateTime = matches(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?$/);

/** A day and a time with a blank between them. */
export const isTravelDate = matches(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
