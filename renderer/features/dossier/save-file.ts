/** Hands bytes to the browser's own download; the name must carry nothing personal. */
export function saveFile(bytes: Uint8Array, mime: string, fileName: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has its own reference once it began; a minute is far more than that takes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
