/** Hands a file to the browser's download. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const MOST_LETTERS = 60;

/** A file name from a title: letters, digits and dashes, whole words up to sixty letters. */
export function fileNameOf(title: string, ending: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  const short = plain.length > MOST_LETTERS ? plain.slice(0, MOST_LETTERS).replace(/-[^-]*$/, '') : plain;
  return `${short || 'graph'}.${ending}`;
}
