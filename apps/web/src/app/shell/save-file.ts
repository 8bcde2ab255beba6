/** Hands the browser a file of JSON to keep. */
export function saveJsonFile(name: string, content: unknown): void {
  saveTextFile(name, JSON.stringify(content, null, 2), 'application/json');
}

/** Hands the browser a file of text to keep. */
export function saveTextFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
