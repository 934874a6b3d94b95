/** Values of a statement. The same value is the same parameter: PostgreSQL knows two expressions for equal then. */
export class BoundValues {
  private readonly places = new Map<string, string>();
  readonly all: string[] = [];

  /** @param place how the statement names its n-th value, from 1, of that type: `$1::text`, as a rule */
  constructor(private readonly place: (at: number, type: string) => string = (at, type) => `$${at}::${type}`) {}

  bind(value: string, type: string): string {
    const key = `${type} ${value}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const place = this.place(this.all.push(value), type);
    this.places.set(key, place);
    return place;
  }
}
