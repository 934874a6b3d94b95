/** What of PostgreSQL's types an array can be sent of: its object id (pg_type.dat), and how a value of it is written. */
const TYPES = {
  boolean: {
    oid: 16,
    bytes: () => 1,
    write: (value: Value, into: Buffer, at: number) => into.writeUInt8(Number(value), at),
  },
  integer: {
    oid: 23,
    bytes: () => 4,
    write: (value: Value, into: Buffer, at: number) => into.writeInt32BE(Number(value), at),
  },
  text: { oid: 25, bytes: utf8Length, write: writeUtf8 },
  json: { oid: 114, bytes: utf8Length, write: writeUtf8 },
  uuid: { oid: 2950, bytes: () => 16, write: writeUuid },
  // A byte that says which version of its binary form follows: there is one, its text.
  jsonb: {
    oid: 3802,
    bytes: (value: Value) => utf8Length(value) + 1,
    write: (value: Value, into: Buffer, at: number) => writeUtf8(value, into, into.writeUInt8(1, at)),
  },
} as const;

export type ArrayType = keyof typeof TYPES;
type Value = string | number | boolean;

/** Dimensions, whether there are nulls, the type; then of the one dimension its length and where it begins. */
const HEADER = 20;
const NONE = 12;

/**
 * A list as a parameter in PostgreSQL's own binary form (array_recv): of hundreds of values nothing is quoted here and
 * nothing unquoted there. The statement has to say its type: `$1::text[]`. Text must be without NUL, and is sent as UTF-8.
 */
export function arrayParameter(type: ArrayType, values: readonly (Value | null)[]): Buffer {
  const { oid, bytes, write } = TYPES[type];
  const lengths = values.map((value) => (value === null ? 0 : bytes(value)));
  const size = lengths.reduce((sum, length) => sum + 4 + length, values.length === 0 ? NONE : HEADER);
  const sent = Buffer.allocUnsafe(size);
  sent.writeInt32BE(values.length === 0 ? 0 : 1, 0);
  sent.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  sent.writeInt32BE(oid, 8);
  if (values.length === 0) return sent;
  sent.writeInt32BE(values.length, 12);
  sent.writeInt32BE(1, 16);
  let at = HEADER;
  values.forEach((value, index) => {
    const length = lengths[index] ?? 0;
    at = sent.writeInt32BE(value === null ? -1 : length, at);
    if (value !== null) write(value, sent, at);
    at += length;
  });
  return sent;
}

function utf8Length(value: Value): number {
  return Buffer.byteLength(String(value));
}

function writeUtf8(value: Value, into: Buffer, at: number): number {
  return into.write(String(value), at);
}

function writeUuid(value: Value, into: Buffer, at: number): number {
  return into.write(String(value).replaceAll('-', ''), at, 'hex');
}
