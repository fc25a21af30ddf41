export interface ServeOptions {
  readonly root: string
  readonly port?: number
  readonly host?: string
  /** The path it is served under: '/' or '/some/path/'. */
  readonly base?: string
  /** None of our headers, to imitate a host that knows nothing of us. */
  readonly plain?: boolean
}
export interface Served {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}
export declare function serve(options: ServeOptions): Promise<Served>
export declare function serveOnFreePort(options: ServeOptions): Promise<Served>
