/**
 * Starts the playground's worker. A page that is opened as a file may load classic scripts but neither modules nor workers: there, a script that
 * holds the whole worker as the body of a function is loaded, and the worker is made of the function's text.
 */
declare global {
  /** Set by worker-in-one.js. */
  var xenoglossWorker: (() => void) | undefined
}

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${url} could not be loaded`))
    document.head.append(script)
  })
}

/** @param base URL of the folder of the playground's files */
export async function createWorker(base: URL): Promise<Worker> {
  if (base.protocol !== 'file:') return new Worker(new URL('worker.js', base), {type: 'module'})
  if (!globalThis.xenoglossWorker) await loadScript(new URL('worker-in-one.js', base).href)
  const text = `(${String(globalThis.xenoglossWorker)})()`
  return new Worker(URL.createObjectURL(new Blob([text], {type: 'text/javascript'})))
}
