export declare const chromiumArgs: readonly string[]
export declare function chromiumPath(): Promise<string>
export declare function installedChromium(): Promise<string>
