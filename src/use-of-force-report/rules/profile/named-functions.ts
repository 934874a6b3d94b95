const DAY_MS = 86_400_000;

/** What data cannot say. A function says yes where it is not given what it needs. */
export const NAMED_FUNCTIONS: ReadonlyMap<string, (from: unknown, to: unknown, most: number) => boolean> = new Map([
  /** From one day to another, both YYYY-MM-DD, no more than `most` days went by. */
  [
    'days-between',
    (from: unknown, to: unknown, most: number): boolean => {
      const days = (Date.parse(String(to)) - Date.parse(String(from))) / DAY_MS;
      return Number.isNaN(days) || days <= most;
    },
  ],
]);
