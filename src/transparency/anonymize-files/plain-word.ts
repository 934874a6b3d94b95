/** A name as people vary it: `Entropy-l-Diversity (Shannon)` and `EntropyLDiversity` are one. */
export function plainWord(name: string): string {
  return name
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}
