export declare const entryAddresses: readonly string[]
