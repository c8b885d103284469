/** Rows of texts as lines, their columns aligned; the first row heads them. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row.map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i]))).join('   ');
  const [head, ...body] = rows.map(line);
  return [head, '─'.repeat(head.length), ...body].join('\n');
}
