import type { DescribedOperation } from './described-api.js';
import type { Field } from './fields-of.js';

/** A request to an operation, before it is written as HTTP. */
export interface ApiCall {
  path: Record<string, string>;
  query: [string, string][];
  headers: Record<string, string>;
  body?: unknown;
}

/** The request that the description shows as its example; `known` is what is really there, by the name of the field. */
export function exampleCall({ operation }: DescribedOperation, known: Readonly<Record<string, string>>): ApiCall {
  const call: ApiCall = { path: {}, query: [], headers: {} };
  for (const { name, in: place, example, required } of operation.parameters ?? []) {
    const value = known[name] ?? String(example);
    if (place === 'path') call.path[name] = value;
    else if (place === 'header') call.headers[name.toLowerCase()] = value;
    else if (required) call.query.push([name, value]);
  }
  const json = operation.requestBody?.content['application/json'];
  return json ? { ...call, body: withKnown(json.example, known) } : call;
}

function withKnown(value: unknown, known: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((each) => withKnown(each, known));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' ? (known[name] ?? inner) : withKnown(inner, known),
    ]),
  );
}

/** The same without a parameter. */
export function without(call: ApiCall, { place, steps: [name] }: Field): ApiCall {
  if (place === 'query') return { ...call, query: call.query.filter(([other]) => other !== name) };
  const headers = Object.entries(call.headers).filter(([other]) => other !== String(name).toLowerCase());
  return place === 'header' ? { ...call, headers: Object.fromEntries(headers) } : call;
}

/** The same with another value in this field. */
export function withValue(call: ApiCall, { place, steps }: Field, value: unknown): ApiCall {
  const [name] = steps;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (place === 'path') return { ...call, path: { ...call.path, [String(name)]: text } };
  if (place === 'header') return { ...call, headers: { ...call.headers, [String(name).toLowerCase()]: text } };
  if (place === 'query')
    return { ...call, query: [...call.query.filter(([other]) => other !== name), [String(name), text]] };
  return { ...call, body: replaced(call.body, steps, value) };
}

function replaced(part: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') return [replaced(Array.isArray(part) ? part[0] : undefined, rest, value)];
  const object = typeof part === 'object' && part !== null && !Array.isArray(part) ? part : {};
  return { ...object, [step]: replaced((object as Record<string, unknown>)[step], rest, value) };
}

/** The address, with halves of characters written as bytes too: `encodeURIComponent` refuses them. */
export function addressOf({ path: pattern }: DescribedOperation, { path, query }: ApiCall): string {
  const address = pattern.replace(/\{(\w+)\}/g, (_, name: string) => percentEncoded(path[name] ?? name));
  const parameters = query.map(([name, value]) => `${percentEncoded(name)}=${percentEncoded(value)}`);
  return parameters.length === 0 ? address : `${address}?${parameters.join('&')}`;
}

function percentEncoded(text: string): string {
  if (text.isWellFormed()) return encodeURIComponent(text);
  return [...text].map((letter) => (letter.isWellFormed() ? encodeURIComponent(letter) : '%ED%A0%80')).join('');
}
