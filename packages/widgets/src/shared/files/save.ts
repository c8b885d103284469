/** Gives a file to whoever asked for it, under its name: into the folder of downloads, never into a window. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // For a minute: computers are shared.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
