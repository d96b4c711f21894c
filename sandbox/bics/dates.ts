const two = (value: number): string => String(value).padStart(2, "0");

export const DAY = 86_400_000;
export const NEVER = "31/12/2099 00:00:00";
const HOUR = 3_600_000;

/** dd/mm/yyyy. */
export function dayText(at: number): string {
  const date = new Date(at);
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** dd/mm/yyyy hh:mm:ss on the clock of the data, which is UTC here; the platform never says so. */
export function dateText(at: number): string {
  const date = new Date(at);
  return `${dayText(at)} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** A date that may not have come: "-" before the start, the far future for never. */
export const startText = (at: number | null): string => (at === null ? "-" : dateText(at));
export const endText = (startsAt: number | null, endsAt: number | null): string =>
  startsAt === null ? "-" : endsAt === null ? NEVER : dateText(endsAt);

/**
 * The clock of `responseTimestamp`: twelve hours without AM or PM, now in one zone, now five and a half hours off,
 * and now and then with twenty-four hours after all. Nobody can compute with it, which is the point.
 */
export function responseTimestamp(at: number, turn: number): string {
  const shifted = at + (turn % 3 === 1 ? 5.5 * HOUR : 0);
  if (turn % 7 === 3) return dateText(shifted);
  const date = new Date(shifted);
  const hours = date.getUTCHours() % 12 || 12;
  return `${dayText(shifted)} ${two(hours)}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** Midnight at the end of the day. */
export const nextMidnight = (at: number): number => (Math.floor(at / DAY) + 1) * DAY;

/** First of the next month, 00:00. */
export function nextMonth(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** Reads YYYYMMDD, refusing days that do not exist. Null when it is not a date. */
export function readDay(text: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? at : null;
}
