/**
 * The same data with every typed array in memory that threads share: sent to a worker it is not copied. Arrays that were
 * one remain one.
 */
export function share<T>(data: T): T {
  const known = new Map<object, object>();
  const shared = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const done = known.get(value);
    if (done !== undefined) return done;
    const copy = copyOf(value, shared);
    known.set(value, copy);
    return copy;
  };
  return shared(data) as T;
}

function copyOf(value: object, shared: (value: unknown) => unknown): object {
  if (isNumbers(value)) return sharedCopy(value);
  if (Array.isArray(value)) return value.map(shared);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shared(part)]));
}

type Numbers = Uint8Array | Uint16Array | Int32Array | Float64Array;

const KINDS = [Uint8Array, Uint16Array, Int32Array, Float64Array];

function isNumbers(value: object): value is Numbers {
  return KINDS.some((kind) => value instanceof kind);
}

function sharedCopy(numbers: Numbers): Numbers {
  const memory = new SharedArrayBuffer(numbers.byteLength);
  const copy =
    numbers instanceof Uint8Array
      ? new Uint8Array(memory)
      : numbers instanceof Uint16Array
        ? new Uint16Array(memory)
        : numbers instanceof Int32Array
          ? new Int32Array(memory)
          : new Float64Array(memory);
  copy.set(numbers);
  return copy;
}
