const HOUR = 3_600_000;

/** The whole hour that `time` lies in (UTC): the finest time that is kept of what an anonymous person does. */
export function hourOf(time: Date): Date {
  return new Date(Math.floor(time.getTime() / HOUR) * HOUR);
}
