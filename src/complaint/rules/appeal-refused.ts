/** Why a refusal cannot be appealed today; null is a yes. */
export function appealRefused(
  standing: { appealUntil: string | null; appealed: boolean } | null,
  today: string,
): { code: string; message: string } | null {
  if (!standing?.appealUntil)
    return { code: 'no-right-of-appeal', message: 'There is no right to another look at this decision here.' };
  if (standing.appealed)
    return { code: 'appealed-already', message: 'Another look at this decision was asked for already.' };
  if (today > standing.appealUntil)
    return { code: 'appeal-too-late', message: `Another look could be asked for until ${standing.appealUntil}.` };
  return null;
}
