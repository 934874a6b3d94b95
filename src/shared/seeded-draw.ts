/**
 * A draw that anybody can repeat, of people or of files: each of the pool is given the SHA-256 of `<seed>:<id>`, and those with
 * the smallest digests are drawn. With the seed and the pool on record it is checked by any tool that knows SHA-256:
 * `for id in $pool; do echo "$(printf '%s' "$seed:$id" | sha256sum) $id"; done | sort | head -n 3`.
 * @param sha256 of a text, in lower-case hex
 */
export function drawBySeed(
  seed: string,
  pool: readonly string[],
  size: number,
  sha256: (text: string) => string,
): string[] {
  return pool
    .map((id) => ({ id, ticket: sha256(`${seed}:${id}`) }))
    .sort((one, other) => (one.ticket < other.ticket ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
