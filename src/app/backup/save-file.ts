/** Hands a file to the browser, which asks where to save it or puts it among the downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has its own hold on it once it has begun; a large file may take a while.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
