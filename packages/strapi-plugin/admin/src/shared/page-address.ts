/** @returns the address of a page as it is sent: people leave out how it begins */
export function pageAddress(typed: string): string | null {
  const text = typed.trim();
  if (!text) return null;
  return /^[a-z]+:/i.test(text) || !text.includes('.') ? text : `https://${text}`;
}
