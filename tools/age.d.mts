export declare function installedAge(): string | null
