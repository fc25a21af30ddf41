/** True when another page shows this one in a frame, where a click on it may not be the learner's own. */
export function isFramed(): boolean {
  return window.top !== window.self
}

/** Shows nothing but the way out of the frame (markup in index.html), keeping the whole address, fragment too. */
export function showWayOut(): void {
  const wayOut = document.getElementById('framed')
  if (!wayOut) return
  for (const link of wayOut.querySelectorAll('a')) link.href = window.location.href
  wayOut.hidden = false
}
