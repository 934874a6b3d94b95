const HOUR_FORM: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
};

/** The moment at which a day (YYYY-MM-DD) begins on the clocks of a time zone; on days that skip midnight, the first after it. */
export function startOfDay(day: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`);
  let at = wanted;
  // Twice: the offset is read where the first guess fell, which may be on the other side of a change of clocks.
  for (let guess = 0; guess < 2; guess++) at += wanted - wallClock(new Date(at), timeZone);
  return new Date(at);
}

/** The clock on the wall, as if it were UTC. */
function wallClock(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { ...HOUR_FORM, timeZone }).formatToParts(at);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}
