import { FAULT_SENTENCES, type FaultCode, type ReportFault } from './fault-codes.js';

/** Enough to mend a report by. A hostile one could have a hundred thousand, and each would be kept in memory. */
const MOST_FAULTS = 50;
const LONGEST_STEP = 64;

/** Collects what is wrong with one report. It knows the place that is being looked at, so that a good report costs no text. */
export class FaultList {
  readonly found: ReportFault[] = [];
  private readonly place: (string | number)[] = [];

  enter(step: string | number): void {
    this.place.push(step);
  }

  leave(): void {
    this.place.pop();
  }

  add(code: FaultCode, details: Readonly<Record<string, string | number>> = {}): void {
    if (this.found.length >= MOST_FAULTS) return;
    const message = FAULT_SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name]));
    this.found.push({ path: this.place.map(pointerStep).join(''), code, message });
  }
}

function pointerStep(step: string | number): string {
  return `/${String(step).slice(0, LONGEST_STEP).toWellFormed().replaceAll('\0', '').replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
