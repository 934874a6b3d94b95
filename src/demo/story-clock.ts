import { Clock } from '../platform/clock.js';

/** Time as the demo tells it: four months go by in half a minute, so that deadlines and notices are kept as in life. */
export class StoryClock extends Clock {
  constructor(private time: Date) {
    super();
  }

  override now(): Date {
    return new Date(this.time);
  }

  advanceTo(time: Date): void {
    if (time < this.time) throw new Error('A story does not go back in time.');
    this.time = time;
  }

  advanceHours(hours: number): void {
    this.time = new Date(this.time.getTime() + hours * 3_600_000);
  }
}
