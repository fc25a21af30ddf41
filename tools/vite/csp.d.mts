export declare const headerPolicy: string
export declare const metaPolicy: string
export declare const securityHeaders: Readonly<Record<string, string>>
