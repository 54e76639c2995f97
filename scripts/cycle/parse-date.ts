const DAY_FIRST = /^(?<day>\d{1,2})([-/])(?<month>\d{1,2})\2(?<year>\d{4})(?:[ T]+(?<time>\d.*))?$/;
const ISO = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[ T](?<time>\d.*))?$/;
const TIME = /^(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$/;

/**
 * `DD-MM-YYYY HH:MM`, `DD/MM/YYYY HH:MM` or ISO 8601 as seconds since 1970, the time of day optional. A time without zone is
 * taken as UTC, so that a file means the same on every machine. `undefined` for anything else, also for 30 February.
 */
export function parseDate(text: string): number | undefined {
  const date = (DAY_FIRST.exec(text) ?? ISO.exec(text))?.groups;
  const time = TIME.exec(date?.time ?? '0:00')?.groups;
  if (date === undefined || time === undefined) return undefined;
  const [year, month, day] = [Number(date.year), Number(date.month), Number(date.day)];
  const [hour, minute, second] = [Number(time.hour), Number(time.minute), Number(time.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isCalendarDay = instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1;
  return isCalendarDay ? instant.getTime() / 1000 - offsetOf(time.zone) : undefined;
}

/** Seconds that a zone such as `+01:00` is ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -60 : 60) * minutes;
}
