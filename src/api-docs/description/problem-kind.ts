/** One kind of refusal, as the description has it. */
export interface ProblemKind {
  status: number;
  title: string;
  description: string;
  codes: readonly string[];
}

export const problemExample = ({ status, title, description }: ProblemKind) => ({
  type: `/docs/errors#${title}`,
  title,
  status,
  detail: description,
  code: title,
  message: description,
  error: true,
  id: '5d4a1c0e-2f7b-4c55-9d3a-6f0b7f1f2a10',
});
