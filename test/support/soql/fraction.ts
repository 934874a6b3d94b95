/** An exact number, as PostgreSQL's numeric is: the oracle must not differ from it by a rounding of its own. */
export class Fraction {
  private constructor(
    readonly over: bigint,
    readonly under: bigint,
  ) {}

  static of(over: bigint, under = 1n): Fraction {
    const sign = under < 0n ? -1n : 1n;
    const divisor = gcd(abs(over), abs(under));
    return new Fraction((sign * over) / divisor, (sign * under) / divisor);
  }

  static read(text: string): Fraction {
    const [, minus = '', whole = '', places = ''] = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
    const value = BigInt(whole + places);
    return Fraction.of(minus === '' ? value : -value, 10n ** BigInt(places.length));
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(this.over * other.under + other.over * this.under, this.under * other.under);
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.over * other.over, this.under * other.under);
  }

  get negative(): Fraction {
    return Fraction.of(-this.over, this.under);
  }

  /** Rounded to ten places, halves away from zero; null when divided by nothing. */
  dividedBy(other: Fraction): Fraction | null {
    if (other.over === 0n) return null;
    const exact = Fraction.of(this.over * other.under, this.under * other.over);
    const scaled = abs(exact.over) * 10n ** 10n * 2n + exact.under;
    const rounded = scaled / (exact.under * 2n);
    return Fraction.of(exact.over < 0n ? -rounded : rounded, 10n ** 10n);
  }

  /** What is left, with the sign of the dividend; null when divided by nothing. */
  modulo(other: Fraction): Fraction | null {
    if (other.over === 0n) return null;
    const quotient = (this.over * other.under) / (this.under * other.over);
    return this.plus(other.times(Fraction.of(-quotient)));
  }

  compare(other: Fraction): number {
    const difference = this.over * other.under - other.over * this.under;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  /** Decimal, without zeros at its end. Every denominator here is a product of twos and fives. */
  toString(): string {
    let scale = 0;
    while (10n ** BigInt(scale) % this.under !== 0n) scale++;
    const digits = ((abs(this.over) * 10n ** BigInt(scale)) / this.under).toString().padStart(scale + 1, '0');
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return this.over < 0n ? `-${text}` : text;
  }
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

function gcd(one: bigint, other: bigint): bigint {
  while (other !== 0n) [one, other] = [other, one % other];
  return one === 0n ? 1n : one;
}
