/** French counts the first of a month, and Intl does not know it. @param text as Intl writes a date, months in letters */
export const withFirst = (text: string): string => text.replace(/(^| )1 (?=\p{L})/u, '$11er ');
