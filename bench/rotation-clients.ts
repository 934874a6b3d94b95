const READERS = 3;
const FILERS = 2;

/** Reads cases here and there and files new ones until it is stopped; what is answered amiss is kept. */
export class RotationClients {
  answers = 0;
  private readonly errors: string[] = [];
  private times: number[] = [];
  private counted = 0;
  private going = true;
  private readonly lanes: Promise<void>[];

  constructor(
    private readonly address: string,
    private readonly token: string,
    private readonly ids: readonly string[],
    private readonly random: () => number,
  ) {
    this.lanes = [
      ...Array.from({ length: READERS }, () => this.lane(() => this.read())),
      ...Array.from({ length: FILERS }, () => this.lane(() => this.file())),
    ];
  }

  /** Since it was last asked. */
  count(): { answers: number; p99: number } {
    const times = this.times.sort((a, b) => a - b);
    const answers = this.answers - this.counted;
    this.counted = this.answers;
    this.times = [];
    return { answers, p99: times[Math.floor(times.length * 0.99)] ?? NaN };
  }

  async stop(): Promise<string[]> {
    this.going = false;
    await Promise.all(this.lanes);
    return this.errors;
  }

  private async lane(work: () => Promise<string | null>): Promise<void> {
    while (this.going) {
      const begun = performance.now();
      const error = await work().catch((thrown: unknown) => String(thrown));
      this.times.push(performance.now() - begun);
      this.answers++;
      if (error !== null) this.errors.push(error);
    }
  }

  private async read(): Promise<string | null> {
    const id = this.ids[Math.floor(this.random() * this.ids.length)]!;
    const answer = await fetch(`${this.address}/api/v1/complaints/${id}/texts`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    const text = await answer.text();
    return answer.status === 200 && text.includes(`Told in ${id}.`) ? null : `${answer.status} ${text.slice(0, 200)}`;
  }

  /** What was filed is read with its receipt at once. */
  private async file(): Promise<string | null> {
    const place = `${this.address}/api/v1/jurisdictions/riverton`;
    const filed = await fetch(`${place}/complaints`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        narrative: 'While it was rotated.',
        complainant: { name: 'Ana Diaz', contact: '3125550199' },
      }),
    });
    if (filed.status !== 201) return `${filed.status} ${(await filed.text()).slice(0, 200)}`;
    const { receiptCode } = (await filed.json()) as { receiptCode: string };
    const mine = await fetch(`${place}/my-complaint`, { headers: { 'redress-receipt': receiptCode } });
    await mine.text();
    return mine.status === 200 ? null : `my-complaint ${mine.status}`;
  }
}
