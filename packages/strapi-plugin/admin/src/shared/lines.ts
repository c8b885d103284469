/** A list that is typed as one text. @returns its lines, but for the empty ones */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
